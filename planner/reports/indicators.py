"""指标: the main indicators with their targets by purpose, the further ones, and a table to follow all by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planner.app import indicator_facts as facts
from planner.app.indicator_standing import indicator_standing
from planner.domain.items import ROOT, Indicator, IndicatorValue, kind_of
from planner.domain.marks import N_
from planner.domain.own_fields import is_own
from planner.domain.periods import last_day
from planner.reports.keys import INDICATOR_MAP, TRACKING
from planner.reports.source import SERIAL_COLUMN, Source, field_columns, period_cell
from planner.reports.table import Align, Cell, CellType, Column, Quantity, Role, Row, Table, common_spans

SHEET = "indicators"
TRACKING_SHEET = TRACKING

NAMES = (N_("指标体系"), N_("主要指标"))
TRACKING_NAMES = (N_("指标跟踪"), N_("指标跟踪表"))

_PURPOSE = Column("purpose", N_("目的"), 24, align=Align.CENTRE)
_TARGET = Column("target", N_("{year}年目标"), 15, CellType.NUMBER, Align.CENTRE)
COLUMNS = {
    "purpose": _PURPOSE,
    "indicator": Column("indicator", N_("指标/单位"), 50),
    "target": _TARGET,
}
_FIELDS = field_columns(kind_of(Indicator).fields)
TRACKING_COLUMNS = {
    **_FIELDS,
    "unit": replace(_FIELDS["unit"], align=Align.CENTRE),
    "serial": replace(SERIAL_COLUMN, leads=INDICATOR_MAP),
    "purpose": replace(_PURPOSE, label=N_("目的（维度）"), align=Align.LEFT),
    "target": _TARGET,
    "baseline": Column("baseline", N_("基期值（时点）"), 16, CellType.NUMBER, Align.CENTRE),
    "actual": Column("actual", N_("当前值"), 13, CellType.NUMBER, Align.CENTRE),
    "attainment": Column("attainment", N_("完成度"), 10, CellType.PERCENT, Align.CENTRE),
    "actual_period": Column("actual_period", N_("截至"), 12, CellType.DATE, Align.CENTRE),
}


@dataclass(frozen=True, slots=True)
class _Grouped:
    """An indicator with the purpose or dimension that it is listed under."""

    indicator: Indicator
    term: str


def indicator_table(source: Source) -> Table:
    """Return the main indicators by purpose with their targets, then the others by dimension."""
    years = _target_years(source.plan.of(IndicatorValue).values())
    columns = with_years(source, source.columns(SHEET, COLUMNS), years)
    main, further = _by_grade(source)
    rows: list[Row] = []
    purposes: list[str] = []
    for heading, grouped in (
        ("", main),
        (source.words(N_("其他指标（按维度）")), further),
    ):
        if heading and grouped:
            rows.append(Row((heading, *[None] * (len(columns) - 1)), Role.BAND))
            purposes.append(heading)
        for entry in grouped:
            rows.append(_target_row(source, entry, columns))
            purposes.append(f"{heading} {entry.term}")
    table = source.table(SHEET, NAMES, columns, rows)
    return replace(table, spans=common_spans(columns, {"purpose": purposes}))


def tracking_table(source: Source) -> Table:
    """Return all indicators with baseline, targets and latest actual value, one a row, nothing merged."""
    years = _target_years(source.plan.of(IndicatorValue).values())
    columns = with_years(source, source.columns(TRACKING_SHEET, TRACKING_COLUMNS, Indicator), years)
    main, further = _by_grade(source)
    rows = (
        _tracking_row(source, entry, columns, serial) for serial, entry in enumerate([*main, *further], 1)
    )
    return source.table(TRACKING_SHEET, TRACKING_NAMES, columns, rows)


def _target_years(values: Iterable[IndicatorValue]) -> list[str]:
    return sorted({value.period for value in values if value.role == "target" and value.period}, key=last_day)


def with_years(source: Source, columns: Sequence[Column], years: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns with the one for targets repeated for each year that has a target."""
    shown: list[Column] = []
    for column in columns:
        if column.key != _TARGET.key:
            shown.append(column)
        elif years:
            shown += [
                replace(column, key=target_key(year), label=column.label.format(year=year)) for year in years
            ]
        else:
            shown.append(replace(column, label=source.words(N_("目标"))))
    return tuple(shown)


def _by_grade(source: Source) -> tuple[list[_Grouped], list[_Grouped]]:
    main: list[_Grouped] = []
    further: list[_Grouped] = []
    for indicator in source.plan.children(ROOT, Indicator):
        into = main if indicator.grade == "main" else further
        into.append(_Grouped(indicator, facts.purpose(source.plan, indicator.id)))
    return _neighbours(main), _neighbours(further)


def _neighbours(entries: list[_Grouped]) -> list[_Grouped]:
    """Bring entries under one term together, in the order in which the terms come first."""
    order = {term: place for place, term in enumerate(dict.fromkeys(entry.term for entry in entries))}
    return sorted(entries, key=lambda entry: order[entry.term])


def _target_row(source: Source, entry: _Grouped, columns: Sequence[Column]) -> Row:
    indicator = entry.indicator
    cells: dict[str, Cell] = {
        "purpose": entry.term,
        "indicator": f"{indicator.title}/{indicator.unit}" if indicator.unit else indicator.title,
        **_targets(source, indicator),
    }
    return Row(tuple(cells.get(column.key) for column in columns), source=indicator.id)


def _tracking_row(source: Source, entry: _Grouped, columns: Sequence[Column], serial: int) -> Row:
    indicator = entry.indicator
    baseline, actual = (facts.latest(source.plan, indicator.id, role) for role in ("baseline", "actual"))
    baseline_period = f"（{baseline.period}）" if baseline and baseline.period else ""
    cells: dict[str, Cell] = {
        "serial": serial,
        "purpose": entry.term,
        "baseline": amount_cell(source, baseline, baseline_period) if baseline else None,
        "actual": amount_cell(source, actual) if actual else None,
        "actual_period": period_cell(actual.period) if actual else None,
        "attainment": _attainment(source, indicator),
        **_targets(source, indicator),
    }
    for column in columns:
        if column.key in indicator.kind.by_key or is_own(column.key):
            cells[column.key] = source.cell(indicator, column.key)
    return Row(tuple(cells.get(column.key) for column in columns), source=indicator.id)


def _targets(source: Source, indicator: Indicator) -> dict[str, Cell]:
    """Return the targets by the key of their year's column."""
    targets = facts.values(source.plan, indicator.id, "target")
    return {target_key(target.period): amount_cell(source, target) for target in targets}


def _attainment(source: Source, indicator: Indicator) -> float | None:
    distance = indicator_standing(source.plan, indicator.id, source.derived.today).distance
    return distance.attainment if distance else None


def target_key(period: str) -> str:
    """Return the key of the column with the targets of a period."""
    return f"{_TARGET.key} {period}"


def amount_cell(source: Source, value: IndicatorValue, after: str = "") -> Cell:
    """Return a value as a number, with its qualifier around it; its notes where only words are known."""
    if value.number is None:
        return value.notes
    before, qualifier = facts.qualified(source.words, value)
    behind = qualifier + after
    return Quantity(value.number, before, behind) if before or behind else value.number
