"""What one unit has to do: all that it leads and supports, how much in each quarter, and how it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.app.counted import SETTLED
from planner.app.derived import Derived
from planner.domain.deadlines import DeadlineKind
from planner.domain.items import Indicator, Link, Measure
from planner.domain.lights import Light
from planner.domain.periods import first_day
from planner.domain.plan import Plan

LEADING_ROLES = ("lead", "co_lead", "undivided")
"""The roles in which a unit answers for a measure; supporting units never count in completion rates."""

_MOST_QUARTERS = 80

_Quarter = tuple[int, int]


@dataclass(frozen=True, slots=True)
class QuarterLoad:
    """How many open measures of a unit are under way in a quarter, and how many fall due in it."""

    quarter: str
    leads: int
    supports: int
    due: int


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """What a unit has to do.

    `by_role` gives the measures in the order of the tree; `lights` counts those that the unit answers for.
    """

    by_role: Mapping[str, tuple[str, ...]]
    indicators: tuple[str, ...]
    lights: Mapping[Light, int]
    quarters: tuple[QuarterLoad, ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """The measures that the unit answers for, in whatever role, each once."""
        return tuple(dict.fromkeys(row for role in LEADING_ROLES for row in self.by_role.get(role, ())))

    @property
    def supports(self) -> tuple[str, ...]:
        """The measures that the unit supports."""
        return self.by_role.get("supporting", ())


def unit_load(plan: Plan, unit_id: str, derived: Derived) -> UnitLoad:
    """Return what a unit has to do as the plan and the day stand."""
    links = [link for link in plan.referrers(unit_id) if isinstance(link, Link)]
    roles: dict[str, set[str]] = {}
    for link in links:
        if isinstance(plan[link.parent], Measure):
            roles.setdefault(link.role, set()).add(link.parent)
    concerned = set().union(*roles.values())
    rows = [row for row in plan.walk() if row in concerned] if concerned else []
    by_role = {role: tuple(row for row in rows if row in members) for role, members in roles.items()}
    indicators = sorted({link.parent for link in links if isinstance(plan[link.parent], Indicator)})
    load = UnitLoad(by_role, tuple(indicators), {}, ())
    lights = Counter(derived.verdict(row).light for row in load.leads)
    return UnitLoad(by_role, load.indicators, lights, tuple(_quarters(plan, load, derived)))


def _quarters(plan: Plan, load: UnitLoad, derived: Derived) -> Iterator[QuarterLoad]:
    leads = list(_spans(plan, load.leads, derived))
    supports = list(_spans(plan, load.supports, derived))
    every = [*leads, *supports]
    if not every:
        return
    last = max(end for _, end in every)
    quarter = min(start for start, _ in every)
    for _ in range(_MOST_QUARTERS):
        yield QuarterLoad(
            f"{quarter[0]}-Q{quarter[1]}",
            sum(start <= quarter <= end for start, end in leads),
            sum(start <= quarter <= end for start, end in supports),
            sum(end == quarter for _, end in every),
        )
        quarter = (quarter[0], quarter[1] + 1) if quarter[1] < 4 else (quarter[0] + 1, 1)
        if quarter > last:
            return


def _spans(plan: Plan, rows: Iterable[str], derived: Derived) -> Iterator[tuple[_Quarter, _Quarter]]:
    """Yield the first and last quarter of each open measure that has an end."""
    for row in rows:
        measure = plan.get(row, Measure)
        deadline = derived.deadline(measure)
        if measure.status in SETTLED or deadline.kind is not DeadlineKind.DATE or deadline.end is None:
            continue
        begin = _begin(plan, measure) or deadline.start or deadline.end
        yield _quarter(min(begin, deadline.end)), _quarter(deadline.end)


def _begin(plan: Plan, measure: Measure) -> date | None:
    period = measure.start or plan.head.start
    return first_day(period) if period else None


def _quarter(day: date) -> _Quarter:
    return day.year, (day.month + 2) // 3
