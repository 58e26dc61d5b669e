"""The rows of the tree that are to be seen, as plain data.

The tree table, the chart beside it, find, copy and print all read this one list. It knows which branches a
person has closed and what a filter leaves over; it decides nothing about how a row looks.
"""

from collections.abc import Collection, Iterable, Sequence

from planner.app.row_lists import Row, end_of_branch, folded, place_in, rows_under, sifted
from planner.domain.items import ROOT, Measure, Node
from planner.domain.plan import Plan

__all__ = ["Outline", "Row"]

_MOST_PATCHES = 10
"""With more branches changed at once, making all rows anew is quicker than patching their list."""


class Outline:
    """The visible rows of one plan.

    The `compute` methods say what should be visible; `rows` stays as it is until `show`, so that a view can
    announce each step between the two.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._closed: set[str] = set()
        self._closed_while_filtered: set[str] = set()
        self._matches: set[str] | None = None
        self._all = rows_under(plan, ROOT, 0)
        self._left = self._all
        self._rows = self._all
        self._places: dict[str, int] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown now."""
        return self._rows

    @property
    def filtered(self) -> bool:
        """Whether a filter is set."""
        return self._matches is not None

    @property
    def matches(self) -> frozenset[str] | None:
        """The rows that the filter looks for, with those kept in spite of it; None without a filter."""
        return None if self._matches is None else frozenset(self._matches)

    @property
    def hidden(self) -> int:
        """How many rows of the plan the filter hides."""
        return len(self._all) - len(self._left)

    @property
    def closed(self) -> frozenset[str]:
        """The branches that are closed while no filter is set, to be kept with the window's state."""
        return frozenset(self._closed)

    def row_of(self, item_id: str) -> int | None:
        """Return the place of an item among the rows, if it is visible."""
        if self._places is None:
            self._places = {row.id: place for place, row in enumerate(self._rows)}
        return self._places.get(item_id)

    def show(self, rows: list[Row]) -> None:
        """Make these the visible rows."""
        self._rows = rows
        self._places = None

    def compute(self) -> list[Row]:
        """Return the rows that should be visible; a caller must not change the list."""
        return folded(self._left, self._closed_now)

    def compute_set_open(self, item_id: str, opened: bool) -> list[Row]:
        """Open or close one visible branch and return the rows that should be visible then."""
        self._close_or_open((item_id,), opened)
        place = self.row_of(item_id)
        if place is None:
            return self._rows
        row = self._rows[place]
        below = folded(self._below(item_id), self._closed_now) if opened else []
        head = row._replace(open=opened and row.branch)
        return [*self._rows[:place], head, *below, *self._rows[self.end_of_branch(place) :]]

    def end_of_branch(self, place: int) -> int:
        """Return the place after the last visible row below the row at `place`."""
        return end_of_branch(self._rows, place)

    def set_all_open(self, opened: bool, under: str = ROOT) -> None:
        """Open or close every branch below (and, unless it is the top, at) an item."""
        branches = [item_id for item_id in self._plan.walk(under) if self._plan.branches(item_id)]
        self._close_or_open(branches if under == ROOT else [under, *branches], opened)

    def set_closed(self, item_ids: Iterable[str]) -> None:
        """Close exactly these branches, as kept from an earlier window."""
        self._closed = set(item_ids)

    def reveal(self, item_id: str) -> None:
        """Open what stands above an item, and keep the item whatever the filter says."""
        self._close_or_open(self._plan.ancestors(item_id), opened=True)
        self.keep((item_id,))

    def filter(self, matches: set[str] | None) -> None:
        """Leave only the rows looked for and what stands above them; None shows everything again.

        Which branches a person has closed is remembered; while a filter is set, all start open.
        """
        self._closed_while_filtered = set()
        self._matches = None if matches is None else set(matches)
        self._sift()

    def follow(self, reshaped: Collection[str]) -> None:
        """Take in that rows came, went or moved under these parents (see `planner.app.touched`)."""
        tops = [parent for parent in reshaped if self._is_top(parent, reshaped)]
        if ROOT in reshaped or len(tops) > _MOST_PATCHES:
            self._all = rows_under(self._plan, ROOT, 0)
        else:
            for parent in tops:
                self._patch(parent)
        self._sift()

    def keep(self, item_ids: Iterable[str]) -> bool:
        """Keep rows in sight whatever the filter says, as those just edited; say whether any is new."""
        if self._matches is None:
            return False
        new = {item_id for item_id in item_ids if self._is_row(item_id)} - self._matches
        self._matches |= new
        if new:
            self._sift()
        return bool(new)

    @property
    def _closed_now(self) -> set[str]:
        return self._closed if self._matches is None else self._closed_while_filtered

    def _sift(self) -> None:
        self._left = self._all if self._matches is None else sifted(self._all, self._matches)

    def _below(self, item_id: str) -> list[Row]:
        """Return the rows below an item that the filter leaves, all open."""
        place = place_in(self._left, item_id)
        return self._left[place + 1 : end_of_branch(self._left, place)]

    def _is_top(self, parent: str, reshaped: Collection[str]) -> bool:
        """Whether a parent is still there, and none above it has changed too."""
        return parent in self._plan and not any(above in reshaped for above in self._plan.ancestors(parent))

    def _patch(self, parent: str) -> None:
        """Make the rows of one branch anew; its own place has not changed."""
        place = place_in(self._all, parent)
        depth = self._all[place].depth
        below = rows_under(self._plan, parent, depth + 1)
        head = Row(parent, depth, bool(below), bool(below))
        self._all = [*self._all[:place], head, *below, *self._all[end_of_branch(self._all, place) :]]

    def _is_row(self, item_id: str) -> bool:
        return isinstance(self._plan.find(item_id), Node | Measure)

    def _close_or_open(self, item_ids: Iterable[str], opened: bool) -> None:
        if opened:
            self._closed_now.difference_update(item_ids)
        else:
            self._closed_now.update(item_ids)
