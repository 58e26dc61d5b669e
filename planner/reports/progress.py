"""进展情况: what was last reported of each measure, its goal of the year and how it keeps pace."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from planner.domain.items import Goal, Measure, Report, kind_of
from planner.domain.lights import Light, Limits, Verdict
from planner.domain.marks import N_
from planner.reports.keys import PROGRESS
from planner.reports.source import Source, field_columns, period_cell
from planner.reports.table import Align, Cell, CellType, Column, Row, Table
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = PROGRESS
NAMES = (N_("进展情况"), N_("进展情况表"))

_MEASURE = field_columns(kind_of(Measure).fields)
_REPORT = field_columns(kind_of(Report).fields)
COLUMNS = {
    "number": NUMBER_COLUMN,
    "task": TASK_COLUMN,
    "goal": Column("goal", N_("年度目标"), 22),
    "lead": LEAD_COLUMN,
    "supporting": _MEASURE["supporting"],
    "status": _MEASURE["status"],
    "percent": Column("percent", N_("完成比例"), 9, CellType.PERCENT, Align.CENTRE),
    "pace": Column("pace", N_("进度判定"), 10, align=Align.CENTRE),
    "light": _MEASURE["light"],
    **{key: _REPORT[key] for key in ("done", "problem", "next_step", "date", "reporter")},
    "reported": replace(_REPORT["light"], key="reported"),
}
_FROM_REPORT = ("done", "problem", "next_step", "reporter")


def progress_table(source: Source) -> Table:
    """Return each measure with its last report, and the parts of measures that anything was reported of."""
    columns = source.columns(SHEET, COLUMNS, Measure)
    table = source.table(SHEET, NAMES, columns, _rows(source, columns))
    if not table.rows:
        return table
    foot = source.words(N_("填报人：　　　　　　审核人：　　　　　　联系电话：　　　　　　填报日期："))
    note = source.words(
        N_("注：进度判定按任务自身期限的序时进度与完成比例比较；“自报灯”由单位填报，“状态灯”由软件计算。")
    )
    return replace(table, notes=(note, foot))


class Pace(StrEnum):
    """How a measure keeps pace with the time elapsed (序时进度)."""

    DONE = "done"
    AHEAD = "ahead"
    ON = "on"
    BEHIND = "behind"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


PACE_NAMES = {
    Pace.DONE: N_("已完成"),
    Pace.AHEAD: N_("超序时"),
    Pace.ON: N_("达序时"),
    Pace.BEHIND: N_("未达序时"),
    Pace.OVERDUE: N_("已超期"),
    Pace.UNKNOWN: "",
}


def pace_of(source: Source, verdict: Verdict) -> Pace:
    """Return how a measure keeps pace, by the limits of the plan."""
    if verdict.light is Light.DONE:
        return Pace.DONE
    if "behind" not in verdict.details:
        return Pace.OVERDUE if verdict.reason == "overdue" else Pace.UNKNOWN
    behind = float(verdict.details["behind"])
    points = Limits.of(source.plan.head).yellow_points
    if behind >= points:
        return Pace.BEHIND
    return Pace.AHEAD if behind <= -points else Pace.ON


def pace(source: Source, verdict: Verdict) -> str:
    """Return in words how a measure keeps pace; empty if that is unknown."""
    return source.words(PACE_NAMES[pace_of(source, verdict)])


def _rows(source: Source, columns: tuple[Column, ...]) -> Iterator[Row]:
    plan = source.plan
    for measure_id, number in source.numbers.items():
        measure = plan.get(measure_id, Measure)
        report = max(
            plan.children(measure_id, Report), key=lambda entry: (entry.date, entry.rank), default=None
        )
        is_part = source.is_part(measure)
        if report is None and is_part:
            continue
        cells = _cells(source, measure, report, number)
        for column in columns:
            if column.key not in cells:
                cells[column.key] = source.cell(measure, column.key)
        yield Row(
            tuple(cells[column.key] for column in columns),
            level=int(is_part),
            source=report.id if report else measure_id,
            subject=measure_id,
        )


def _cells(source: Source, measure: Measure, report: Report | None, number: Cell) -> dict[str, Cell]:
    cells: dict[str, Cell] = {
        "number": number,
        "task": measure.title,
        "goal": _goal(source, measure),
        "lead": source.responsible(measure),
        "percent": source.derived.progress(measure.id).percent,
        "pace": pace(source, source.derived.verdict(measure.id)),
        **dict.fromkeys((*_FROM_REPORT, "date", "reported")),
    }
    if report is not None:
        cells |= {key: source.cell(report, key) for key in _FROM_REPORT}
        cells["date"] = period_cell(report.date)
        cells["reported"] = source.cells.text(report, "light") if report.light else None
    return cells


def _goal(source: Source, measure: Measure) -> str:
    year = str(source.derived.today.year)
    goals = source.plan.children(measure.id, Goal)
    return "\n".join(goal.content for goal in goals if goal.period == year)
