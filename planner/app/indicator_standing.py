"""All that is computed about one indicator on a day, for tables, charts, checks and the dashboard."""

from dataclasses import dataclass
from datetime import date

from planner.domain.indicator_lights import judge_indicator
from planner.domain.indicator_paths import Distance, distance, expected
from planner.domain.indicator_series import Series, read_series
from planner.domain.items import Indicator
from planner.domain.lights import Limits, Verdict
from planner.domain.plan import Plan
from planner.domain.trends import Forecast, Trend, trend


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """Where an indicator stands.

    `expected` is the value of its path today, `distance` how far it is from the next target, `forecast` the
    value to expect on the day of that target if it goes on as before; each None where the values don't say.
    One that is to stay in a range has no path.
    """

    indicator: Indicator
    series: Series
    expected: float | None
    distance: Distance | None
    trend: Trend | None
    forecast: Forecast | None
    verdict: Verdict


def indicator_standing(plan: Plan, indicator_id: str, today: date) -> IndicatorStanding:
    """Return where an indicator stands today."""
    indicator = plan.get(indicator_id, Indicator)
    series = read_series(plan, indicator_id)
    line, goal = trend(series.actuals), series.goal(today)
    return IndicatorStanding(
        indicator,
        series,
        None if indicator.direction == "range" else expected(series, indicator.path, today),
        distance(series, indicator.direction, today),
        line,
        line.on(goal.day) if line is not None and goal is not None else None,
        judge_indicator(series, indicator.path, indicator.direction, today, Limits.of(plan.head)),
    )
