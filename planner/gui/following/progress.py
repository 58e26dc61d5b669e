"""Takes a progress report: how far, what was done, what is in the way, what comes next, by whom."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from planner.app.commands.typed import read_typed
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import Measure, Report, kind_of
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.following.deadline import day_edit

_KEYS = ("percent", "done", "problem", "next_step", "light", "reporter")
_TEXT_HEIGHT = 60


class ReportDialog(Dialog):
    """One control for each field of a report; can be accepted once it says something that can be read."""

    topic = "progress"

    def __init__(self, bridge: Bridge, measure: Measure, parent: QWidget) -> None:
        words = bridge.words
        super().__init__(words(N_("填报进展")), parent)
        self._words = words
        self._specs = [kind_of(Report).by_key[key] for key in _KEYS]
        self.controls = {spec.key: self._control(spec) for spec in self._specs}
        self.day_edit = day_edit(bridge.derived.today, self)
        self.complaint = plain_label("", "error")
        self.column.addWidget(plain_label(measure.title, bold=True))
        self.column.addWidget(plain_label(_last_said(bridge, measure), "muted"))
        form = QFormLayout()
        form.addRow(words(N_("填报日期")), self.day_edit)
        for spec in self._specs:
            form.addRow(words(spec.label), self.controls[spec.key])
        self.column.addLayout(form)
        self.column.addWidget(self.complaint)
        self.accept_button = self.add_accept(words(N_("填报")))
        self.add_cancel(words(N_("取消")))
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(480)
        self._check()
        self.controls["percent"].setFocus()

    @property
    def day(self) -> date:
        """The day of the report."""
        return date(*self.day_edit.date().getDate())

    @property
    def values(self) -> Mapping[str, Value]:
        """What was entered, by key; ValueError where it can't be read."""
        found: dict[str, Value] = {}
        for spec in self._specs:
            value = read_typed(spec, self._text(spec.key))
            if not spec.accepts(value):
                raise ValueError(spec.key)
            found[spec.key] = value
        return found

    def _text(self, key: str) -> str:
        control = self.controls[key]
        if isinstance(control, QComboBox):
            return str(control.currentData())
        return control.toPlainText() if isinstance(control, QPlainTextEdit) else control.text()

    def _check(self) -> None:
        try:
            said = any(value not in (None, "") for key, value in self.values.items() if key != "reporter")
        except ValueError:
            said = False
            self.complaint.setText(self._words(N_("完成比例请填 0 到 100 的数。")))
        else:
            self.complaint.setText("")
        self.complaint.setVisible(bool(self.complaint.text()))
        self.accept_button.setEnabled(said)

    def _control(self, spec: Field) -> QLineEdit | QPlainTextEdit | QComboBox:
        if spec.type is FieldType.CHOICE:
            box = QComboBox(self)
            for choice in spec.choices:
                box.addItem(self._words(choice.label), choice.code)
            box.currentIndexChanged.connect(self._check)
            return box
        if spec.type is FieldType.PARAGRAPH:
            text = QPlainTextEdit(self)
            text.setTabChangesFocus(True)
            text.setFixedHeight(_TEXT_HEIGHT)
            text.textChanged.connect(self._check)
            return text
        line = QLineEdit(self)
        line.textChanged.connect(self._check)
        return line


def _last_said(bridge: Bridge, measure: Measure) -> str:
    """Say what the last report said, so that nobody has to look for it."""
    words, report = bridge.words, bridge.derived.latest_report(measure.id)
    if report is None:
        return words(N_("还没有填报过。"))
    share = "" if report.percent is None else f"{report.percent:g}%"
    said = " ".join(filter(None, (report.date, share, " ".join(report.done.split()))))
    return words(N_("上次填报：{said}")).format(said=said)
