"""The workbook of a work plan: its sheets in their order."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from planner.app.words import Words
from planner.domain.items import ROOT
from planner.domain.plan import Plan
from planner.reports.numbers import task_numbers
from planner.reports.options import ExportOptions
from planner.reports.preset import Preset
from planner.reports.scope import part_of
from planner.reports.selecting import selected, selection_of
from planner.reports.sheets import BY_KEY, contents
from planner.reports.source import Source
from planner.reports.table import Table


def work_plan_workbook(plan: Plan, words: Words, preset: Preset, options: ExportOptions) -> Iterator[Table]:
    """Yield the sheets that are asked for, each computed when it is its turn; raises as `read_part`."""
    names = contents(options, words)
    source = read_part(plan, words, preset, options, names)
    return (BY_KEY[key].build(source) for key in names)


def read_part(
    plan: Plan,
    words: Words,
    preset: Preset,
    options: ExportOptions,
    names: Mapping[str, str] | None = None,
    *,
    chosen: Collection[str] | None = None,
) -> Source:
    """Return what reports read of the part of the plan that is asked for, of its `chosen` rows if given.

    It has the numbers of the whole, so that both speak of one task by one number. Raises `Refused` where
    there is no such branch or unit.
    """
    part = selected(plan, selection_of(preset, options), words, options.as_of)
    if chosen is not None:
        part = part_of(part, "", "", chosen)
    source = Source.read(part, options.as_of, words, preset, options, names)
    if part is plan:
        return source
    whole = task_numbers(plan)
    tints = {layer: place for place, layer in enumerate(plan.branches(ROOT), 1)}
    return replace(source, numbers={row: whole[row] for row in source.numbers}, tints=tints)
