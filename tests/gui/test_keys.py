"""Keys that the person chooses: captured, refused, taken from another, kept, and acting at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from planner.gui.actions import ACTIONS
from planner.gui.dialogs.shortcuts import ShortcutsDialog
from planner.gui.keys import KeyMap, can_be_chosen, table_keys
from planner.gui.settings_store import SettingsStore

ROWS = {row.id: row for row in ACTIONS}


@pytest.fixture
def keymap(context):
    return KeyMap(context.settings)


@pytest.fixture
def dialog(keymap, context, window):
    dialog = ShortcutsDialog(keymap, context.words, window)
    dialog.show()
    return dialog


def choose(dialog, action_id, keys):
    dialog.listing.setCurrentItem(dialog._items[action_id])
    dialog.capture.setKeySequence(QKeySequence(keys))


def test_keys_are_captured_and_act_at_once(qtbot, dialog, window):
    choose(dialog, "about", "")
    qtbot.keyClick(dialog.capture, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert dialog.capture.keySequence() == QKeySequence("Ctrl+K")
    dialog.assign_button.click()
    assert window._actions["about"].shortcuts() == []
    dialog.accept()
    assert window._actions["about"].shortcuts() == [QKeySequence("Ctrl+K")]
    assert window._actions["about"].toolTip() == "关于 (Ctrl+K)"


def test_row_07_a_key_that_is_taken_says_by_what_and_changes_hands(dialog, keymap):
    choose(dialog, "about", "Ctrl+S")
    assert "“保存”" in dialog.message.text()
    dialog.assign()
    dialog.accept()
    keys = keymap.keys()
    assert keys["about"] == (QKeySequence("Ctrl+S"),)
    assert QKeySequence("Ctrl+S") not in keys["save"]


@pytest.mark.parametrize("keys", ["A", "Shift+A", "Return", "Left", "Tab", "Ctrl+Tab", ""])
def test_typing_and_moving_keep_their_keys(qapp, keys):
    assert not can_be_chosen(QKeySequence(keys))


@pytest.mark.parametrize("keys", ["Ctrl+K", "Alt+Shift+X", "F7", "Ins", "Shift+F3"])
def test_other_keys_may_be_chosen(qapp, keys):
    assert can_be_chosen(QKeySequence(keys))


def test_a_bare_letter_is_refused_with_its_reason(dialog):
    choose(dialog, "about", "A")
    assert not dialog.assign_button.isEnabled()
    assert "Ctrl" in dialog.message.text()
    dialog.assign()
    assert dialog._keys["about"] == ()


def test_reset_takes_the_key_back(dialog):
    choose(dialog, "about", "Ctrl+S")
    dialog.assign()
    dialog.listing.setCurrentItem(dialog._items["save"])
    dialog.reset_button.click()
    assert dialog._keys["save"] == table_keys(ROWS["save"])
    assert dialog._keys["about"] == ()


def test_all_keys_go_back_to_the_table(dialog, context):
    choose(dialog, "about", "Ctrl+S")
    dialog.assign()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "全部恢复默认").click()
    dialog.accept()
    assert context.settings.value("shortcuts") == ()


def test_choices_survive_a_restart(keymap, context):
    keymap.choose({**keymap.keys(), "about": (QKeySequence("Ctrl+K"),), "save": ()})
    again = KeyMap(SettingsStore(context.services.folders.config)).keys()
    assert again["about"] == (QKeySequence("Ctrl+K"),)
    assert again["save"] == ()
    assert again["open"] == table_keys(ROWS["open"])


def test_cancelled_choices_are_forgotten(dialog, keymap):
    choose(dialog, "about", "Ctrl+K")
    dialog.assign()
    dialog.reject()
    assert keymap.keys()["about"] == ()


def test_the_list_is_searched_by_name_and_key(dialog):
    dialog.search.setText("ctrl+shift+p")
    shown = [action_id for action_id, item in dialog._items.items() if not item.isHidden()]
    assert shown == ["palette"]
