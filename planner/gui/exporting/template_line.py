"""The office's own workbook that is filled instead of laying sheets out, if one was chosen."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import plain_label


class TemplateLine(QWidget):
    """`changed` comes when another workbook was chosen, `choose_asked` when one is to be asked for."""

    changed = Signal()
    choose_asked = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.path = ""
        self.label: QLabel = plain_label("", "muted")
        self.choose = self._button(N_("选择…"))
        self.drop = self._button(N_("不用模板"))
        self.choose.clicked.connect(self.choose_asked)
        self.drop.clicked.connect(lambda: self.take(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.drop)
        row.addWidget(self.choose)
        self.take("")

    def take(self, path: str) -> None:
        """Make this the workbook to fill; empty for none, as where the file is gone."""
        there = path if path and Path(path).is_file() else ""
        self.label.setText(Path(there).name if there else self._words(N_("不用，按版式排")))
        self.drop.setVisible(bool(there))
        if there != self.path:
            self.path = there
            self.changed.emit()

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(self._words(text))
        return button
