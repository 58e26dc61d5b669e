"""The table of sheets that a workbook can have. Any room above `app` may import it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.app.words import Words
from planner.domain.items import Indicator, Item, Measure
from planner.domain.marks import N_
from planner.domain.plan import Plan
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
from planner.reports.source import ALL_OWN, Source, own_columns
from planner.reports.table import Column, Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One row: the key, the name in the source language, and what makes the table.

    `columns` are those that a preset can choose from, in the source language, beside the fields of one's own
    of the kind `subject`; a data sheet has all fields and no choice. A `standard` sheet is in every workbook
    unless other sheets are chosen; a `raw` one is for computing.
    """

    key: str
    label: str
    build: Callable[[Source], Table]
    columns: Mapping[str, Column]
    subject: type[Item] | None = None
    standard: bool = True
    raw: bool = False


SHEETS: tuple[Sheet, ...] = (
    Sheet(cover.SHEET, cover.NAMES[0], cover.cover_table, cover.COLUMNS),
    Sheet(workplan.SHEET, workplan.NAMES[0], workplan.work_plan, workplan.COLUMNS, Measure),
    Sheet(duty.SHEET, duty.NAMES[0], duty.duty_table, duty.COLUMNS, Measure),
    Sheet(duty.COMPLETION_SHEET, duty.COMPLETION_NAMES[0], duty.completion_table, duty.COMPLETION_COLUMNS),
    Sheet(milestones.SHEET, milestones.NAMES[0], milestones.milestone_table, milestones.COLUMNS),
    Sheet(indicators.SHEET, indicators.NAMES[0], indicators.indicator_table, indicators.COLUMNS),
    Sheet(
        indicators.TRACKING_SHEET,
        indicators.TRACKING_NAMES[0],
        indicators.tracking_table,
        indicators.TRACKING_COLUMNS,
        Indicator,
    ),
    Sheet(
        indicator_map.SHEET, indicator_map.NAMES[0], indicator_map.indicator_map_table, indicator_map.COLUMNS
    ),
    Sheet(coverage.SHEET, coverage.NAMES[0], coverage.coverage_table, coverage.COLUMNS),
    Sheet(progress.SHEET, progress.NAMES[0], progress.progress_table, progress.COLUMNS, Measure),
    Sheet(gantt.SHEET, gantt.NAMES[0], gantt.gantt_table, gantt.COLUMNS),
    Sheet(funding.SHEET, funding.NAMES[0], funding.funding_table, funding.COLUMNS),
    Sheet(statistics.SHEET, statistics.NAMES[0], statistics.statistics_table, statistics.COLUMNS),
    Sheet(asks.SHEET, asks.NAMES[0], asks.asks_table, asks.COLUMNS, Measure),
    Sheet(checks.SHEET, checks.NAMES[0], checks.checks_table, checks.COLUMNS, standard=False),
    *(
        Sheet(key, name, data_sheets.data_table(key), {}, standard=False, raw=True)
        for key, (_, name) in data_sheets.KINDS.items()
    ),
)
"""All sheets, in the order in which a workbook has them."""

BY_KEY = {sheet.key: sheet for sheet in SHEETS}

STANDARD = tuple(SheetChoice(sheet.key) for sheet in SHEETS if sheet.standard)


def choosable_columns(plan: Plan, sheet: Sheet) -> dict[str, Column]:
    """Return the columns that a preset can give a sheet of this plan, by key, in the source language.

    The labels of fields of one's own are a person's own text and are not translated.
    """
    own = own_columns(plan, sheet.subject)
    whole = {ALL_OWN: Column(ALL_OWN, N_("全部自定义字段"), 16)} if sheet.subject else {}
    return {**sheet.columns, **own, **whole}


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
