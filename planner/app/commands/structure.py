"""Commands that change the shape of the plan: add, remove, move, indent and outdent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Move, Place, Remove, SetField
from planner.domain.fields import Value
from planner.domain.items import ROOT, Item, Link, Measure, Node, OwnValue, Term, kind_of
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks


@dataclass(frozen=True, slots=True)
class Spot:
    """A place among siblings: under `parent`, after the sibling `after`, else last or, if `first`, first."""

    parent: str = ROOT
    after: str | None = None
    first: bool = False


def add(
    plan: Plan, cls: type[Item], spot: Spot, new_id: NewId, values: Mapping[str, Value] | None = None
) -> ChangeSet:
    """Add an item of one class, with some of its fields filled, at a spot among its siblings."""
    item = cls(new_id(), spot.parent, ranks_at(plan, cls, spot, 1)[0])
    for key, value in (values or {}).items():
        item = item.with_value(key, value)
    return ChangeSet(Label("add", {"kind": item.kind.key}), (Insert(item),))


def remove(plan: Plan, item_ids: Iterable[str]) -> ChangeSet:
    """Remove items with all that belongs to them, and the links and own values that lead to them.

    A plain reference to a removed item is emptied. Undo brings everything back.
    """
    tops = topmost(plan, item_ids)
    gone: dict[str, Item] = {}
    for item_id in tops:
        for item in (plan[item_id], *plan.belongings(item_id)):
            gone[item.id] = item
    emptied: list[Change] = []
    for item_id in tuple(gone):
        for referrer in plan.referrers(item_id):
            if referrer.id in gone:
                continue
            if isinstance(referrer, Link | OwnValue):
                gone[referrer.id] = referrer
            else:
                emptied += [
                    SetField(referrer.id, key, item_id, "")
                    for key in referrer.kind.references
                    if referrer.value(key) == item_id
                ]
    details = {"kind": plan[tops[0]].kind.key, "count": str(len(tops))} if tops else {}
    removals = tuple(Remove(item) for item in reversed(gone.values()))
    return ChangeSet(Label("remove", details), (*emptied, *removals))


def move(plan: Plan, item_ids: Sequence[str], spot: Spot) -> ChangeSet:
    """Move items of one class, in the order given, to a spot among siblings."""
    tops = topmost(plan, item_ids)
    if not tops:
        return ChangeSet(Label("move"), ())
    cls = type(plan[tops[0]])
    ranks = ranks_at(plan, cls, spot, len(tops), without=frozenset(tops))
    changes = tuple(
        Move(item_id, Place(plan[item_id].parent, plan[item_id].rank), Place(spot.parent, rank))
        for item_id, rank in zip(tops, ranks, strict=True)
    )
    return ChangeSet(Label("move", {"kind": kind_of(cls).key, "count": str(len(tops))}), changes)


def move_by(plan: Plan, item_ids: Sequence[str], step: int) -> ChangeSet:
    """Move siblings of one class one place up (`step` −1) or down (+1); empty at the end of the way."""
    tops = topmost(plan, item_ids)
    if len({(plan[item_id].parent, type(plan[item_id])) for item_id in tops}) != 1:
        return ChangeSet(Label("move"), ())
    parent, cls = plan[tops[0]].parent, type(plan[tops[0]])
    siblings = plan.child_ids(parent, cls)
    places = sorted(siblings.index(item_id) for item_id in tops)
    ordered = [siblings[place] for place in places]
    beyond = places[0] - 1 if step < 0 else places[-1] + 1
    if not 0 <= beyond < len(siblings):
        return ChangeSet(Label("move"), ())
    if step > 0:
        return move(plan, ordered, Spot(parent, siblings[beyond]))
    if beyond == 0:
        return move(plan, ordered, Spot(parent, first=True))
    return move(plan, ordered, Spot(parent, siblings[beyond - 1]))


def indent(plan: Plan, item_ids: Sequence[str], cls: type[Item] = Measure) -> ChangeSet:
    """Make measures, or terms, the last children of the sibling above them; empty where it can't be."""
    tops = [item_id for item_id in topmost(plan, item_ids) if isinstance(plan[item_id], cls)]
    if not tops:
        return ChangeSet(Label("indent"), ())
    siblings = plan.child_ids(plan[tops[0]].parent, cls)
    place = min((siblings.index(item_id) for item_id in tops if item_id in siblings), default=0)
    if place == 0 or not all(can_stand_under(plan, plan[top], siblings[place - 1]) for top in tops):
        return ChangeSet(Label("indent"), ())
    changes = move(plan, tops, Spot(siblings[place - 1])).changes
    return ChangeSet(Label("indent", {"kind": kind_of(cls).key, "count": str(len(tops))}), changes)


def outdent(plan: Plan, item_ids: Sequence[str], cls: type[Item] = Measure) -> ChangeSet:
    """Put measures, or terms, right after the one that they stood under; empty where there is none."""
    tops = [item_id for item_id in topmost(plan, item_ids) if isinstance(plan[item_id], cls)]
    if not tops or not isinstance(plan.find(plan[tops[0]].parent), cls):
        return ChangeSet(Label("outdent"), ())
    parent = plan[plan[tops[0]].parent]
    together = [item_id for item_id in tops if plan[item_id].parent == parent.id]
    changes = move(plan, together, Spot(parent.parent, parent.id)).changes
    return ChangeSet(Label("outdent", {"kind": kind_of(cls).key, "count": str(len(together))}), changes)


def topmost(plan: Plan, item_ids: Iterable[str]) -> list[str]:
    """Return the given ids, each once, without those that stand below another of them."""
    wanted = dict.fromkeys(item_ids)
    return [item_id for item_id in wanted if not any(above in wanted for above in plan.ancestors(item_id))]


def can_stand_under(plan: Plan, item: Item, parent: str) -> bool:
    """Whether the item may be put under `parent`: levels keep their shape and no circle closes."""
    parent_kind = ROOT if parent == ROOT else plan[parent].kind.key
    if parent_kind not in item.kind.under:
        return False
    if parent != ROOT and (parent == item.id or item.id in plan.ancestors(parent)):
        return False
    if isinstance(item, Node) and parent != ROOT:
        return plan[parent].parent == ROOT and not plan.child_ids(item.id, Node)
    if isinstance(item, Term) and isinstance(plan[parent], Term):
        return not isinstance(plan[plan[parent].parent], Term) and not plan.child_ids(item.id, Term)
    return True


def spot_for(plan: Plan, cls: type[Item], spot: Spot) -> Spot:
    """Return the spot for rows of one class, whose neighbour may be of the other; nodes precede measures."""
    neighbour = plan.find(spot.after or "")
    if neighbour is None or type(neighbour) is cls:
        return spot
    return Spot(spot.parent, first=cls is Measure)


def ranks_at(
    plan: Plan, cls: type[Item], spot: Spot, count: int, *, without: frozenset[str] = frozenset()
) -> list[str]:
    """Return `count` ranks for new siblings at one spot, as if the items in `without` were not there."""
    siblings = [sibling for sibling in plan.children(spot.parent, cls) if sibling.id not in without]
    if spot.after is not None:
        place = [sibling.id for sibling in siblings].index(spot.after) + 1
    else:
        place = 0 if spot.first else len(siblings)
    before = siblings[place - 1].rank if place > 0 else ""
    beyond = next((sibling.rank for sibling in siblings[place:] if sibling.rank > before), "")
    return spread_ranks(count, before, beyond)
