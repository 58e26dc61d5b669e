"""From a change to the items whose findings it can alter: those that stand next to what changed.

Only the checker imports it.
"""

from collections.abc import Iterable, Iterator

from planner.app.checks.facts import Facts
from planner.domain.changes import Change, Insert, Move, Remove, SetField
from planner.domain.items import Item, Link, Measure, Node


def near(facts: Facts, changes: Iterable[Change]) -> set[str]:
    """Return the ids of changed items and of their neighbours, of whatever kind; some may be gone.

    What changed brings all items above it, and itself or, if it is a part of a measure or of an indicator,
    its owner brings what stands directly below, and what links lead to or come from.
    """
    found: set[str] = set()
    centres: set[str] = set()
    for change in changes:
        item = change.item if isinstance(change, Insert | Remove) else facts.plan.find(change.item_id)
        if item is None:
            continue
        found.update((item.id, item.parent, *item.references(), *_formerly(change)))
        centres.add(item.id if isinstance(item, Measure | Node) else item.parent)
        if not isinstance(item, Link):
            centres.add(item.id)
    for item_id in tuple(found):
        if item_id in facts.plan:
            found.update(facts.plan.ancestors(item_id))
    for centre in centres:
        found.update(_neighbours(facts, centre))
    return found


def _formerly(change: Change) -> Iterator[str]:
    """Yield where an item stood, or what a field of it named, before the change."""
    if isinstance(change, Move):
        yield change.old.parent
    elif isinstance(change, SetField) and isinstance(change.old, str):
        yield change.old


def _neighbours(facts: Facts, item_id: str) -> Iterator[str]:
    item: Item | None = facts.plan.find(item_id)
    if item is None:
        return
    for below in facts.plan.belongings(item_id, deep=False):
        yield below.id
    for link in facts.links(item_id):
        yield link.target
    for link in facts.links_to(item_id):
        yield link.parent
