"""Which keys stand for which action: those of the table, or those that the person chose instead.

A choice is kept as `id=keys` in the hidden setting `shortcuts`; actions without a choice follow the table,
also when a later version gives them other keys.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from planner.gui.actions import ACTIONS, Action
from planner.gui.settings_store import SettingsStore

SETTING = "shortcuts"
Keys = tuple[QKeySequence, ...]

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_HELD = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_FREE_ALONE = frozenset((_Key.Key_Insert, _Key.Key_Delete))


class KeyMap:
    """The keys in force on this machine."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def keys(self) -> dict[str, Keys]:
        """The keys of every action, the one that menus show first."""
        chosen = self._chosen()
        return {row.id: chosen.get(row.id, table_keys(row)) for row in ACTIONS}

    def choose(self, keys: Mapping[str, Keys]) -> None:
        """Keep what differs from the table."""
        differing = [row.id for row in ACTIONS if keys[row.id] != table_keys(row)]
        entries = (f"{row_id}={QKeySequence.listToString(keys[row_id])}" for row_id in differing)
        self._settings.set(SETTING, tuple(entries))

    def _chosen(self) -> dict[str, Keys]:
        kept = self._settings.value(SETTING)
        entries = kept if isinstance(kept, tuple) else ()
        parts = (entry.partition("=") for entry in entries)
        return {row_id: tuple(QKeySequence.listFromString(text)) if text else () for row_id, _, text in parts}


def key_sequences(row: Action) -> list[QKeySequence]:
    """The keys that the table gives an action on this platform, the platform's own first, each once."""
    sequences: dict[str, QKeySequence] = {}
    for key in row.keys:
        found = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        sequences |= {sequence.toString(): sequence for sequence in found}
    return list(sequences.values())


def table_keys(row: Action) -> Keys:
    """The keys that the table gives an action, to be compared with a choice."""
    return tuple(key_sequences(row))


def can_be_chosen(sequence: QKeySequence) -> bool:
    """Whether keys leave typing and moving about alone: with Ctrl, Alt or Meta, or a function key."""
    if sequence.isEmpty():
        return False
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # absent from Qt's stubs
    if pressed.keyboardModifiers() & _HELD:
        return pressed.key() not in (_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Escape)
    return _Key.Key_F1 <= pressed.key() <= _Key.Key_F35 or pressed.key() in _FREE_ALONE


def holders(keys: Mapping[str, Keys], sequence: QKeySequence) -> list[str]:
    """The ids of the actions that a sequence stands for."""
    return [row_id for row_id, taken in keys.items() if sequence in taken]


def key_text(keys: Sequence[QKeySequence]) -> str:
    """Keys as a person reads them on this platform."""
    return "  ".join(sequence.toString(QKeySequence.SequenceFormat.NativeText) for sequence in keys)
