"""Which measures a preset is for, and in which order they are laid out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from planner.app.words import Words
from planner.domain.items import Measure, kind_of
from planner.domain.marks import N_
from planner.domain.own_fields import fields_of, is_own
from planner.domain.plan import Plan
from planner.gui.dialogs.form import plain_label
from planner.gui.exporting.choices import ScopeKind
from planner.gui.exporting.scope_picker import ScopePicker
from planner.gui.presets.draft import Draft

_PART = ("branch", "unit", "rows")
_UNSORTED = ("number",)


class RowsPage(QWidget):
    """What is chosen here is proposed wherever the preset is."""

    def __init__(self, draft: Draft, plan: Plan, words: Words, seen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self.scope = ScopePicker(plan, words, draft.get("selection", "branch"), seen, self)
        self.sort = QComboBox(self)
        self.sort.setAccessibleName(words(N_("排序")))
        self.sort.addItem(words(N_("按计划中的次序")), "")
        for spec in fields_of(plan, kind_of(Measure)):
            if spec.key not in _UNSORTED:
                self.sort.addItem(spec.label if is_own(spec.key) else words(spec.label), spec.key)
        self.sort.setCurrentIndex(max(self.sort.findData(draft.get("selection", "sort")), 0))
        self.descending = QCheckBox(words(N_("从大到小、从晚到早")), self)
        self.descending.setChecked(bool(draft.get("selection", "descending")))
        self._show_part()
        rows = QFormLayout(self)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(12)
        rows.addRow(words(N_("范围")), self.scope)
        rows.addRow(words(N_("排序")), self.sort)
        rows.addRow("", self.descending)
        rows.addRow(plain_label(words(N_("举措在各自的要素内排序，序号不变。")), "muted"))
        self.scope.changed.connect(self._take_part)
        self.sort.currentIndexChanged.connect(self._take_order)
        self.descending.toggled.connect(lambda _: self._take_order())
        self._take_order()

    def _show_part(self) -> None:
        branch, unit, rows = (str(self._draft.get("selection", key)) for key in _PART)
        if branch:
            self.scope.choose(ScopeKind.BRANCH, branch)
        elif unit:
            self.scope.choose(ScopeKind.UNIT, unit)
        elif rows:
            self.scope.choose_rows(rows)

    def _take_part(self) -> None:
        kind, subject = self.scope.choice()
        part = {
            "branch": subject if kind == ScopeKind.BRANCH else "",
            "unit": subject if kind == ScopeKind.UNIT else "",
            "rows": self.scope.rows(),
        }
        self._draft.put({**self._draft.get("selection"), **part}, "selection")

    def _take_order(self) -> None:
        key = str(self.sort.currentData())
        self.descending.setEnabled(bool(key))
        order = {"sort": key, "descending": bool(key) and self.descending.isChecked()}
        self._draft.put({**self._draft.get("selection"), **order}, "selection")
