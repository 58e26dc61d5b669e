"""What of the plan is exported: the whole, a branch, a unit, what a view shows, or a stage."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from planner.app.conditions.model import FACET_PREFIX, Condition, Conditions, Operator
from planner.app.facet_terms import terms_in_order
from planner.app.views import ViewSpec, write_spec
from planner.app.words import Words
from planner.domain.items import ROOT, Facet, Link, Measure, Node, Term, View
from planner.domain.marks import N_
from planner.domain.numbering import outline_numbers
from planner.domain.plan import Plan
from planner.gui.exporting.choices import ScopeKind
from planner.reports.batch import units_with_tasks

SEEN = "seen"
"""The id of what the window shows now, beside those of the saved views."""

_KINDS: Mapping[ScopeKind, str] = {
    ScopeKind.WHOLE: N_("整个计划"),
    ScopeKind.BRANCH: N_("一个分支"),
    ScopeKind.UNIT: N_("一个单位"),
    ScopeKind.VIEW: N_("视图或筛选"),
    ScopeKind.TERM: N_("阶段或类目"),
}
_INDENT = "\u3000"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose: its id, how it reads, and what it looks for, if that is how it chooses."""

    id: str
    text: str
    rows: str = ""


class ScopePicker(QWidget):
    """Two boxes: by what, and which; `changed` comes when another was chosen.

    `selected` is the row of the tree that is proposed as a branch, `seen` what the window looks for now, if
    it hides anything.
    """

    changed = Signal()

    def __init__(
        self, plan: Plan, words: Words, selected: str, seen: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self._words = words
        self._selected = selected
        self._entries = {
            ScopeKind.BRANCH: list(self._branches()),
            ScopeKind.UNIT: [Entry(unit.id, unit.display_name) for unit in units_with_tasks(plan)],
            ScopeKind.VIEW: list(self._views(seen)),
            ScopeKind.TERM: list(self._terms()),
        }
        self.kind, self.subject = QComboBox(self), QComboBox(self)
        self.kind.setAccessibleName(words(N_("范围")))
        self.subject.setAccessibleName(words(N_("范围内容")))
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.setMinimumContentsLength(12)
        for kind, text in _KINDS.items():
            if kind is ScopeKind.WHOLE or self._entries[kind]:
                self.kind.addItem(words(text), kind.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind)
        row.addWidget(self.subject, 1)
        self.kind.currentIndexChanged.connect(lambda _: self._offer())
        self.subject.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._offer()

    def choice(self) -> tuple[str, str]:
        """Return by what is chosen, and the id of what."""
        return str(self.kind.currentData()), str(self.subject.currentData() or "")

    def rows(self) -> str:
        """Return what the measures must meet, as `ExportOptions.rows`; empty where that does not matter."""
        kind, subject = self.choice()
        entries = self._entries.get(ScopeKind(kind), [])
        return next((entry.rows for entry in entries if entry.id == subject), "")

    def choose(self, kind: str, subject: str) -> bool:
        """Choose what was chosen before; what is not there any more leaves the whole plan, and False."""
        entries = self._entries.get(ScopeKind(kind), [])
        there = kind == ScopeKind.WHOLE or any(entry.id == subject for entry in entries)
        self.kind.setCurrentIndex(self.kind.findData(kind if there else ScopeKind.WHOLE.value))
        if there and subject:
            self.subject.setCurrentIndex(self.subject.findData(subject))
        return there

    def choose_rows(self, rows: str) -> bool:
        """Choose the view or stage that looks for the same; says whether there is one."""
        for kind in (ScopeKind.VIEW, ScopeKind.TERM):
            for entry in self._entries[kind]:
                if entry.rows == rows:
                    return self.choose(kind, entry.id)
        return False

    def _offer(self) -> None:
        kind = ScopeKind(self.kind.currentData())
        self.subject.blockSignals(True)
        self.subject.clear()
        for entry in self._entries.get(kind, []):
            self.subject.addItem(entry.text, entry.id)
        proposed = self.subject.findData(self._selected) if kind is ScopeKind.BRANCH else -1
        self.subject.setCurrentIndex(max(proposed, 0))
        self.subject.blockSignals(False)
        self.subject.setVisible(self.subject.count() > 0)
        self.changed.emit()

    def _branches(self) -> Iterator[Entry]:
        """Yield layers and components, and the selected measure with what is above it in its place."""
        plan, numbers = self._plan, outline_numbers(self._plan)
        for row in plan.walk():
            item = plan[row]
            if isinstance(item, Node) or (isinstance(item, Measure) and row == self._selected):
                depth = sum(1 for _ in plan.ancestors(row))
                yield Entry(row, f"{_INDENT * depth}{numbers.get(row, '')}{item.title}")

    def _views(self, seen: str) -> Iterator[Entry]:
        if seen:
            yield Entry(SEEN, self._words(N_("当前筛选结果")), seen)
        for view in self._plan.children(ROOT, View):
            yield Entry(view.id, view.title, view.spec)

    def _terms(self) -> Iterator[Entry]:
        """Yield the terms that measures carry, with those above them, facet by facet."""
        plan = self._plan
        carried: set[str] = set()
        for link in plan.of(Link).values():
            if link.relation == "term" and isinstance(plan[link.parent], Measure):
                carried |= {link.target, *plan.ancestors(link.target)}
        for facet in plan.children(ROOT, Facet):
            for term in terms_in_order(plan, facet):
                if term in carried:
                    text = self._words(N_("{facet}：{term}"))
                    title = plan.get(term, Term).title
                    yield Entry(term, text.format(facet=facet.title, term=title), _of_term(facet.key, term))


def _of_term(facet_key: str, term: str) -> str:
    condition = Condition(f"{FACET_PREFIX}{facet_key}", Operator.ANY_OF, (term,))
    return write_spec(ViewSpec(conditions=Conditions((condition,))))
