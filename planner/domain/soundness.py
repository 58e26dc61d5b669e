"""Whether a whole plan is sound: for plans that no change set made, as one read from a file.

`planner.domain.changes` checks what one change set touches; this module checks everything at once, table by
table, in a fraction of the time. Any room may import it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, repeat
from operator import attrgetter

from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, FieldType, Kind
from planner.domain.items import KINDS, PLAN_ID, RELATION_TARGETS, ROOT, Item, Node, PlanHead
from planner.domain.plan import Plan

_FREE_TEXT = {FieldType.TEXT, FieldType.PARAGRAPH, FieldType.DEADLINE, FieldType.ADDRESS, FieldType.REFERENCE}
_NUMERIC = {FieldType.NUMBER, FieldType.PERCENT, FieldType.FLAG}
"""Fields among whose values some are equal that are not the same, as 1 and True."""


def faults(plan: Plan, *, texts_are_known: bool = False) -> Iterator[Refused]:
    """Yield what `planner.domain.changes.apply` would never have let come about, in no particular order.

    A reader that made sure of it that free text is text can say so, and saves a third of the time.
    """
    if not isinstance(plan.find(PLAN_ID), PlanHead):
        yield Refused(Refusal.UNKNOWN_ITEM, item=PLAN_ID)
    for kind in KINDS.values():
        items = plan.of(kind.cls).values()
        if not items:
            continue
        yield from _bad_values(kind, items, with_texts=not texts_are_known)
        yield from _wrong_parents(plan, kind)
        if kind.key in kind.under:
            yield from _cycles(plan, kind.cls)
        for key in kind.references:
            yield from _dangling(plan, kind.by_key[key], items)


def _bad_values(kind: Kind, items: Collection[Item], *, with_texts: bool) -> Iterator[Refused]:
    suspects = [spec for spec in kind.stored if spec.type not in _FREE_TEXT and not _takes_all(spec, items)]
    texts = [spec for spec in kind.stored if spec.type in _FREE_TEXT]
    if with_texts and texts and not _all_texts([spec.key for spec in texts], items):
        suspects += texts
    for spec in suspects:
        for item in items:
            if not spec.accepts(getattr(item, spec.key)):
                value = repr(getattr(item, spec.key))
                yield Refused(Refusal.BAD_VALUE, item=item.id, field=spec.key, value=value)


def _takes_all(spec: Field, items: Iterable[Item]) -> bool:
    """Whether a field takes the values of all items; each distinct value is tried once."""
    values = list(map(attrgetter(spec.key), items))
    if spec.type in _NUMERIC:
        return all(spec.accepts(value) for _, value in set(zip(map(type, values), values, strict=True)))
    return all(map(spec.accepts, set(values)))


def _all_texts(keys: Sequence[str], items: Iterable[Item]) -> bool:
    """Whether some fields hold text in all items, in one pass."""
    first, *others = keys
    cells = chain.from_iterable(map(attrgetter(first, first, *others), items))
    return set(map(type, cells)) <= {str}


def _wrong_parents(plan: Plan, kind: Kind) -> Iterator[Refused]:
    strays = list(plan.parents_of(kind.cls))
    for key in kind.under:
        takers = {ROOT} if key == ROOT else plan.of(KINDS[key].cls)
        strays = [parent for parent in strays if parent not in takers]
    if kind.cls is Node:
        strays += [parent for parent in plan.parents_of(Node) if _is_component(plan, parent)]
    for parent in strays:
        for item_id in plan.child_ids(parent, kind.cls):
            yield Refused(Refusal.WRONG_PARENT, item=item_id, parent=parent)


def _is_component(plan: Plan, item_id: str) -> bool:
    item = plan.find(item_id)
    return isinstance(item, Node) and item.parent != ROOT


def _cycles(plan: Plan, cls: type[Item]) -> Iterator[Refused]:
    """Yield the items of a nesting kind that are not reached from the top."""
    table = plan.of(cls)
    pending = [item.id for item in table.values() if item.parent not in table]
    reached = set(pending)
    while pending:
        below = plan.child_ids(pending.pop(), cls)
        pending += below
        reached.update(below)
    for item_id in table.keys() - reached:
        yield Refused(Refusal.CYCLE, item=item_id, parent=table[item_id].parent)


def _dangling(plan: Plan, spec: Field, items: Collection[Item]) -> Iterator[Refused]:
    """Check each distinct target once; where a link may lead is said by its relation."""
    bad = {pair for pair in set(_aims(spec, items)) if not _is_there(plan, *pair)}
    if bad:
        for item, pair in zip(items, _aims(spec, items), strict=True):
            if pair in bad:
                yield Refused(Refusal.DANGLING, item=item.id, field=spec.key, target=pair[1])


def _aims(spec: Field, items: Collection[Item]) -> Iterable[tuple[str, str]]:
    """Return the kind that each item wants to point at, and the id that it points at."""
    if spec.target:
        return zip(repeat(spec.target), map(attrgetter(spec.key), items), strict=False)
    kinds = (RELATION_TARGETS.get(relation, "") for relation in map(attrgetter("relation"), items))
    return zip(kinds, map(attrgetter(spec.key), items), strict=True)


def _is_there(plan: Plan, kind: str, target_id: str) -> bool:
    target = plan.find(target_id)
    return not target_id or (target is not None and target.kind.key == kind)
