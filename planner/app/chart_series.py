"""What the chart of an indicator shows, as data: values, path, forecast with its band, milestones.

Charts in the window and in figures draw the same series; imports only app and domain.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.app.derived import Derived
from planner.app.indicator_facts import serving
from planner.app.indicator_standing import IndicatorStanding, indicator_standing
from planner.domain.deadlines import DeadlineKind
from planner.domain.indicator_paths import expected
from planner.domain.indicator_series import Point, Series
from planner.domain.items import Milestone
from planner.domain.plan import Plan
from planner.domain.trends import Forecast

_QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
_FORECAST_STEPS = 24


@dataclass(frozen=True, slots=True)
class ChartMilestone:
    """A milestone of a measure that serves the indicator, on the last day of its deadline."""

    id: str
    day: date
    title: str
    measure: str
    done: bool


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Everything to be drawn for one indicator; each part is in the order of time and may be empty.

    `path` is dense enough to be joined by straight lines; one that is to stay in a range has instead a
    `corridor`, days with the least and the greatest value wanted. `forecast` begins at the latest value,
    where its band has no width.
    """

    standing: IndicatorStanding
    path: tuple[tuple[date, float], ...]
    corridor: tuple[tuple[date, float, float], ...]
    forecast: tuple[Forecast, ...]
    milestones: tuple[ChartMilestone, ...]
    today: date

    @property
    def points(self) -> list[Point]:
        """All values that the plan gives."""
        series = self.standing.series
        base = [series.baseline] if series.baseline else []
        return [*base, *series.actuals, *series.targets, *series.ceilings]

    @property
    def is_empty(self) -> bool:
        """Whether there is no value to draw."""
        return not self.points

    def span(self) -> tuple[date, date]:
        """Return the first and the last day to be drawn; both are today where there is nothing."""
        days = [point.day for point in self.points] + [one.day for one in self.forecast]
        return (min(days), max(days)) if days else (self.today, self.today)

    def bounds(self) -> tuple[float, float]:
        """Return the least and the greatest value to be drawn; 0 and 1 where there is nothing."""
        values = [point.value for point in self.points] + [value for _, value in self.path]
        values += [bound for one in self.forecast for bound in (one.low, one.high)]
        return (min(values), max(values)) if values else (0.0, 1.0)


def chart_series(plan: Plan, derived: Derived, indicator_id: str) -> ChartSeries:
    """Return what the chart of an indicator shows on the day of `derived`."""
    standing = indicator_standing(plan, indicator_id, derived.today)
    in_range = standing.indicator.direction == "range"
    return ChartSeries(
        standing,
        () if in_range else tuple(_path(standing.series, standing.indicator.path)),
        tuple(_corridor(standing.series)),
        tuple(_forecast(standing)),
        tuple(_milestones(plan, derived, indicator_id)),
        derived.today,
    )


def _path(series: Series, path: str) -> list[tuple[date, float]]:
    """Sample the path at its corners and at each end of a quarter, and just before each step of a stair."""
    start, final = series.start, series.final
    if start is None or final is None or final.day <= start.day:
        return []
    corners = {start.day, *(target.day for target in series.targets if target.day > start.day)}
    if path == "step":
        corners |= {day - timedelta(days=1) for day in corners if day > start.day}
    else:
        quarters = (
            date(year, month, day)
            for year in range(start.day.year, final.day.year + 1)
            for month, day in _QUARTER_ENDS
        )
        corners.update(day for day in quarters if start.day < day < final.day)
    sampled = ((day, expected(series, path, day)) for day in sorted(corners))
    return [(day, value) for day, value in sampled if value is not None]


def _corridor(series: Series) -> list[tuple[date, float, float]]:
    """Return the ranges wanted, the first of them from the beginning on."""
    ceilings = {point.day: point.value for point in series.ceilings}
    corridor = [
        (target.day, target.value, ceilings[target.day])
        for target in series.targets
        if target.day in ceilings
    ]
    start = series.start
    if corridor and start is not None and start.day < corridor[0][0]:
        corridor.insert(0, (start.day, *corridor[0][1:]))
    return corridor


def _forecast(standing: IndicatorStanding) -> list[Forecast]:
    """Follow the trend from the latest value to the day of the next target, if that is still to come."""
    line, latest, goal = standing.trend, standing.series.latest, standing.forecast
    if line is None or latest is None or goal is None or goal.day <= latest.day:
        return []
    whole = goal.day - latest.day
    days = sorted({latest.day + whole * step / _FORECAST_STEPS for step in range(1, _FORECAST_STEPS + 1)})
    return [Forecast(latest.day, latest.value, latest.value, latest.value), *(line.on(day) for day in days)]


def _milestones(plan: Plan, derived: Derived, indicator_id: str) -> list[ChartMilestone]:
    found = []
    for measure in serving(plan, indicator_id):
        for milestone in plan.children(measure, Milestone):
            deadline = derived.deadline(milestone)
            if deadline.kind is DeadlineKind.DATE and deadline.end is not None:
                done = bool(milestone.done)
                found.append(ChartMilestone(milestone.id, deadline.end, milestone.title, measure, done))
    return sorted(found, key=lambda one: (one.day, one.id))
