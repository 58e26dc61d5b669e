"""How the units stand, ranked for a bulletin: completion and pace of what each leads.

Only `planner.reports.status` imports it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.items import Measure, Unit
from planner.domain.lights import Light
from planner.reports.duty import completed, led_by_unit
from planner.reports.progress import Pace, pace_of
from planner.reports.status.order import Material

_KEEPING = (Pace.DONE, Pace.AHEAD, Pace.ON)
_LAGGING = (Pace.BEHIND, Pace.OVERDUE)
_MOST_NAMED = 5
_MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """What one unit leads and how it stands; `place` is its rank, shared by equals."""

    unit: Unit
    measures: Sequence[Measure]
    done: int
    paces: Mapping[Pace, int]
    lights: Mapping[Light, int]
    place: int = 0

    @property
    def rate(self) -> float:
        """The share of the measures that are completed, in percent."""
        return 100 * self.done / len(self.measures)

    @property
    def keeping(self) -> float | None:
        """The share of the judged measures that are on schedule or ahead; None where none is judged."""
        good, bad = (sum(self.paces[pace] for pace in group) for group in (_KEEPING, _LAGGING))
        return 100 * good / (good + bad) if good + bad else None

    @property
    def lagging(self) -> int:
        """How many measures are behind schedule or overdue."""
        return sum(self.paces[pace] for pace in _LAGGING)

    @property
    def merit(self) -> tuple[float, float, int]:
        """What the rank goes by: pace, then completion, then the number of measures."""
        return (-1.0 if self.keeping is None else self.keeping, self.rate, len(self.measures))


def ranked_units(material: Material) -> list[UnitStanding]:
    """Return the units that lead anything, the best first."""
    found = [
        _standing(material, unit, measures) for unit, measures in led_by_unit(material.source) if measures
    ]
    found.sort(key=lambda standing: standing.merit, reverse=True)
    merits = [standing.merit for standing in found]
    return [
        UnitStanding(
            standing.unit,
            standing.measures,
            standing.done,
            standing.paces,
            standing.lights,
            merits.index(standing.merit) + 1,
        )
        for standing in found
    ]


def leading(standings: Sequence[UnitStanding]) -> list[UnitStanding]:
    """Return the first few units, of those whose tasks can be judged by their schedule."""
    return [entry for entry in standings if entry.keeping is not None][:_MOST_QUOTED]


def trailing(standings: Sequence[UnitStanding]) -> list[UnitStanding]:
    """Return the last few units that have anything behind schedule, the last first."""
    behind = [entry for entry in reversed(standings) if entry.lagging]
    quoted = {entry.unit.id for entry in leading(standings)}
    return [entry for entry in behind if entry.unit.id not in quoted][:_MOST_QUOTED]


def commended(standings: Iterable[UnitStanding]) -> list[UnitStanding]:
    """Return the units to commend: nothing behind and no red light, best first; the first few."""
    good = [
        entry
        for entry in standings
        if not entry.lagging and not entry.lights[Light.RED] and entry.keeping is not None
    ]
    return good[:_MOST_NAMED]


def urged(standings: Iterable[UnitStanding]) -> list[UnitStanding]:
    """Return the units to urge: those with overdue or red measures, most first; the first few."""
    bad = [entry for entry in standings if entry.lights[Light.RED] or entry.paces[Pace.OVERDUE]]
    bad.sort(key=lambda entry: (entry.lights[Light.RED], entry.lagging), reverse=True)
    return bad[:_MOST_NAMED]


def _standing(material: Material, unit: Unit, measures: Sequence[Measure]) -> UnitStanding:
    verdicts = [material.verdict(measure) for measure in measures]
    return UnitStanding(
        unit,
        measures,
        completed(measures),
        Counter(pace_of(material.source, verdict) for verdict in verdicts),
        Counter(verdict.light for verdict in verdicts),
    )
