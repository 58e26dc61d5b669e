"""From a change set to what has to be shown anew.

The one function by which views and computed values are kept true.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.changes import Change, ChangeSet, Insert, Move, Remove
from planner.domain.items import Link, Measure, Node, OwnField, OwnValue, PlanHead
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change set touched.

    `rows` are rows of the tree whose cells may read differently, with all rows above them. `items` are the
    items changed. `kinds` are the kinds of those. `reshaped` are the parents (`ROOT` among them) under which
    rows of the tree came, went or moved. `everything` says that a setting of the whole plan, or a field of
    one's own, changed.
    """

    rows: frozenset[str]
    items: frozenset[str]
    kinds: frozenset[str]
    reshaped: frozenset[str]
    everything: bool

    @property
    def shape(self) -> bool:
        """Whether rows of the tree came, went or moved, so that numbers changed too."""
        return bool(self.reshaped)


def touched(plan: Plan, change_set: ChangeSet) -> Touched:
    """Return what the change set, just applied to `plan`, touched."""
    rows: set[str] = set()
    kinds: set[str] = set()
    reshaped: set[str] = set()
    everything = False
    come_or_gone = {
        change.item_id: change.item for change in change_set.changes if isinstance(change, Insert | Remove)
    }
    for change in change_set.changes:
        item = come_or_gone.get(change.item_id) or plan[change.item_id]
        kinds.add(item.kind.key)
        everything = everything or isinstance(item, PlanHead | OwnField)
        if isinstance(item, Node | Measure):
            reshaped.update(_parents(change))
        for origin in _origins(change):
            rows.update(_rows_showing(plan, origin))
    for row in tuple(rows):
        rows.update(plan.ancestors(row))
    items = frozenset(change.item_id for change in change_set.changes)
    return Touched(frozenset(rows), items, frozenset(kinds), frozenset(reshaped), everything)


def _origins(change: Change) -> Iterator[str]:
    """Yield the ids from which to look for rows: the item, and each parent that lost or gained it."""
    yield change.item_id
    yield from _parents(change)


def _parents(change: Change) -> Iterator[str]:
    """Yield each parent that lost or gained an item."""
    if isinstance(change, Insert | Remove):
        yield change.item.parent
    elif isinstance(change, Move):
        yield from (change.old.parent, change.new.parent)


def _rows_showing(plan: Plan, item_id: str) -> Iterator[str]:
    """Yield the rows that show the item: itself, the row it belongs to, or those that link to it."""
    item = plan.find(item_id)
    if item is None:
        return
    if isinstance(item, Node | Measure):
        yield item.id
    elif item.parent in plan:
        yield from _rows_showing(plan, item.parent)
    for referrer in plan.referrers(item_id):
        if isinstance(referrer, Link | OwnValue) and referrer.parent in plan:
            yield from (above for above in (referrer.parent,) if isinstance(plan[above], Node | Measure))
