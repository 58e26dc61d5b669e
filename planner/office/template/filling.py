"""An office's own template filled with a plan. Only `planner.office.export` calls it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lxml import etree

from planner.app.words import LANGUAGES, Words
from planner.domain.plan import Plan
from planner.office.row_writer import column_letters
from planner.office.template.growth import Growth
from planner.office.template.moving import (
    expand_shared,
    move_related,
    move_rows,
    move_surroundings,
    move_workbook,
)
from planner.office.template.outside import Outside
from planner.office.template.package import MAIN, Package
from planner.office.template.properties import describe, drop_unwanted
from planner.office.template.reading import Reader, Wishes, wanted_columns
from planner.office.template.rows import RowFiller
from planner.office.template.sheet import sheets_of
from planner.office.template.styles import Styles
from planner.office.template.values import ValueWriter, no_row
from planner.reports.options import ExportOptions
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.plan_values import plan_values
from planner.reports.preset import Preset
from planner.reports.sheets import BY_KEY
from planner.reports.table import Table
from planner.reports.template_faults import BadTemplate
from planner.reports.template_fields import TemplateNames, laid_out_with
from planner.reports.workbook import read_part

Advance = Callable[[str, float], None]


def filled(
    plan: Plan, words: Words, preset: Preset, options: ExportOptions, advance: Advance
) -> tuple[bytes, tuple[Remark, ...]]:
    """Return the template that the options name, filled, and what a person has to be told of it.

    The preset says which part of the plan is taken and how it is sorted. Raises `BadTemplate` with all that
    is wrong, before anything is written.
    """
    package = Package(Path(options.template))
    sheets = sheets_of(package)
    languages = [words.to(language) for language in LANGUAGES]
    reader = Reader(TemplateNames(plan, languages))
    wishes = reader.wishes(sheets)
    outside = Outside.read(package, sheets, reader)
    if reader.faults:
        raise BadTemplate(package.name, reader.faults)
    remarks = [*drop_unwanted(package), *_unnamed(wishes)]
    source = read_part(plan, words, preset, options)
    writer = ValueWriter(Styles(package), plan_values(source))
    tables = _tables(plan, words, preset, options, wanted_columns(wishes))
    _fill(package, wishes, tables, writer, advance)
    outside.fill(writer)
    describe(package, plan.head.title, options)
    return package.content(), (*remarks, *writer.remarks)


def _unnamed(wishes: Sequence[Wishes]) -> list[Remark]:
    return [
        Remark(RemarkCode.UNNAMED, place, {"heading": heading})
        for one in wishes
        for place, heading in one.unnamed.items()
    ]


def _tables(
    plan: Plan, words: Words, preset: Preset, options: ExportOptions, wanted: Mapping[str, Sequence[str]]
) -> dict[str, Table]:
    """Return the table of each of our sheets that rows are taken from."""
    tables = {}
    for sheet, columns in wanted.items():
        source = read_part(plan, words, laid_out_with(preset, sheet, columns), options)
        tables[sheet] = BY_KEY[sheet].build(source)
    return tables


def _fill(
    package: Package,
    wishes: Sequence[Wishes],
    tables: Mapping[str, Table],
    writer: ValueWriter,
    advance: Advance,
) -> None:
    """Fill all sheets: first single cells, then rows, and then lead elsewhere what names cells."""
    for one in wishes:
        expand_shared(one.sheet)
        _fill_cells(one, writer)
    fillers = {
        one.sheet.name: [RowFiller(one.sheet, repeat, tables[repeat.table], writer) for repeat in one.repeats]
        for one in wishes
    }
    growths = {
        name.lower(): Growth({filler.row: filler.gain for filler in mine}) for name, mine in fillers.items()
    }
    for number, one in enumerate(wishes):
        sheet, mine = one.sheet, fillers[one.sheet.name]
        advance(sheet.name, number / len(wishes))
        repeated = [filler.row for filler in mine]
        move_rows(sheet, growths, repeated)
        areas = [area for filler in mine for area in filler.fill(growths)]
        move_surroundings(sheet, growths, repeated, areas)
        move_related(package, sheet, growths)
    move_workbook(package, growths)


def _fill_cells(wishes: Wishes, writer: ValueWriter) -> None:
    """Fill the plan's values into single cells."""
    sheet = wishes.sheet
    for row, column, cell in list(sheet.cells()):
        parts = wishes.cells.get((row, column))
        if parts:
            place = f"{column_letters(column)}{row}"
            style, xml = writer.cell(parts, no_row, int(cell.get("s", "0")), f"{sheet.name}!{place}")
            made = etree.fromstring(f'<c xmlns="{MAIN}" r="{place}" s="{style}"{xml}')
            line = cell.getparent()
            if line is not None:
                line[line.index(cell) : line.index(cell) + 1] = [made]
