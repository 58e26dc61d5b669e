"""Asks for a name that is not taken."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label

_WIDTH = 320


class NameDialog(Dialog):
    """`chosen` carries the name when it was accepted."""

    topic = "finding"

    chosen = Signal(str)

    def __init__(
        self, title: str, verb: str, words: Words, name: str, taken: Collection[str], parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self._words = words
        self._taken = taken
        self.edit = QLineEdit(name)
        self.edit.setMinimumWidth(_WIDTH)
        self.edit.setAccessibleName(words(N_("名称")))
        self.edit.selectAll()
        self.note = plain_label("", "error")
        label = plain_label(words(N_("名称")))
        label.setBuddy(self.edit)
        for widget in (label, self.edit, self.note, self.buttons):
            self.column.addWidget(widget)
        self.add_accept(verb)
        self.add_cancel(words(N_("取消")))
        self.edit.textChanged.connect(lambda _: self._judge())
        self._judge()

    @property
    def name(self) -> str:
        """The name as it would be kept."""
        return " ".join(self.edit.text().split())

    def accept(self) -> None:
        if self._is_good():
            self.chosen.emit(self.name)
            super().accept()

    def _is_good(self) -> bool:
        return bool(self.name) and self.name not in self._taken

    def _judge(self) -> None:
        taken = self.name in self._taken
        self.note.setText(self._words(N_("已有同名的，请换一个名称。")) if taken else "")
        self.note.setVisible(taken)
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                button.setEnabled(self._is_good())
