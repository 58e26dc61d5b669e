"""Lists of the tree's rows, each row before those below it: made from a plan, sifted, folded.

`planner.app.outline` is made of them. Rows that stay as they are are handed on as the same objects, which is
what makes a filter over 100,000 rows quick.
"""

from collections.abc import Collection
from typing import NamedTuple

from planner.domain.items import Measure, Node
from planner.domain.plan import Plan

_DEEPEST = 1_000_000


class Row(NamedTuple):
    """One visible row; `context` marks one that is shown only because something below it is looked for."""

    id: str
    depth: int
    branch: bool = False
    open: bool = False
    context: bool = False


def rows_under(plan: Plan, parent: str, depth: int) -> list[Row]:
    """Return all rows below `parent`, every branch open; those directly below it have the given depth."""
    rows: list[Row] = []
    nodes, measures = plan.parents_of(Node), plan.parents_of(Measure)
    pending = [(item_id, depth) for item_id in reversed(plan.branches(parent))]
    while pending:
        item_id, depth = pending.pop()
        branch = item_id in measures or item_id in nodes
        rows.append(Row(item_id, depth, branch, branch))
        if branch:
            pending += [(child, depth + 1) for child in reversed(plan.branches(item_id))]
    return rows


def sifted(rows: list[Row], wanted: Collection[str]) -> list[Row]:
    """Return the rows wanted and those above them, out of rows that are all open.

    Rows are read from the last to the first: the next row less deep than one that is left is its parent.
    """
    left: list[Row] = []
    last_depth = 0
    for row in reversed(rows):
        depth = row.depth
        is_wanted = row.id in wanted
        if depth < last_depth:
            left.append(row if is_wanted else row._replace(context=True))
        elif is_wanted:
            left.append(row._replace(branch=False, open=False) if row.branch else row)
        else:
            continue
        last_depth = depth
    left.reverse()
    return left


def folded(rows: list[Row], closed: Collection[str]) -> list[Row]:
    """Return what remains to be seen of rows that are all open when some branches are closed."""
    if not closed:
        return rows
    seen: list[Row] = []
    deepest = _DEEPEST
    for row in rows:
        if row.depth > deepest:
            continue
        if row.branch and row.id in closed:
            seen.append(row._replace(open=False))
            deepest = row.depth
        else:
            seen.append(row)
            deepest = _DEEPEST
    return seen


def place_in(rows: list[Row], item_id: str) -> int:
    """Return the place of an item's row; raises `StopIteration` when there is none."""
    return next(place for place, row in enumerate(rows) if row.id == item_id)


def end_of_branch(rows: list[Row], place: int) -> int:
    """Return the place after the last row below the row at `place`."""
    depth = rows[place].depth
    end = place + 1
    while end < len(rows) and rows[end].depth > depth:
        end += 1
    return end
