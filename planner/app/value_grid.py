"""The values of all indicators as a grid: one indicator a row, one role and time a column.

The page of values in the window shows, edits and copies it; imports only app and domain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.app.attainment import number_text
from planner.app.indicator_facts import amount
from planner.app.indicator_paste.entries import Entry
from planner.app.words import Words
from planner.domain.indicator_series import read_series
from planner.domain.items import Indicator, IndicatorValue
from planner.domain.marks import N_
from planner.domain.periods import last_day
from planner.domain.plan import Plan

_ORDER = ("baseline", "actual", "target")
_HEADINGS: Mapping[str, str] = {
    "baseline": N_("{period} 基期值"),
    "actual": N_("{period} 实际值"),
    "target": N_("{period} 目标值"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A column: values of one role at one time."""

    role: str
    period: str

    def heading(self, words: Words) -> str:
        """Return the column's heading, which a paste reads back."""
        return words(_HEADINGS[self.role]).format(period=self.period)


def moments(plan: Plan, further: Iterable[Moment] = ()) -> list[Moment]:
    """Return the columns that a plan's values need, and `further` ones, in the order of time."""
    known = {
        Moment(value.role, value.period) for value in plan.of(IndicatorValue).values() if value.period
    }.union(further)
    return sorted(known, key=lambda one: (last_day(one.period), one.period, _ORDER.index(one.role)))


def values_by_moment(plan: Plan, indicator_id: str) -> dict[Moment, list[IndicatorValue]]:
    """Return an indicator's values by column; a range has two in one."""
    found: dict[Moment, list[IndicatorValue]] = {}
    for value in plan.children(indicator_id, IndicatorValue):
        found.setdefault(Moment(value.role, value.period), []).append(value)
    return found


def computed_by_moment(plan: Plan, indicator_id: str) -> dict[Moment, str]:
    """Return by column what the formula of a derived indicator gives where it has no value of its own."""
    if not plan.get(indicator_id, Indicator).formula:
        return {}
    series = read_series(plan, indicator_id)
    roles = {
        "baseline": [series.baseline] if series.baseline else [],
        "actual": series.actuals,
        "target": (*series.targets, *series.ceilings),
    }
    return {
        Moment(role, point.period): number_text(point.value)
        for role, points in roles.items()
        for point in points
        if not point.value_id
    }


def value_text(words: Words, values: Sequence[IndicatorValue]) -> str:
    """Return what a cell says: the value, the bounds of a range, or the words that stand for it."""
    if {value.qualifier for value in values} == {"at_least", "at_most"} and all(
        value.number is not None for value in values
    ):
        low, high = sorted(value.number for value in values if value.number is not None)[:: len(values) - 1]
        return f"{low:.15g}～{high:.15g}"
    return amount(words, values[-1]) if values else ""


def value_origin(words: Words, values: Sequence[IndicatorValue]) -> str:
    """Return source and notes of a cell's values, a line each."""
    lines = []
    for value in values:
        if value.source:
            lines.append(words(N_("来源：{source}")).format(source=value.source))
        if value.notes and value.number is not None:
            lines.append(words(N_("备注：{notes}")).format(notes=value.notes))
    return "\n".join(dict.fromkeys(lines))


def entries_onto(
    rows: Sequence[Sequence[str]], ids: Sequence[str], columns: Sequence[Moment]
) -> Iterator[Entry]:
    """Yield the entries of a block without headings that is put onto cells, from the first of each on."""
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if row < len(ids) and column < len(columns):
                moment = columns[column]
                yield Entry(row, column, text, moment.period, moment.role, indicator=ids[row])
            else:
                yield Entry(row, column, text, "", "actual", beyond=True)
