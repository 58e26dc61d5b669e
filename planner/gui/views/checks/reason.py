"""Asks for the reason for which findings are let stand, or a rule is switched off."""

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label


class ReasonDialog(Dialog):
    """Shows what it is about and takes a reason, without which it can't be accepted."""

    def __init__(self, words: Words, verb: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(verb, parent)
        self.column.addWidget(plain_label(sentence, bold=True))
        label = QLabel(words(N_("理由（随计划保存）")))
        label.setProperty("role", "muted")
        self.column.addWidget(label)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(words(N_("理由")))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumSize(420, 90)
        label.setBuddy(self.edit)
        self.column.addWidget(self.edit)
        self._agree = self.add_accept(verb)
        self.add_cancel(words(N_("取消")))
        self.column.addWidget(self.buttons)
        self.edit.textChanged.connect(self._allow)
        self._allow()
        self.edit.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.edit.toPlainText().strip()

    def _allow(self) -> None:
        self._agree.setEnabled(bool(self.reason))


def ask_reason(words: Words, sentence: str, parent: QWidget) -> str:
    """Ask why findings are let stand; empty for cancel."""
    return _ask(words, words(N_("设为免检")), sentence, parent)


def ask_reason_off(words: Words, sentence: str, parent: QWidget) -> str:
    """Ask why rules are switched off; empty for cancel."""
    return _ask(words, words(N_("停用规则")), sentence, parent)


def _ask(words: Words, verb: str, sentence: str, parent: QWidget) -> str:
    dialog = ReasonDialog(words, verb, sentence, parent)
    return dialog.reason if dialog.exec() else ""
