"""Commands that set what an item says and what it is linked to."""

from collections.abc import Iterable, Sequence
from datetime import date

from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import Link, Measure, Unit
from planner.domain.plan import Plan
from planner.domain.ranks import rank_between, spread_ranks
from planner.domain.unit_cells import UnitNames, split_units


def set_field(plan: Plan, item_id: str, key: str, value: Value, today: date) -> ChangeSet:
    """Set one stored field; a measure's status takes `today` as its date with it.

    Raises `Refused` for a field that the item does not store or a value that the field does not take.
    """
    item = plan[item_id]
    item.with_value(key, value)
    changes = [SetField(item_id, key, item.value(key), value)]
    if isinstance(item, Measure) and key == "status":
        changes.append(SetField(item_id, "status_date", item.status_date, today.isoformat()))
    return ChangeSet(
        Label("set_field", {"kind": item.kind.key, "field": key}),
        tuple(change for change in changes if change.old != change.new),
    )


def set_relation(plan: Plan, item_id: str, key: str, targets: Sequence[str], new_id: NewId) -> ChangeSet:
    """Make the relation field `key` point at `targets`, in their order.

    Links that stay keep their identity, notes and reading mark; only what differs is changed.
    """
    item = plan[item_id]
    spec = relation_field(plan, item_id, key)
    changes = _link_changes(plan, item_id, spec, list(dict.fromkeys(targets)), new_id)
    return ChangeSet(Label("set_field", {"kind": item.kind.key, "field": key}), tuple(changes))


def set_units(plan: Plan, item_id: str, key: str, cell: str, new_id: NewId) -> ChangeSet:
    """Make a relation to units say what was typed, as “市科委、市经济信息化委”.

    A name that the register knows under any of its names is linked; an unknown one is added to the register
    in the same step. A name that fits several units is refused as bad_value.
    """
    item = plan[item_id]
    spec = relation_field(plan, item_id, key)
    register = unit_register(plan)
    changes: list[Change] = []
    targets: list[str] = []
    for name in split_units(cell):
        if register.ambiguous(name):
            raise Refused(Refusal.BAD_VALUE, item=item_id, field=key, value=name)
        unit_id = register.find(name)
        if unit_id is None:
            unit = Unit(new_id(), rank=_last_unit_rank(plan, changes), title=name)
            changes.append(Insert(unit))
            unit_id = unit.id
        targets.append(unit_id)
    changes += _link_changes(plan, item_id, spec, list(dict.fromkeys(targets)), new_id)
    return ChangeSet(Label("set_field", {"kind": item.kind.key, "field": key}), tuple(changes))


def unit_register(plan: Plan) -> UnitNames:
    """Return the index of all names in the register of units."""
    return UnitNames((unit.id, unit.all_names) for unit in plan.of(Unit).values())


def relation_field(plan: Plan, item_id: str, key: str) -> Field:
    """Return the field table's row of a relation field; refuses another kind of field."""
    spec = plan[item_id].kind.by_key.get(key)
    if spec is None or spec.type is not FieldType.RELATION:
        raise Refused(Refusal.UNKNOWN_FIELD, item=item_id, field=key)
    return spec


def _link_changes(plan: Plan, owner: str, spec: Field, targets: list[str], new_id: NewId) -> Iterable[Change]:
    present = plan.links(owner, spec.relation, spec.role)
    if [link.target for link in present] == targets:
        return
    kept = {link.target: link for link in present if link.target in targets}
    yield from (Remove(link) for link in present if link.target not in kept)
    in_order = [link.target for link in present if link.target in kept] == [
        target for target in targets if target in kept
    ]
    if in_order and targets[: len(kept)] == list(kept):
        last = max((link.rank for link in plan.children(owner, Link)), default="")
        ranks = spread_ranks(len(targets) - len(kept), before=last)
        fresh = targets[len(kept) :]
    else:
        yield from (Remove(link) for link in kept.values())
        last = max((link.rank for link in plan.children(owner, Link)), default="")
        ranks = spread_ranks(len(targets), before=last)
        fresh = targets
    for target, rank in zip(fresh, ranks, strict=True):
        yield Insert(_link(owner, spec, target, rank, kept.get(target), new_id))


def _link(owner: str, spec: Field, target: str, rank: str, old: Link | None, new_id: NewId) -> Link:
    if old is not None:
        return old.at(owner, rank)
    return Link(new_id(), owner, rank, relation=spec.relation, role=spec.role, target=target)


def _last_unit_rank(plan: Plan, changes: Iterable[Change]) -> str:
    added = [change.item.rank for change in changes if isinstance(change, Insert)]
    last = added[-1] if added else max((unit.rank for unit in plan.of(Unit).values()), default="")
    return rank_between(last, "")
