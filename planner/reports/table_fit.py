"""How wide a table's columns are on paper, and how small its letters: no number or short word is broken.

Renderers of status sheets take both from here, so that PDF, Word and HTML show one table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planner.reports.layout import text_width
from planner.reports.print_style import Typeface
from planner.reports.table import Cell, Column, LightSign, Role, Table, cell_text

FACTORS = (1.0, 0.875, 0.75)
"""The sizes of a table's letters, as parts of its face: 12, 10.5 and 9 points in the official style."""

CELL_PADDING_MM = 1.2
"""The room at the left and at the right of a cell's text."""

_MM_PER_POINT = 25.4 / 72
_SQUEEZE = 0.75
"""How narrow a table may become, as a part of the width that its columns ask for, before letters shrink."""
_SAMPLE = 400
"""Rows that are looked at: the first ones of a very long table speak for the rest."""
_TOKEN = re.compile(r"（?[!-~]+）?")
_SHORT = 10
"""Texts of no more than this many Latin characters stay on one line."""
_LONGEST_TOKEN = 12
_LABEL = 6
"""Headings of no more than this stay on one line; longer ones are broken in half."""
_LATIN_EMS = 0.56
"""The width of a digit or a Latin letter in ems, generously."""
_MOST_CHANGE = 1.7
"""How much wider or narrower a column may become than its share."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """The widths of the columns, and the factor by which fonts and lines are made smaller."""

    widths: Sequence[float]
    factor: float


def fit(table: Table, face: Typeface, width: float) -> TableFit:
    """Fit a table into a width; lengths are in millimetres, `face` is that of the cells."""
    em = face.size * _MM_PER_POINT
    factor = size_factor(table, width / em)
    return TableFit(column_widths(table, width, em * factor, 2 * CELL_PADDING_MM), factor)


def size_factor(table: Table, ems: float) -> float:
    """Return the largest of `FACTORS` at which the columns are not squeezed too much, in a width in ems."""
    wish = sum(column.width for column in table.columns) / 2
    return next((factor for factor in FACTORS if wish * factor * _SQUEEZE <= ems), FACTORS[-1])


def column_widths(table: Table, width: float, em: float, padding: float) -> list[float]:
    """Return the widths of the columns, together as wide as the page; lengths in any one unit.

    `em` is the size of the letters, `padding` the room beside a text.
    """
    rows = [row.cells for row in table.rows[:_SAMPLE] if row.role is not Role.BAND]
    texts = [[_text(cells[place], column) for cells in rows] for place, column in enumerate(table.columns)]
    least = [
        _least(column, column_texts) * em + padding
        for column, column_texts in zip(table.columns, texts, strict=True)
    ]
    if sum(least) >= width:
        return [width * narrow / sum(least) for narrow in least]
    return _shared(_shares(table.columns, texts), least, width)


def _text(cell: Cell, column: Column) -> str:
    return f"　{cell.word}" if isinstance(cell, LightSign) else cell_text(cell, column.type)


def _least(column: Column, texts: Sequence[str]) -> float:
    """Return how many ems a column needs so that no number, day or short word is broken."""
    if column.starts is not None:
        return 0.6
    label = text_width(column.label)
    needs = [label if label <= _LABEL else (label + 1) // 2]
    for text in texts:
        if (length := text_width(text)) <= _SHORT:
            needs.append(length)
        else:
            needs += (min(text_width(token), _LONGEST_TOKEN) for token in _TOKEN.findall(text))
    latin = max(needs) * _LATIN_EMS
    return max(latin, 1.2)


def _shares(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> Sequence[float]:
    """Return what each column should get: its own width, more or less by how full it is."""
    loads = [
        sum(map(text_width, column_texts)) / (len(column_texts) or 1) / column.width
        for column, column_texts in zip(columns, texts, strict=True)
    ]
    mean = sum(loads) / (len(loads) or 1)
    if not mean:
        return [column.width for column in columns]
    return [
        column.width * min(max((load / mean) ** 0.5, 1 / _MOST_CHANGE), _MOST_CHANGE)
        for column, load in zip(columns, loads, strict=True)
    ]


def _shared(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Return the width given out by shares, none less than its least."""
    widths: dict[int, float] = {}
    open_shares = dict(enumerate(shares))
    left = width
    while tight := [
        place
        for place, share in open_shares.items()
        if left * share / sum(open_shares.values()) < least[place]
    ]:
        for place in tight:
            widths[place] = least[place]
            left -= least[place]
            del open_shares[place]
    total = sum(open_shares.values())
    widths |= {place: left * share / total for place, share in open_shares.items()}
    return [widths[place] for place in range(len(shares))]
