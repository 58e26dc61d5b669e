"""The grid of cells that every form of clipboard text is brought to, and how large it may be."""

from dataclasses import dataclass

from planner.domain.errors import Refusal, Refused

MAX_CHARACTERS = 8_000_000
MAX_CELLS = 400_000
MAX_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cell texts, all equally long.

    A cell that was merged downwards repeats its text in the rows below, whose places are in `covered` as
    (row, column); one that was merged to the right leaves the cells beside it empty. Leading white space of a
    cell is its indentation.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    covered: frozenset[tuple[int, int]] = frozenset()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, place: int) -> list[str]:
        """Return the texts of one column from top to bottom."""
        return [row[place] for row in self.rows]


def grid_of(rows: list[list[str]], covered: frozenset[tuple[int, int]] = frozenset()) -> Grid:
    """Make rows equally long; refuses more of them than a person can mean to paste."""
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows = rows[:-1]
    width = max(map(len, rows), default=0)
    if len(rows) > MAX_ROWS or len(rows) * width > MAX_CELLS:
        raise too_much()
    return Grid(tuple((*row, *[""] * (width - len(row))) for row in rows), covered)


def too_much() -> Refused:
    """Return the refusal of more text than is taken at once."""
    return Refused(Refusal.TOO_MUCH, rows=str(MAX_ROWS), cells=str(MAX_CELLS))
