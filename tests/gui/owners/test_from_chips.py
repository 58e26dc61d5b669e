"""From a unit's chip in the inspector to the unit's page, with the pointer and with the keys, and back."""

import pytest
from PySide6.QtCore import QPoint, Qt

from planner.gui.views.table import OWNERS, TREE


@pytest.fixture
def desk(open_window):
    desk = open_window.desk
    desk.panes.tree.select("m1")
    return desk


@pytest.mark.parametrize("with_key", [True, False])
def test_a_chip_opens_the_page_of_its_unit(desk, qtbot, with_key):
    box = desk.panes.inspector.editors["lead"].box
    if with_key:
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.chip_area(0).topLeft() + QPoint(6, 6))
    assert desk.views.current_view == OWNERS
    assert desk.views.view(OWNERS).page.title.text() == "上海市科学技术委员会"
    assert desk.panes.inspector.item_id == "u1"


def test_a_unit_is_shown_whatever_is_being_looked_for(desk):
    desk.show_view(OWNERS)
    view = desk.views.view(OWNERS)
    view.search.setText("教委")
    desk.show_unit("u1")
    assert view.current_id == "u1"


def test_back_in_the_tree_the_inspector_shows_its_row_again(desk):
    desk.show_unit("u1")
    desk.panes.inspector.show_item("u1")
    desk.show_view(TREE)
    assert desk.panes.inspector.item_id == "m1"
