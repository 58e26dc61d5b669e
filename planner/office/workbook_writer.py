"""Renders the tables of a report as an Excel workbook. Only `planner.office` imports it."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from planner.app.words import Words
from planner.domain.marks import N_
from planner.office.formats import Formats
from planner.office.safe_text import cleaned, sheet_name
from planner.office.sheet_writer import SheetWriter
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.preset import PageNumbers, Preset
from planner.reports.table import Table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_DEFAULT_FONT = {"font_name": "Arial", "font_size": 10}
"""Excel counts column widths in its digits; other programs have a font with the same widths for it."""

_A4 = 9
_MM_PER_INCH = 25.4
_FOOTER_MM = 10


def workbook_bytes(
    tables: Sequence[Table], title: str, today: date, words: Words, preset: Preset
) -> tuple[bytes, list[Remark]]:
    """Return a workbook with a sheet for each table, and remarks on what could not be written as it stands.

    The workbook says its title and the day, not who made it. It is made in memory, so that no part of a plan
    is left in a temporary file.
    """
    from xlsxwriter import Workbook

    content = BytesIO()
    remarks: list[Remark] = []
    workbook = Workbook(content, {"in_memory": True, "default_format_properties": _DEFAULT_FONT})
    day = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a day of the calendar, nowhere in particular
    workbook.set_properties({"title": cleaned(title)[0], "author": "", "created": day})
    formats = Formats(workbook, preset)
    taken: set[str] = set()
    for table in tables:
        name = sheet_name(table.name, taken)
        if name != table.name:
            remarks.append(Remark(RemarkCode.RENAMED, name, {"wished": table.name}))
        sheet = workbook.add_worksheet(name)
        _set_up_page(sheet, table, words, preset)
        remarks += SheetWriter(sheet, table, formats, words, preset).write()
    workbook.close()
    return content.getvalue(), remarks


def _set_up_page(sheet: "Worksheet", table: Table, words: Words, preset: Preset) -> None:
    page = table.page
    sheet.set_paper(_A4)
    if page.landscape:
        sheet.set_landscape()
    sheet.set_margins(*(margin / _MM_PER_INCH for margin in (page.left, page.right, page.top, page.bottom)))
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    footer = _page_numbers(words, preset)
    sheet.set_footer(footer, {"margin": _FOOTER_MM / _MM_PER_INCH})


def _page_numbers(words: Words, preset: Preset) -> str:
    font = preset.fonts.page_number
    look = f'&C&"{font.families[0]},Regular"&{font.size:g} '
    if preset.page_numbers is PageNumbers.DASHES:
        return f"{look}— &P —"
    return look + words(N_("第 {page} 页 共 {pages} 页")).format(page="&P", pages="&N")
