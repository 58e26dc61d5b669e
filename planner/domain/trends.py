"""Where the actual values of an indicator lead if they go on as before: a straight line with its band.

Any room may import it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from planner.domain.indicator_series import Point, year_of

FEWEST = 3
"""With fewer values on different days nothing is forecast."""

CONFIDENCE = 80
"""How many of a hundred future values lie within the band, in percent, if the line holds."""

# The quantile 0.9 of Student's t for 1 to 30 degrees of freedom: the half-width of a band of 80 percent.
_STUDENT = (
    *(3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.3830, 1.3722),
    *(1.3634, 1.3562, 1.3502, 1.3450, 1.3406, 1.3368, 1.3334, 1.3304, 1.3277, 1.3253),
    *(1.3232, 1.3212, 1.3195, 1.3178, 1.3163, 1.3150, 1.3137, 1.3125, 1.3114, 1.3104),
)
_NORMAL = 1.2816


@dataclass(frozen=True, slots=True)
class Forecast:
    """The value to expect on a day, and between which two it probably lies."""

    day: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Trend:
    """The line of least squares through actual values; `slope` is the change in a year."""

    slope: float
    _mean_year: float
    _mean_value: float
    _spread: float
    _deviation: float
    _count: int

    def on(self, day: date) -> Forecast:
        """Return the value of the line on a day with the band for a single new value."""
        away = year_of(day) - self._mean_year
        value = self._mean_value + self.slope * away
        half = _student(self._count - 2) * self._deviation
        half *= sqrt(1 + 1 / self._count + away * away / self._spread)
        return Forecast(day, value, value - half, value + half)


def trend(actuals: Sequence[Point]) -> Trend | None:
    """Return the trend of values on different days; None where there are fewer than three."""
    if len({point.day for point in actuals}) < FEWEST:
        return None
    count = len(actuals)
    mean_year = sum(point.year for point in actuals) / count
    mean_value = sum(point.value for point in actuals) / count
    spread = sum((point.year - mean_year) ** 2 for point in actuals)
    slope = sum((point.year - mean_year) * (point.value - mean_value) for point in actuals) / spread
    residuals = (point.value - mean_value - slope * (point.year - mean_year) for point in actuals)
    deviation = sqrt(sum(residual * residual for residual in residuals) / (count - 2))
    return Trend(slope, mean_year, mean_value, spread, deviation, count)


def _student(freedom: int) -> float:
    return _STUDENT[freedom - 1] if freedom <= len(_STUDENT) else _NORMAL
