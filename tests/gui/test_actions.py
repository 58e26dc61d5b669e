"""The table of actions, and the menus, tool bar and keys made from it; names give the conventions' row."""

import re
from collections import Counter
from operator import attrgetter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from planner.gui.action_set import plain_name
from planner.gui.actions import ACTIONS, Menu
from planner.gui.keys import key_sequences
from planner.gui.situation import Situation

ROWS = {row.id: row for row in ACTIONS}
Key = QKeySequence.StandardKey
ACCESS_KEY = re.compile(r"&(\w)")


def keys(action_id):
    return [sequence.toString() for sequence in key_sequences(ROWS[action_id])]


def entries(menu):
    return [action for action in menu.actions() if not action.isSeparator()]


def menus(window):
    return [window.menuBar().findChild(QMenu, f"menu_{menu}") for menu in Menu]


@pytest.mark.parametrize(
    ("action_id", "standard"),
    [
        ("new", Key.New),
        ("open", Key.Open),
        ("save", Key.Save),
        ("save_as", Key.SaveAs),
        ("close", Key.Close),
        ("undo", Key.Undo),
        ("redo", Key.Redo),
        ("find", Key.Find),
    ],
)
def test_row_01_standard_keys(qapp, action_id, standard):
    assert {sequence.toString() for sequence in QKeySequence.keyBindings(standard)} <= set(keys(action_id))
    assert keys(action_id)


def test_row_02_quit_and_options(qapp):
    assert "Ctrl+Q" in keys("quit")
    assert keys("options") == ["Ctrl+,"]


def test_row_03_redo_takes_both_keys(qapp):
    assert {"Ctrl+Y", "Ctrl+Shift+Z"} <= set(keys("redo"))


def test_row_07_no_key_stands_for_two_actions(qapp):
    uses = Counter(sequence for row in ACTIONS for sequence in keys(row.id))
    assert [sequence for sequence, count in uses.items() if count > 1] == []


@pytest.mark.parametrize(
    ("well_known", "meaning"),
    [
        ("Ctrl+C", ["copy"]),
        ("Ctrl+X", ["cut"]),
        ("Ctrl+V", ["paste"]),
        ("Ctrl+A", ["select_all"]),
        ("Ctrl+D", ["fill_down"]),
        ("Ctrl+P", ["print"]),
        ("Ctrl+B", []),
    ],
)
def test_row_07_well_known_keys_have_no_other_meaning(qapp, well_known, meaning):
    assert [row.id for row in ACTIONS if well_known in keys(row.id)] == meaning


def test_row_08_every_action_is_in_a_menu(window):
    shown = {action.objectName() for menu in menus(window) for action in entries(menu)}
    assert {row.id for row in ACTIONS} <= shown


def test_row_09_menus_in_their_order(window):
    names = [plain_name(action.text()) for action in window.menuBar().actions()]
    assert names == ["文件", "编辑", "视图", "插入", "工具", "帮助"]
    assert plain_name(ROWS["options"].text) == "选项"


def test_row_10_access_keys_are_unique(open_window):
    for texts in (
        [action.text() for action in open_window.menuBar().actions()],
        *([action.text() for action in entries(menu)] for menu in menus(open_window)),
    ):
        access = [ACCESS_KEY.search(text.replace("&&", "")) for text in texts]
        assert all(access), texts
        letters = Counter(found[1].upper() for found in access if found)
        assert max(letters.values()) == 1, texts


def test_row_11_dots_only_where_more_is_asked():
    assert {row.id for row in ACTIONS if "…" in row.text} == {
        "open",
        "save_as",
        "export",
        "edit_layout",
        "print",
        "set_field",
        "sort",
        "replace",
        "columns",
        "save_view",
        "own_fields",
        "adjust_deadline",
        "report_progress",
        "tags",
    }


def test_row_49_tool_tips_give_name_and_key(window):
    bar = window.findChild(QToolBar, "toolbar")
    tips = {action.objectName(): action.toolTip() for action in bar.actions() if action.objectName()}
    assert tips["save"] == "保存 (Ctrl+S)"
    assert tips["expand_all"] == "全部展开"


def test_row_41_undo_names_the_step(open_window, edit):
    edit(open_window)
    undo = open_window._actions["undo"]
    assert plain_name(undo.text()) == "撤销 修改标题"
    undo.trigger()
    assert plain_name(open_window._actions["redo"].text()) == "重做 修改标题"
    assert plain_name(undo.text()) == "撤销"
    assert not undo.isEnabled()


def test_object_names_are_ids_and_every_handler_is_there(open_window):
    for row in ACTIONS:
        assert open_window._actions[row.id].objectName() == row.id
        part, _, path = row.handler.partition(".")
        assert callable(attrgetter(path)(open_window._part(part))), row.id


def test_every_icon_is_there(context):
    assert {row.icon for row in ACTIONS if row.icon} <= context.icons.names()


@pytest.mark.parametrize(
    ("situation", "enabled"),
    [
        (Situation(), {"new", "open", "quit", "options", "about"}),
        (Situation(plan=True), {"save_as", "close", "find"}),
        (Situation(plan=True, editable=True), {"save", "add_layer"}),
        (Situation(plan=True, editable=True, selected=1, kind="measure"), {"indent", "remove"}),
        (Situation(plan=True, editable=True, selected=1, kind="layer"), {"add_component", "remove"}),
    ],
)
def test_what_can_be_used_when(situation, enabled):
    assert all(ROWS[action_id].enabled(situation) for action_id in enabled)


@pytest.mark.parametrize(
    ("situation", "disabled"),
    [
        (Situation(), {"save", "close", "undo", "remove", "find"}),
        (Situation(plan=True, selected=1, kind="measure"), {"save", "remove", "indent", "add_measure"}),
        (Situation(plan=True, editable=True, selected=1, kind="layer"), {"indent", "undo", "redo"}),
        (Situation(plan=True, editable=True), {"remove", "add_component", "edit_cell"}),
    ],
)
def test_what_cannot_be_used_when(situation, disabled):
    assert not any(ROWS[action_id].enabled(situation) for action_id in disabled)


def test_single_keys_act_in_the_tree_alone(open_window):
    tree_actions = open_window.desk.panes.tree.actions()
    for row in ACTIONS:
        action = open_window._actions[row.id]
        assert (action in tree_actions) is row.in_tree
        assert (action in open_window.actions()) is not row.in_tree


def test_checkable_actions_follow_the_panes(open_window):
    show = open_window._actions["show_inspector"]
    assert show.isChecked()
    show.trigger()
    assert not open_window.desk.panes.inspector.isVisible()
    open_window.desk.docks.reset()
    assert show.isChecked()
    assert open_window.desk.panes.inspector.isVisible()


@pytest.mark.parametrize("text", ["保存(&S)", "&Save", "Sa&ve…", "另存为(&A)…"])
def test_names_without_access_keys(text):
    assert plain_name(text) in {"保存", "Save", "另存为"}


def test_menus_hold_no_strangers(window):
    submenus = {"menu_recent", "menu_theme", "menu_language"}
    names = {menu.objectName() for menu in window.menuBar().findChildren(QMenu)} - {""}
    assert names == {f"menu_{menu}" for menu in Menu} | submenus
