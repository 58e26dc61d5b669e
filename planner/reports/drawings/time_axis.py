"""An axis of time whose steps are the points that a plan names: near years have more room than far ones.

Only the figures of this package import it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

_BUSY = 2.4
"""How much wider a step is in which something happens."""

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days at ascending places; between two of them time runs evenly."""

    days: tuple[date, ...]
    places: tuple[float, ...]

    @classmethod
    def laid(cls, days: Sequence[date], busy: Sequence[date], left: float, right: float) -> "TimeAxis":
        """Lay the days from left to right; a step in which one of the busy days lies is wider."""
        knots = sorted(set(days))
        if busy:
            knots = sorted({*knots, min(*busy, *knots), max(*busy, *knots)})
        if len(knots) == 1:
            knots = [knots[0] - _YEAR, knots[0], knots[0] + _YEAR]
        weights = [
            _BUSY if any(first < day <= last for day in busy) else 1.0 for first, last in pairwise(knots)
        ]
        unit = (right - left) / sum(weights)
        return cls(tuple(knots), tuple(left + unit * weight for weight in accumulate(weights, initial=0.0)))

    def place(self, day: date) -> float:
        """Return where a day is; one beyond an end is at that end."""
        step = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        first, last = self.days[step], self.days[step + 1]
        share = min(max((day - first) / (last - first), 0.0), 1.0)
        return self.places[step] + share * (self.places[step + 1] - self.places[step])


def columns(places: Sequence[float], left: float, right: float) -> list[tuple[float, float]]:
    """Return for each place the stretch that lies nearer to it than to any other."""
    borders = [left, *((first + second) / 2 for first, second in pairwise(places)), right]
    return list(pairwise(borders))
