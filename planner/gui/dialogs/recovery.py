"""Offers the edits that an unexpected end of the program left unsaved."""

from datetime import datetime
from enum import Enum

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QWidget

from planner.app.messages import step_name
from planner.app.plan_store import Match, Recoverable
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label

_MATCHES = {
    Match.CHANGED: N_("计划文件在那之后又改过，只能恢复仍然适用的编辑。"),
    Match.GONE: N_("计划文件已不在原处，会恢复为一个未命名的计划。"),
}


class Recovery(Enum):
    """What to do with what was left unsaved."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"


class RecoveryDialog(Dialog):
    """Lists the edits of one plan; Esc leaves them for another time."""

    topic = "files"

    def __init__(self, found: Recoverable, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("恢复未保存的编辑"), parent)
        self.setObjectName("recovery_dialog")
        self.setMinimumWidth(480)
        self.answer = Recovery.LATER
        title = words("“{title}”有 {count} 处编辑没有保存").format(
            title=found.title or words("未命名计划"), count=len(found.entries)
        )
        self.column.addWidget(plain_label(title, factor=1.2, bold=True))
        when = words("上次程序意外结束，最后一处编辑在 {time}。").format(time=local_time(found.when))
        self.column.addWidget(plain_label(when, "muted"))
        steps = QListWidget()
        steps.setObjectName("recovery_steps")
        steps.setAccessibleName(words("未保存的编辑"))
        steps.addItems(step_texts(found, words))
        self.column.addWidget(steps)
        remarks = [words(_MATCHES[found.match])] if found.match in _MATCHES else []
        if found.torn:
            remarks.append(words("最后一处编辑没有写完，无法恢复。"))
        for remark in remarks:
            self.column.addWidget(plain_label(remark, "warning"))
        self.column.addWidget(self.buttons)
        self.add_accept(words("恢复"))
        self.add_cancel(words("以后再说"))
        discard = self.buttons.addButton(words("丢弃"), QDialogButtonBox.ButtonRole.DestructiveRole)
        discard.setProperty("role", "danger")
        discard.setAutoDefault(False)
        discard.clicked.connect(self._discard)

    def accept(self) -> None:
        self.answer = Recovery.RECOVER
        super().accept()

    def _discard(self) -> None:
        self.answer = Recovery.DISCARD
        self.done(QDialog.DialogCode.Rejected)


def ask_recovery(found: Recoverable, words: Words, parent: QWidget | None) -> Recovery:
    """Ask what to do with what was left unsaved."""
    dialog = RecoveryDialog(found, words, parent)
    dialog.exec()
    return dialog.answer


def step_texts(found: Recoverable, words: Words) -> list[str]:
    """Name each unsaved edit with its time; one that can't be read is said to be so."""
    texts = []
    for entry in found.entries:
        try:
            change_set = entry.change_set()
        except (Refused, ValueError):
            texts.append(words("无法读出的编辑"))
        else:
            texts.append(f"{local_time(change_set.time)}  {step_name(words, change_set.label)}")
    return texts


def local_time(moment: str) -> str:
    """A moment (ISO 8601) as the clock on the wall showed it; unchanged if it is none."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment
