"""Commands for many rows at once: one value for all, fill down, duplicate, sort. Each is one step of undo."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planner.app.commands.edit import link_changes, relation_field, set_field
from planner.app.commands.names import NamedTargets
from planner.app.commands.structure import Spot, ranks_at, topmost
from planner.app.commands.typed import is_typed, read_typed
from planner.app.commands.unit_names import AmbiguousName
from planner.app.facet_terms import field_at, label_of, targets_of
from planner.app.ordering import in_order
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Move, Place
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import Item, Measure, Node
from planner.domain.own_fields import value_of
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks


def set_all(plan: Plan, item_ids: Sequence[str], key: str, value: Value, today: date) -> ChangeSet:
    """Set one stored field of all items that have it."""
    having = [item_id for item_id in item_ids if _stores(plan, item_id, key)]
    changes = [change for item_id in having for change in set_field(plan, item_id, key, value, today).changes]
    return ChangeSet(_label(plan, "set_all", having, key), tuple(changes))


def set_all_targets(
    plan: Plan, item_ids: Sequence[str], key: str, targets: Sequence[str], new_id: NewId
) -> ChangeSet:
    """Make one relation field of all items that have it point at the same targets."""
    having = [item_id for item_id in item_ids if _relates(plan, item_id, key)]
    return ChangeSet(_label(plan, "set_all", having, key), tuple(_relate(plan, having, key, targets, new_id)))


def set_all_typed(
    plan: Plan, item_ids: Sequence[str], key: str, text: str, today: date, new_id: NewId
) -> ChangeSet:
    """Make one field of all items that have it say what was typed.

    Refuses as bad_value what the field cannot say.
    """
    specs = {item_id: spec for item_id in item_ids if (spec := field_at(plan, plan[item_id], key))}
    having = list(specs)
    if not having:
        return ChangeSet(Label("set_all"), ())
    spec = specs[having[0]]
    if not is_typed(spec):
        raise Refused(Refusal.UNKNOWN_FIELD, item=having[0], field=key)
    if spec.type is FieldType.RELATION:
        return _set_all_names(plan, having, spec, text, new_id)
    try:
        value = read_typed(spec, text)
    except ValueError:
        raise Refused(Refusal.BAD_VALUE, item=having[0], field=key, value=text) from None
    return set_all(plan, having, key, value, today)


def fill_down(
    plan: Plan, item_ids: Sequence[str], keys: Sequence[str], today: date, new_id: NewId
) -> ChangeSet:
    """Put what the first row says in some fields into all others, links included; as Ctrl+D in Excel."""
    if len(item_ids) < 2:
        return ChangeSet(Label("fill_down"), ())
    source, others = plan[item_ids[0]], item_ids[1:]
    changes: list[Change] = []
    for key in keys:
        spec = field_at(plan, source, key)
        if spec is not None and spec.type is FieldType.RELATION:
            targets = targets_of(plan, source.id, spec)
            changes += set_all_targets(plan, others, key, targets, new_id).changes
        elif spec is not None and spec.stored and not spec.system:
            changes += set_all(plan, others, key, value_of(plan, source, key), today).changes
    return ChangeSet(Label("fill_down", {"count": str(len(others))}), tuple(changes))


def duplicate(plan: Plan, item_ids: Sequence[str], new_id: NewId) -> ChangeSet:
    """Put a copy of each branch right after it, with all that belongs to it.

    Links within one branch lead to its copy, all others to where they led before.
    """
    tops = topmost(plan, item_ids)
    changes = [change for top in tops for change in _copy(plan, plan[top], new_id)]
    return ChangeSet(_label(plan, "duplicate", tops), tuple(changes))


def sort_siblings(
    plan: Plan, parent: str, order: Callable[[Item], Any], *, descending: bool = False
) -> ChangeSet:
    """Put the rows under `parent` in the order of a key, layers and components apart from measures.

    Rows whose key is None come last in either direction; those of the same key keep their order.
    """
    changes: list[Change] = []
    for cls in (Node, Measure):
        siblings: list[Item] = list(plan.children(parent, cls))
        wanted = in_order(siblings, order, descending=descending)
        if wanted != siblings:
            ranks = spread_ranks(len(wanted))
            changes += [
                Move(item.id, Place(parent, item.rank), Place(parent, rank))
                for item, rank in zip(wanted, ranks, strict=True)
                if item.rank != rank
            ]
    return ChangeSet(_label(plan, "sort", [change.item_id for change in changes]), tuple(changes))


def _label(plan: Plan, code: str, item_ids: Sequence[str], key: str = "") -> Label:
    if not item_ids:
        return Label(code)
    details = {"kind": plan[item_ids[0]].kind.key, "count": str(len(item_ids))}
    spec = field_at(plan, plan[item_ids[0]], key)
    return Label(code, details | ({"field": label_of(spec)} if spec else {}))


def _stores(plan: Plan, item_id: str, key: str) -> bool:
    spec = field_at(plan, plan[item_id], key)
    return spec is not None and spec.stored


def _relates(plan: Plan, item_id: str, key: str) -> bool:
    spec = field_at(plan, plan[item_id], key)
    return spec is not None and spec.type is FieldType.RELATION


def _relate(
    plan: Plan, item_ids: Sequence[str], key: str, targets: Sequence[str], new_id: NewId
) -> Iterator[Change]:
    for item_id in item_ids:
        own = [target for target in targets if target != item_id]
        yield from link_changes(plan, item_id, relation_field(plan, item_id, key), own, new_id)


def _set_all_names(plan: Plan, item_ids: Sequence[str], spec: Field, text: str, new_id: NewId) -> ChangeSet:
    names = NamedTargets(plan, new_id)
    try:
        targets = names.of(spec).resolve(text)
    except AmbiguousName as ambiguous:
        raise Refused(Refusal.BAD_VALUE, item=item_ids[0], field=spec.key, value=ambiguous.name) from None
    except ValueError:
        raise Refused(Refusal.BAD_VALUE, item=item_ids[0], field=spec.key, value=text) from None
    changes = (*names.created, *_relate(plan, item_ids, spec.key, targets, new_id))
    return ChangeSet(_label(plan, "set_all", item_ids, spec.key), changes)


def _copy(plan: Plan, top: Item, new_id: NewId) -> Iterator[Change]:
    items = [top, *plan.belongings(top.id)]
    fresh = {item.id: new_id() for item in items}
    rank = ranks_at(plan, type(top), Spot(top.parent, top.id), 1)[0]
    for item in items:
        copy = replace(item, id=fresh[item.id])
        copy = copy.at(top.parent, rank) if item is top else copy.at(fresh[item.parent], item.rank)
        for key in item.kind.references:
            target = str(item.value(key))
            copy = copy.with_value(key, fresh.get(target, target))
        yield Insert(copy)
