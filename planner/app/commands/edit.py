"""Commands that set what an item says and what it is linked to."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.app.commands.names import NamedTargets
from planner.app.commands.own_fields import set_own
from planner.app.commands.unit_names import AmbiguousName
from planner.app.facet_terms import TERMS, field_at, is_facet, label_of, with_terms_of
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import Item, Link, Measure
from planner.domain.own_fields import is_own
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks
from planner.domain.unit_cells import split_duty


def set_field(plan: Plan, item_id: str, key: str, value: Value, today: date) -> ChangeSet:
    """Set one stored field, declared or of one's own; a measure's status takes `today` as its date with it.

    Raises `Refused` for a field that the item does not store or a value that the field does not take.
    """
    if is_own(key):
        return set_own(plan, item_id, key, value)
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
    changes = tuple(link_changes(plan, item_id, spec, list(dict.fromkeys(targets)), new_id))
    return ChangeSet(Label("set_field", {"kind": item.kind.key, "field": label_of(spec)}), changes)


def set_names(
    plan: Plan, item_id: str, key: str, cell: str, new_id: NewId, *, kept: Sequence[str] = ()
) -> ChangeSet:
    """Make a relation to units or terms say what was typed, as “市科委、市教委”, after those in `kept`.

    Words such as 按职责分工负责 behind the units of a measure are kept as its `duty`.
    A unit that the register knows under any of its names, or a term of the facet, is linked; an unknown one
    is added in the same step. Refused as bad_value are a name that fits several and, in the field of all
    terms, one that fits none.
    """
    item = plan[item_id]
    spec = relation_field(plan, item_id, key)
    names = NamedTargets(plan, new_id)
    units, duty = duty_apart(item, spec, cell)
    try:
        targets = dict.fromkeys([*kept, *names.of(spec).resolve(units)])
    except AmbiguousName as ambiguous:
        raise Refused(Refusal.BAD_VALUE, item=item_id, field=key, value=ambiguous.name) from None
    except ValueError:
        raise Refused(Refusal.BAD_VALUE, item=item_id, field=key, value=cell) from None
    changes = (*names.created, *link_changes(plan, item_id, spec, list(targets), new_id), *duty)
    return ChangeSet(Label("set_field", {"kind": item.kind.key, "field": label_of(spec)}), changes)


def duty_apart(item: Item, spec: Field, cell: str) -> tuple[str, list[Change]]:
    """Return the units of a cell, and what puts the duty that is said behind them into a measure."""
    if not isinstance(item, Measure) or spec.target != "unit":
        return cell, []
    units, duty = split_duty(cell)
    changed = duty and duty != item.duty
    return units, [SetField(item.id, "duty", item.duty, duty)] if changed else []


def relation_field(plan: Plan, item_id: str, key: str) -> Field:
    """Return the field table's row of a relation field or a facet; refuses another kind of field."""
    spec = field_at(plan, plan[item_id], key)
    if spec is None or spec.type is not FieldType.RELATION:
        raise Refused(Refusal.UNKNOWN_FIELD, item=item_id, field=key)
    return spec


def link_changes(
    plan: Plan, owner: str, spec: Field, targets: Sequence[str], new_id: NewId
) -> Iterator[Change]:
    """Yield the changes after which a relation field of `owner` points at `targets`, each given once."""
    if is_facet(spec.key):
        targets = with_terms_of(plan, owner, spec.key, targets)
        spec = plan[owner].kind.by_key[TERMS]
    present = plan.links(owner, spec.relation, spec.role)
    if [link.target for link in present] == list(targets):
        return
    kept = {link.target: link for link in present if link.target in targets}
    yield from (Remove(link) for link in present if link.target not in kept)
    in_order = [link.target for link in present if link.target in kept] == [
        target for target in targets if target in kept
    ]
    if in_order and list(targets[: len(kept)]) == list(kept):
        last = max((link.rank for link in plan.children(owner, Link)), default="")
        ranks = spread_ranks(len(targets) - len(kept), before=last)
        fresh = list(targets[len(kept) :])
    else:
        yield from (Remove(link) for link in kept.values())
        last = max((link.rank for link in plan.children(owner, Link)), default="")
        ranks = spread_ranks(len(targets), before=last)
        fresh = list(targets)
    for target, rank in zip(fresh, ranks, strict=True):
        yield Insert(_link(owner, spec, target, rank, kept.get(target), new_id))


def _link(owner: str, spec: Field, target: str, rank: str, old: Link | None, new_id: NewId) -> Link:
    if old is not None:
        return old.at(owner, rank)
    return Link(new_id(), owner, rank, relation=spec.relation, role=spec.role, target=target)
