"""Writes one table into one sheet of a workbook. Only `planner.office` imports it."""

from datetime import date
from functools import partial
from html import escape
from math import isfinite
from typing import TYPE_CHECKING, Protocol

from planner.app.words import Words
from planner.domain.marks import N_
from planner.office.formats import Formats
from planner.office.safe_text import cleaned, needs_quote, shortened, utf16_length
from planner.reports import layout
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.preset import Preset
from planner.reports.table import (
    Align,
    Cell,
    CellType,
    LightSign,
    Quantity,
    Role,
    Row,
    Span,
    Table,
    cell_text,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_ROW_HEIGHT = 409
_FIRST_DAY = date(1900, 3, 1)
"""Before this day a workbook's count of days is wrong or ends."""
_TOO_MANY_DIGITS = 1e15
_DEFAULT_CHARACTER = 7
_DEFAULT_PADDING = 5
_PIXELS_PER_POINT = 96 / 72
_ID_WIDTH = 12


class FormatFor(Protocol):
    """Gives a format, marked as text for a text that could be taken for a formula."""

    def __call__(self, *, quote: bool) -> "Format":
        """Return the format."""


class SheetWriter:
    """Writes the title block, the heading, the rows and the notes of one table, top down."""

    def __init__(
        self, sheet: "Worksheet", table: Table, formats: Formats, words: Words, preset: Preset
    ) -> None:
        self._sheet = sheet
        self._table = table
        self._formats = formats
        self._words = words
        self._preset = preset
        self._cell_formats: dict[tuple[object, ...], Format] = {}
        self._remarks: list[Remark] = []
        self._last_column = len(table.columns) - 1
        self._id_column = len(table.columns)
        self._line = 0

    def write(self) -> list[Remark]:
        """Write the whole sheet; returns remarks on what could not be written as it stands."""
        self._write_title_block()
        heading = self._write_heading()
        self._write_rows()
        self._write_notes()
        self._set_up(heading)
        return self._remarks

    def _write_title_block(self) -> None:
        self._sheet.set_row(self._line, self._height(layout.title_height(self._table, self._preset)))
        self._write_across(self._table.title, self._formats.title)
        self._line += 1
        if not self._table.issuer and not self._table.dated:
            return
        edges = {0: (self._table.issuer, Align.LEFT), self._last_column: (self._table.dated, Align.RIGHT)}
        for column, (text, align) in edges.items():
            self._write_text(self._line, column, text, partial(self._formats.edge, align=align))
        self._sheet.set_row(self._line, self._preset.row_height)
        self._line += 1

    def _write_heading(self) -> int:
        heading = self._line
        self._sheet.set_row(heading, self._height(layout.heading_height(self._table, self._preset)))
        for column, spec in enumerate(self._table.columns):
            self._sheet.set_column(column, column, _column_width(layout.column_points(spec, self._preset)))
            self._write_text(heading, column, spec.label, self._formats.heading)
        self._sheet.set_column(self._id_column, self._id_column, _ID_WIDTH, None, {"hidden": True})
        self._write_text(heading, self._id_column, self._words(N_("条目编号")), self._formats.heading)
        self._line += 1
        return heading

    def _write_rows(self) -> None:
        first = self._line
        heights = layout.row_heights(self._table, self._preset)
        starts = layout.page_starts(self._table, heights, self._preset)
        spans = layout.split_spans(self._table.spans, starts)
        covered = {(row, span.column) for span in spans for row in range(span.first, span.last + 1)}
        for number, (row, height) in enumerate(zip(self._table.rows, heights, strict=True)):
            level = min(row.level, layout.MAX_STEPS)
            self._sheet.set_row(self._line, self._height(height), None, {"level": level})
            if row.role is Role.BAND:
                self._write_across(cell_text(row.cells[0]), self._formats.band)
            else:
                for column, cell in enumerate(row.cells):
                    if (number, column) not in covered:
                        self._write_cell(self._line, column, cell, row)
            if row.source:
                self._write_text(self._line, self._id_column, row.source, self._formats.note)
            self._line += 1
        for span in spans:
            self._write_merged(span, first)
        if len(starts) > 1:
            self._sheet.set_h_pagebreaks([first + start for start in starts[1:]])

    def _write_merged(self, span: Span, first: int) -> None:
        row = self._table.rows[span.first]
        top, bottom, column = first + span.first, first + span.last, span.column
        blank = self._cell_format(column, row, None, quote=False)
        self._sheet.merge_range(top, column, bottom, column, "", blank)
        self._write_cell(top, column, row.cells[column], row)

    def _write_notes(self) -> None:
        for note in self._table.notes:
            height = layout.text_height(note, self._preset.fonts.note, self._table, self._preset)
            self._sheet.set_row(self._line, self._height(height))
            self._write_across(note, self._formats.note)
            self._line += 1

    def _set_up(self, heading: int) -> None:
        from xlsxwriter.utility import xl_range_abs

        self._sheet.freeze_panes(heading + 1, 0)
        self._sheet.repeat_rows(heading)
        self._sheet.print_area(0, 0, max(self._line - 1, heading), self._last_column)
        self._sheet.outline_settings(symbols_below=False)
        everything = xl_range_abs(0, 0, self._line, self._id_column)
        self._sheet.ignore_errors({"number_stored_as_text": everything})
        filtered = sum(row.role is not Role.TOTAL for row in self._table.rows)
        if self._table.plain and filtered:
            self._sheet.autofilter(heading, 0, heading + filtered, self._last_column)

    def _write_across(self, text: str, format_for: FormatFor) -> None:
        if self._last_column:
            self._sheet.merge_range(self._line, 0, self._line, self._last_column, "", format_for(quote=False))
        self._write_text(self._line, 0, text, format_for)

    def _write_cell(self, line: int, column: int, cell: Cell, row: Row) -> None:
        format_for = partial(self._cell_format, column, row, cell)
        match cell:
            case None | "":
                self._sheet.write_blank(line, column, None, format_for(quote=False))
            case Quantity() if _storable(cell.number):
                self._sheet.write_number(line, column, cell.number, format_for(quote=False))
            case date() if cell >= _FIRST_DAY:
                self._sheet.write_datetime(line, column, cell, format_for(quote=False))
            case int() | float() if _storable(cell):
                percent = self._table.columns[column].type is CellType.PERCENT
                self._sheet.write_number(
                    line, column, cell / 100 if percent else cell, format_for(quote=False)
                )
            case _:
                text = cell_text(cell, self._table.columns[column].type)
                self._write_text(line, column, text, format_for)

    def _cell_format(self, column: int, row: Row, cell: Cell, *, quote: bool) -> "Format":
        variant = cell if isinstance(cell, Quantity | LightSign) else None
        key = (column, row.role, row.tint, row.level, variant, quote)
        known = self._cell_formats.get(key)
        if known is None:
            known = self._formats.cell(variant, self._table.columns[column], row, quote=quote)
            self._cell_formats[key] = known
        return known

    def _write_text(self, line: int, column: int, text: str, format_for: FormatFor) -> None:
        """Write a text as text, whatever it begins with."""
        stored, removed = cleaned(text)
        if removed:
            self._remark(RemarkCode.CLEANED, line, column, count=removed)
        fitting = shortened(stored)
        if fitting is not stored:
            self._remark(RemarkCode.SHORTENED, line, column, count=utf16_length(stored))
        cell_format = format_for(quote=needs_quote(fitting))
        if fitting:
            self._sheet.write_string(line, column, _never_markup(fitting), cell_format)
        else:
            self._sheet.write_blank(line, column, None, cell_format)

    def _height(self, points: float) -> float:
        if points > MAX_ROW_HEIGHT:
            self._remark(RemarkCode.TOO_HIGH, self._line, 0)
        return min(points, MAX_ROW_HEIGHT)

    def _remark(self, code: RemarkCode, line: int, column: int, **details: int) -> None:
        from xlsxwriter.utility import xl_rowcol_to_cell

        place = f"{self._sheet.get_name()}!{xl_rowcol_to_cell(line, column)}"
        self._remarks.append(Remark(code, place, {key: str(value) for key, value in details.items()}))


def _storable(number: float) -> bool:
    """Whether a cell keeps all digits of a number."""
    return isfinite(number) and abs(number) < _TOO_MANY_DIGITS


def _never_markup(text: str) -> str:
    """Return text that XlsxWriter would take for its own markup as markup that shows the text."""
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text, quote=False)}</t></r>'
    return text


def _column_width(points: float) -> float:
    """Return a width in points in the characters of the workbook's default font, which Excel counts by."""
    return (points * _PIXELS_PER_POINT - _DEFAULT_PADDING) / _DEFAULT_CHARACTER
