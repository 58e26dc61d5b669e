"""The choice of the sheet and of what it is printed; only the print preview imports it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QWidget

from planner.app.periods import closed_periods
from planner.app.words import Words
from planner.domain.items import ROOT, Unit
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.print_preview.choices import Reach, Wanted
from planner.gui.print_preview.controls import choice_box
from planner.gui.product import plan_filter
from planner.reports.status.sheets import BY_KEY, STATUS_SHEETS, About

_FILE = "\0file"
"""The entry of the comparisons that asks for another plan file."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected in the window: measures, and the branch of a layer or component, empty for none."""

    measures: tuple[str, ...] = ()
    branch: str = ""
    branch_name: str = ""


class SubjectForm(QWidget):
    """Shows which sheet is wanted, of what and of when. `changed` comes when a person chose otherwise."""

    changed = Signal()

    def __init__(self, plan: Plan, selection: Selection, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._selection = selection
        self.form = QFormLayout(self)
        self._file = ""
        self.sheet = self._combo("sheet", [(sheet.key, words(sheet.label)) for sheet in STATUS_SHEETS])
        self.reach = self._combo("reach", ())
        units = plan.children(ROOT, Unit)
        self.unit = self._combo("unit", [(unit.id, unit.display_name) for unit in units])
        self.unit.setEditable(False)
        periods = [period.title for period in closed_periods(plan)]
        self.period = self._combo("period", [("", words(N_("目前"))), *((name, name) for name in periods)])
        self.compare = self._combo(
            "compare",
            [
                ("", words(N_("不对比"))),
                *((name, name) for name in periods),
                (_FILE, words(N_("另一份计划文件…"))),
            ],
        )
        self.language = self._combo("language", [("zh", words(N_("中文"))), ("en", "English")])
        self.apart = QCheckBox(words(N_("每张单独成文件，各自编页码")))
        self.apart.toggled.connect(self.changed)
        self.sheet.currentIndexChanged.connect(self._offer_reaches)
        self.reach.currentIndexChanged.connect(self._show_unit)
        self.compare.activated.connect(self._ask_file)
        self._lay_out()

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        compare = self.compare.currentData()
        return Wanted(
            sheet=self.sheet.currentData(),
            reach=Reach(self.reach.currentData()),
            unit=self.unit.currentData() or "",
            period=self.period.currentData(),
            compare="" if compare == _FILE else compare,
            compare_file=self._file if compare == _FILE else "",
            language=self.language.currentData(),
            apart=self.apart.isChecked(),
        )

    def show_wanted(self, wanted: Wanted) -> None:
        """Show a choice without saying that it changed."""
        blocked = self.blockSignals(True)
        self.sheet.setCurrentIndex(max(self.sheet.findData(wanted.sheet), 0))
        self._offer_reaches()
        self.reach.setCurrentIndex(max(self.reach.findData(wanted.reach.value), 0))
        self.unit.setCurrentIndex(max(self.unit.findData(wanted.unit), 0))
        self.period.setCurrentIndex(max(self.period.findData(wanted.period), 0))
        self._file = wanted.compare_file
        compare = _FILE if wanted.compare_file else wanted.compare
        self.compare.setCurrentIndex(max(self.compare.findData(compare), 0))
        self.language.setCurrentIndex(max(self.language.findData(wanted.language), 0))
        self.apart.setChecked(wanted.apart)
        self._show_unit()
        self.blockSignals(blocked)

    def _offer_reaches(self) -> None:
        """Offer what such a sheet can be about; the selection comes first where it fits."""
        words, chosen = self._words, self._selection
        about = BY_KEY[self.sheet.currentData()].about
        options: list[tuple[Reach, str]] = []
        if about is About.MEASURE:
            if chosen.measures:
                text = words(N_("选中的举措（{count} 项）")).format(count=len(chosen.measures))
                options.append((Reach.SELECTED, text))
            options.append((Reach.ALL, words(N_("全部举措，每项一张"))))
        else:
            options.append((Reach.ALL, words(N_("整份计划"))))
        if about is About.UNIT and self.unit.count():
            options.append((Reach.EACH_UNIT, words(N_("每个单位一张"))))
        if about is not About.PLAN and self.unit.count():
            options.append((Reach.UNIT, words(N_("一个单位"))))
        if chosen.branch and self.sheet.currentData() in {"measure", "progress", "workplan"}:
            options.append((Reach.BRANCH, words(N_("分支：{name}")).format(name=chosen.branch_name)))
        blocked = self.reach.blockSignals(True)
        self.reach.clear()
        for reach, text in options:
            self.reach.addItem(text, reach.value)
        self.reach.blockSignals(blocked)
        self._show_unit()

    def _show_unit(self) -> None:
        reach = Reach(self.reach.currentData())
        self.form.setRowVisible(self.unit, reach is Reach.UNIT)
        many = reach is Reach.EACH_UNIT or BY_KEY[self.sheet.currentData()].about is About.MEASURE
        self.form.setRowVisible(self.apart, many)

    def _ask_file(self) -> None:
        if self.compare.currentData() != _FILE:
            return
        title = self._words(N_("与哪份计划对比"))
        self._file, _ = QFileDialog.getOpenFileName(self, title, "", plan_filter(self._words))
        if not self._file:
            self.compare.setCurrentIndex(0)
        self.changed.emit()

    def _combo(self, name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
        combo = choice_box(f"print_{name}", options)
        combo.currentIndexChanged.connect(self._tell)
        return combo

    def _tell(self) -> None:
        if self.compare.currentData() != _FILE or self._file:
            self.changed.emit()

    def _lay_out(self) -> None:
        words = self._words
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (words(N_("表单")), self.sheet),
            (words(N_("范围")), self.reach),
            (words(N_("单位")), self.unit),
            ("", self.apart),
            (words(N_("时期")), self.period),
            (words(N_("对比")), self.compare),
            (words(N_("文字")), self.language),
        ):
            self.form.addRow(label, field)
            if label:
                field.setAccessibleName(label)
        self._offer_reaches()
