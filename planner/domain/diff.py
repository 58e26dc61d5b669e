"""The difference of two plans as changes."""

from collections.abc import Iterator

from planner.domain.changes import Change, Insert, Move, Place, Remove, SetField
from planner.domain.items import Item
from planner.domain.plan import Plan


def diff(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return the changes that turn `old` into `new`, in an order in which they can be applied and read.

    Removals come first, what belongs to an item before the item; then insertions, parents first; then moves
    and fields. An item whose kind changed is removed and inserted.
    """
    gone = [item for item in old.items() if not _kept(item, new)]
    added = [item for item in new.items() if not _kept(item, old)]
    kept = [(item, new[item.id]) for item in old.items() if _kept(item, new)]
    changes: list[Change] = [Remove(item) for item in _by_depth(old, gone, deepest_first=True)]
    changes += [Insert(item) for item in _by_depth(new, added, deepest_first=False)]
    for before, after in sorted(kept, key=lambda pair: pair[0].id):
        if before != after:
            changes += _differences(before, after)
    return tuple(changes)


def _kept(item: Item, other: Plan) -> bool:
    return type(other.find(item.id)) is type(item)


def _by_depth(plan: Plan, items: list[Item], *, deepest_first: bool) -> list[Item]:
    sign = -1 if deepest_first else 1
    return sorted(items, key=lambda item: (sign * sum(1 for _ in plan.ancestors(item.id)), item.id))


def _differences(before: Item, after: Item) -> Iterator[Change]:
    if (before.parent, before.rank) != (after.parent, after.rank):
        yield Move(before.id, Place(before.parent, before.rank), Place(after.parent, after.rank))
    for spec in before.kind.stored:
        was, becomes = getattr(before, spec.key), getattr(after, spec.key)
        if was != becomes:
            yield SetField(before.id, spec.key, was, becomes)
