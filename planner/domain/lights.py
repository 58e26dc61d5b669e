"""Lights: whether something runs to plan, with the reason, by the rule that the office chose.

A light is computed from dates and progress alone. The light that a unit reports stands beside it in its
report.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planner.domain.items import PlanHead


class Light(StrEnum):
    """The lights, from nothing to judge to the most pressing; `BLUE` is near its deadline."""

    NONE = "none"
    DONE = "done"
    GREEN = "green"
    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"

    @property
    def urgency(self) -> int:
        """How pressing the light is; the highest of several speaks for all."""
        return tuple(Light).index(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A light and its reason: a code that `planner.app.messages` words, and numbers for the sentence."""

    light: Light
    reason: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a light is judged by: the own period, how far it is, and the milestones not yet reached.

    `percent` is None where nothing says how far it is, as for a qualitative measure.
    """

    status: str
    start: date | None
    end: date | None
    percent: float | None
    open_milestones: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many points behind a light is yellow, beyond how many red, and how near a deadline blue."""

    yellow_points: float = 10
    red_points: float = 30
    near_days: float = 7

    @classmethod
    def of(cls, head: PlanHead) -> "Limits":
        """Return a plan's own limits; one that it does not give is the usual one."""
        usual = cls()
        return cls(
            usual.yellow_points if head.yellow_points is None else head.yellow_points,
            usual.red_points if head.red_points is None else head.red_points,
            usual.near_days if head.near_days is None else head.near_days,
        )


USUAL_LIMITS = Limits()


def judge(standing: Standing, rule: str, today: date, limits: Limits = USUAL_LIMITS) -> Verdict:
    """Judge one measure by the rule `schedule`, `due` or `period`."""
    if standing.status in ("done", "closed"):
        return Verdict(Light.DONE, "completed")
    if standing.status == "cancelled":
        return Verdict(Light.NONE, "cancelled")
    if standing.end is not None and standing.end < today:
        return Verdict(Light.RED, "overdue", {"days": str((today - standing.end).days)})
    return _RULES[rule](standing, today, limits)


def elapsed_percent(start: date | None, end: date | None, today: date) -> float | None:
    """Return how much of the period has passed at the end of `today`, 0 to 100; None without both ends."""
    if start is None or end is None or end < start:
        return None
    days = (end - start).days + 1
    passed = min(max((today - start).days + 1, 0), days)
    return 100 * passed / days


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the most pressing of several verdicts; one of no light when there are none."""
    return max(verdicts, key=lambda verdict: verdict.light.urgency, default=Verdict(Light.NONE, "empty"))


def _by_schedule(standing: Standing, today: date, limits: Limits) -> Verdict:
    elapsed = elapsed_percent(standing.start, standing.end, today)
    if elapsed is not None and standing.percent is not None:
        behind = round(elapsed - standing.percent, 1)
        details = {"expected": f"{elapsed:.0f}", "actual": f"{standing.percent:.0f}", "behind": f"{behind:g}"}
        if behind > limits.red_points:
            return Verdict(Light.RED, "far_behind_schedule", {**details, "limit": f"{limits.red_points:g}"})
        if behind >= limits.yellow_points:
            return Verdict(Light.YELLOW, "behind_schedule", details)
        return Verdict(Light.GREEN, "on_schedule", details)
    return _by_milestones(standing, today)


def _by_due(standing: Standing, today: date, limits: Limits) -> Verdict:
    by_schedule = _by_schedule(standing, today, limits)
    if by_schedule.light in (Light.YELLOW, Light.RED):
        return Verdict(Light.YELLOW, by_schedule.reason, by_schedule.details)
    if standing.end is not None and (standing.end - today).days <= limits.near_days:
        return Verdict(Light.BLUE, "near_deadline", {"days": str((standing.end - today).days)})
    return by_schedule


def _by_period(standing: Standing, today: date, _limits: Limits) -> Verdict:
    missed = [due for due in standing.open_milestones if due < today]
    if not missed:
        return _by_milestones(standing, today)
    earliest = min(missed)
    if (earliest.year, _quarter(earliest)) < (today.year, _quarter(today)):
        return Verdict(Light.RED, "missed_quarter", {"date": earliest.isoformat()})
    return Verdict(Light.YELLOW, "missed_month", {"date": earliest.isoformat()})


def _by_milestones(standing: Standing, today: date) -> Verdict:
    missed = [due for due in standing.open_milestones if due < today]
    if missed:
        return Verdict(Light.YELLOW, "missed_milestone", {"date": min(missed).isoformat()})
    if standing.end is None and not standing.percent:
        return Verdict(Light.NONE, "nothing_to_judge")
    return Verdict(Light.GREEN, "nothing_missed")


def _quarter(day: date) -> int:
    return (day.month - 1) // 3


_RULES: Mapping[str, Callable[[Standing, date, Limits], Verdict]] = {
    "schedule": _by_schedule,
    "due": _by_due,
    "period": _by_period,
}
