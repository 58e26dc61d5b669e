"""What the menus and keys do to rows, they do in the list too; conventions, rows 47 and 48."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from planner.domain.items import Measure
from planner.gui.tree.columns import PLACES, TITLE
from planner.gui.views.table import LIST

Key = Qt.Key


@pytest.fixture
def desk(open_window):
    desk = open_window.desk
    desk.show_view(LIST)
    return desk


@pytest.fixture
def table(desk):
    table = desk.rows
    table.setFocus()
    return table


def go_to(table, item_id, key="title"):
    table.select(item_id)
    table.setCurrentIndex(table.list_model.index_of(item_id, PLACES[key]))


def test_the_list_in_front_is_what_actions_act_on(desk, table, open_window):
    assert table.objectName() == "list"
    table.show_chosen(["m1", "m3"])
    assert desk.situation().selected == 2
    open_window._actions["remove"].trigger()
    assert not {"m1", "m3"} & set(desk.bridge.plan.of(Measure))
    assert desk.views.current_view == LIST
    desk.undo()
    assert "m1" in desk.bridge.plan


def test_keys_fill_down_and_remove(desk, table, qtbot):
    go_to(table, "m2", "status")
    table.show_chosen(["m1", "m2", "m3"])
    table.selectionModel().setCurrentIndex(
        table.list_model.index_of("m1", PLACES["status"]), table.selectionModel().SelectionFlag.NoUpdate
    )
    qtbot.keyClick(table, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    plan = desk.bridge.plan
    assert plan.get("m3", Measure).status == plan.get("m1", Measure).status
    table.select("m1")
    qtbot.keyClick(table, Key.Key_Delete)
    assert "m1" not in plan
    assert table.current_id() == "m2"


def test_copied_rows_are_text_and_table(table, qtbot):
    table.show_chosen(["m2", "m3"])
    qtbot.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert len(data.text().splitlines()) == 2
    assert "<table" in data.html()


def test_a_block_is_pasted_onto_cells_as_one_step(desk, table, qtbot):
    go_to(table, "m2", "lead")
    QGuiApplication.clipboard().setText("市教委\n市科委、教委")
    qtbot.keyClick(table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    plan = desk.bridge.plan
    assert [plan.targets(item, "unit", "lead") for item in ("m2", "m3")] == [["u2"], ["u1", "u2"]]
    desk.undo()
    assert plan.targets("m2", "unit") == []


def test_typing_on_a_cell_edits_it_in_place(desk, table, qtbot):
    go_to(table, "m2")
    qtbot.keyClick(table, Key.Key_F2)
    editor = table.open_editor()
    editor.setText("换个名称")
    qtbot.keyClick(editor, Key.Key_Return)
    assert desk.bridge.plan.get("m2", Measure).title == "换个名称"
    assert table.current_id() == "m2"


def test_row_48_the_menu_offers_what_has_a_meaning_without_levels(desk, table):
    go_to(table, "m2")
    table.menu_asked.emit(QPoint(0, 0))
    menu = table.findChild(QMenu, "menu_row")
    ids = {action.objectName() for action in menu.actions() if not action.isSeparator()}
    menu.close()
    assert {"copy", "paste", "set_field", "fill_down", "remove", "adjust_deadline"} <= ids
    assert not {"indent", "outdent", "move_up", "add_measure"} & ids


def test_row_44_the_list_keeps_columns_of_its_own(desk, table, open_window, context):
    tree = desk.panes.tree.columns
    column = PLACES["lead"]
    table.columns.setSectionHidden(column, True)
    table.columns.moveSection(table.columns.visualIndex(PLACES["status"]), 0)
    context.layout.keep(desk.layout_states())
    open_window.put_away()
    open_window.take(open_window.session)
    open_window.desk.show_view(LIST)
    columns = open_window.desk.rows.columns
    assert columns.isSectionHidden(column)
    assert columns.visualIndex(PLACES["status"]) == 0
    assert not open_window.desk.panes.tree.columns.isSectionHidden(column)
    assert tree is not columns
    assert TITLE in columns.shown()
