"""经费: money by measure, source and year, planned and spent, with sums that the workbook computes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from planner.domain.items import Funding, Measure
from planner.domain.marks import N_
from planner.domain.periods import last_day
from planner.reports.computed import ColumnSum, RowSum, Share
from planner.reports.source import Source
from planner.reports.table import Align, Cell, CellType, Column, Role, Row, Table
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = "funding"
NAMES = (N_("经费"), N_("经费安排表"))

_AMOUNTS = ("planned", "spent")
_PLANNED = Column("planned", N_("计划"), 11, CellType.NUMBER, Align.RIGHT, group=N_("{year}年"))
COLUMNS = {
    "number": NUMBER_COLUMN,
    "task": TASK_COLUMN,
    "lead": LEAD_COLUMN,
    "source": Column("source", N_("资金来源"), 22),
    "planned": _PLANNED,
    "spent": replace(_PLANNED, key="spent", label=N_("执行")),
    "total_planned": replace(_PLANNED, key="total_planned", group=N_("合计")),
    "total_spent": replace(_PLANNED, key="total_spent", label=N_("执行"), group=N_("合计")),
    "rate": Column("rate", N_("执行率"), 10, CellType.PERCENT, Align.CENTRE, group=N_("合计")),
}


@dataclass(slots=True)
class _Line:
    """What one measure has from one source, by the key of the column of an amount and year."""

    measure: Measure
    number: Cell
    source: str
    amounts: dict[str, float] = field(default_factory=dict)
    first_id: str = ""


def funding_table(source: Source) -> Table:
    """Return a row for each measure and source, then the sums by source and of all."""
    lines = list(_lines(source))
    years = sorted({key.partition(" ")[2] for line in lines for key in line.amounts}, key=_year_order)
    columns = _with_years(source, source.columns(SHEET, COLUMNS), years)
    rows = [_row(source, line, columns) for line in lines]
    table = source.table(SHEET, NAMES, columns, (*rows, *_sums(source, lines, columns)))
    note = source.words(N_("注：金额单位为万元；合计和执行率由公式计算。"))
    return replace(table, notes=(note,)) if rows else table


def _year_order(year: str) -> tuple[bool, str]:
    return (not year, last_day(year).isoformat() if year else "")


def _lines(source: Source) -> Iterator[_Line]:
    for measure_id, number in source.numbers.items():
        lines: dict[str, _Line] = {}
        for money in source.plan.children(measure_id, Funding):
            measure = source.plan.get(measure_id, Measure)
            line = lines.setdefault(money.source, _Line(measure, number, money.source, first_id=money.id))
            for kind in _AMOUNTS:
                amount = money.value(kind)
                if isinstance(amount, int | float):
                    key = f"{kind} {money.year}"
                    line.amounts[key] = line.amounts.get(key, 0.0) + amount
        yield from lines.values()


def _with_years(source: Source, columns: tuple[Column, ...], years: list[str]) -> tuple[Column, ...]:
    """Return the columns with planned and spent repeated for each year, as neighbours."""
    yearly = [column for column in columns if column.key in _AMOUNTS]
    shown: list[Column] = []
    for column in columns:
        if column not in yearly:
            shown.append(column)
        elif column is yearly[0]:
            shown += [
                replace(
                    amount,
                    key=f"{amount.key} {year}",
                    group=amount.group.format(year=year) if year else source.words(N_("未注明年度")),
                )
                for year in years
                for amount in yearly
            ]
    return tuple(shown)


def _row(source: Source, line: _Line, columns: tuple[Column, ...]) -> Row:
    cells: dict[str, Cell] = {
        "number": line.number,
        "task": line.measure.title,
        "lead": source.responsible(line.measure),
        "source": line.source,
        **line.amounts,
        **_across(line.amounts, columns),
    }
    return Row(
        tuple(cells.get(column.key) for column in columns), source=line.first_id, subject=line.measure.id
    )


def _across(amounts: Mapping[str, float], columns: tuple[Column, ...]) -> dict[str, Cell]:
    """Return the sums over the years of one row, and the rate."""
    cells: dict[str, Cell] = {}
    sums: dict[str, float] = {}
    for kind in _AMOUNTS:
        keys = tuple(column.key for column in columns if column.key.startswith(f"{kind} "))
        sums[kind] = sum(amounts.get(key, 0.0) for key in keys)
        if keys:
            cells[f"total_{kind}"] = RowSum(sums[kind], keys)
    shown = {column.key for column in columns}
    if sums["planned"] and {"total_planned", "total_spent"} <= shown:
        cells["rate"] = Share(100 * sums["spent"] / sums["planned"], "total_spent", "total_planned")
    return cells


def _sums(source: Source, lines: list[_Line], columns: tuple[Column, ...]) -> Iterator[Row]:
    if not lines:
        return
    yield _sum_row(source.words(N_("合计")), "", lines, columns, len(lines))
    by_source: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        by_source[line.source].append(line)
    if len(by_source) > 1 and any(column.key == "source" for column in columns):
        label = source.words(N_("其中："))
        for name, members in by_source.items():
            if name:
                yield _sum_row(label, name, members, columns, len(lines), where="source")
                label = ""


def _sum_row(
    label: str, name: str, members: list[_Line], columns: tuple[Column, ...], count: int, where: str = ""
) -> Row:
    totals: dict[str, float] = defaultdict(float)
    for line in members:
        for key, amount in line.amounts.items():
            totals[key] += amount
    cells: dict[str, Cell] = {key: ColumnSum(value, 0, count - 1, where) for key, value in totals.items()}
    cells |= {"task": label, "source": name, **_across(totals, columns)}
    return Row(tuple(cells.get(column.key) for column in columns), Role.TOTAL)
