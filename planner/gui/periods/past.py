"""A past state of the plan, and what has moved since one, as tables; without widgets.

Only `planner.gui.periods` imports it.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.document import Content
from planner.app.periods import PastState, state_of
from planner.app.words import Words
from planner.domain.marks import N_
from planner.reports.status.asking import comparison_of
from planner.reports.status.order import Order
from planner.reports.status.sheets import SheetMaker
from planner.reports.status.table_parts import without_columns
from planner.reports.status.values import moved
from planner.reports.table import Table

if TYPE_CHECKING:
    from planner.app.comparison import Comparison
    from planner.gui.print_preview.making import ReadPlan
    from planner.gui.services import MakeSheets

_LEFT_OUT = ("goal", "supporting", "date", "reported", "problem", "next_step")
"""Columns of the progress table that are for paper."""


@dataclass(frozen=True, slots=True)
class Look:
    """A table with what it says in a sentence."""

    summary: str
    table: Table


@dataclass(frozen=True, slots=True)
class Past:
    """Looks back from a content that nobody changes meanwhile, standing at a day."""

    content: Content
    today: date
    words: Words
    make_sheets: "MakeSheets"
    read: "ReadPlan"

    def state(self, period: str) -> Look:
        """Return how all measures stood; raises `PeriodLost`."""
        state = state_of(self.content, period, self.today)
        sheets = self._sheets(state)
        pattern = N_("截至 {day}：任务 {counted} 项，已完成 {done} 项，滞后 {late} 项，关注 {attention} 项。")
        facts = sheets.facts
        summary = self.words(pattern).format(
            day=state.day.isoformat(),
            counted=facts["counted"],
            done=facts["done"],
            late=facts["light_red"],
            attention=facts["light_yellow"],
        )
        table = sheets.table("progress", Order("progress", period=state.period))
        return Look(summary, without_columns(table, *_LEFT_OUT))

    def changes_since(self, period: str) -> Look:
        """Return what has moved since a period was closed; raises `PeriodLost`."""
        return self._changes(state_of(self.content, period, self.today))

    def changes_against(self, path: Path) -> Look:
        """Return what is different from another plan file; raises `OpenFailed`."""
        return self._changes(PastState(path.stem, "", self.read(path).plan, self.today))

    def _changes(self, old: PastState) -> Look:
        now = PastState("", "", self.content.plan, self.today)
        comparison = comparison_of(old, now, self.words)
        sheets = self._sheets(now, comparison)
        pattern = N_(
            "与“{name}”相比：新完成 {completed} 项，好转 {better} 项，变差 {worse} 项，"
            "新增 {new} 项，取消 {dropped} 项。"
        )
        summary = self.words(pattern).format(name=comparison.title, **moved(comparison))
        return Look(summary, sheets.table("changes", Order("bulletin")))

    def _sheets(self, state: PastState, comparison: "Comparison | None" = None) -> SheetMaker:
        return self.make_sheets(state.plan, state.day, self.words, comparison)
