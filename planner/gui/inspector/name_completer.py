"""Completes the last of several names in a line and leaves those before it. Any pane may import it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QStringListModel, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit

from planner.app.name_suggestions import Suggest

_SEPARATORS = "、，,；;"


class NameCompleter(QCompleter):
    """Offers what `suggest` proposes for the name at the end of the line, as it is typed."""

    def __init__(self, line: QLineEdit, suggest: Suggest) -> None:
        self._names = QStringListModel()
        super().__init__(self._names, line)
        self._names.setParent(self)
        self._line = line
        self._suggest = suggest
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.setCompleter(self)
        line.textEdited.connect(self._propose)

    def open(self) -> None:
        """Open the list, also before anything is typed."""
        self._propose(self._line.text())
        self.setCompletionPrefix(self._line.text())
        self.complete()

    def splitPath(self, path: str) -> list[str]:
        return [path[_start_of_last(path) :].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        typed = self._line.text()
        return typed[: _start_of_last(typed)] + super().pathFromIndex(index)

    def _propose(self, typed: str) -> None:
        """List the names before Qt opens the list, which it does right after telling of the edit."""
        name = typed[_start_of_last(typed) :].strip()
        self._names.setStringList(self._suggest(name))
        if name.isascii() and name.isalpha():
            QTimer.singleShot(0, self, self._choose_first)

    def _choose_first(self) -> None:
        """Let Enter take the first name where initials were typed, which nobody means as a name."""
        if self.popup().isVisible() and self._names.rowCount():
            with QSignalBlocker(self):
                self.popup().setCurrentIndex(self.completionModel().index(0, 0))


def _start_of_last(text: str) -> int:
    return max(text.rfind(sign) for sign in _SEPARATORS) + 1
