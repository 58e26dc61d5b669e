"""What is computed from a plan and the day: deadlines in force, progress, lights.

Each is kept until a change touches it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from planner.domain.deadlines import Deadline, DeadlineKind, read_deadline
from planner.domain.items import Adjustment, Measure, Milestone, Report
from planner.domain.lights import Limits, Standing, Verdict, judge, worst
from planner.domain.periods import first_day
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is, in percent or None where nothing says so.

    `parts` is the number of branches that it is the weighted mean of, 0 where it is a report's or the
    status's own word.
    """

    percent: float | None
    parts: int = 0


class Span(NamedTuple):
    """The first and the last day on which something at or below a row is due, each with its measure."""

    first: tuple[date, str]
    last: tuple[date, str]


class Derived:
    """Computes on demand and remembers; `forget` after each change what it touched.

    Whoever has other things to do first sets `rolls_days` to False until the days have been rolled up.
    """

    def __init__(self, plan: Plan, today: date) -> None:
        self._plan = plan
        self.today = today
        self.rolls_days = True
        self._progress: dict[str, Progress] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._spans: dict[str, Span | None] = {}
        self._deadlines: dict[str, tuple[Measure, Deadline]] = {}

    def forget(self, item_ids: Iterable[str]) -> None:
        """Drop what was computed for these rows of the tree."""
        for item_id in item_ids:
            self._progress.pop(item_id, None)
            self._verdicts.pop(item_id, None)
            self._spans.pop(item_id, None)
            self._deadlines.pop(item_id, None)

    def forget_all(self, today: date) -> None:
        """Drop everything, as when a new day begins."""
        self.today = today
        self._progress.clear()
        self._verdicts.clear()
        self._spans.clear()
        self._deadlines.clear()

    def due_words(self, measure: Measure) -> str:
        """Return the words of the deadline in force: the last adjustment's, else the first."""
        adjustments = self._plan.children(measure.id, Adjustment)
        return adjustments[-1].due if adjustments else measure.due

    def deadline(self, item: Measure | Milestone) -> Deadline:
        """Return what the words of the deadline in force mean."""
        if isinstance(item, Milestone):
            return self.read_due(self._plan.get(item.parent, Measure), item.due)
        known = self._deadlines.get(item.id)
        if known is None or known[0] is not item:
            known = self._deadlines[item.id] = item, self.read_due(item, self.due_words(item))
        return known[1]

    def read_due(self, measure: Measure, words: str) -> Deadline:
        """Return what words would mean as a deadline of this measure or of its milestones."""
        return read_deadline(words, self._reference_year(measure))

    def due_date(self, item: Measure | Milestone) -> date | None:
        """Return the day to sort and judge by; the next one of a recurring deadline."""
        return self.deadline(item).next_due(self.today)

    def span(self, item_id: str) -> Span | None:
        """Return between which days a row and all below it are due; None where no day is known."""
        if item_id not in self._spans:
            self._spans[item_id] = self._compute_span(item_id)
        return self._spans[item_id]

    def progress(self, item_id: str) -> Progress:
        """Return how far a row of the tree is."""
        found = self._progress.get(item_id)
        if found is None:
            found = self._progress[item_id] = self._compute_progress(item_id)
        return found

    def latest_report(self, measure_id: str) -> Report | None:
        """Return the last report that gives a percentage, if there is one."""
        reports = [report for report in self._plan.children(measure_id, Report) if report.percent is not None]
        return max(reports, key=lambda report: (report.date, report.rank), default=None)

    def progress_parts(self, item_id: str) -> list[tuple[str, float, float]]:
        """Return the branches that count in a row's progress: id, weight and percent of each."""
        return [
            (branch, _weight(self._plan, branch), percent)
            for branch in self._plan.branches(item_id)
            if not _cancelled(self._plan, branch) and (percent := self.progress(branch).percent) is not None
        ]

    def verdict(self, item_id: str) -> Verdict:
        """Return the light of a row of the tree and its reason; a framework node shows the worst below it."""
        found = self._verdicts.get(item_id)
        if found is None:
            found = self._verdicts[item_id] = self._compute_verdict(item_id)
        return found

    def _reference_year(self, measure: Measure) -> int | None:
        period = measure.start or self._plan.head.start
        return first_day(period).year if period else None

    def _compute_progress(self, item_id: str) -> Progress:
        measure = self._plan[item_id]
        if isinstance(measure, Measure):
            if measure.status in ("done", "closed"):
                return Progress(100.0)
            report = self.latest_report(item_id)
            if report is not None:
                return Progress(report.percent)
        parts = self.progress_parts(item_id)
        total = sum(weight for _, weight, _ in parts)
        if total:
            return Progress(sum(weight * percent for _, weight, percent in parts) / total, len(parts))
        if (
            isinstance(measure, Measure)
            and measure.status == "not_started"
            and measure.nature != "qualitative"
        ):
            return Progress(0.0)
        return Progress(None)

    def _compute_span(self, item_id: str) -> Span | None:
        item = self._plan[item_id]
        if isinstance(item, Measure) and item.status == "cancelled":
            return None
        ends = [end for branch in self._plan.branches(item_id) if (span := self.span(branch)) for end in span]
        if isinstance(item, Measure):
            deadline = self.deadline(item)
            if deadline.kind is DeadlineKind.DATE and deadline.end is not None:
                ends.append((deadline.end, item_id))
        return Span(min(ends), max(ends)) if ends else None

    def _compute_verdict(self, item_id: str) -> Verdict:
        item = self._plan[item_id]
        if not isinstance(item, Measure):
            return worst(self.verdict(branch) for branch in self._plan.branches(item_id))
        deadline = self.deadline(item)
        standing = Standing(
            item.status,
            first_day(item.start) if item.start else deadline.start,
            deadline.end if deadline.kind is DeadlineKind.DATE else None,
            self.progress(item_id).percent if item.nature != "qualitative" else None,
            tuple(
                due
                for milestone in self._plan.children(item_id, Milestone)
                if not milestone.done and (due := self.due_date(milestone)) is not None
            ),
        )
        head = self._plan.head
        return judge(standing, head.light_rule, self.today, Limits.of(head))


def _weight(plan: Plan, item_id: str) -> float:
    item = plan[item_id]
    return 1.0 if not isinstance(item, Measure) or item.weight is None else item.weight


def _cancelled(plan: Plan, item_id: str) -> bool:
    item = plan[item_id]
    return isinstance(item, Measure) and item.status == "cancelled"
