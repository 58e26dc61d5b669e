"""Asks for the time and the sort of a further column of values."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from planner.app.indicator_paste.columns import PART_NAMES, ROLES, period_of
from planner.app.value_grid import Moment
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog

AskMoment = Callable[[Words, QWidget], Moment | None]


class ColumnDialog(Dialog):
    """Takes a year, half-year, quarter, month or day, and whether its values are targets, actual or base."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words(N_("添加一栏")), parent)
        self.period = QLineEdit(self)
        self.period.setPlaceholderText(words(N_("如 2030、2025年三季度、2025年6月")))
        self.role = QComboBox(self)
        for role in ROLES:
            self.role.addItem(words(PART_NAMES[role]), role)
        form = QFormLayout()
        form.addRow(words(N_("时点")), self.period)
        form.addRow(words(N_("类型")), self.role)
        self.column.addLayout(form)
        self.column.addWidget(self.buttons)
        self._agree = self.add_accept(words(N_("添加")))
        self.add_cancel(words(N_("取消")))
        self.period.textChanged.connect(self._allow)
        self._allow()
        self.setMinimumWidth(380)

    @property
    def moment(self) -> Moment | None:
        """What was chosen; None while the time is no time."""
        period = period_of(self.period.text())
        return Moment(str(self.role.currentData()), period) if period else None

    def _allow(self) -> None:
        self._agree.setEnabled(self.moment is not None)


def ask_moment(words: Words, parent: QWidget) -> Moment | None:
    """Ask for a further column; None for cancel."""
    dialog = ColumnDialog(words, parent)
    return dialog.moment if dialog.exec() else None
