"""举措—指标对应表: which measures serve each indicator, and the indicators that none serves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from planner.app.indicator_facts import serving, target, target_period
from planner.domain.items import ROOT, Indicator, Measure, kind_of
from planner.domain.marks import N_
from planner.reports.indicators import amount_cell, target_key, with_years
from planner.reports.keys import INDICATOR_MAP, TRACKING
from planner.reports.source import SERIAL_COLUMN, Source, field_columns
from planner.reports.table import Align, Cell, CellType, Column, Role, Row, Table, common_spans
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = INDICATOR_MAP
NAMES = (N_("举措指标对应"), N_("举措—指标对应表"))

_OF_INDICATOR = ("serial", "indicator", "unit")
COLUMNS = {
    "serial": replace(SERIAL_COLUMN, leads=TRACKING),
    "indicator": Column("indicator", N_("指标"), 34),
    "unit": Column("unit", N_("计量单位"), 9, align=Align.CENTRE),
    "target": Column("target", N_("{year}年目标"), 13, CellType.NUMBER, Align.CENTRE),
    "number": NUMBER_COLUMN,
    "task": TASK_COLUMN,
    "lead": LEAD_COLUMN,
    "light": field_columns(kind_of(Measure).fields)["light"],
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row: an indicator and a measure that serves it, None where there is none."""

    indicator: Indicator
    serial: int
    measure: Measure | None


def indicator_map_table(source: Source) -> Table:
    """Return the indicators in their order, each with its measures in the order of the tree."""
    period = target_period(source.plan)
    columns = with_years(source, source.columns(SHEET, COLUMNS), [period] if period else [])
    numbers = source.numbers
    entries = list(_entries(source, numbers))
    rows = (_row(source, entry, columns, numbers, period) for entry in entries)
    table = source.table(SHEET, NAMES, columns, rows)
    keys = [entry.indicator.id for entry in entries]
    served = {entry.measure.id for entry in entries if entry.measure}
    without = sum(
        measure_id not in served and not source.is_part(source.plan.get(measure_id, Measure))
        for measure_id in numbers
    )
    notes = table.notes
    if without:
        notes += (source.words(N_("注：另有 {count} 项任务未关联指标。")).format(count=without),)
    return replace(
        table,
        spans=common_spans(columns, dict.fromkeys((*_OF_INDICATOR, target_key(period)), keys)),
        notes=notes,
    )


def _entries(source: Source, numbers: Mapping[str, int | str]) -> Iterator[_Entry]:
    order = {measure_id: place for place, measure_id in enumerate(numbers)}
    for serial, indicator in enumerate(source.plan.children(ROOT, Indicator), 1):
        measures = [row for row in serving(source.plan, indicator.id) if row in order]
        for measure_id in sorted(measures, key=order.__getitem__):
            yield _Entry(indicator, serial, source.plan.get(measure_id, Measure))
        if not measures:
            yield _Entry(indicator, serial, None)


def _row(
    source: Source, entry: _Entry, columns: tuple[Column, ...], numbers: Mapping[str, int | str], period: str
) -> Row:
    indicator, measure = entry.indicator, entry.measure
    value = target(source.plan, indicator.id, period)
    cells: dict[str, Cell] = {
        "serial": entry.serial,
        "indicator": indicator.title,
        "unit": indicator.unit,
        target_key(period): amount_cell(source, value) if value else None,
    }
    if measure is None:
        cells["task"] = source.words(N_("（尚无举措支撑）"))
        role = Role.GAP
    else:
        role = Role.ITEM
        cells |= {
            "number": numbers[measure.id],
            "task": measure.title,
            "lead": source.responsible(measure),
            "light": source.cell(measure, "light"),
        }
    return Row(
        tuple(cells.get(column.key) for column in columns),
        role,
        source=indicator.id,
        subject=measure.id if measure else "",
    )
