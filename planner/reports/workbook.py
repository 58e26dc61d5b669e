"""The workbook of a work plan: its sheets in their order."""

from collections.abc import Iterator

from planner.app.words import Words
from planner.domain.plan import Plan
from planner.reports.options import ExportOptions
from planner.reports.preset import Preset
from planner.reports.sheets import BY_KEY, contents
from planner.reports.source import Source
from planner.reports.table import Table


def work_plan_workbook(plan: Plan, words: Words, preset: Preset, options: ExportOptions) -> Iterator[Table]:
    """Yield the sheets that are asked for, each computed when it is its turn."""
    names = contents(options, words)
    source = Source.read(plan, options.as_of, words, preset, options, names)
    return (BY_KEY[key].build(source) for key in names)
