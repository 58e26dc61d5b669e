"""Makes the actions of one window from their table and keeps them true to the window's situation."""

from collections.abc import Callable, Mapping
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.actions import ACTIONS, Action
from planner.gui.icons import Icons
from planner.gui.keys import KeyMap, key_text
from planner.gui.situation import Situation

PartOf = Callable[[str], object]
"""Finds a part of the window (`files`, `desk`, `tree`, `window`, `shell`) by its name."""

_STEPS = {"undo": N_("撤销 {step}(&U)"), "redo": N_("重做 {step}(&R)")}


class ActionSet:
    """The window's actions by id; each one's objectName is its id."""

    def __init__(self, window: QWidget, icons: Icons, words: Words, keymap: KeyMap, part_of: PartOf) -> None:
        self._words = words
        self._keymap = keymap
        self._part_of = part_of
        self._rows: Mapping[str, Action] = {row.id: row for row in ACTIONS}
        self._actions = {row.id: self._make(row, window, icons) for row in ACTIONS}
        self.follow_keys()
        self.update(Situation())

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def key_text(self, action_id: str) -> str:
        """The keys of an action as a person reads them."""
        return key_text(self._actions[action_id].shortcuts())

    def follow_keys(self) -> None:
        """Let the keys in force act, now."""
        for action_id, keys in self._keymap.keys().items():
            action = self._actions[action_id]
            action.setShortcuts(keys)
            action.setToolTip(tool_tip(action.text(), action.shortcut()))

    def attach(self, table: QWidget, *, flat: bool = False) -> None:
        """Let the keys of the actions that belong to the tree, or to a `flat` list of its rows, act there."""
        table.addActions([self._actions[row.id] for row in ACTIONS if row.in_tree and _acts_in(row, flat)])

    def row_menu(self, table: QWidget, *, flat: bool = False) -> QMenu:
        """Return the menu of a row of the tree or a `flat` list, which deletes itself when it has closed."""
        menu = QMenu(table)
        menu.setObjectName("menu_row")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = (row for row in ACTIONS if row.context and _acts_in(row, flat))
        rows = sorted(offered, key=lambda row: row.context)
        for _, members in groupby(rows, key=lambda row: row.context // 10):
            menu.addActions([self._actions[row.id] for row in members])
            menu.addSeparator()
        return menu

    def update(self, situation: Situation) -> None:
        """Enable what can be used, and name the steps of undo and redo."""
        for action_id, action in self._actions.items():
            action.setEnabled(self._rows[action_id].enabled(situation))
        for action_id, step in (("undo", situation.undo), ("redo", situation.redo)):
            text = _STEPS[action_id] if step else self._rows[action_id].text
            self._word(self._actions[action_id], self._words(text).format(step=step.replace("&", "&&")))

    def _make(self, row: Action, window: QWidget, icons: Icons) -> QAction:
        action = QAction(window)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        if row.icon:
            action.setIcon(icons.icon(row.icon))
        if row.in_tree:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            window.addAction(action)
        action.triggered.connect(lambda checked: self._trigger(row, checked))
        self._word(action, self._words(row.text))
        return action

    def _trigger(self, row: Action, checked: bool) -> None:
        part, _, path = row.handler.partition(".")
        handler = attrgetter(path)(self._part_of(part))
        if row.checkable:
            handler(checked)
        elif row.argument:
            handler(row.argument)
        else:
            handler()

    def _word(self, action: QAction, text: str) -> None:
        action.setText(text)
        action.setIconText(plain_name(text))
        action.setToolTip(tool_tip(text, action.shortcut()))


def _acts_in(row: Action, flat: bool) -> bool:
    """Whether an action has a meaning where rows have no levels."""
    return not flat or not row.handler.startswith("tree.")


def tool_tip(text: str, shortcut: QKeySequence) -> str:
    """What a button says: the action's name without access key and dots, and its first key."""
    name = plain_name(text)
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({keys})" if keys else name


def plain_name(text: str) -> str:
    """An action's text without access key, be it “保存(&S)”, “List (&L)” or “&Save”, and without dots."""
    head, mark, rest = text.partition("(&")
    bare = head.rstrip() + rest[2:] if mark else text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return bare.removesuffix("…")
