"""The help window: contents, search, links, back and forward, keys. Row 4: F1 is about what has the focus."""

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.gui.dialogs.options import OptionsDialog
from planner.gui.help.asking import PROPERTY, topic_of
from planner.gui.help.topics import FIRST, TOPICS
from planner.gui.help.trail import Trail
from planner.gui.views.table import VIEWS

TOPIC_IDS = {topic.id for topic in TOPICS}


@pytest.fixture
def helped(shell, open_window, qtbot):
    """Press F1 somewhere and return the help window."""

    def press(widget):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_F1)
        return shell.helper.window

    yield press
    shell.helper.close()


@pytest.fixture
def help_window(shell, open_window):
    shell.show_help(FIRST)
    yield shell.helper.window
    shell.helper.close()


def listed(help_window):
    items = [help_window.contents.item(row) for row in range(help_window.contents.count())]
    return [item.text().split("\n")[0] for item in items if item.data(Qt.ItemDataRole.UserRole)]


def test_row_04_f1_opens_the_topic_of_the_focused_pane(helped, open_window):
    panes = open_window.desk.panes
    assert helped(panes.tree).topic == "plan"
    assert helped(panes.inspector.focusProxy() or panes.inspector).topic == "inspector"
    assert helped(panes.filter_box.edit).topic == "finding"
    assert helped(panes.indicators.focusProxy() or panes.indicators).topic == "indicators"


@pytest.mark.parametrize("view", [view.id for view in VIEWS])
def test_row_04_every_view_has_its_page(open_window, view):
    open_window.desk.show_view(view)
    assert topic_of(open_window.desk.views.currentWidget()) == view
    assert topic_of(open_window.focusWidget()) == view


def test_row_04_a_dialog_has_its_page_in_front_of_itself(shell, open_window, context, qtbot):
    dialog = OptionsDialog(context.settings, context.words, open_window)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(dialog.findChild(QLineEdit, "setting_author"), Qt.Key.Key_F1)
    help_window = shell.helper.window
    assert help_window.topic == "window"
    assert help_window.parentWidget() is dialog
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shell.helper.window is None


def test_row_04_every_topic_that_a_widget_names_is_there(open_window):
    for view in VIEWS:
        open_window.desk.views.view(view.id)
    widgets = open_window.findChildren(object)
    named = {widget.property(PROPERTY) for widget in widgets if widget.property(PROPERTY)}
    assert {view.id for view in VIEWS} < named <= TOPIC_IDS


def test_there_is_one_window_that_stays_beside_the_plan(shell, help_window):
    assert not help_window.isModal()
    shell.show_help("lights")
    assert shell.helper.window is help_window
    assert help_window.topic == "lights"
    assert "亮灯规则" in help_window.windowTitle()


def test_the_contents_list_all_pages_under_their_sections(help_window):
    assert listed(help_window) == list(help_window._library.titles.values())
    assert help_window.contents.count() > len(TOPICS)


def test_choosing_in_the_contents_shows_the_page(help_window):
    help_window.search.setText("归集 平均")
    help_window.search.clear()
    row = listed(help_window).index("校核")
    items = [help_window.contents.item(row) for row in range(help_window.contents.count())]
    help_window.contents.setCurrentItem([item for item in items if item.data(256)][row])
    assert help_window.topic == "checks"
    assert "全部规则" in help_window.page.toPlainText()


def test_links_lead_to_pages_and_back(help_window, qtbot):
    help_window.page.anchorClicked.emit(QUrl("deadlines"))
    help_window.page.anchorClicked.emit(QUrl("checks"))
    help_window.page.anchorClicked.emit(QUrl("nowhere"))
    assert help_window.topic == "checks"
    help_window.back.click()
    assert help_window.topic == "deadlines"
    help_window.back.click()
    assert help_window.topic == FIRST
    assert not help_window.back.isEnabled()
    help_window.forward.click()
    assert help_window.topic == "deadlines"
    help_window.show_topic("lights")
    assert not help_window.forward.isEnabled()


def test_search_finds_the_pages_that_have_all_words(help_window, qtbot):
    help_window.search.setText("黄灯 里程碑")
    assert {"亮灯规则", "里程碑与进展"} <= set(listed(help_window))
    assert "命令行" not in listed(help_window)
    assert help_window.page.extraSelections()
    qtbot.keyClick(help_window.search, Qt.Key.Key_Down)
    assert help_window.contents.currentRow() == 1
    qtbot.keyClick(help_window.search, Qt.Key.Key_Escape)
    assert help_window.search.text() == ""
    assert len(listed(help_window)) == len(TOPICS)


def test_a_title_that_fits_comes_first(help_window):
    help_window.search.setText("矩阵")
    assert listed(help_window)[0] == "关系矩阵"


def test_nothing_found_is_said(help_window):
    help_window.search.setText("量子纠缠")
    assert listed(help_window) == []
    assert help_window._nothing.isVisible()


def test_escape_closes_and_size_is_kept(shell, help_window, qtbot, context):
    help_window.resize(900, 555)
    qtbot.keyClick(help_window.page, Qt.Key.Key_Escape)
    assert not help_window.isVisible()
    shell.helper.close()
    shell.show_help(FIRST)
    assert shell.helper.window.height() == 555


def test_another_language_turns_the_page_into_it(shell, help_window, context, qtbot):
    shell.show_help("lights")
    context.settings.set("language", "en")
    qtbot.waitUntil(lambda: shell.helper.window is not help_window)
    assert shell.helper.window.topic == "lights"
    assert "Three rules" in shell.helper.window.page.toPlainText()
    context.settings.set("language", "zh")


def test_menu_and_palette_lead_to_every_page(shell, open_window):
    for topic in TOPICS:
        open_window._actions[f"help_{topic.id}"].trigger()
        assert shell.helper.window.topic == topic.id
    shell.helper.close()


def test_the_trail_forgets_what_was_gone_back_from():
    trail = Trail("a")
    for page in ("b", "b", "c"):
        trail.go_to(page)
    trail.step(-1)
    assert (trail.here, trail.can_go_back, trail.can_go_forward) == ("b", True, True)
    trail.go_to("d")
    trail.step(5)
    assert (trail.here, trail.can_go_forward) == ("d", False)
    trail.step(-9)
    assert trail.here == "a"
