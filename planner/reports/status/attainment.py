"""The attainment table: each indicator with its baseline, its goal, what is due today and what is reached.

Only `planner.reports.status` imports it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.app.indicator_facts import amount, dated_amount, latest, target, target_period
from planner.app.indicator_standing import IndicatorStanding
from planner.domain.items import IndicatorValue
from planner.domain.marks import N_
from planner.reports.source import SERIAL_COLUMN
from planner.reports.status.facts import standings_of_indicators
from planner.reports.status.lists import LIGHT_COLUMN, centred, list_table
from planner.reports.status.order import Material, Order
from planner.reports.table import CellType, Column, Row, Table

_DATED = ("baseline", "target", "actual")
_COLUMNS = (
    SERIAL_COLUMN,
    Column("title", N_("指标"), 34),
    centred("unit", N_("计量单位"), 9),
    centred("baseline", N_("基期值"), 14),
    centred("target", N_("目标"), 14),
    centred("expected", N_("序时目标"), 10, CellType.NUMBER),
    centred("actual", N_("当前值"), 14),
    centred("attainment", N_("完成度"), 10, CellType.PERCENT),
    LIGHT_COLUMN,
)


@dataclass(frozen=True, slots=True)
class _Standing:
    """An indicator with the values that its row shows, by column."""

    standing: IndicatorStanding
    values: dict[str, IndicatorValue | None]


def attainment_table(material: Material, _order: Order) -> Table:
    """Return each indicator with its values, what its path expects today and how far it has attained.

    A year that all values of a column share stands in its heading.
    """
    entries = [_Standing(found, _values(material, found)) for found in standings_of_indicators(material)]
    years = {key: _common_period([entry.values[key] for entry in entries]) for key in _DATED}
    rows = [_row(material, serial, entry, years) for serial, entry in enumerate(entries, 1)]
    table = list_table(material, N_("指标完成情况"), _COLUMNS, rows)
    words = material.source.words
    headed = (
        replace(column, label=words("{value}（{period}）").format(value=column.label, period=year))
        if (year := years.get(column.key))
        else column
        for column in table.columns
    )
    return replace(table, columns=tuple(headed))


def _values(material: Material, standing: IndicatorStanding) -> dict[str, IndicatorValue | None]:
    plan, indicator_id = material.source.plan, standing.indicator.id
    goal = standing.series.goal(material.source.derived.today)
    return {
        "baseline": latest(plan, indicator_id, "baseline"),
        "target": target(plan, indicator_id, goal.period if goal else target_period(plan)),
        "actual": latest(plan, indicator_id, "actual"),
    }


def _common_period(values: Sequence[IndicatorValue | None]) -> str:
    """Return the period that all values have, the empty text where they differ."""
    periods = {value.period for value in values if value is not None}
    return periods.pop() if len(periods) == 1 else ""


def _row(material: Material, serial: int, entry: _Standing, years: dict[str, str]) -> Row:
    words, standing = material.source.words, entry.standing
    indicator, distance = standing.indicator, standing.distance
    baseline, aim, actual = (
        amount(words, entry.values[key]) if years[key] else dated_amount(words, entry.values[key])
        for key in _DATED
    )
    return Row(
        (
            serial,
            indicator.title,
            indicator.unit,
            baseline,
            aim,
            None if standing.expected is None else float(f"{standing.expected:.4g}"),
            actual,
            distance.attainment if distance else None,
            material.sign(standing.verdict.light),
        ),
        source=indicator.id,
    )
