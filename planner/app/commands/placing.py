"""Where rows of the tree go: beside or below another, where they are dropped, next to removed ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from planner.app.commands.structure import Spot, can_stand_under, topmost
from planner.domain.items import ROOT, Item, Measure, Node
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Placement:
    """A kind of row and the spot at which to add one."""

    cls: type[Item]
    spot: Spot


class Drop(Enum):
    """Where rows are dropped, seen from the row below the pointer."""

    BEFORE = "before"
    AFTER = "after"
    FIRST_BELOW = "first below"
    LAST_BELOW = "last below"


def beside(plan: Plan, item_id: str) -> Placement:
    """Return where the next row of the same kind goes; with no row, a measure at the end of the top."""
    item = plan.find(item_id)
    if not isinstance(item, Node | Measure):
        return Placement(Measure, Spot())
    return Placement(type(item), Spot(item.parent, item.id))


def above(plan: Plan, item_id: str) -> Placement:
    """Return where a row of the same kind goes before another; with no row, a measure at the top's end."""
    placement = beside(plan, item_id)
    if placement.spot.after is None:
        return placement
    siblings = plan.child_ids(placement.spot.parent, placement.cls)
    place = siblings.index(item_id)
    spot = Spot(placement.spot.parent, siblings[place - 1] if place else None, first=not place)
    return Placement(placement.cls, spot)


def below(plan: Plan, item_id: str) -> Placement:
    """Return where a new row below another goes: a component below a layer, else a measure."""
    item = plan.find(item_id)
    if not isinstance(item, Node | Measure):
        return Placement(Measure, Spot())
    return Placement(Node if _is_layer(item) else Measure, Spot(item.id))


def layer_place(plan: Plan, item_id: str) -> Placement:
    """Return where a new layer goes: after the one that a row stands in, else last."""
    layer = next((above for above in _with_ancestors(plan, item_id) if _is_layer(plan[above])), None)
    return Placement(Node, Spot(after=layer))


def component_place(plan: Plan, item_id: str) -> Placement | None:
    """Return where a new component goes: after the one a row stands in, else last in its layer, if any."""
    component = None
    for above in _with_ancestors(plan, item_id):
        item = plan[above]
        if _is_layer(item):
            return Placement(Node, Spot(above, component))
        if isinstance(item, Node):
            component = above
    return None


def measure_place(plan: Plan, item_id: str) -> Placement:
    """Return where a new measure goes: after a measure, else last below a framework node or at the top."""
    item = plan.find(item_id)
    return Placement(Measure, Spot(item.id)) if isinstance(item, Node) else beside(plan, item_id)


def paste_spots(plan: Plan, item_id: str) -> list[Spot]:
    """Return where pasted rows can go, best first: below a node or after a measure, then further up.

    With no row it is the end of the top.
    """
    spots: list[Spot] = []
    for above in _with_ancestors(plan, item_id):
        item = plan[above]
        if isinstance(item, Node):
            spots.append(Spot(above))
        spots.append(Spot(item.parent, above))
    return spots or [Spot()]


def next_after_removal(plan: Plan, item_ids: Sequence[str]) -> str:
    """Return which row to go to when rows are removed, empty when nothing is left.

    It is the next sibling that stays, else the one before, else the parent.
    """
    tops = set(topmost(plan, item_ids))
    last = next((item_id for item_id in reversed(item_ids) if item_id in tops), None)
    if last is None:
        return ""
    siblings = plan.branches(plan[last].parent)
    place = siblings.index(last)
    nearest_first = siblings[place + 1 :] + siblings[:place][::-1]
    return next((sibling for sibling in nearest_first if sibling not in tops), plan[last].parent)


def drop_spot(plan: Plan, moved: Sequence[str], target: str, drop: Drop) -> Spot | None:
    """Return the spot for rows that are dropped at another.

    None where they may not stand, stand already, or are of more than one kind.
    """
    tops = topmost(plan, moved)
    cls = type(plan[tops[0]]) if tops else None
    if cls is None or any(type(plan[item_id]) is not cls for item_id in tops):
        return None
    under_target = drop in (Drop.FIRST_BELOW, Drop.LAST_BELOW)
    parent = target if under_target else plan[target].parent
    if not all(can_stand_under(plan, plan[item_id], parent) for item_id in tops):
        return None
    siblings = plan.child_ids(parent, cls)
    staying = [sibling for sibling in siblings if sibling not in tops]
    place = _place_among(siblings, staying, target, drop)
    if place is None or [*staying[:place], *tops, *staying[place:]] == siblings:
        return None
    return Spot(parent, staying[place - 1]) if place else Spot(parent, first=True)


def _place_among(siblings: Sequence[str], staying: Sequence[str], target: str, drop: Drop) -> int | None:
    """Return before which of the staying siblings to put something dropped at `target`."""
    if drop is Drop.FIRST_BELOW:
        return 0
    if drop is Drop.LAST_BELOW:
        return len(staying)
    if target not in siblings:
        return None
    place = siblings.index(target) + (drop is Drop.AFTER)
    return sum(1 for sibling in siblings[:place] if sibling in staying)


def _is_layer(item: Item) -> bool:
    return isinstance(item, Node) and item.parent == ROOT


def _with_ancestors(plan: Plan, item_id: str) -> list[str]:
    return [item_id, *plan.ancestors(item_id)] if item_id in plan else []
