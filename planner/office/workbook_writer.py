"""Renders the tables of a report as an Excel workbook. Only `planner.office` imports it.

XlsxWriter makes everything but the rows of the tables; those are written apart and put in their place last.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planner.app.words import Words
from planner.office.chart_writer import write_charts
from planner.office.formats import Formats
from planner.office.lists_sheet import Lists
from planner.office.row_stream import RowStream
from planner.office.safe_text import cleaned, sheet_name
from planner.office.sheet_links import link_sheets
from planner.office.sheet_setup import SheetSetup
from planner.office.sheet_writer import SheetWriter, WrittenSheet
from planner.reports.options import ExportOptions
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.preset import Preset
from planner.reports.sheets import contents
from planner.reports.table import Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Advance = Callable[[str, float], None]
"""Is told which sheet is being written, and which share of the whole is done, from 0 to 1."""

_DEFAULT_FONT = {"font_name": "Arial", "font_size": 10}
"""Excel counts column widths in its digits; other programs have a font with the same widths for it."""
_LEVEL = 2
"""How hard the parts are compressed: in a third of the usual time, for a fifth more bytes."""
_ROWS, _ROWS_END = b"<sheetData", b"</sheetData>"


class _Part(ZipInfo):
    """A part that says how hard it is compressed; an archive's own level holds for parts without a date."""

    _compresslevel: int


def workbook_bytes(
    tables: Iterable[Table],
    title: str,
    words: Words,
    preset: Preset,
    options: ExportOptions,
    advance: Advance,
) -> tuple[bytes, list[Remark]]:
    """Return a workbook with a sheet for each table, and remarks on what could not be written as it stands.

    The workbook says its title and the day, and who made it only if the options name somebody. It is made in
    memory, so that no part of a plan is left in a temporary file.
    """
    from xlsxwriter import Workbook

    frame = BytesIO()
    workbook = Workbook(frame, {"in_memory": True, "default_format_properties": dict(_DEFAULT_FONT)})
    _describe(workbook, title, options)
    formats, lists = Formats(workbook, preset), Lists()
    header, footer = (preset.running(text, title, options.as_of) for text in (preset.header, preset.footer))
    setup = SheetSetup(workbook, formats, lists, words, preset, (header, footer))
    taken: set[str] = set()
    sheets: list[WrittenSheet] = []
    count = max(len(contents(options, words)), 1)
    for number, table in enumerate(tables):
        name = sheet_name(table.name, taken)
        writer = SheetWriter(workbook.add_worksheet(name), table, formats, words, preset)
        advance(name, number / count)
        sheet = writer.write(partial(_advance_in, advance, name, number, count))
        if name != table.name:
            sheet.remarks.append(Remark(RemarkCode.RENAMED, name, {"wished": table.name}))
        setup.apply(sheet, table)
        write_charts(workbook, sheet, table, preset)
        sheets.append(sheet)
    link_sheets(sheets)
    lists.write(workbook, words, options.as_of, taken)
    workbook.close()
    remarks = [remark for sheet in sheets for remark in sheet.remarks]
    return _put_together(frame, [sheet.rows for sheet in sheets]), remarks


def _advance_in(advance: Advance, name: str, number: int, count: int, share: float) -> None:
    advance(name, (number + share) / count)


def _describe(workbook: "Workbook", title: str, options: ExportOptions) -> None:
    day = options.as_of
    created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day of the calendar, nowhere in particular
    author = cleaned(options.author)[0]
    workbook.set_properties({"title": cleaned(title)[0], "author": author, "created": created})


def _put_together(frame: BytesIO, streams: Sequence[RowStream]) -> bytes:
    """Return the workbook with each sheet's rows in the place that its frame has for them."""
    rows_of = {f"xl/worksheets/sheet{number}.xml": rows for number, rows in enumerate(streams, 1)}
    whole = BytesIO()
    with ZipFile(frame) as parts, ZipFile(whole, "w", ZIP_DEFLATED) as workbook:
        for entry in parts.infolist():
            part = parts.read(entry)
            rows = rows_of.get(entry.filename)
            named = _Part(entry.filename, entry.date_time)
            named.compress_type = ZIP_DEFLATED
            named._compresslevel = _LEVEL
            named.file_size = len(part)
            with workbook.open(named, "w", force_zip64=rows is not None) as out:
                if rows is None:
                    out.write(part)
                    continue
                before, after = _around_rows(part)
                out.write(before + b"<sheetData>")
                for piece in rows.pieces():
                    out.write(piece)
                out.write(b"</sheetData>" + after)
    return whole.getvalue()


def _around_rows(part: bytes) -> tuple[bytes, bytes]:
    """Return what stands before and behind the rows in a sheet's frame."""
    start = part.index(_ROWS)
    end = part.find(_ROWS_END, start)
    stop = end + len(_ROWS_END) if end >= 0 else part.index(b">", start) + 1
    return part[:start], part[stop:]
