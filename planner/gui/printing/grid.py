"""Rows of cells as pieces: heights measured, cells merged over rows and columns, rows kept whole.

Tables and forms are given as such rows; `planner.gui.printing.tables` and `forms` import it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

from planner.gui.printing.canvas import Frame, Mark
from planner.gui.printing.pieces import BREATH, Flow, Merging, Piece, Placed
from planner.gui.printing.text import Lines, SetText

_BREATHE_AFTER = 40
"""Rows measured at a time."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its first column, how many columns and rows it covers, its text already set.

    `least` is its least height. The text is moved in by `inset` and stands at the `top` or in the middle.
    """

    column: int
    text: SetText
    columns: int = 1
    rows: int = 1
    least: float = 0.0
    inset: float = 0.0
    fill: str = ""
    top: bool = False


GridRow = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class GridLook:
    """The edges of the columns from the left, the room around a text, the colour of the lines."""

    edges: tuple[float, ...]
    pad_x: float
    pad_y: float
    border: str

    def left(self, cell: GridCell) -> float:
        """Where a cell begins."""
        return self.edges[cell.column]

    def width(self, cell: GridCell) -> float:
        """How wide it is."""
        return self.edges[cell.column + cell.columns] - self.edges[cell.column]

    def needs(self, cell: GridCell) -> float:
        """How high it must be."""
        return max(cell.text.height + 2 * self.pad_y, cell.least)

    def marks(self, cell: GridCell, y: float, height: float, lines: tuple[int, int | None]) -> Iterator[Mark]:
        """Yield the marks of a cell of that height, with some lines of its text."""
        left, first = self.left(cell), lines[0]
        last = cell.text.count if lines[1] is None else lines[1]
        yield Frame(QRectF(left, y, self.width(cell), height), cell.fill, self.border)
        used = max(last - first, 0) * cell.text.line_height
        down = self.pad_y if cell.top or used + 2 * self.pad_y > height else (height - used) / 2
        if used:
            yield Lines(cell.text, left + self.pad_x + cell.inset, y + down, first, last)


@dataclass(slots=True)
class _Measured:
    """A row with its height; the cells that hang over several rows are painted with the page."""

    number: int
    cells: GridRow
    height: float
    keeps: bool = False


@dataclass(slots=True)
class _Hanging:
    """A cell over several rows, from `first` to `last`."""

    cell: GridCell
    first: int
    last: int


@dataclass(slots=True)
class Grid(Merging):
    """The rows of one table or form as pieces, in order."""

    look: GridLook
    head: Piece | None = None
    _hanging: list[_Hanging] = field(default_factory=list)
    _fitted: int = 0

    def pieces(self, rows: Iterator[GridRow], *, before: float = 0.0) -> Iterator[Flow]:
        """Yield a piece for each row, those of one merged cell as soon as its last has been measured."""
        group: list[_Measured] = []
        end = -1
        for number, cells in enumerate(rows):
            end = max([end, *(number + cell.rows - 1 for cell in cells)])
            group.append(self._measure(number, cells))
            if number >= end:
                yield from self._finish(group, before)
                group, before = [], 0.0
            elif len(group) % _BREATHE_AFTER == 0:
                yield BREATH

    def marks(self, rows: Sequence[Placed]) -> Sequence[Mark]:
        """Return the merged cells as far as they stand on these rows, their text on each page."""
        found: list[Mark] = []
        first, last = rows[0].row, rows[-1].row
        for hanging in self._hanging:
            if hanging.first > last or hanging.last < first:
                continue
            shown = [row for row in rows if hanging.first <= row.row <= hanging.last]
            height = shown[-1].y + shown[-1].height - shown[0].y
            fits = max(int((height - 2 * self.look.pad_y) / hanging.cell.text.line_height), 1)
            found += self.look.marks(
                hanging.cell, shown[0].y, height, (0, min(fits, hanging.cell.text.count))
            )
        return found

    def as_head(self, rows: Sequence[GridRow]) -> Piece:
        """Return heading rows as one piece, to be repeated."""
        measured = [self._measure(number, cells) for number, cells in enumerate(rows)]
        self._fit_hanging(measured)
        marks: list[Mark] = []
        y = 0.0
        placed = []
        for row in measured:
            marks += self._row_marks(row, y)
            placed.append(Placed(row.number, y, row.height))
            y += row.height
        marks += self.marks(placed)
        return Piece(y, marks, keeps_next=True)

    def _measure(self, number: int, cells: GridRow) -> _Measured:
        for cell in cells:
            if cell.rows > 1:
                self._hanging.append(_Hanging(cell, number, number + cell.rows - 1))
        single = (self.look.needs(cell) for cell in cells if cell.rows == 1)
        return _Measured(number, cells, max(single, default=0.0))

    def _finish(self, group: list[_Measured], before: float) -> Iterator[Piece]:
        """Yield the pieces of rows that no merged cell ties to others."""
        if not group:
            return
        if len(group) > 1:
            self._fit_hanging(group)
        for row in group:
            yield self._piece(row, before)
            before = 0.0

    def _fit_hanging(self, group: list[_Measured]) -> None:
        """Make room for the merged cells, and keep enough rows of each together for its text."""
        start = group[0].number
        for hanging in self._hanging[self._fitted :]:
            rows = group[hanging.first - start : hanging.last - start + 1]
            need = self.look.needs(hanging.cell)
            rows[-1].height += max(need - sum(row.height for row in rows), 0.0)
            for ordered, shift in ((rows, 0), (rows[::-1], 1)):
                reached = 0.0
                for place, row in enumerate(ordered[:-1]):
                    reached += row.height
                    if reached >= need:
                        break
                    ordered[place + shift].keeps = True
        self._fitted = len(self._hanging)

    def _piece(self, row: _Measured, before: float) -> Piece:
        return Piece(
            row.height,
            tuple(self._row_marks(row, 0.0)),
            before=before,
            keeps_next=row.keeps,
            grid=self,
            row=row.number,
            head=self.head,
            split=_Split(self, row).split,
        )

    def _row_marks(self, row: _Measured, y: float) -> Iterator[Mark]:
        for cell in row.cells:
            if cell.rows == 1:
                yield from self.look.marks(cell, y, row.height, (0, None))


@dataclass(slots=True)
class _Split:
    """Cuts a row that is higher than a page between the lines of its texts."""

    grid: Grid
    row: _Measured
    done: tuple[int, ...] = ()

    def split(self, available: float) -> tuple[Piece, Piece] | None:
        """Return what of the row is no higher than `available`, and the rest."""
        look = self.grid.look
        cells = [cell for cell in self.row.cells if cell.rows == 1]
        done = self.done or (0,) * len(cells)
        shown = [
            min(int((available - 2 * look.pad_y) / cell.text.line_height), cell.text.count - first)
            for cell, first in zip(cells, done, strict=True)
        ]
        if not any(count > 0 for count in shown):
            return None
        ends = tuple(first + max(count, 0) for first, count in zip(done, shown, strict=True))
        marks = [
            mark
            for cell, first, last in zip(cells, done, ends, strict=True)
            for mark in look.marks(replace(cell, top=True), 0.0, available, (first, last))
        ]
        rest = _Split(self.grid, self.row, ends)
        return self._piece(available, marks), rest.remainder()

    def remainder(self) -> Piece:
        """Return what is left as a piece of its own."""
        look = self.grid.look
        cells = [cell for cell in self.row.cells if cell.rows == 1]
        left = [
            (cell.text.count - first) * cell.text.line_height + 2 * look.pad_y
            for cell, first in zip(cells, self.done, strict=True)
        ]
        height = max(left)
        marks = [
            mark
            for cell, first in zip(cells, self.done, strict=True)
            for mark in look.marks(replace(cell, top=True), 0.0, height, (first, None))
        ]
        return replace(self._piece(height, marks), split=self.split)

    def _piece(self, height: float, marks: Sequence[Mark]) -> Piece:
        return Piece(height, marks, grid=self.grid, row=self.row.number, head=self.grid.head)
