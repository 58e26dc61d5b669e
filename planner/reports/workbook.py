"""The workbook of a work plan: its sheets in their order."""

from datetime import date

from planner.app.words import Words
from planner.domain.plan import Plan
from planner.reports.duty import completion_table, duty_table
from planner.reports.indicators import indicator_table, tracking_table
from planner.reports.milestones import milestone_table
from planner.reports.preset import Preset
from planner.reports.source import Source
from planner.reports.table import Table
from planner.reports.workplan import work_plan

_SHEETS = (work_plan, indicator_table, tracking_table, milestone_table, duty_table, completion_table)


def work_plan_workbook(plan: Plan, today: date, words: Words, preset: Preset) -> tuple[Table, ...]:
    """Return the sheets of the plan as it stands on `today`."""
    source = Source.read(plan, today, words, preset)
    return tuple(sheet(source) for sheet in _SHEETS)
