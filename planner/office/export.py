"""Exports of a plan, as window and command line call them through `planner.bootstrap`."""

from datetime import date
from pathlib import Path

from planner.app.words import Words
from planner.domain.plan import Plan
from planner.office.files import replace_file
from planner.office.workbook_writer import workbook_bytes
from planner.reports.outcome import Written
from planner.reports.preset import load_preset
from planner.reports.workbook import work_plan_workbook


def export_workbook(plan: Plan, path: Path, words: Words, today: date, presets: Path) -> Written:
    """Write the plan's workbook to `path`, laid out by the official preset in the folder `presets`.

    Raises `SaveFailed`, with the old file whole, and `BrokenPreset`.
    """
    preset = load_preset(presets)
    tables = work_plan_workbook(plan, today, words, preset)
    content, remarks = workbook_bytes(tables, plan.head.title, today, words, preset)
    replace_file(path, content)
    return Written(path, tuple(remarks))
