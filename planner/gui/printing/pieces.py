"""The pieces that pages are filled with: none is split unless it is higher than a page.

Every module of `planner.gui.printing` may import it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.gui.printing.canvas import Mark
from planner.reports.blocks import Heading

Fit = Callable[[float], "Piece | None"]
"""Makes a piece smaller, to be that high; None where it would become too small."""

Split = Callable[[float], "tuple[Piece, Piece] | None"]
"""Cuts a piece in two, the first no higher than asked for; None where it can't be."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a grid on a page: which it is, and where; lengths in units."""

    row: int
    y: float
    height: float


class Merging:
    """What a grid paints over several of its rows, once the rows on one page are known."""

    def marks(self, rows: Sequence[Placed]) -> Sequence[Mark]:
        """Return the marks for rows that follow one another on a page, relative to the page's own corner."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip of a page, as wide as the type area; lengths in units, marks relative to its upper left corner.

    `before` is the gap above it, nothing at the top of a page. It stays with the next one if it `keeps_next`,
    with the one before if it `keeps_before`. Those `at_foot` that end a page end at its foot. A `row` of a
    `grid` that begins a page stands under its `head`.
    """

    height: float
    marks: Sequence[Mark] = ()
    before: float = 0.0
    keeps_next: bool = False
    keeps_before: bool = False
    at_foot: bool = False
    heading: Heading | None = None
    grid: Merging | None = None
    row: int = -1
    head: "Piece | None" = None
    split: Split | None = None
    fit: Fit | None = None


class NewPage:
    """What follows begins on a new page."""


class Breath:
    """Nothing yet: whoever paginates in slices may do something else first."""


Flow = Piece | NewPage | Breath
NEW_PAGE = NewPage()
BREATH = Breath()
