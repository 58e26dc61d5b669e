"""How wide a table's columns are on paper, and how small its letters: no number or short word is broken.

Renderers of status sheets take both from here, so that PDF, Word and HTML show one table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.reports.layout import text_width
from planner.reports.print_style import Typeface
from planner.reports.table import Cell, CellType, Column, LightSign, Role, Table, cell_text

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
_BRACKET = re.compile(r"(?=（)")
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
    factor = size_factor(table, width, em, 2 * CELL_PADDING_MM)
    return TableFit(column_widths(table, width, em * factor, 2 * CELL_PADDING_MM), factor)


def size_factor(table: Table, width: float, em: float, padding: float) -> float:
    """Return the largest of `FACTORS` at which no word is broken and no column squeezed too much.

    Lengths are in any one unit, see `column_widths`; `em` is the size of the letters before.
    """
    wish = sum(column.width for column in table.columns) * em / 2 * _SQUEEZE
    needs = sum(map(max, _needs(table), _comforts(table))) * em
    padded = padding * len(table.columns)
    fitting = (factor for factor in FACTORS if max(wish * factor, needs * factor + padded) <= width)
    return next(fitting, FACTORS[-1])


def column_widths(table: Table, width: float, em: float, padding: float) -> list[float]:
    """Return the widths of the columns, together as wide as the page; lengths in any one unit.

    `em` is the size of the letters, `padding` the room beside a text.
    """
    least = [ems * em + padding for ems in _needs(table)]
    if sum(least) >= width:
        return [width * narrow / sum(least) for narrow in least]
    texts = [[text_width(text) for text in column] for column in _texts(table)]
    tried = [_shared(shares, least, width) for shares in _shares(table.columns, texts)]
    return min(tried, key=lambda widths: _lines([(wide - padding) / em for wide in widths], texts))


def heading_parts(label: str) -> list[str]:
    """Return the parts of a heading that stand on lines of their own where it is too long for one."""
    return [part for part in _BRACKET.split(label) if part]


def _needs(table: Table) -> list[float]:
    """Return how many ems each column needs so that no number, day or short word is broken."""
    return [_least(column, texts) for column, texts in zip(table.columns, _texts(table), strict=True)]


def _comforts(table: Table) -> list[float]:
    """Return how many ems each column should have for its texts not to take too many lines."""
    longest = (max(map(text_width, texts), default=0) for texts in _texts(table))
    return [
        min(column.width, length) / 2 * _SQUEEZE
        for column, length in zip(table.columns, longest, strict=True)
    ]


def _texts(table: Table) -> list[list[str]]:
    """Return the texts of each column."""
    rows = [row.cells for row in table.rows[:_SAMPLE] if row.role is not Role.BAND]
    return [[_text(cells[place], column) for cells in rows] for place, column in enumerate(table.columns)]


def _text(cell: Cell, column: Column) -> str:
    return f"　{cell.word}" if isinstance(cell, LightSign) else cell_text(cell, column.type)


def _least(column: Column, texts: Sequence[str]) -> float:
    if column.starts is not None:
        return 0.6
    needs = [*map(_heading_need, heading_parts(column.label))]
    for text in texts:
        length = text_width(text)
        if length <= _SHORT or column.type is CellType.LIGHT:
            needs.append(length)
        else:
            needs += (min(text_width(token), _LONGEST_TOKEN) for token in _TOKEN.findall(text))
    latin = max(needs) * _LATIN_EMS
    return max(latin, 1.2)


def _heading_need(part: str) -> int:
    """Return how wide a part of a heading is at least: half of a long one, no year or word broken."""
    width = text_width(part)
    if width <= _LABEL:
        return width + part.isascii()
    return max([(width + 1) // 2, *(text_width(word) + 1 for word in _TOKEN.findall(part))])


def _shares(columns: Sequence[Column], lengths: Sequence[Sequence[int]]) -> Iterator[Sequence[float]]:
    """Yield ways to share the width: as the columns ask for, and by how long their texts are.

    By the mean of the lengths, by one in which long texts count more, since they make rows high, or by both.
    """
    asked = [column.width for column in columns]
    yield asked
    means = [sum(column) / (len(column) or 1) for column in lengths]
    heavy = [sum(length * length for length in column) / (sum(column) or 1) for column in lengths]
    both = [(mean * weight) ** 0.5 for mean, weight in zip(means, heavy, strict=True)]
    for loads in (means, heavy, both):
        fullness = [load / width for load, width in zip(loads, asked, strict=True)]
        mean = sum(fullness) / (len(fullness) or 1)
        if mean:
            yield [
                width * min(max((full / mean) ** 0.5, 1 / _MOST_CHANGE), _MOST_CHANGE)
                for width, full in zip(asked, fullness, strict=True)
            ]


def _lines(ems: Sequence[float], lengths: Sequence[Sequence[int]]) -> int:
    """Return about how many lines the rows take together, with the columns so many ems wide."""
    places = [max(int(2 * wide), 1) for wide in ems]
    columns = [
        [(length + room - 1) // room for length in column]
        for column, room in zip(lengths, places, strict=True)
    ]
    return sum(map(max, zip(*columns, strict=True))) if len(columns) > 1 else 0


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
