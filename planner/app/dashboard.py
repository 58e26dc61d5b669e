"""A plan at a glance: each number with the ids of the items behind it, so that it can open their list."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from planner.app.counted import FINISHED, SETTLED, counted_measures, top_measures
from planner.app.derived import Derived
from planner.app.facet_terms import facet_of_key
from planner.app.indicator_standing import indicator_standing
from planner.app.unit_load import LEADING_ROLES
from planner.domain.deadlines import DeadlineKind
from planner.domain.items import (
    ROOT,
    Document,
    Indicator,
    IndicatorValue,
    Link,
    Measure,
    Milestone,
    Node,
    Strength,
    Term,
    Unit,
)
from planner.domain.lights import Light
from planner.domain.periods import last_day
from planner.domain.plan import Plan

SOON_DAYS = 30
STAGES = "stages"
"""The key of the facet whose terms are the stages of the plan."""

_AT_ONCE = 4000
"""Items in a step: a few hundredths of a second."""

Ids = tuple[str, ...]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Share:
    """How far the measures of a layer or a unit are.

    `measures` are those that count: no parts of others, none cancelled. `percent` is None where none of them
    says how far it is.
    """

    id: str
    measures: Ids
    finished: Ids
    percent: float | None

    @property
    def completion(self) -> float | None:
        """How many of the measures are finished, in percent."""
        return 100 * len(self.finished) / len(self.measures) if self.measures else None


@dataclass(frozen=True, slots=True)
class Due:
    """A measure or milestone and the day by which it is due."""

    id: str
    day: date


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the plan: its term and last day, the measures that carry it, and what is due in it.

    `due` are the measures and `targets` the target values of indicators due after the stage before.
    """

    term: str
    day: date
    measures: Ids
    due: Ids
    targets: Ids


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The numbers of one plan on one day.

    `counts` holds the ids of each sort of item, `statuses` and `lights` those of the measures that count;
    `soon` is what falls due within 30 days, `late` what should be done and is not, each by its day.
    """

    counts: Mapping[str, Ids]
    percent: float | None
    layers: tuple[Share, ...]
    units: tuple[Share, ...]
    statuses: Mapping[str, Ids]
    lights: Mapping[Light, Ids]
    soon: tuple[Due, ...]
    late: tuple[Due, ...]
    off_path: Ids
    stages: tuple[Stage, ...]


def dashboard(plan: Plan, derived: Derived) -> Dashboard:
    """Return the numbers of a plan on the day of `derived`."""
    steps = dashboard_in_steps(plan, derived)
    while True:
        try:
            next(steps)
        except StopIteration as finished:
            board: Dashboard = finished.value
            return board


def dashboard_in_steps(plan: Plan, derived: Derived) -> Generator[None, None, Dashboard]:
    """Return the numbers of a plan, with a pause after every few hundredths of a second of work.

    Once the plan has changed in a pause, the rest is to be left undone.
    """
    table = plan.of(Measure)
    tops, counted = top_measures(plan), counted_measures(plan)
    yield from _judge(plan, derived, set(counted))
    dues: list[Due] = []
    open_items = _open_items(plan)
    for first in range(0, len(open_items), _AT_ONCE):
        if first:
            yield
        dues += _dues(derived, open_items[first : first + _AT_ONCE])
    dues.sort(key=lambda due: (due.day, due.id))
    return Dashboard(
        _counts(plan, tops),
        _mean(derived, counted),
        tuple(
            _share(plan, layer, counted_measures(plan, layer), derived.progress(layer).percent)
            for layer in plan.child_ids(ROOT, Node)
        ),
        tuple(_unit_shares(plan, derived, counted)),
        _grouped((table[row].status, row) for row in tops),
        _grouped((derived.verdict(row).light, row) for row in counted),
        tuple(due for due in dues if due.day >= derived.today),
        tuple(due for due in dues if due.day < derived.today),
        _off_path(plan, derived.today),
        tuple(_stages(plan, derived, counted)),
    )


def _judge(plan: Plan, derived: Derived, counted: set[str]) -> Iterable[None]:
    """Let `derived` find out progress and lights, from the lowest rows up."""
    for place, row in enumerate(reversed(list(plan.walk()))):
        derived.progress(row)
        if row in counted:
            derived.verdict(row)
        if place % _AT_ONCE == _AT_ONCE - 1:
            yield


def _counts(plan: Plan, tops: list[str]) -> dict[str, Ids]:
    layers = plan.child_ids(ROOT, Node)
    components = [node for layer in layers for node in plan.child_ids(layer, Node)]
    counted = set(tops)
    return {
        "layers": tuple(layers),
        "components": tuple(components),
        "measures": tuple(tops),
        "submeasures": tuple(row for row in plan.of(Measure) if row not in counted),
        "milestones": tuple(plan.of(Milestone)),
        "indicators": tuple(plan.child_ids(ROOT, Indicator)),
        "units": tuple(plan.child_ids(ROOT, Unit)),
        "documents": tuple(plan.child_ids(ROOT, Document)),
        "strengths": tuple(plan.child_ids(ROOT, Strength)),
    }


def _unit_shares(plan: Plan, derived: Derived, counted: list[str]) -> Iterable[Share]:
    """Yield the share of each unit that answers for measures; supporting units never count."""
    led: dict[str, list[str]] = {}
    for row in counted:
        leading = (link.target for link in plan.links(row, "unit") if link.role in LEADING_ROLES)
        for unit in dict.fromkeys(leading):
            led.setdefault(unit, []).append(row)
    for unit in plan.child_ids(ROOT, Unit):
        if unit in led:
            yield _share(plan, unit, led[unit], _mean(derived, led[unit]))


def _share(plan: Plan, item_id: str, measures: list[str], percent: float | None) -> Share:
    table = plan.of(Measure)
    finished = tuple(row for row in measures if table[row].status in FINISHED)
    return Share(item_id, tuple(measures), finished, percent)


def _mean(derived: Derived, measures: Iterable[str]) -> float | None:
    """Return the mean progress of measures, each counting once."""
    known = [percent for row in measures if (percent := derived.progress(row).percent) is not None]
    return sum(known) / len(known) if known else None


def _open_items(plan: Plan) -> list[Measure | Milestone]:
    """Return the measures and milestones that are still to be done."""
    still_open = {row: one for row, one in plan.of(Measure).items() if one.status not in SETTLED}
    milestones = [one for one in plan.of(Milestone).values() if not one.done and one.parent in still_open]
    return [*still_open.values(), *milestones]


def _dues(derived: Derived, items: Iterable[Measure | Milestone]) -> Iterable[Due]:
    """Yield those of the items that are due by a day, 30 days from today at the latest."""
    last = derived.today + timedelta(days=SOON_DAYS)
    for item in items:
        deadline = derived.deadline(item)
        if deadline.kind is DeadlineKind.DATE and deadline.end is not None and deadline.end <= last:
            yield Due(item.id, deadline.end)


def _off_path(plan: Plan, today: date) -> Ids:
    return tuple(
        indicator
        for indicator in plan.child_ids(ROOT, Indicator)
        if indicator_standing(plan, indicator, today).verdict.light in (Light.YELLOW, Light.RED)
    )


def _stages(plan: Plan, derived: Derived, counted: list[str]) -> Iterable[Stage]:
    """Yield the dated terms of the facet of stages, each with what falls between the stage before and it."""
    facet = facet_of_key(plan, STAGES)
    dated = [term for term in plan.children(facet.id, Term) if term.period] if facet else []
    carried = {(link.target, link.parent) for link in plan.of(Link).values() if link.relation == "term"}
    ends = [(row, derived.deadline(plan.get(row, Measure)).end) for row in counted]
    targets = [
        (value.id, last_day(value.period))
        for value in plan.in_order(IndicatorValue)
        if value.role == "target" and value.period
    ]
    before = date.min
    for term in sorted(dated, key=lambda term: last_day(term.period)):
        day = last_day(term.period)
        yield Stage(
            term.id,
            day,
            tuple(row for row in counted if (term.id, row) in carried),
            tuple(row for row, end in ends if end is not None and before < end <= day),
            tuple(value for value, at in targets if before < at <= day),
        )
        before = day


def _grouped(pairs: Iterable[tuple[Key, str]]) -> dict[Key, Ids]:
    groups: dict[Key, list[str]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}
