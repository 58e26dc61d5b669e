"""Writes one table into one sheet of a workbook. Only `planner.office` imports it.

The rows go into a stream of their own; what frames them (merges, widths, paper, filters) into the sheet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.app.words import Words
from planner.domain.marks import N_
from planner.office.formats import Formats, Look
from planner.office.row_stream import RowStream
from planner.office.row_writer import RowWriter, column_letters
from planner.office.safe_text import cleaned, column_names
from planner.reports import layout
from planner.reports.computed import SheetLink
from planner.reports.keys import COVER
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.preset import Preset
from planner.reports.table import Align, Role, Row, Span, Table, cell_text, column_groups

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MAX_ROW_HEIGHT = 409
MAX_COMMENT = 32_000
_MAX_SHOWN = 20
_STEPS = 2000
"""After so many rows it is said how far the writing is."""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to the row of an item in another sheet, or to that sheet's top."""

    line: int
    column: int
    sheet: str
    item: str
    text: str


@dataclass(slots=True)
class WrittenSheet:
    """What came of writing a sheet: its rows, and where the items are that others lead to."""

    key: str
    frame: "Worksheet"
    rows: RowStream
    last_line: int
    pages: int = 1
    lines: dict[str, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


class SheetWriter:
    """Writes the title block, the heading, the rows and the notes of one table, top down."""

    def __init__(
        self, frame: "Worksheet", table: Table, formats: Formats, words: Words, preset: Preset
    ) -> None:
        self._frame = frame
        self._table = table
        self._formats = formats
        self._words = words
        self._preset = preset
        self._rows = RowWriter(table, formats, self._remark)
        self._last = len(table.columns) - 1
        self._out = WrittenSheet(table.key, frame, self._rows.stream, 0)
        self._cut_off: list[int] = []

    def write(self, advance: Callable[[float], None]) -> WrittenSheet:
        """Write the whole sheet; `advance` is told from time to time which share is done."""
        if not self._table.raw:
            self._write_title_block()
        self._write_heading()
        self._write_rows(advance)
        self._write_notes()
        self._rows.stream.close()
        self._out.last_line = self._rows.line - 1
        return self._out

    def _write_title_block(self) -> None:
        if self._table.attachment:
            label_height = self._height(layout.attachment_height(self._table, self._preset))
            self._write_across(self._table.attachment, self._formats.attachment(), label_height)
        height = self._height(layout.title_height(self._table, self._preset))
        back = []
        if self._table.back:
            column = self._last + 2
            back.append((column, self._table.back, self._formats.back()))
            self._out.links.append(Link(self._rows.line, column, COVER, "", self._table.back))
        self._write_across(self._table.title, self._formats.title(), height, back)
        if self._table.issuer or self._table.dated:
            edges = [(0, self._table.issuer, self._formats.edge(Align.LEFT))]
            if self._last:
                edges.append((self._last, self._table.dated, self._formats.edge(Align.RIGHT)))
            self._rows.free(edges, self._preset.row_height)

    def _write_heading(self) -> None:
        columns, look = self._table.columns, self._formats.heading()
        top = self._rows.line
        if self._table.grouped:
            texts = [(first, name or columns[first].label, look) for name, first, _ in column_groups(columns)]
            blank = [(column, look) for column in range(self._last + 1)]
            self._rows.free(texts, layout.group_height(self._table, self._preset), blank)
            for name, first, last in column_groups(columns):
                if not name:
                    self._merge(top, first, top + 1, last)
                elif last > first:
                    self._merge(top, first, top, last)
        names = [column.label for column in columns]
        if self._table.raw:
            names = column_names(names)
        labels = {number: (name, look) for number, name in enumerate(names)}
        days = {number: column.starts for number, column in enumerate(columns) if column.starts}
        labels |= {
            number: (columns[number].label, self._formats.heading(shows=columns[number].label))
            for number in days
        }
        if self._table.grouped:
            labels |= {number: ("", look) for number, column in enumerate(columns) if not column.group}
        if not self._table.raw:
            labels[self._last + 1] = (self._words(N_("条目编号")), look)
        self._rows.heading(days, labels, self._height(layout.heading_height(self._table, self._preset)))

    def _write_rows(self, advance: Callable[[float], None]) -> None:
        table, first = self._table, self._rows.line
        heights: Sequence[float | None] = [None] * len(table.rows)
        covered: dict[int, set[int]] = {}
        if not table.raw:
            measured = layout.row_heights(table, self._preset)
            starts = layout.page_starts(table, measured, self._preset)
            heights = measured
            self._out.pages = len(starts)
            covered = self._merge_spans(layout.split_spans(table.spans, starts), first)
            if len(starts) > 1 and not table.single_page:
                self._frame.set_h_pagebreaks([first + start for start in starts[1:]])
        deepest = 0
        leading = [(number, column.leads) for number, column in enumerate(table.columns) if column.leads]
        nothing: frozenset[int] = frozenset()
        for number, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
            level = min(row.level, layout.MAX_STEPS)
            deepest = max(deepest, level)
            fitting = None if height is None else self._row_height(height, row)
            if row.role is Role.BAND:
                self._write_band(row, fitting or self._preset.row_height)
            else:
                self._note_links(row, leading)
                self._rows.row(row, fitting, covered.get(number, nothing), level)
            if number % _STEPS == _STEPS - 1:
                advance(number / len(table.rows))
        if deepest:
            self._frame.set_row(first, None, None, {"level": deepest})

    def _merge_spans(self, spans: Sequence[Span], first: int) -> dict[int, set[int]]:
        """Merge the cells of each span; returns the columns by row whose cell is hidden by that."""
        covered: dict[int, set[int]] = {}
        for span in spans:
            self._merge(first + span.first, span.column, first + span.last, span.column)
            for row in range(span.first + 1, span.last + 1):
                covered.setdefault(row, set()).add(span.column)
        return covered

    def _write_band(self, row: Row, height: float) -> None:
        look = self._formats.band()
        if self._last:
            self._merge(self._rows.line, 0, self._rows.line, self._last)
        cells = [(0, cell_text(row.cells[0]), look)]
        if row.source:
            self._out.lines.setdefault(row.source, self._rows.line)
            cells.append((self._last + 1, row.source, self._formats.note()))
        self._rows.free(cells, height, [(column, look) for column in range(self._last + 1)])

    def _write_notes(self) -> None:
        notes = list(self._table.notes)
        if self._cut_off:
            shown = "、".join(str(number) for number in self._cut_off[:_MAX_SHOWN])
            more = self._words(N_("等")) if len(self._cut_off) > _MAX_SHOWN else ""
            sentence = N_(
                "注：第 {rows} 行内容超过 Excel 的最大行高，纸面上显示不全，全文见该行的批注或单元格。"
            )
            notes.append(self._words(sentence).format(rows=shown + more))
        for note in notes:
            height = layout.text_height(note, self._preset.fonts.note, self._table, self._preset)
            self._write_across(note, self._formats.note(), self._height(height))

    def _write_across(
        self, text: str, look: Look, height: float, beside: Sequence[tuple[int, str, Look]] = ()
    ) -> None:
        if self._last:
            self._merge(self._rows.line, 0, self._rows.line, self._last)
        self._rows.free(
            [(0, text, look), *beside], height, [(column, look) for column in range(self._last + 1)]
        )

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        self._frame.merge_range(top, left, bottom, right, "")

    def _note_links(self, row: Row, leading: Sequence[tuple[int, str]]) -> None:
        subject = row.subject or row.source
        if subject:
            self._out.lines.setdefault(subject, self._rows.line)
            for column, sheet in leading:
                if isinstance(row.cells[column], int):
                    text = cell_text(row.cells[column])
                    self._out.links.append(Link(self._rows.line, column, sheet, subject, text))
        elif isinstance(row.cells[-1], SheetLink):
            link = row.cells[-1]
            self._out.links.append(Link(self._rows.line, self._last, link.sheet, "", link.text))

    def _row_height(self, height: float, row: Row) -> float:
        """Return the height that a row can have; what is cut off on paper stands in comments."""
        if height <= MAX_ROW_HEIGHT:
            return height
        self._cut_off.append(self._rows.line + 1)
        for number, (cell, column) in enumerate(zip(row.cells, self._table.columns, strict=True)):
            if layout.cell_height(cell, column, row, self._preset) > MAX_ROW_HEIGHT:
                self._frame.write_comment(
                    self._rows.line, number, cleaned(cell_text(cell))[0][:MAX_COMMENT], {"author": ""}
                )
        return self._height(height)

    def _height(self, points: float) -> float:
        if points > MAX_ROW_HEIGHT:
            self._remark(RemarkCode.TOO_HIGH, self._rows.line, 0)
        return min(points, MAX_ROW_HEIGHT)

    def _remark(self, code: RemarkCode, line: int, column: int, **details: int) -> None:
        place = f"{self._frame.get_name()}!{column_letters(column)}{line + 1}"
        self._out.remarks.append(Remark(code, place, {key: str(value) for key, value in details.items()}))
