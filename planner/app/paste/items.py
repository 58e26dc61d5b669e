"""Items that the program itself put on the clipboard, from this plan or another, with their belongings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.app.commands.structure import Spot, can_stand_under, ranks_at, spot_for
from planner.app.commands.unit_names import unit_register
from planner.app.copying import ITEMS_FORMAT
from planner.app.paste.moved import Cut, brought_back, comes_back, read_cut
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label
from planner.domain.codec import item_from_json
from planner.domain.errors import Refusal, Refused
from planner.domain.items import KINDS, ROOT, Item, Link, Measure, Node, OwnValue
from planner.domain.plain_text import folded
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class ItemsPasting:
    """A paste of items; `lost` are the names of things that links led to and that this plan does not have."""

    change_set: ChangeSet
    tops: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def paste_items(plan: Plan, data: str, spot: Spot, new_id: NewId, plan_id: str = "") -> ItemsPasting:
    """Return what puts copied rows at a spot, under fresh ids.

    Links between the items lead to the copies; others to the same item, or in another plan to the one of the
    same name. Rows that were cut from the plan of the id `plan_id` and are not back yet keep their ids, and
    what led to them leads to them again. Raises `Refused`: bad_format for other data, wrong_parent for rows
    that cannot stand there.
    """
    items, mentioned, cut = _read(data)
    moved = cut if comes_back(plan, plan_id, cut, items) else None
    fresh = {item.id: item.id if moved else new_id() for item in items}
    tops = [item for item in items if item.parent not in fresh]
    _refuse_misplaced(plan, items, tops, spot)
    places = dict(_places(plan, tops, spot))
    found = {target: _found(plan, target, mention) for target, mention in mentioned.items()}
    changes: list[Change] = []
    lost: dict[str, None] = {}
    for item in items:
        rank = places.get(item.id, item.rank)
        copy = replace(item, id=fresh[item.id]).at(fresh.get(item.parent, spot.parent), rank)
        for key in item.kind.references:
            target = str(item.value(key))
            new_target = fresh.get(target) or found.get(target, "")
            if target and not new_target:
                lost[_name(mentioned.get(target, {}), target)] = None
            copy = copy.with_value(key, new_target)
        if not _points_at_nothing(copy, item):
            changes.append(Insert(copy))
    if moved:
        changes += brought_back(
            plan, moved, [change.item for change in changes if isinstance(change, Insert)]
        )
    kind = tops[0].kind.key if tops else "measure"
    label = Label("paste", {"kind": kind, "count": str(len(tops))})
    return ItemsPasting(ChangeSet(label, tuple(changes)), tuple(fresh[top.id] for top in tops), tuple(lost))


def _read(data: str) -> tuple[list[Item], Mapping[str, Any], Cut | None]:
    try:
        entry = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(Refusal.BAD_FORMAT, part="items") from None
    if not isinstance(entry, dict) or entry.get("format") != ITEMS_FORMAT:
        raise Refused(Refusal.BAD_FORMAT, part="format")
    items, mentioned = entry.get("items"), entry.get("mentioned")
    if not isinstance(items, list) or not isinstance(mentioned, dict):
        raise Refused(Refusal.BAD_FORMAT, part="items")
    return [item_from_json(item) for item in items], mentioned, read_cut(entry)


def _places(plan: Plan, tops: Sequence[Item], spot: Spot) -> list[tuple[str, str]]:
    """Return the rank of each top item among its new siblings."""
    places: list[tuple[str, str]] = []
    for cls in (Node, Measure):
        own = [item for item in tops if type(item) is cls]
        ranks = ranks_at(plan, cls, spot_for(plan, cls, spot), len(own))
        places += [(item.id, rank) for item, rank in zip(own, ranks, strict=True)]
    return places


def _refuse_misplaced(plan: Plan, items: Sequence[Item], tops: Sequence[Item], spot: Spot) -> None:
    """Refuse rows that cannot stand at a spot; a layer with components along stands at the top only."""
    layers = {item.parent for item in items if isinstance(item, Node)}
    for item in tops:
        is_row = isinstance(item, Node | Measure) and can_stand_under(plan, item, spot.parent)
        if not is_row or (item.id in layers and spot.parent != ROOT):
            raise Refused(Refusal.WRONG_PARENT, item=_title(item), parent=_title(plan.find(spot.parent)))


def _points_at_nothing(copy: Item, item: Item) -> bool:
    """Whether a link or a value of one's own lost what it is about."""
    bound = isinstance(item, Link | OwnValue)
    return bound and any(item.value(key) and not copy.value(key) for key in item.kind.references)


def _title(item: Item | None) -> str:
    return "" if item is None else str(getattr(item, "title", item.id))


def _found(plan: Plan, target: str, mention: Any) -> str:
    """Return the id of the item that is meant, empty where this plan has none."""
    kind = KINDS.get(str(mention.get("kind"))) if isinstance(mention, dict) else None
    names = mention.get("names") if isinstance(mention, dict) else None
    if kind is None or not isinstance(names, list):
        return ""
    same = plan.find(target)
    if same is not None and same.kind is kind:
        return target
    wanted = [str(name) for name in names]
    if kind.key == "unit":
        register = unit_register(plan)
        return next((unit for name in wanted if (unit := register.find(name))), "")
    keys = {folded(name) for name in wanted if name}
    return next((item.id for item in plan.of(kind.cls).values() if folded(_title(item)) in keys), "")


def _name(mention: Any, target: str) -> str:
    names = mention.get("names") if isinstance(mention, dict) else None
    return str(names[0]) if isinstance(names, list) and names else target
