"""The table of sheets that a workbook can have. Any room above `app` may import it."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.app.words import Words
from planner.reports import (
    asks,
    checks,
    cover,
    coverage,
    data_sheets,
    duty,
    funding,
    gantt,
    indicator_map,
    indicators,
    milestones,
    progress,
    statistics,
    workplan,
)
from planner.reports.options import ExportOptions, SheetChoice
from planner.reports.source import Source
from planner.reports.table import Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One row: the key, the name in the source language, and what makes the table.

    A `standard` sheet is in every workbook unless other sheets are chosen; a `raw` one is for computing.
    """

    key: str
    label: str
    build: Callable[[Source], Table]
    standard: bool = True
    raw: bool = False


SHEETS: tuple[Sheet, ...] = (
    Sheet(cover.SHEET, cover.NAMES[0], cover.cover_table),
    Sheet(workplan.SHEET, workplan.NAMES[0], workplan.work_plan),
    Sheet(duty.SHEET, duty.NAMES[0], duty.duty_table),
    Sheet(duty.COMPLETION_SHEET, duty.COMPLETION_NAMES[0], duty.completion_table),
    Sheet(milestones.SHEET, milestones.NAMES[0], milestones.milestone_table),
    Sheet(indicators.SHEET, indicators.NAMES[0], indicators.indicator_table),
    Sheet(indicators.TRACKING_SHEET, indicators.TRACKING_NAMES[0], indicators.tracking_table),
    Sheet(indicator_map.SHEET, indicator_map.NAMES[0], indicator_map.indicator_map_table),
    Sheet(coverage.SHEET, coverage.NAMES[0], coverage.coverage_table),
    Sheet(progress.SHEET, progress.NAMES[0], progress.progress_table),
    Sheet(gantt.SHEET, gantt.NAMES[0], gantt.gantt_table),
    Sheet(funding.SHEET, funding.NAMES[0], funding.funding_table),
    Sheet(statistics.SHEET, statistics.NAMES[0], statistics.statistics_table),
    Sheet(asks.SHEET, asks.NAMES[0], asks.asks_table),
    Sheet(checks.SHEET, checks.NAMES[0], checks.checks_table, standard=False),
    *(
        Sheet(key, name, data_sheets.data_table(key), standard=False, raw=True)
        for key, (_, name) in data_sheets.KINDS.items()
    ),
)
"""All sheets, in the order in which a workbook has them."""

BY_KEY = {sheet.key: sheet for sheet in SHEETS}

STANDARD = tuple(SheetChoice(sheet.key) for sheet in SHEETS if sheet.standard)


def contents(options: ExportOptions, words: Words) -> dict[str, str]:
    """Return the sheets that are asked for by key with their names, in their order.

    A key that no sheet has is left out: the choice may have been remembered by another version.
    """
    chosen = options.sheets or STANDARD
    return {
        choice.key: choice.name or words(BY_KEY[choice.key].label)
        for choice in chosen
        if choice.key in BY_KEY
    }
