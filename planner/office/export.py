"""Exports of a plan, as window and command line call them through `planner.bootstrap`."""

from pathlib import Path

from planner.app.garbage import collection_paused
from planner.app.words import Words
from planner.domain.numbering import outline_numbers
from planner.domain.plan import Plan
from planner.office.files import replace_file
from planner.office.text_formats import csv_bytes, html_bytes, markdown_bytes, opml_bytes
from planner.office.workbook_writer import Advance, workbook_bytes
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.outcome import Remark, Written
from planner.reports.outline import outline
from planner.reports.preset import Preset
from planner.reports.presets import find_preset
from planner.reports.workbook import read_part, work_plan_workbook


def export_workbook(
    plan: Plan,
    path: Path,
    words: Words,
    presets: Path,
    options: ExportOptions,
    advance: Advance = lambda _sheet, _share: None,
) -> Written:
    """Write the plan's workbook to `path`, laid out by a preset in the folder `presets`.

    Raises `SaveFailed`, with the old file whole, and `BrokenPreset`.
    """
    content, remarks = workbook_of(plan, words, presets, options, advance)
    replace_file(path, content)
    return Written(path, remarks)


def workbook_of(
    plan: Plan, words: Words, presets: Path, options: ExportOptions, advance: Advance
) -> tuple[bytes, tuple[Remark, ...]]:
    """Return the plan's workbook, and remarks on what could not be written as it stands.

    Raises `BrokenPreset`, and `BadTemplate` where an office's own template can't be filled.
    """
    preset = find_preset(plan, presets, options.preset)
    if options.template:
        from planner.office.template.filling import filled

        return filled(plan, words, preset, options, advance)
    with collection_paused():
        tables = work_plan_workbook(plan, words, preset, options)
        content, remarks = workbook_bytes(tables, plan.head.title, words, preset, options, advance)
    return content, tuple(remarks)


def content_of(
    plan: Plan, words: Words, presets: Path, options: ExportOptions, form: ExportFormat, advance: Advance
) -> tuple[bytes, tuple[Remark, ...]]:
    """Return the plan in any form, and remarks as `workbook_of`.

    Raises `BrokenPreset`, and `Refused` where the part that is asked for is not there.
    """
    if form is ExportFormat.XLSX:
        return workbook_of(plan, words, presets, options, advance)
    return _text_of(plan, words, find_preset(plan, presets, options.preset), options, form), ()


def export_text(
    plan: Plan, path: Path, words: Words, presets: Path, options: ExportOptions, form: ExportFormat
) -> Written:
    """Write the first sheet that is asked for as CSV, or the plan as an outline in a form of text.

    Raises `SaveFailed`, with the old file whole, `BrokenPreset`, and `Refused` where the part is not there.
    """
    replace_file(path, _text_of(plan, words, find_preset(plan, presets, options.preset), options, form))
    return Written(path)


def _text_of(plan: Plan, words: Words, preset: Preset, options: ExportOptions, form: ExportFormat) -> bytes:
    if form is ExportFormat.CSV:
        return csv_bytes(next(work_plan_workbook(plan, words, preset, options)))
    rows = outline(read_part(plan, words, preset, options), outline_numbers(plan))
    title = plan.head.title
    if form is ExportFormat.MARKDOWN:
        return markdown_bytes(title, rows)
    if form is ExportFormat.OPML:
        return opml_bytes(title, rows)
    return html_bytes(title, rows, words.language)
