"""里程碑: every milestone with its measure, one a row and nothing merged, so that it can be sorted."""

from collections.abc import Iterator

from planner.domain.items import Measure, Milestone, kind_of
from planner.domain.marks import N_
from planner.reports.source import Source, field_columns
from planner.reports.table import Cell, Column, Row, Table
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = "milestones"

NAMES = (N_("里程碑计划"), N_("里程碑计划"))

COLUMNS = {
    **field_columns(kind_of(Milestone).fields),
    "number": NUMBER_COLUMN,
    "task": TASK_COLUMN,
    "lead": LEAD_COLUMN,
}


def milestone_table(source: Source) -> Table:
    """Return the milestones in the order of the tree."""
    columns = source.columns(SHEET, COLUMNS)
    return source.table(SHEET, NAMES, columns, _rows(source, columns))


def _rows(source: Source, columns: tuple[Column, ...]) -> Iterator[Row]:
    for measure_id, number in source.numbers.items():
        measure = source.plan.get(measure_id, Measure)
        of_measure: dict[str, Cell] = {
            "number": number,
            "task": measure.title,
            "lead": source.responsible(measure),
        }
        for milestone in source.plan.children(measure_id, Milestone):
            yield Row(
                tuple(
                    of_measure[column.key] if column.key in of_measure else source.cell(milestone, column.key)
                    for column in columns
                ),
                source=milestone.id,
                subject=measure_id,
            )
