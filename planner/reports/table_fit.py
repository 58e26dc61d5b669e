"""How wide a table's columns are on paper, and how small its letters must be, so that no number is broken.

Renderers of status sheets take both from here, so that PDF, Word and HTML show one table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.reports.layout import text_width
from planner.reports.print_style import Typeface
from planner.reports.table import Cell, Column, LightSign, Role, Table, cell_text

FACTORS = (1.0, 0.875, 0.75)
"""By how much the letters may be made smaller: 12 points, 10.5 and 9 in the official style."""

CELL_PADDING_MM = 1.2
"""The room at the left and at the right of a cell's text."""

_MM_PER_POINT = 25.4 / 72
_TOKEN = re.compile(r"[!-~\u00a0-\u024f]+")
"""What isn't broken between lines: a number, a date, a Latin word."""

_LONGEST_TOKEN = 12
_COMFORT = 0.7
"""How much of the widths that its columns ask for a table must get; its longer texts then take more lines."""

_LEAST = 4
"""The narrowest column has room for two Chinese characters."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """The widths of the columns, and the factor by which fonts and lines are made smaller."""

    widths: tuple[float, ...]
    factor: float


def fit(table: Table, face: Typeface, width: float) -> TableFit:
    """Fit a table into a width; lengths are in millimetres, `face` is that of the cells.

    The letters are smaller only where the columns would get far less than they ask for.
    """
    least = [_least_width(table, place) for place in range(len(table.columns))]
    wished = [max(column.width, need) for column, need in zip(table.columns, least, strict=True)]
    for factor in FACTORS:
        character = face.size * factor / 2 * _MM_PER_POINT
        padding = 2 * CELL_PADDING_MM
        if _COMFORT * (sum(wished) * character + padding * len(wished)) <= width:
            break
    return TableFit(_shared(wished, [need * character + padding for need in least], width), factor)


def _shared(wished: Sequence[float], least: Sequence[float], width: float) -> tuple[float, ...]:
    """Share a width out as wished, none getting less than its least, as long as there is enough for that."""
    if sum(least) >= width:
        return tuple(width * part / sum(least) for part in least)
    fixed: set[int] = set()
    while True:
        free = width - sum(least[place] for place in fixed)
        total = sum(part for place, part in enumerate(wished) if place not in fixed)
        narrow = {
            place
            for place, part in enumerate(wished)
            if place not in fixed and free * part / total < least[place]
        }
        if not narrow:
            return tuple(
                least[place] if place in fixed else free * part / total for place, part in enumerate(wished)
            )
        fixed |= narrow


def _least_width(table: Table, place: int) -> int:
    """Return the width, in Latin characters, of the widest thing in a column that isn't to be broken."""
    column = table.columns[place]
    widest = max(_unbroken(column.label), default=0)
    for row in table.rows:
        if row.role is not Role.BAND:
            widest = max(widest, *_cell_parts(row.cells[place], column), 0)
    return max(widest, _LEAST)


def _cell_parts(cell: Cell, column: Column) -> Iterator[int]:
    text = cell_text(cell, column.type)
    if isinstance(cell, LightSign):
        yield text_width(text) + 1
    elif text:
        yield from _unbroken(text)
    yield 0


def _unbroken(text: str) -> Iterator[int]:
    return (min(len(token), _LONGEST_TOKEN) for token in _TOKEN.findall(text))
