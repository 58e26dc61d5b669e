"""The views as tabs of the window: made when looked at, reached by keys, remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from planner.gui.drawing.pane import FiguresPane
from planner.gui.views.table import TREE, VIEWS


@pytest.fixture
def desk(open_window):
    open_window.activateWindow()
    QApplication.processEvents()
    return open_window.desk


def test_a_view_is_made_when_it_is_first_looked_at(desk):
    assert desk.views.findChildren(FiguresPane) == []
    desk.show_view("figures")
    assert desk.views.view("figures").isVisible()


def test_keys_go_to_the_views_in_their_order(desk, open_window, qtbot):
    for number, view in enumerate(VIEWS, 1):
        qtbot.keyClick(open_window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert desk.views.current_view == view.id


def test_the_view_is_remembered(desk, open_window, shell, saved_plan):
    desk.show_view("checks")
    open_window.close()
    again = shell.new_window()
    again.show()
    again.files.open_path(saved_plan)
    assert again.desk.views.current_view == "checks"


def test_the_table_of_indicators_stays_with_the_tree(desk):
    desk.show_view("dashboard")
    assert not desk.panes.indicators.isVisible()
    desk.show_view(TREE)
    assert desk.panes.indicators.isVisible()


def test_what_is_gone_to_in_a_view_is_selected_in_the_tree(desk):
    desk.show_view("figures")
    desk.views.view("figures").activated.emit("m3")
    assert desk.views.current_view == "figures"
    assert desk.panes.inspector.item_id == "m3"
    assert desk.panes.tree.current_id() == "m3"


def test_the_status_bar_counts_findings_and_leads_to_them(desk, open_window):
    desk.checks.run()
    button = open_window.statusBar().findChild(QToolButton, "status_findings")
    assert button.text() == f"校核 {len(desk.checks.findings)}"
    button.click()
    assert desk.views.current_view == "checks"


def test_54_tabs_have_room_before_what_stands_beside_them(open_window):
    window, views = open_window, open_window.desk.views
    corner, bar = views.cornerWidget(), views.tabBar()
    for width in (2200, 1024):
        window.resize(width, 700)
        QApplication.processEvents()
        whole = views.width() >= bar.sizeHint().width() + 260
        styles = {button.toolButtonStyle() for button in corner.buttons}
        assert styles == {
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if whole else Qt.ToolButtonStyle.ToolButtonIconOnly
        }
    assert all(button.toolTip() for button in corner.buttons)
