"""The path of an indicator to its targets: what is expected on a day, how far it is, what is still to do.

Time counts in years whose ends are whole numbers, so that a path by years hits them whatever their length.
Any room may import it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain.indicator_series import Point, Series, year_of


@dataclass(frozen=True, slots=True)
class Distance:
    """How far the latest actual value is from a target.

    `gap` is the target less the actual value, in the indicator's unit. `yearly` is by how much it must change
    each year from the day of the actual value to that of the target, None where none is left. `attainment` is
    the actual value as a percentage of the target (the target as one of the actual value, where lower is
    better), None where a sign makes it meaningless.
    """

    actual: Point
    target: Point
    gap: float
    met: bool
    yearly: float | None
    attainment: float | None


def expected(series: Series, path: str, day: date) -> float | None:
    """Return the value on the path `linear`, `compound`, `step` or `custom` on a day.

    None without a start and a target after it, before the start, or where growth by a constant rate can't
    lead from the one to the other. After the last target it stays at that.
    """
    start = series.start
    targets = [target for target in series.targets if start is not None and target.day > start.day]
    if start is None or not targets or day < start.day:
        return None
    return _PATHS[path]([start, *targets], min(day, targets[-1].day))


def distance(series: Series, direction: str, today: date) -> Distance | None:
    """Return how far the latest actual value is from the next target; None where either is missing."""
    latest = series.latest
    if latest is None:
        return None
    target = _nearer_bound(series, latest, today) if direction == "range" else series.goal(today)
    if target is None:
        return None
    met = is_met(series, direction, latest, today)
    gap = 0.0 if direction == "range" and met else target.value - latest.value
    years = target.year - latest.year
    return Distance(
        latest, target, gap, met, gap / years if years > 0 else None, _attainment(latest, target, direction)
    )


def is_met(series: Series, direction: str, actual: Point, today: date) -> bool:
    """Whether a value is as good as the next target asks, or within the range that it sets."""
    target = series.goal(today)
    if direction == "range":
        ceiling = _ceiling(series, today)
        above = target is None or actual.value >= target.value
        return above and (ceiling is None or actual.value <= ceiling.value)
    if target is None:
        return False
    if target.qualifier in ("above", "below"):
        return actual.value > target.value if direction == "up" else actual.value < target.value
    return actual.value >= target.value if direction == "up" else actual.value <= target.value


def _ceiling(series: Series, today: date) -> Point | None:
    return next((bound for bound in series.ceilings if bound.day >= today), None) or (
        series.ceilings[-1] if series.ceilings else None
    )


def _nearer_bound(series: Series, actual: Point, today: date) -> Point | None:
    bounds = [bound for bound in (series.goal(today), _ceiling(series, today)) if bound is not None]
    return min(bounds, key=lambda bound: abs(bound.value - actual.value), default=None)


def _attainment(actual: Point, target: Point, direction: str) -> float | None:
    if direction == "range" or actual.value <= 0 or target.value <= 0:
        return None
    part, whole = (actual.value, target.value) if direction == "up" else (target.value, actual.value)
    return 100 * part / whole


def _linear(points: list[Point], day: date) -> float:
    return _between(points[0], points[-1], day)


def _compound(points: list[Point], day: date) -> float | None:
    start, end = points[0], points[-1]
    if start.value * end.value <= 0:
        return None
    ratio: float = (end.value / start.value) ** ((year_of(day) - start.year) / (end.year - start.year))
    return start.value * ratio


def _step(points: list[Point], day: date) -> float:
    return next(point.value for point in reversed(points) if point.day <= day)


def _custom(points: list[Point], day: date) -> float:
    after = next(place for place, point in enumerate(points) if point.day >= day)
    return points[0].value if after == 0 else _between(points[after - 1], points[after], day)


def _between(start: Point, end: Point, day: date) -> float:
    if day == end.day:
        return end.value
    return start.value + (end.value - start.value) * (year_of(day) - start.year) / (end.year - start.year)


_PATHS: Mapping[str, Callable[[list[Point], date], float | None]] = {
    "linear": _linear,
    "compound": _compound,
    "step": _step,
    "custom": _custom,
}
