"""The columns by which the sheets of one workbook speak of a measure."""

from dataclasses import replace

from planner.domain.items import Measure, kind_of
from planner.domain.marks import N_
from planner.reports.keys import WORK_PLAN
from planner.reports.source import field_columns
from planner.reports.table import Align, CellType, Column

NUMBER_COLUMN = Column("number", N_("任务序号"), 9, CellType.NUMBER, Align.CENTRE, leads=WORK_PLAN)
TASK_COLUMN = Column("task", N_("重点任务"), 32)
LEAD_COLUMN = replace(field_columns(kind_of(Measure).fields)["lead"], align=Align.CENTRE)
