"""Asks for the reason for which a finding is let stand."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label


class ReasonDialog(Dialog):
    """Shows the finding and takes a reason, without which it can't be accepted."""

    topic = "checks"

    def __init__(self, words: Words, sentence: str, parent: QWidget) -> None:
        super().__init__(words(N_("免检")), parent)
        self.column.addWidget(plain_label(sentence, bold=True))
        label = QLabel(words(N_("免检的理由（随计划保存）")))
        label.setProperty("role", "muted")
        self.column.addWidget(label)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(words(N_("免检理由")))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(420, 90)
        label.setBuddy(self.edit)
        self.column.addWidget(self.edit)
        self.add_accept(words(N_("免检")))
        self.add_cancel(words(N_("取消")))
        self.column.addWidget(self.buttons)
        self._accept = next(
            button
            for button in self.buttons.buttons()
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.edit.textChanged.connect(self._allow)
        self._allow()
        self.edit.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.edit.toPlainText().strip()

    def _allow(self) -> None:
        self._accept.setEnabled(bool(self.reason))


def ask_reason(words: Words, sentence: str, parent: QWidget) -> str:
    """Ask for a reason; empty for cancel."""
    dialog = ReasonDialog(words, sentence, parent)
    return dialog.reason if dialog.exec() else ""
