"""The menu of a row; conventions, row 48, and row 46: dragging has its keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from planner.gui.actions import ACTIONS
from planner.gui.tree.columns import TITLE

Key = Qt.Key


@pytest.fixture
def tree(open_window):
    tree = open_window.desk.panes.tree
    tree.setFocus()
    tree.select("m2")
    return tree


@pytest.fixture
def menu(tree):
    yield lambda: tree.findChild(QMenu, "menu_row")
    if (shown := tree.findChild(QMenu, "menu_row")) is not None:
        shown.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ids(menu):
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def right_click(tree, item_id):
    point = tree.visualRect(tree.tree_model.index_of(item_id, TITLE)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        point,
        tree.viewport().mapToGlobal(point),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(tree.viewport(), event)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)],
)
def test_row_48_keys_open_it_at_the_current_row(tree, menu, qtbot, key, modifier):
    points = []
    tree.menu_asked.connect(points.append)
    qtbot.keyClick(tree, key, modifier)
    row = tree.visualRect(tree.tree_model.index_of("m2", TITLE))
    assert menu().isVisible()
    assert [row.contains(tree.viewport().mapFromGlobal(point)) for point in points] == [True]


def test_row_48_a_right_click_takes_the_row_below_it(tree, menu):
    right_click(tree, "m3")
    assert menu().isVisible()
    assert tree.selected_ids() == ["m3"]


def test_row_48_a_right_click_into_a_selection_keeps_it(tree, menu):
    tree.select_all_of(["m1", "m2"])
    right_click(tree, "m2")
    assert tree.selected_ids() == ["m1", "m2"]


def test_row_48_all_of_it_is_in_the_menus_too(tree, menu, open_window):
    right_click(tree, "m2")
    in_menus = {
        action.objectName() for top in open_window.menuBar().actions() for action in top.menu().actions()
    }
    assert set(ids(menu())) <= in_menus
    assert ids(menu()) == [row.id for row in sorted(ACTIONS, key=lambda row: row.context) if row.context]


def test_row_46_rows_are_moved_by_keys_too(tree, open_window, qtbot):
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(tree, Key.Key_Up, both)
    assert open_window.desk.bridge.plan.child_ids(
        "component-1", type(open_window.desk.bridge.plan["m1"])
    ) == [
        "m2",
        "m1",
    ]
