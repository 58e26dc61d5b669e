"""Reporting periods: the plan as it stood when the office closed one, found in its own history.

Window, command line and reports take past states from here; imports only app and domain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.app.document import Content
from planner.app.words import Words
from planner.domain.changes import Change, Insert, Remove, apply
from planner.domain.errors import Refused
from planner.domain.items import ROOT, Passage, Report, ReportingPeriod
from planner.domain.marks import N_
from planner.domain.periods import first_day, is_period, last_day, parse_typed
from planner.domain.plan import Plan

_STILL_LAST_MONTH = 10
"""Up to which day of a month the report on the last one is being written."""


class PeriodLost(Exception):
    """The history no longer reaches back to the state of a period; the argument is the period's name."""


class UnknownPeriod(Exception):
    """A text names no period; the argument is the text."""


@dataclass(frozen=True, slots=True)
class PastState:
    """A plan as it stood: its name, the period's stored form if it has one, and the day to judge it by."""

    title: str
    period: str
    plan: Plan
    day: date


def closed_periods(plan: Plan) -> list[ReportingPeriod]:
    """Return the closed periods, the earlier first."""
    return sorted(plan.children(ROOT, ReportingPeriod), key=lambda period: period.revision or 0)


def next_period(plan: Plan, today: date) -> str:
    """Return the month that an office is likely to close next: this one, or the last one in its first days.

    A month that is closed already gives way to the one after it.
    """
    month = today.replace(day=1)
    if today.day <= _STILL_LAST_MONTH:
        month = (month - timedelta(days=1)).replace(day=1)
    codes = {period.period for period in closed_periods(plan)}
    while f"{month:%Y-%m}" in codes:
        month = (month + timedelta(days=32)).replace(day=1)
    return f"{month:%Y-%m}"


def find_period(plan: Plan, text: str) -> ReportingPeriod | None:
    """Return the closed period of this name or time, as 2025年10月 or 2025-10; the last of several."""
    wanted = period_code(text)
    return next(
        (
            period
            for period in reversed(closed_periods(plan))
            if period.title == text.strip() or (wanted and period.period == wanted)
        ),
        None,
    )


def period_code(text: str) -> str:
    """Return the stored form of a typed period, the empty text where it is none."""
    if is_period(text):
        return text
    try:
        return parse_typed(text)
    except ValueError:
        return ""


def state_at(content: Content, period: ReportingPeriod) -> PastState:
    """Return the plan as it stood when the period was closed, with the texts and periods of today.

    Raises `PeriodLost` where the history was left out of the file: closing a period is itself in it.
    """
    revision = int(period.revision or 0)
    plan = content.plan.copy()
    later = [entry for entry in content.entries if entry.revision > revision]
    if content.revision <= revision or len(later) != content.revision - revision:
        raise PeriodLost(period.title)
    try:
        for entry in reversed(later):
            apply(plan, entry.change_set().inverse().changes)
    except Refused as refused:
        raise PeriodLost(period.title) from refused
    _bring_texts(plan, content.plan)
    return PastState(period.title, period.period, plan, closing_day(period))


def state_of(content: Content, text: str, today: date) -> PastState:
    """Return the plan at a period: as it was closed, else as far as was reported by its last day.

    Raises `UnknownPeriod`, and `PeriodLost`.
    """
    closed = find_period(content.plan, text)
    if closed is not None:
        return state_at(content, closed)
    code = period_code(text)
    if not code:
        raise UnknownPeriod(text)
    day = min(last_day(code), today)
    return PastState(text, code, reported_until(content.plan, day), day)


def _bring_texts(past: Plan, present: Plan) -> None:
    """Let the past have the periods, and the texts written by hand, that the present has."""
    changes: list[Change] = []
    for cls in (Passage, ReportingPeriod):
        changes += (Remove(item) for item in past.of(cls).values())
        changes += (Insert(item) for item in present.of(cls).values())
    apply(past, changes)


def closing_day(period: ReportingPeriod) -> date:
    """Return the day by which a closed period is judged: its own last one, or that of its closing if earlier.

    Raises `PeriodLost` for one that gives neither.
    """
    days = [last_day(text) for text in (period.period, period.closed) if text]
    if not days:
        raise PeriodLost(period.title)
    return min(days)


def reported_until(plan: Plan, day: date) -> Plan:
    """Return the plan without the reports of later days, for a period that was never closed."""
    later = {report.id for report in plan.of(Report).values() if report.date and first_day(report.date) > day}
    if not later:
        return plan
    past = plan.copy()
    gone = [item for report in later for item in (*plan.belongings(report), plan[report])]
    apply(past, [Remove(item) for item in gone])
    return past


def period_name(words: Words, code: str) -> str:
    """Return how a period is spoken of, as 2025年10月 or 2025年三季度."""
    year, _, part = code.partition("-")
    if not part:
        return words(N_("{year}年")).format(year=year)
    if part.startswith("Q"):
        return words(_QUARTERS[int(part[1]) - 1]).format(year=year)
    if part.startswith("H"):
        return words(_HALVES[int(part[1]) - 1]).format(year=year)
    month, _, day = part.partition("-")
    pattern = N_("{year}年{month}月{day}日") if day else N_("{year}年{month}月")
    return words(pattern).format(year=year, month=int(month), day=int(day or 0), iso=code)


_QUARTERS: Sequence[str] = (
    N_("{year}年一季度"),
    N_("{year}年二季度"),
    N_("{year}年三季度"),
    N_("{year}年四季度"),
)
_HALVES: Sequence[str] = (N_("{year}年上半年"), N_("{year}年下半年"))
