"""The values of an indicator in time: where it starts, what it is to reach, what it has reached.

Those of a derived indicator are computed from the others that its formula names. Any room may import it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.indicator_formulas import FormulaRefused, read_indicator_formula
from planner.domain.items import Indicator, IndicatorValue
from planner.domain.periods import last_day
from planner.domain.plan import Plan

_UPPER = ("at_most", "below")
_LOWER = ("at_least", "above")


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, the last of the period that it stands for.

    `value_id` names the item that holds it and is empty where a formula gave it.
    """

    day: date
    value: float
    period: str
    qualifier: str = ""
    value_id: str = ""

    @property
    def year(self) -> float:
        """The day as a number of years, in which the end of each year is a whole one."""
        return year_of(self.day)


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one indicator by role, each in the order of time; later entries of a day replace earlier.

    In a range, `targets` hold the lower bounds and `ceilings` the upper ones; else `ceilings` is empty.
    """

    baseline: Point | None = None
    targets: tuple[Point, ...] = ()
    ceilings: tuple[Point, ...] = ()
    actuals: tuple[Point, ...] = ()

    @property
    def start(self) -> Point | None:
        """Where the path to the targets begins: the baseline, else the first actual value."""
        return self.baseline or (self.actuals[0] if self.actuals else None)

    @property
    def latest(self) -> Point | None:
        """The last actual value."""
        return self.actuals[-1] if self.actuals else None

    def goal(self, today: date) -> Point | None:
        """Return the next target from `today` on, else the last one."""
        return next((target for target in self.targets if target.day >= today), self.final)

    @property
    def final(self) -> Point | None:
        """The last target."""
        return self.targets[-1] if self.targets else None


def year_of(day: date) -> float:
    """Return a day as a number of years; the last day of 2025 is 2026.0."""
    days = date(day.year, 12, 31).timetuple().tm_yday
    return day.year + day.timetuple().tm_yday / days


def read_series(plan: Plan, indicator_id: str) -> Series:
    """Return an indicator's values in time.

    What its formula gives stands beside its own values and gives way to one of the same period. A formula
    that can't be used gives nothing.
    """
    indicator = plan.get(indicator_id, Indicator)
    values = plan.children(indicator_id, IndicatorValue)
    points = {role: _points(values, role) for role in ("baseline", "target", "actual")}
    if indicator.formula:
        points = {role: {**_computed(plan, indicator, role), **own} for role, own in points.items()}
    in_time = {role: tuple(sorted(own.values(), key=lambda point: point.day)) for role, own in points.items()}
    baseline = in_time["baseline"][-1] if in_time["baseline"] else None
    targets, ceilings = _bounds(in_time["target"], indicator.direction)
    return Series(baseline, targets, ceilings, in_time["actual"])


def _points(values: Iterable[IndicatorValue], role: str) -> dict[str, Point]:
    """Return the points of one role by period; the bounds of a range stand side by side."""
    points = {}
    for value in values:
        if value.role == role and value.number is not None and value.period:
            side = f"{value.period} {value.qualifier in _UPPER}" if role == "target" else value.period
            points[side] = Point(
                last_day(value.period), value.number, value.period, value.qualifier, value.id
            )
    return points


def _bounds(targets: tuple[Point, ...], direction: str) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    if direction != "range":
        return targets, ()
    lower = tuple(target for target in targets if target.qualifier not in _UPPER)
    upper = tuple(target for target in targets if target.qualifier not in _LOWER)
    return lower, upper


def _computed(plan: Plan, indicator: Indicator, role: str) -> Mapping[str, Point]:
    """Return what a formula gives in the periods in which all that it names have a value of this role."""
    try:
        formula = read_indicator_formula(plan, indicator)
    except FormulaRefused:
        return {}
    named = {other: _by_period(read_series(plan, other), role) for other in formula.indicators}
    common = set.intersection(*(set(points) for points in named.values())) if named else set()
    points = {}
    for period in common:
        value = formula.value({other: values[period] for other, values in named.items()}.get)
        if value is not None:
            side = f"{period} False" if role == "target" else period
            points[side] = Point(last_day(period), value, period)
    return points


def _by_period(series: Series, role: str) -> dict[str, float]:
    points = {
        "baseline": (series.baseline,) if series.baseline else (),
        "target": series.targets,
        "actual": series.actuals,
    }
    return {point.period: point.value for point in points[role]}
