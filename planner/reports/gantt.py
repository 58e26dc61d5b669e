"""甘特图: a line for each measure whose columns are periods, filled from its own days by the renderer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.domain.deadlines import DeadlineKind
from planner.domain.items import Measure, kind_of
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day
from planner.reports.source import Source, field_columns
from planner.reports.table import Align, Cell, CellType, Column, Row, Table, Timeline
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = "gantt"
NAMES = (N_("甘特图"), N_("进度计划图"))

MOST_PERIODS = 120
"""More columns than this no page can show; what comes later is left out and said."""

_PERIOD = Column("period", N_("时段"), 3.4, align=Align.CENTRE, wrap=False)
COLUMNS = {
    "number": NUMBER_COLUMN,
    "task": replace(TASK_COLUMN, stepped=True),
    "lead": LEAD_COLUMN,
    "start": Column("start", N_("开始"), 12, CellType.DATE, Align.CENTRE),
    "end": Column("end", N_("完成"), 12, CellType.DATE, Align.CENTRE),
    "light": field_columns(kind_of(Measure).fields)["light"],
    "period": _PERIOD,
}


@dataclass(frozen=True, slots=True)
class _Bar:
    """A measure with its first and last day; the end is words where it is no day."""

    measure: Measure
    number: Cell
    level: int
    start: date | None
    end: Cell


def gantt_table(source: Source) -> Table:
    """Return the measures that have a day to begin or to end, with a column for each period of the plan."""
    bars = list(_bars(source))
    months = source.options.gantt_unit.months
    starts, left_out = _period_starts(source, bars, months)
    columns = _with_periods(source, source.columns(SHEET, COLUMNS), starts, months)
    table = source.table(SHEET, NAMES, columns, (_row(source, bar, columns) for bar in bars))
    notes = [*table.notes]
    if bars:
        notes.append(
            source.words(N_("注：色块由开始、完成日期自动填充，颜色与状态灯一致；竖线为截至日期所在时段。"))
        )
    if left_out:
        notes.append(
            source.words(N_("注：时间跨度过长，{day} 以后未画出。")).format(day=left_out.isoformat())
        )
    keys = {column.key for column in columns}
    timeline = Timeline("start", "end", "light", months) if {"start", "end", "light"} <= keys else None
    return replace(table, notes=tuple(notes), timeline=timeline)


def _bars(source: Source) -> Iterator[_Bar]:
    plan = source.plan
    for measure_id, number in source.numbers.items():
        measure = plan.get(measure_id, Measure)
        deadline = source.derived.deadline(measure)
        begin = first_day(measure.start) if measure.start else deadline.start
        dated = deadline.kind is DeadlineKind.DATE and deadline.end is not None
        end: Cell = deadline.end if dated else source.cells.reading(deadline) or None
        if begin is None and not dated:
            continue
        if begin is None:
            begin = first_day(plan.head.start) if plan.head.start else deadline.end
        level = 1 if source.is_part(measure) else 0
        yield _Bar(measure, number, level, begin, end)


def _period_starts(source: Source, bars: list[_Bar], months: int) -> tuple[list[date], date | None]:
    """Return the first days of the periods between all days, and from when on some are missing."""
    head = source.plan.head
    days = [bar.start for bar in bars if bar.start] + [bar.end for bar in bars if isinstance(bar.end, date)]
    if head.end:
        days.append(last_day(head.end))
    if not bars or not days:
        return [], None
    first, last = min(days), max(days)
    starts = [date(first.year, (first.month - 1) // months * months + 1, 1)]
    while (following := _next(starts[-1], months)) <= last:
        if len(starts) == MOST_PERIODS:
            return starts, following
        starts.append(following)
    return starts, None


def _next(day: date, months: int) -> date:
    after = day
    for _ in range(months):
        after = (after.replace(day=1) + timedelta(days=32)).replace(day=1)
    return after


def _with_periods(
    source: Source, columns: tuple[Column, ...], starts: list[date], months: int
) -> tuple[Column, ...]:
    shown: list[Column] = []
    width = source.preset.sheets[SHEET].columns.get(_PERIOD.key, _PERIOD.width)
    for column in columns:
        if column.key != _PERIOD.key:
            shown.append(column)
            continue
        for start in starts:
            label = f"Q{(start.month + 2) // 3}" if months == 3 else str(start.month)
            group = source.words(N_("{year}年")).format(year=start.year)
            key = f"{_PERIOD.key} {start.isoformat()}"
            shown.append(replace(column, key=key, label=label, group=group, starts=start, width=width))
    return tuple(shown)


def _row(source: Source, bar: _Bar, columns: tuple[Column, ...]) -> Row:
    cells: dict[str, Cell] = {
        "number": bar.number,
        "task": bar.measure.title,
        "lead": source.responsible(bar.measure),
        "start": bar.start,
        "end": bar.end,
        "light": source.cell(bar.measure, "light"),
    }
    return Row(tuple(cells.get(column.key) for column in columns), level=bar.level, source=bar.measure.id)
