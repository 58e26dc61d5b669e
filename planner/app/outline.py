"""The rows of the tree that are to be seen, as plain data.

The tree table, the chart beside it, find, copy and print all read this one list. It knows which branches a
person has closed and what a filter leaves over; it decides nothing about how a row looks.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.domain.items import ROOT, Measure, Node
from planner.domain.plan import Plan


class Row(NamedTuple):
    """One visible row; `context` marks one that is shown only because something below it is looked for."""

    id: str
    depth: int
    branch: bool = False
    open: bool = False
    context: bool = False


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
        self._kept: set[str] | None = None
        self._rows: list[Row] = []
        self._before_filter: list[Row] | None = None
        self._places: dict[str, int] | None = None
        self.show(self.compute())

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
        """How many rows of the plan the filter hid when the rows were computed last."""
        return 0 if self._kept is None else _row_count(self._plan) - len(self._kept)

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
        """Return the rows that should be visible for the plan as it is."""
        if self._matches is not None:
            self._kept = self._with_ancestors(self._matches)
        elif self._before_filter is not None:
            rows, self._before_filter = self._before_filter, None
            return rows
        return self._rows_under(ROOT, 0)

    def compute_set_open(self, item_id: str, opened: bool) -> list[Row]:
        """Open or close one visible branch and return the rows that should be visible then."""
        self._close_or_open((item_id,), opened)
        place = self.row_of(item_id)
        if place is None:
            return self._rows
        row = self._rows[place]
        below = self._rows_under(item_id, row.depth + 1) if opened else []
        head = row._replace(open=opened and row.branch)
        return [*self._rows[:place], head, *below, *self._rows[self.end_of_branch(place) :]]

    def end_of_branch(self, place: int) -> int:
        """Return the place after the last visible row below the row at `place`."""
        depth = self._rows[place].depth
        end = place + 1
        while end < len(self._rows) and self._rows[end].depth > depth:
            end += 1
        return end

    def set_all_open(self, opened: bool, under: str = ROOT) -> None:
        """Open or close every branch below (and, unless it is the top, at) an item."""
        branches = [item_id for item_id in self._plan.walk(under) if self._plan.branches(item_id)]
        self._close_or_open(branches if under == ROOT else [under, *branches], opened)

    def set_closed(self, item_ids: Iterable[str]) -> None:
        """Close exactly these branches, as kept from an earlier window."""
        self._closed = set(item_ids)
        self._before_filter = None

    def reveal(self, item_id: str) -> None:
        """Open what stands above an item, and keep the item whatever the filter says."""
        self._close_or_open(self._plan.ancestors(item_id), opened=True)
        self.keep((item_id,))

    def filter(self, matches: set[str] | None) -> None:
        """Leave only the rows looked for and what stands above them; None shows everything again.

        Which branches a person has closed is remembered; while a filter is set, all start open.
        """
        if self._matches is None and matches is not None:
            self._before_filter = self._rows
        self._closed_while_filtered = set()
        self._matches = None if matches is None else set(matches)
        self._kept = None

    def forget(self) -> None:
        """Drop the rows remembered from before the filter, when rows came, went or moved in the plan."""
        self._before_filter = None

    def keep(self, item_ids: Iterable[str]) -> bool:
        """Keep rows in sight whatever the filter says, as those just edited; say whether any is new."""
        if self._matches is None:
            return False
        new = {item_id for item_id in item_ids if self._is_row(item_id)} - self._matches
        self._matches |= new
        return bool(new)

    @property
    def _closed_now(self) -> set[str]:
        return self._closed if self._matches is None else self._closed_while_filtered

    def _is_row(self, item_id: str) -> bool:
        return isinstance(self._plan.find(item_id), Node | Measure)

    def _close_or_open(self, item_ids: Iterable[str], opened: bool) -> None:
        if opened:
            self._closed_now.difference_update(item_ids)
        else:
            self._closed_now.update(item_ids)

    def _with_ancestors(self, matches: set[str]) -> set[str]:
        find = self._plan.find
        kept: set[str] = set()
        for match in matches:
            item = find(match)
            while item is not None and item.id not in kept:
                kept.add(item.id)
                item = find(item.parent)
        return kept

    def _rows_under(self, parent: str, depth: int) -> list[Row]:
        matches, closed = self._matches, self._closed_now
        rows: list[Row] = []
        pending = [(item_id, depth) for item_id in reversed(self._shown_branches(parent))]
        parents = self._plan.parents_of(Node), self._plan.parents_of(Measure)
        while pending:
            item_id, depth = pending.pop()
            context = matches is not None and item_id not in matches
            is_parent = item_id in parents[0] or item_id in parents[1]
            below = self._shown_branches(item_id) if is_parent else None
            if not below:
                rows.append(Row(item_id, depth, False, False, context))
                continue
            opened = item_id not in closed
            rows.append(Row(item_id, depth, True, opened, context))
            if opened:
                pending += [(child, depth + 1) for child in reversed(below)]
        return rows

    def _shown_branches(self, parent: str) -> list[str]:
        kept, branches = self._kept, self._plan.branches(parent)
        return branches if kept is None else [item_id for item_id in branches if item_id in kept]


def _row_count(plan: Plan) -> int:
    return len(plan.of(Node)) + len(plan.of(Measure))
