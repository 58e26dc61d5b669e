"""The choices of an export as a form; it decides nothing and remembers nothing."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.words import LANGUAGES, Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import plain_label
from planner.gui.exporting.choices import Choices, ScopeKind
from planner.gui.exporting.scope_picker import ScopePicker
from planner.gui.exporting.sheet_list import SheetList
from planner.gui.exporting.subject import Layouts, Subject
from planner.gui.exporting.template_line import TemplateLine
from planner.gui.icons import Icons
from planner.reports.batch import DEFAULT_PATTERN, file_names, units_with_tasks
from planner.reports.formats import ExportFormat
from planner.reports.options import TimeUnit

FORM_NAMES = {
    ExportFormat.XLSX: N_("Excel 工作簿（.xlsx）"),
    ExportFormat.CSV: N_("CSV 表格（.csv）"),
    ExportFormat.MARKDOWN: N_("Markdown 大纲（.md）"),
    ExportFormat.HTML: N_("网页大纲（.html）"),
    ExportFormat.OPML: N_("OPML 大纲（.opml）"),
}
_LANGUAGE_NAMES = {"zh": N_("中文"), "en": N_("English")}
_TIME_UNITS = {TimeUnit.QUARTER: N_("按季度"), TimeUnit.MONTH: N_("按月")}
_WIDTH = 400


class ExportForm(QScrollArea):
    """`changed` comes at each choice, `sheet_chosen` carries the sheet to look at."""

    changed = Signal()
    sheet_chosen = Signal(str)

    def __init__(
        self, subject: Subject, layouts: Layouts, words: Words, icons: Icons, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self._words = words
        self._loading = False
        self._kept = Choices()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH)
        self.form = self._box(N_("格式"), ((form.value, words(name)) for form, name in FORM_NAMES.items()))
        self.preset = self._box(N_("版式"), layouts.names())
        self.edit_preset = QToolButton(self)
        self.edit_preset.setText(words(N_("编辑…")))
        self.edit_preset.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.template = TemplateLine(words, self)
        self.scope = ScopePicker(subject.plan, words, subject.selected, subject.seen, self)
        languages = ((code, words(_LANGUAGE_NAMES[code])) for code in LANGUAGES)
        self.language = self._box(N_("语言"), languages)
        self.sheets = SheetList(words, icons, self)
        self.yearly = QCheckBox(words(N_("年度目标")), self)
        self.quarterly = QCheckBox(words(N_("季度目标")), self)
        self.gantt = self._box(
            N_("甘特图"), ((unit.value, words(text)) for unit, text in _TIME_UNITS.items())
        )
        self.each_unit = QCheckBox(words(N_("每个单位一个文件")), self)
        self.pattern = QLineEdit(self)
        self.pattern.setAccessibleName(words(N_("文件名")))
        self.pattern.setPlaceholderText(DEFAULT_PATTERN)
        self.example = plain_label("", "muted")
        self._rows = QFormLayout()
        self._lay_out()
        self._connect()

    @property
    def fills_template(self) -> bool:
        """Whether an office's own workbook is filled."""
        return bool(self.template.path) and self._is_form(ExportFormat.XLSX)

    def choices(self) -> Choices:
        """Return what is chosen."""
        scope, subject = self.scope.choice()
        return replace(
            self._kept,
            form=str(self.form.currentData()),
            sheets=self.sheets.choices(),
            preset=str(self.preset.currentData()),
            scope=scope,
            subject=subject,
            language=str(self.language.currentData()),
            yearly_goals=self.yearly.isChecked(),
            quarterly_goals=self.quarterly.isChecked(),
            gantt_unit=str(self.gantt.currentData()),
            each_unit=self.each_unit.isChecked(),
            pattern=self.pattern.text(),
            template=self.template.path,
        )

    def rows(self) -> str:
        """Return what the measures must meet, as `ExportOptions.rows`."""
        return self.scope.rows()

    def load(self, choices: Choices) -> None:
        """Show choices; what is not there any more is left as it usually is."""
        self._loading = True
        self._kept = choices
        _choose(self.form, choices.form)
        _choose(self.preset, choices.preset)
        _choose(self.language, choices.language or self._words.language)
        _choose(self.gantt, choices.gantt_unit)
        self.scope.choose(choices.scope, choices.subject)
        self.sheets.set_single(self._is_form(ExportFormat.CSV))
        self.sheets.offer(choices.sheets)
        self.yearly.setChecked(choices.yearly_goals)
        self.quarterly.setChecked(choices.quarterly_goals)
        self.each_unit.setChecked(choices.each_unit)
        self.pattern.setText(choices.pattern)
        self.template.take(choices.template)
        self._loading = False
        self._follow()

    def offer_layouts(self, layouts: Layouts, chosen: str) -> None:
        """Show presets anew, after one came, went or was renamed."""
        self._loading = True
        self.preset.clear()
        for preset, name in layouts.names():
            self.preset.addItem(name, preset)
        _choose(self.preset, chosen)
        self._loading = False
        self._follow()

    def _box(self, name: str, entries: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self._words(name))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        for code, text in entries:
            box.addItem(text, code)
        return box

    def _is_form(self, *forms: ExportFormat) -> bool:
        return self.form.currentData() in forms

    def _follow(self) -> None:
        """Show what matters for the form chosen, and say so to whoever listens."""
        if self._loading:
            return
        tables = self._is_form(ExportFormat.XLSX, ExportFormat.CSV)
        self.sheets.set_single(self._is_form(ExportFormat.CSV))
        keys = {choice.key for choice in self.sheets.choices()}
        filling = self.fills_template
        rows = self._rows
        for widget, shown in (
            (self.template, self._is_form(ExportFormat.XLSX)),
            (self._preset_row, self._is_form(ExportFormat.XLSX) and not filling),
            (self.sheets, tables and not filling),
            (self._goals, tables and not filling and "work_plan" in keys),
            (self.gantt, tables and not filling and "gantt" in keys),
            (self._batch, bool(units_with_tasks(self._subject.plan))),
        ):
            rows.setRowVisible(widget, shown)
        by_unit = self.scope.choice()[0] == ScopeKind.UNIT
        self.each_unit.setEnabled(not by_unit)
        batch = self.each_unit.isChecked() and not by_unit
        self.pattern.setVisible(batch)
        self.example.setVisible(batch)
        if batch:
            self.example.setText(self._example())
        self.changed.emit()

    def _example(self) -> str:
        """Say what the files will be called, by the first of them."""
        units = units_with_tasks(self._subject.plan)
        form = ExportFormat(self.form.currentData())
        first = file_names(self._subject.plan, units, self.pattern.text(), form)[0]
        text = self._words(N_("可用 {{title}}、{{unit}}、{{number}}。共 {count} 个文件，如：{name}"))
        return text.format(count=len(units), name=first)

    def _lay_out(self) -> None:
        words, rows = self._words, self._rows
        self._preset_row = _side_by_side((self.preset, 1), (self.edit_preset, 0))
        self._goals = _side_by_side((self.yearly, 0), (self.quarterly, 0), (QWidget(self), 1))
        self._batch = QWidget(self)
        batch = QVBoxLayout(self._batch)
        batch.setContentsMargins(0, 0, 0, 0)
        for widget in (self.each_unit, self.pattern, self.example):
            batch.addWidget(widget)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(10)
        rows.addRow(words(N_("格式")), self.form)
        rows.addRow(words(N_("模板")), self.template)
        rows.addRow(words(N_("版式")), self._preset_row)
        rows.addRow(words(N_("范围")), self.scope)
        rows.addRow(words(N_("语言")), self.language)
        rows.addRow(words(N_("工作表")), self.sheets)
        rows.addRow(words(N_("工作计划")), self._goals)
        rows.addRow(words(N_("甘特图")), self.gantt)
        rows.addRow(words(N_("分单位")), self._batch)
        content = QWidget(self)
        rows.setContentsMargins(0, 0, 12, 0)
        content.setLayout(rows)
        self.setWidget(content)

    def _connect(self) -> None:
        for box in (self.form, self.preset, self.language, self.gantt):
            box.currentIndexChanged.connect(lambda _: self._follow())
        for check in (self.yearly, self.quarterly, self.each_unit):
            check.toggled.connect(lambda _: self._follow())
        self.pattern.textChanged.connect(lambda _: self._follow())
        self.scope.changed.connect(self._follow)
        self.template.changed.connect(self._follow)
        self.sheets.changed.connect(self._follow)
        self.sheets.current_changed.connect(self.sheet_chosen)


def _choose(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(max(box.findData(code), 0))


def _side_by_side(*parts: tuple[QWidget, int]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget, stretch in parts:
        layout.addWidget(widget, stretch)
    return row
