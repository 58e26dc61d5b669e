"""Completes the last of several names in a line and leaves those before it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_SEPARATORS = "、，,；;"


class NameCompleter(QCompleter):
    """Completes names from a list by any part of them."""

    def __init__(self, line: QLineEdit, names: QStringListModel) -> None:
        super().__init__(names, line)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:
        return [path[_start_of_last(path) :].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        line = self.widget()
        typed = line.text() if isinstance(line, QLineEdit) else ""
        return typed[: _start_of_last(typed)] + super().pathFromIndex(index)


def _start_of_last(text: str) -> int:
    return max(text.rfind(sign) for sign in _SEPARATORS) + 1
