"""Fills pages with the pieces of a report; whoever shows many pages asks for one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.printing.canvas import Canvas, Mark
from planner.gui.printing.flow import Flowing
from planner.gui.printing.pieces import Breath, Flow, NewPage, Piece, Placed
from planner.gui.printing.running import running_marks
from planner.gui.printing.setter import Setter
from planner.gui.printing.units import PER_MM, PER_POINT
from planner.reports.blocks import Report, Section
from planner.reports.painted import Bookmark
from planner.reports.paper import PageSetup

_OF_TOTAL = N_("第 {number} 页　共 {total} 页")
_SLACK = 0.5
"""Units by which a piece may be too high: rounding."""
_TOO_LOW = 0.75
"""How far down a page, as a part of it, something higher than a page may begin."""


@dataclass(slots=True)
class Page:
    """One page. `number` is the one printed, 0 on pages that aren't counted; lengths in units."""

    setup: PageSetup
    number: int
    section: int
    placed: list[tuple[float, Piece]] = field(default_factory=list)
    running: Sequence[Mark] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in millimetres."""
        return self.setup.size

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it yet."""
        return not self.placed

    def paint(self, canvas: Canvas) -> None:
        """Paint the page; the canvas's units are those of pages, its origin the sheet's corner."""
        left = self.setup.margins.left * PER_MM
        top = self.setup.margins.top * PER_MM
        for mark in self.running:
            mark.paint(canvas, 0.0, 0.0)
        for y, piece in self.placed:
            for mark in piece.marks:
                mark.paint(canvas, left, top + y)
        for grid, rows in groupby(self.placed, key=lambda place: place[1].grid):
            if grid is not None:
                shown = [Placed(piece.row, y, piece.height) for y, piece in rows]
                for mark in grid.marks(shown):
                    mark.paint(canvas, left, top)


class Paginator:
    """Lays one report out on pages."""

    def __init__(self, report: Report, setter: Setter, words: Words, *, shrink: bool = True) -> None:
        self._report = report
        self._setter = setter
        self._words = words
        self._flowing = Flowing(report, setter, shrink)
        self._numbered = 0
        self.bookmarks: list[Bookmark] = []
        self.count = 0

    def pages(self) -> Iterator[Page | None]:
        """Yield the pages in order; None from time to time where one takes long.

        Page numbers in the contents are known when the last has come.
        """
        for number, section in enumerate(self._report.sections):
            yield from _Filling(self, number, section, self._flowing.pieces(section)).pages()

    @property
    def labels(self) -> Mapping[str, str]:
        """The page numbers of the headings laid out so far, by their anchors."""
        return self._flowing.labels

    def open_page(self, number: int, section: Section) -> Page:
        """Return a new page of a section."""
        if section.numbered:
            self._numbered += 1
        return Page(section.setup, self._numbered if section.numbered else 0, number)

    def close_page(self, page: Page) -> Page:
        """Note which headings stand on a page, and put its number on it."""
        for y, piece in page.placed:
            if piece.heading is not None:
                top = (page.setup.margins.top * PER_MM + y) / PER_POINT
                heading = piece.heading
                text = heading.bookmark or heading.text
                self.bookmarks.append(Bookmark(text, heading.level, self.count, top, heading.listed))
                self._flowing.labels[heading.anchor] = str(page.number or "")
        page.running = running_marks(page.setup, page.number, self._setter, self._of_total)
        self.count += 1
        return page

    def _of_total(self, number: int) -> str:
        return self._words(_OF_TOTAL).format(number=number, total=self._numbered)


class _Filling:
    """Fills the pages of one section."""

    def __init__(self, paginator: Paginator, number: int, section: Section, flow: Iterator[Flow]) -> None:
        self._paginator = paginator
        self._number = number
        self._section = section
        self._flow = flow
        self._height = section.setup.type_area[1] * PER_MM
        self._page: Page | None = None
        self._used = 0.0

    def pages(self) -> Iterator[Page | None]:
        """Yield the full pages; no section is without one, and none ends with an empty one."""
        group: list[Piece] = []
        for piece in self._flow:
            match piece:
                case Breath():
                    yield None
                case NewPage():
                    yield from self._place(group)
                    group = []
                    yield from self._turn()
                case Piece():
                    if group and not (group[-1].keeps_next or piece.keeps_before):
                        yield from self._place(group)
                        group = []
                    group.append(piece)
        yield from self._place(group)
        if self._page is None and self._number == 0 == self._paginator.count:
            self._page = self._open()
        yield from self._turn()

    def _place(self, group: list[Piece]) -> Iterator[Page]:
        """Place pieces that stay together, on a new page if need be, apart if they are higher than one."""
        if not group:
            return
        fitting = group if self._fits(group) else self._fitted(group)
        if fitting:
            self._put_all(fitting)
            return
        if (
            self._page is not None
            and not self._page.empty
            and _height(group, new=True) <= self._height + _SLACK
        ):
            yield from self._turn()
            self._put_all(group)
            return
        if self._starts_too_low(group):
            yield from self._turn()
        if len(group) > 1:
            for part in _loosened(group):
                yield from self._place(part)
            return
        yield from self._place_high(group[0])

    def _starts_too_low(self, group: list[Piece]) -> bool:
        """Whether the page has too little left for the first piece that is higher than a page."""
        if self._page is None or self._page.empty:
            return False
        lead = list(takewhile(lambda piece: piece.height <= self._height, group))
        high = len(lead) < len(group)
        return high and self._used + _height(lead, new=False) > _TOO_LOW * self._height

    def _place_high(self, piece: Piece) -> Iterator[Page]:
        """Place one piece, cut where it is higher than a whole page."""
        while _height([piece], new=True) > self._height + _SLACK:
            parts = piece.split(self._left(piece)) if piece.split else None
            if parts is None:
                break
            self._put(parts[0])
            piece = parts[1]
            yield from self._turn()
        if self._page is not None and not self._page.empty and not self._fits([piece]):
            yield from self._turn()
        self._put(piece)

    def _left(self, piece: Piece) -> float:
        """How much room there is for a piece, below its heading row if it gets one."""
        if self._page is None or self._page.empty:
            return self._height - (piece.head.height if piece.head else 0.0)
        return self._height - self._used - piece.before

    def _fits(self, group: list[Piece]) -> bool:
        new = self._page is None or self._page.empty
        return self._used + _height(group, new=new) <= self._height + _SLACK

    def _fitted(self, group: list[Piece]) -> list[Piece]:
        """Return the group with its picture made small enough for the page, nothing if that can't be."""
        new = self._page is None or self._page.empty
        excess = self._used + _height(group, new=new) - self._height
        for place, piece in enumerate(group):
            if piece.fit and (smaller := piece.fit(piece.height - excess)):
                return [*group[:place], smaller, *group[place + 1 :]]
        return []

    def _put_all(self, group: list[Piece]) -> None:
        for piece in group:
            self._put(piece)

    def _put(self, piece: Piece) -> None:
        page = self._page = self._page or self._open()
        if page.empty and piece.head is not None:
            page.placed.append((0.0, piece.head))
            self._used = piece.head.height
        elif not page.empty:
            self._used += piece.before
        page.placed.append((self._used, piece))
        self._used += piece.height

    def _open(self) -> Page:
        self._used = 0.0
        return self._paginator.open_page(self._number, self._section)

    def _turn(self) -> Iterator[Page]:
        if self._page is not None:
            _sink(self._page.placed, self._height - self._used)
            yield self._paginator.close_page(self._page)
        self._page = None
        self._used = 0.0


def _sink(placed: list[tuple[float, Piece]], free: float) -> None:
    """Move down what stands at the foot of a page, so that nothing is free below it."""
    for place in range(len(placed) - 1, -1, -1):
        y, piece = placed[place]
        if not piece.at_foot:
            return
        placed[place] = (y + free, piece)


def _height(group: Sequence[Piece], *, new: bool) -> float:
    """Return how high pieces are one above the other; at the top of a `new` page with a heading row."""
    height = sum(piece.before + piece.height for piece in group)
    if new and group:
        height += (group[0].head.height if group[0].head else 0.0) - group[0].before
    return height


def _loosened(group: list[Piece]) -> list[list[Piece]]:
    """Return pieces that can't all stay together in the groups that can: as few together as there are.

    A heading row or a caption stays with one piece of what follows.
    """
    for place, piece in enumerate(group):
        if piece.row >= 0 and place + 1 < len(group):
            return [group[: place + 1], group[place + 1 :]]
    return [group[:-1], group[-1:]]
