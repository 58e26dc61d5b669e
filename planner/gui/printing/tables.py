"""Tables of a report as pieces: as wide as the page, letters no larger than the columns can hold.

Only `planner.gui.printing.flow` imports it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from math import ceil

from planner.gui.printing.grid import Grid, GridCell, GridLook, GridRow
from planner.gui.printing.pieces import Flow, Piece
from planner.gui.printing.setter import Setter
from planner.gui.printing.text import Lines, Setting
from planner.gui.printing.units import PER_MM
from planner.reports.blocks import TableBlock, TextRole
from planner.reports.layout import text_width
from planner.reports.table import (
    Align,
    Column,
    LightSign,
    Role,
    Row,
    Table,
    Timeline,
    cell_text,
    column_groups,
)
from planner.reports.table_fit import CELL_PADDING_MM, FACTORS, column_widths, heading_parts, size_factor

_UNBROKEN = re.compile(r"（?[!-~]+）?|.")
_SMALLER = (0.667, 0.583, 0.5)
_PAD_X = CELL_PADDING_MM * PER_MM
_PAD_Y = 0.5 * PER_MM
_GAP = 1.5 * PER_MM
_EDGE_GAP = 4 * PER_MM
_FEW = 6
"""A table of no more rows stands on one page."""
_STEP = 1.0
"""By how many characters each level of an outline is moved in."""


def table_pieces(
    block: TableBlock, setter: Setter, area: tuple[float, float], *, shrink: bool
) -> Iterator[Flow]:
    """Yield the pieces of a table: caption, edges, heading, rows and notes.

    `area` is the type area in units; where letters may not `shrink`, columns become as narrow as they must.
    """
    width, height = area
    above = [*_above(block, setter, width)]
    below = [*_notes(block.table, setter, width)]
    em = setter.face(TextRole.TABLE).em
    factor = size_factor(block.table, width, em, 2 * _PAD_X) if shrink else 1.0
    if block.table.single_page:
        room = height - sum(piece.before + piece.height for piece in (*above, *below))
        factor = _fitting(block.table, setter, width, room)
    yield from above
    yield from _TableRows(block.table, setter, width, factor).pieces()
    yield from below


def _above(block: TableBlock, setter: Setter, width: float) -> Iterator[Piece]:
    table = block.table
    if block.caption:
        text = setter.text(block.caption, TextRole.CAPTION, width, Setting(Align.CENTRE))
        yield Piece(text.height, (Lines(text),), before=_GAP, keeps_next=True)
    if table.issuer or table.dated:
        right = setter.text(table.dated, TextRole.TABLE, width)
        aside = min(right.natural_width + _EDGE_GAP, width / 2) if table.dated else 0.0
        left = setter.text(table.issuer, TextRole.TABLE, width - aside)
        right = setter.text(table.dated, TextRole.TABLE, aside, Setting(Align.RIGHT))
        marks = (Lines(left), Lines(right, width - aside))
        yield Piece(max(left.height, right.height), marks, before=_GAP, keeps_next=True)


def _notes(table: Table, setter: Setter, width: float) -> Iterator[Piece]:
    for number, note in enumerate(table.notes):
        text = setter.text(note, TextRole.NOTE, width)
        for line in range(text.count):
            marks = (Lines(text, first=line, last=line + 1),)
            gap = _GAP if number == line == 0 else 0.0
            yield Piece(text.line_height, marks, before=gap, keeps_before=line == 0)


def _fitting(table: Table, setter: Setter, width: float, room: float) -> float:
    """Return the largest size at which the whole table fits on a page, else the smallest."""
    for factor in (*FACTORS, *_SMALLER):
        pieces = _TableRows(table, setter, width, factor).pieces()
        if sum(piece.before + piece.height for piece in pieces if isinstance(piece, Piece)) <= room:
            return factor
    return _SMALLER[-1]


class _TableRows:
    """The rows of one table in letters of one size."""

    def __init__(self, table: Table, setter: Setter, width: float, factor: float) -> None:
        self._table = table
        self._setter = setter
        self._factor = factor
        self._colours = setter.style.colours
        em = setter.face(TextRole.TABLE, factor).em
        edges = (0.0, *accumulate(column_widths(table, width, em, 2 * _PAD_X)))
        self._look = GridLook(edges, _PAD_X, _PAD_Y, self._colours.border)
        self._bars = _Bars(table, table.timeline) if table.timeline else None

    def pieces(self) -> Iterator[Flow]:
        """Yield the heading and a piece for each row."""
        if not self._table.columns:
            return
        head = Grid(self._look).as_head(list(self._heading()))
        yield Piece(head.height, head.marks, before=_GAP, keeps_next=bool(self._table.rows))
        rows = Grid(self._look, head).pieces(self._rows())
        yield from _whole(rows) if len(self._table.rows) <= _FEW else _no_single(rows)

    def _heading(self) -> Iterator[GridRow]:
        groups = column_groups(self._table.columns)
        depth = 2 if self._table.grouped else 1
        upper, lower = [], []
        for name, first, last in groups:
            if not name:
                upper.append(self._title(self._table.columns[first].label, first, rows=depth))
                continue
            upper.append(self._title(name, first, columns=last - first + 1))
            lower += [self._title(self._table.columns[n].label, n) for n in range(first, last + 1)]
        yield tuple(upper)
        if lower:
            yield tuple(lower)

    def _title(self, label: str, column: int, columns: int = 1, rows: int = 1) -> GridCell:
        width = self._inner(column, columns)
        em = self._setter.face(TextRole.TABLE_HEADING, self._factor).em
        setting = Setting(Align.CENTRE, factor=self._factor)
        text = self._setter.text(_balanced(label, width / em), TextRole.TABLE_HEADING, width, setting)
        return GridCell(column, text, columns, rows, fill=self._colours.heading)

    def _rows(self) -> Iterator[GridRow]:
        spans = {(span.first, span.column): span.last - span.first + 1 for span in self._table.spans}
        hidden = {
            (row, span.column) for span in self._table.spans for row in range(span.first + 1, span.last + 1)
        }
        for number, row in enumerate(self._table.rows):
            if row.role is Role.BAND:
                yield (self._band(row),)
                continue
            yield tuple(
                self._cell(row, place, spans.get((number, place), 1))
                for place in range(len(self._table.columns))
                if (number, place) not in hidden
            )

    def _band(self, row: Row) -> GridCell:
        columns = len(self._table.columns)
        setting = Setting(factor=self._factor)
        words, room = cell_text(row.cells[0]), self._inner(0, columns)
        text = self._setter.text(words, TextRole.TABLE_HEADING, room, setting)
        return GridCell(0, text, columns, fill=self._colours.band)

    def _cell(self, row: Row, place: int, rows: int) -> GridCell:
        column, cell = self._table.columns[place], row.cells[place]
        total = row.role is Role.TOTAL
        em = self._setter.face(TextRole.TABLE, self._factor).em
        inset = row.level * _STEP * em if column.stepped else 0.0
        setting = Setting(
            column.align,
            factor=self._factor,
            light=cell.light if isinstance(cell, LightSign) else None,
        )
        words = cell.word if isinstance(cell, LightSign) else cell_text(cell, column.type)
        role = TextRole.TABLE_HEADING if total else TextRole.TABLE
        text = self._setter.text(words, role, max(self._inner(place) - inset, em), setting)
        fill = self._colours.total if total else self._bar(row, column)
        return GridCell(place, text, rows=rows, inset=inset, fill=fill)

    def _bar(self, row: Row, column: Column) -> str:
        light = self._bars.light(row, column) if self._bars else None
        return self._colours.lights[light.light] if light else ""

    def _inner(self, column: int, columns: int = 1) -> float:
        edges = self._look.edges
        return edges[column + columns] - edges[column] - 2 * _PAD_X


class _Bars:
    """Which cells of a timeline are filled, and by which light."""

    def __init__(self, table: Table, timeline: Timeline) -> None:
        self._places = [table.column_place(key) for key in (timeline.start, timeline.end, timeline.light)]
        self._months = timeline.months

    def light(self, row: Row, column: Column) -> LightSign | None:
        """Return the light that fills a row's cell of a period; None where it stays white."""
        start, end, light = (row.cells[place] for place in self._places)
        if column.starts is None or not isinstance(light, LightSign):
            return None
        days = [day for day in (start, end) if isinstance(day, date)]
        if not days:
            return None
        after = column.starts
        for _ in range(self._months):
            after = (after.replace(day=1) + timedelta(days=32)).replace(day=1)
        reaches = isinstance(end, date) and min(days) < after and end >= column.starts
        return light if reaches else None


def _whole(pieces: Iterator[Flow]) -> Iterator[Flow]:
    """Yield the few rows of a table kept together."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None:
            yield replace(held, keeps_next=True)
        held = piece if isinstance(piece, Piece) else None
    if held is not None:
        yield held


def _no_single(pieces: Iterator[Flow]) -> Iterator[Flow]:
    """Yield the rows with the first and the last two kept together, so that none stands on a page alone."""
    last, second = None, None
    first = True
    for piece in pieces:
        if not isinstance(piece, Piece):
            yield piece
            continue
        if second is not None:
            yield replace(second, keeps_next=True) if first else second
            first = False
        second, last = last, piece
    if second is not None:
        yield replace(second, keeps_next=True)
    if last is not None:
        yield last


def _balanced(label: str, ems: float) -> str:
    """Return a heading of Chinese characters broken into lines of about one length, if one isn't enough."""
    if text_width(label) <= 2 * ems or label.isascii() or " " in label or "\n" in label:
        return label
    return "\n".join(line for part in heading_parts(label) for line in _even_lines(part, max(int(ems), 1)))


def _even_lines(text: str, most: int) -> Iterator[str]:
    """Yield lines of about one length, of no more than `most` Chinese characters; numbers stay whole."""
    each = ceil(text_width(text) / ceil(text_width(text) / (2 * most)))
    line = ""
    for token in _UNBROKEN.findall(text):
        if line and text_width(line + token) > each + 1:
            yield line
            line = ""
        line += token
    yield line
