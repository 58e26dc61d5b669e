"""How high the rows of a table are and where its pages begin, from the widths of its characters.

Renderers that measure no text themselves, as a workbook's, take heights and breaks from here.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from planner.reports.computed import ColumnSum, RowSum, Share
from planner.reports.preset import Font, Preset
from planner.reports.table import Cell, Column, Page, Quantity, Role, Row, Span, Table, cell_text

MAX_STEPS = 7
"""The deepest level that is still indented and outlined."""

POINTS_PER_MM = 72 / 25.4
CELL_PADDING = 4
"""Points of a column's width that the text can't use."""

_LINE = 1.35
_ROW_PADDING = 5
_STEP = 2
_LEAST_WIDE = 4
_LEAST_LAST = 3
"""A last page has at least so many rows, where the page before it can spare them."""
_SAFETY = 0.96
_FILL = 0.98
_NEVER_BROKEN = (int, float, date, Quantity, ColumnSum, RowSum, Share)
"""What a cell shows in one line, however narrow it is."""
_WIDE = re.compile(
    r"[\u2014\u2018-\u201d\u2026\u2e80-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff01-\uff60]*"
)
"""Text of nothing but characters that count two."""
_WORD = re.compile(r"[!-~\u00a0-\u024f]+|\s|.", re.DOTALL)
_NOT_FIRST = set("，。、；：？！）》〉」』】”’％%…—,.;:?!)]}")


def text_width(text: str) -> int:
    """Return the width of a text without line breaks, in Latin characters; a Chinese one counts two."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


@lru_cache(maxsize=4096)
def line_count(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of this many Latin characters."""
    return sum(_lines_of(line, width) for line in text.split("\n"))


def row_heights(table: Table, preset: Preset) -> list[float]:
    """Return the height of each row in points, high enough for every cell, merged ones included."""
    merged = {span.column for span in table.spans}
    line = _line_height(preset.fonts.body)
    rooms = [
        (place, column.width * _SAFETY, column.stepped)
        for place, column in enumerate(table.columns)
        if place not in merged and column.wrap
    ]
    across = sum(column.width for column in table.columns) * _SAFETY
    heights = [
        max(preset.row_height, _row_lines(row, rooms, across) * line + _ROW_PADDING) for row in table.rows
    ]
    _fit_merged(table, heights, merged, line)
    return heights


def cell_height(cell: Cell, column: Column, row: Row, preset: Preset) -> float:
    """Return the height that one cell needs."""
    return _cell_lines(cell, column, row.level) * _line_height(preset.fonts.body) + _ROW_PADDING


def fits_across(text: str, font: Font, table: Table, preset: Preset) -> bool:
    """Whether a text takes one line across the whole table."""
    return line_count(text, _characters_across(font, table, preset)) == 1


def text_height(text: str, font: Font, table: Table, preset: Preset) -> float:
    """Return the height of a text that runs across the whole table."""
    return line_count(text, _characters_across(font, table, preset)) * _line_height(font) + _ROW_PADDING


def heading_height(table: Table, preset: Preset) -> float:
    """Return the height of the row of column labels."""
    font = preset.fonts.heading
    shrink = preset.fonts.body.size / font.size
    lines = max((line_count(column.label, column.width * shrink) for column in table.columns), default=1)
    return max(preset.row_height * 1.2, lines * _line_height(font) + _ROW_PADDING)


def group_height(table: Table, preset: Preset) -> float:
    """Return the height of the row with the names of groups of columns, 0 where there are none."""
    return preset.row_height if table.grouped else 0.0


def title_height(table: Table, preset: Preset) -> float:
    """Return the height of the title."""
    return text_height(table.title, preset.fonts.title, table, preset) + _ROW_PADDING


def attachment_height(table: Table, preset: Preset) -> float:
    """Return the height of the label above the title, 0 where there is none."""
    return text_height(table.attachment, preset.fonts.attachment, table, preset) if table.attachment else 0.0


def top_height(table: Table, preset: Preset) -> float:
    """Return the height of all that stands above the heading: label, title, issuer and date."""
    edges = preset.row_height if table.issuer or table.dated else 0.0
    return attachment_height(table, preset) + title_height(table, preset) + edges


def column_points(column: Column, preset: Preset) -> float:
    """Return the width of a column in points."""
    return column.width * preset.fonts.body.size / 2 + CELL_PADDING


def table_width(table: Table, preset: Preset) -> float:
    """Return the width of all columns in points."""
    return sum(column_points(column, preset) for column in table.columns)


def page_starts(table: Table, heights: Sequence[float], preset: Preset) -> list[int]:
    """Return the first row of each page, from the heights of the rows.

    A band stays with the row below it, a total with the one above, and the notes with the last row; the
    last page is not left with a row or two.
    Pages are filled a little less than they could be, so that another program's page never begins earlier.
    """
    if not heights:
        return []
    heading = heading_height(table, preset) + group_height(table, preset)
    room = page_room(table, preset) * _FILL
    notes = sum(text_height(note, preset.fonts.note, table, preset) for note in table.notes)
    used = heading + top_height(table, preset)
    starts = [0]
    for number, height in enumerate(heights):
        needed = height
        if number + 1 == len(heights):
            needed += notes
        elif table.rows[number].role is Role.BAND or table.rows[number + 1].role is Role.TOTAL:
            needed += heights[number + 1]
        if used + needed > room and number > starts[-1]:
            starts.append(number)
            used = heading
        used += height
    _fill_last(table, heights, starts, room - used - notes)
    return starts


def page_room(table: Table, preset: Preset) -> float:
    """Return how many points of height one page takes, before it is scaled to the width of the paper."""
    width, height = _paper_points(table.page)
    return height / min(1.0, width / table_width(table, preset))


def split_spans(spans: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """Return the spans cut where pages begin, so that each page repeats the value."""
    parts = []
    for span in spans:
        firsts = [span.first, *(start for start in starts if span.first < start <= span.last)]
        lasts = [*(first - 1 for first in firsts[1:]), span.last]
        parts += [
            replace(span, first=first, last=last)
            for first, last in zip(firsts, lasts, strict=True)
            if last > first
        ]
    return parts


def _fill_last(table: Table, heights: Sequence[float], starts: list[int], free: float) -> None:
    """Let the last page begin earlier where it has few rows: a heading over one row looks forgotten."""
    latest = len(heights) - _LEAST_LAST
    if len(starts) == 1 or starts[-1] <= latest:
        return
    for start in range(latest, starts[-2] + _LEAST_LAST - 1, -1):
        if sum(heights[start : starts[-1]]) > free:
            return
        if not _belongs_above(table, start):
            starts[-1] = start
            return


def _belongs_above(table: Table, number: int) -> bool:
    """Whether no page may begin with this row: a total, or what stands right below a band."""
    return table.rows[number].role is Role.TOTAL or table.rows[number - 1].role is Role.BAND


def _paper_points(page: Page) -> tuple[float, float]:
    width, height = page.size
    return (
        (width - page.left - page.right) * POINTS_PER_MM,
        (height - page.top - page.bottom) * POINTS_PER_MM,
    )


def _characters_across(font: Font, table: Table, preset: Preset) -> float:
    return table_width(table, preset) / (font.size / 2) * _SAFETY


def _line_height(font: Font) -> float:
    return font.size * _LINE


def _row_lines(row: Row, rooms: Sequence[tuple[int, float, bool]], across: float) -> int:
    """Return the lines of the highest cell of a row: this runs for every cell of a large plan.

    A room is the place of a column, its width, and whether it is stepped.
    """
    if row.role is Role.BAND:
        return line_count(cell_text(row.cells[0]), across)
    cells, most = row.cells, 1
    for place, width, stepped in rooms:
        cell = cells[place]
        if cell.__class__ is not str:
            if cell is None or isinstance(cell, _NEVER_BROKEN):
                continue
            cell = cell_text(cell)
        room = _stepped_width(width, row.level) if stepped else width
        if 2 * len(cell) > room or "\n" in cell:
            most = max(most, line_count(cell, room))
    return most


def _stepped_width(width: float, level: int) -> float:
    return max(width - _STEP * min(level, MAX_STEPS), 2)


def _cell_lines(cell: Cell, column: Column, level: int) -> int:
    text = cell_text(cell, column.type)
    if not column.wrap or not text:
        return 1
    width = column.width * _SAFETY
    return line_count(text, _stepped_width(width, level) if column.stepped else width)


def _fit_merged(table: Table, heights: list[float], merged: set[int], line: float) -> None:
    """Heighten the last row of a span where its text needs more than its rows have; single rows likewise."""
    alone = {column: set(range(len(heights))) for column in merged}
    for span in table.spans:
        alone[span.column] -= set(range(span.first, span.last + 1))
    singles = (Span(column, row, row) for column, rows in alone.items() for row in rows)
    for span in (*table.spans, *singles):
        row = table.rows[span.first]
        if row.role is Role.BAND:
            continue
        lines = _cell_lines(row.cells[span.column], table.columns[span.column], row.level)
        missing = lines * line + _ROW_PADDING - sum(heights[span.first : span.last + 1])
        if missing > 0:
            heights[span.last] += missing


@lru_cache(maxsize=8192)
def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def _wide_lines(line: str, room: int) -> int:
    """Return the lines of a text that breaks anywhere but before some signs, after `room` characters."""
    lines, end = 1, room
    while end < len(line):
        if line[end] in _NOT_FIRST:
            end -= 1
        lines += 1
        end += room
    return lines


def _lines_of(line: str, width: float) -> int:
    if 2 * len(line) <= width:
        return 1
    if width >= _LEAST_WIDE and _WIDE.fullmatch(line):
        return _wide_lines(line, int(width // 2))
    if text_width(line) <= width:
        return 1
    lines, used, previous = 1, 0.0, 0
    for word in _WORD.findall(line):
        needed = text_width(word)
        if used + needed > width and used:
            lines += 1
            used = float(previous) if word[0] in _NOT_FIRST else 0.0
        used += needed
        while used > width >= 1:
            lines += 1
            used -= width
        previous = needed if needed <= 2 else 0
    return lines
