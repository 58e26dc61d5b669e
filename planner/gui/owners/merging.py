"""Asks which of several units stays when they become one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QRadioButton, QWidget

from planner.app.words import Words
from planner.domain.items import Unit
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label


class MergeDialog(Dialog):
    """Lists units, of which one is to stay."""

    topic = "owners"

    def __init__(self, words: Words, units: Sequence[Unit], parent: QWidget) -> None:
        super().__init__(words(N_("合并单位")), parent)
        self._units = units
        self.column.addWidget(plain_label(words(N_("保留哪一个名称？")), bold=True))
        self.choices = [QRadioButton(unit.title.replace("&", "&&"), self) for unit in units]
        for choice in self.choices:
            self.column.addWidget(choice)
        self.choices[0].setChecked(True)
        hint = words(N_("其他名称成为它的别称，所有引用都改到它名下；可以撤销。"))
        self.column.addWidget(plain_label(hint, "muted"))
        self.add_accept(words(N_("合并")))
        self.add_cancel(words(N_("取消")))
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(420)

    @property
    def kept(self) -> str:
        """The id of the unit that stays."""
        return next(
            unit.id for unit, choice in zip(self._units, self.choices, strict=True) if choice.isChecked()
        )


def ask_kept(words: Words, units: Sequence[Unit], parent: QWidget) -> str:
    """Ask which unit stays; empty for cancel."""
    dialog = MergeDialog(words, units, parent)
    return dialog.kept if dialog.exec() else ""
