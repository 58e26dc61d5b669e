"""Forms as pieces: labelled cells with room to write in; only `planner.gui.printing.flow` imports it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from planner.gui.printing.grid import Grid, GridCell, GridLook, GridRow
from planner.gui.printing.pieces import Flow, Piece
from planner.gui.printing.setter import Setter
from planner.gui.printing.text import Lines, Setting
from planner.gui.printing.units import PER_MM
from planner.reports.blocks import FormCell, FormTable, TextRole
from planner.reports.table import Align

_PAD_X = 2.0 * PER_MM
_PAD_Y = 0.8 * PER_MM
_GAP = 1.5 * PER_MM
_ROOMS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""How much smaller the rooms for writing may be made to keep a form on its page."""


def form_pieces(form: FormTable, setter: Setter, width: float, room: float) -> Iterator[Flow]:
    """Yield the pieces of a form: its caption and its rows.

    Where the form is a little higher than the `room` on its first page, there is less to write in.
    """
    if form.caption:
        text = setter.text(form.caption, TextRole.CAPTION, width, Setting(Align.CENTRE))
        yield Piece(text.height, (Lines(text),), before=_GAP, keeps_next=True)
        room -= text.height + _GAP
    total = sum(form.widths)
    edges = (0.0, *accumulate(width * share / total for share in form.widths))
    look = GridLook(edges, _PAD_X, _PAD_Y, setter.style.colours.border)
    rows = [*_rows(form, setter, look)]
    factor = next((factor for factor in _ROOMS if _height(rows, look, factor) + _GAP <= room), 1.0)
    shown = rows if factor == 1.0 else [_narrowed(row, factor) for row in rows]
    yield from Grid(look).pieces(iter(shown), before=_GAP)


def _height(rows: Sequence[GridRow], look: GridLook, factor: float) -> float:
    """Return about how high a form is with its rooms made smaller."""
    pads = 2 * look.pad_y
    return sum(
        max((max(cell.text.height + pads, cell.least * factor) for cell in row if cell.rows == 1), default=0)
        for row in rows
    )


def _narrowed(row: GridRow, factor: float) -> GridRow:
    return tuple(replace(cell, least=cell.least * factor) for cell in row)


def _rows(form: FormTable, setter: Setter, look: GridLook) -> Iterator[GridRow]:
    """Yield the rows, each cell in the next place that none from above takes."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(form.rows):
        cells, column = [], 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            taken |= {
                (number + down, column + across)
                for down in range(cell.rows)
                for across in range(cell.columns)
            }
            cells.append(_cell(cell, column, setter, look))
        yield tuple(cells)


def _cell(cell: FormCell, column: int, setter: Setter, look: GridLook) -> GridCell:
    role = TextRole.LABEL if cell.is_label else TextRole.TABLE
    width = look.edges[column + cell.columns] - look.edges[column] - 2 * look.pad_x
    text = setter.text(cell.text, role, width, Setting(cell.align, light=cell.light))
    fill = setter.style.colours.heading if cell.is_label else ""
    least = cell.height * PER_MM
    return GridCell(column, text, cell.columns, cell.rows, least, fill=fill, top=bool(cell.height))
