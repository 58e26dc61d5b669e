"""Takes an official change of a deadline: the new words, why, who approved it and when."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from planner.app.explain import Explanations
from planner.domain.items import Measure
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.dialogs.form import Dialog, plain_label

_REASON_HEIGHT = 72


class DeadlineDialog(Dialog):
    """Shows while typing what the new words are read as; can be accepted once there are other words."""

    topic = "deadlines"

    def __init__(self, bridge: Bridge, measure: Measure, parent: QWidget) -> None:
        words = bridge.words
        super().__init__(words(N_("调整完成时限")), parent)
        self._measure = measure
        self._before = bridge.derived.due_words(measure)
        self._explanations = Explanations(bridge.plan, bridge.derived, bridge.cells, words)
        self.due = QLineEdit(self)
        self.reading = plain_label("", "muted")
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_REASON_HEIGHT)
        self.approval = QLineEdit(self)
        self.day_edit = day_edit(bridge.derived.today, self)
        self.column.addWidget(plain_label(measure.title, bold=True))
        form = QFormLayout()
        form.addRow(words(N_("现行时限")), plain_label(self._before or words(N_("未定"))))
        form.addRow(words(N_("调整后时限")), self.due)
        form.addRow("", self.reading)
        form.addRow(words(N_("调整原因")), self.reason)
        form.addRow(words(N_("批准")), self.approval)
        form.addRow(words(N_("调整日期")), self.day_edit)
        self.column.addLayout(form)
        self.column.addWidget(plain_label(words(N_("原定时限保留，每次调整都记录在案。")), "muted"))
        self.accept_button = self.add_accept(words(N_("调整时限")))
        self.add_cancel(words(N_("取消")))
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(480)
        self.due.textChanged.connect(self._read)
        self._read()
        self.due.setFocus()

    @property
    def day(self) -> date:
        """The day of the change."""
        return date(*self.day_edit.date().getDate())

    def _read(self) -> None:
        typed = " ".join(self.due.text().split())
        self.reading.setText(self._explanations.due_hint(self._measure, typed))
        self.accept_button.setEnabled(bool(typed) and typed != self._before)


def day_edit(day: date, parent: QWidget) -> QDateEdit:
    """Make the control for a day, with a calendar."""
    edit = QDateEdit(QDate(day.year, day.month, day.day), parent)
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setCalendarPopup(True)
    return edit
