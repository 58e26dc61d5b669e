"""The command palette, typed into as a person does."""

import pytest
from PySide6.QtCore import Qt

from planner.gui.actions import ACTIONS, Menu
from planner.gui.palette.delegate import KEYS_ROLE
from planner.gui.palette.matching import best_first
from planner.gui.palette.palette import CommandPalette


@pytest.fixture
def palette(open_window):
    open_window._actions["palette"].trigger()
    return open_window.findChild(CommandPalette)


def found(palette):
    return [action.objectName() for action in palette.shown()]


def test_every_action_is_listed(palette):
    assert found(palette) == [row.id for row in ACTIONS]


@pytest.mark.parametrize("typed", ["另存为", "save as", "lcw", "LCW", "另存"])
def test_chinese_english_and_initials_find(palette, typed):
    palette.edit.setText(typed)
    assert found(palette)[0] == "save_as"


@pytest.mark.parametrize("menu", ["插入", "insert"])
def test_a_menu_finds_all_that_it_holds(palette, menu):
    palette.edit.setText(menu)
    assert {row.id for row in ACTIONS if row.menu is Menu.INSERT} <= set(found(palette))


def test_enter_runs_what_is_chosen(qtbot, palette, open_window):
    palette.edit.setText("详情窗格")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert not open_window.desk.panes.inspector.isVisible()


def test_down_goes_to_the_next(qtbot, palette):
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Up)
    assert palette.listing.currentIndex().row() == 1


def test_what_cannot_be_used_is_greyed_and_does_not_run(qtbot, palette):
    palette.edit.setText("撤销")
    index = palette.listing.currentIndex()
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_keys_are_shown(palette):
    palette.edit.setText("另存为")
    assert palette.listing.currentIndex().data(KEYS_ROLE) == "Ctrl+Shift+S"


def test_nothing_found_is_said(palette):
    palette.edit.setText("没有这个")
    assert found(palette) == []
    assert palette._empty.isVisible()
    assert not palette.listing.isVisible()


def test_better_fits_come_first():
    names = [("放大计划",), ("计划",), ("计划表",), ("别的",)]
    assert best_first("计划", names) == [1, 2, 0]


def test_every_word_must_fit():
    names = [("Save As", "另存为"), ("Save", "保存")]
    assert best_first("save as", names) == [0]
