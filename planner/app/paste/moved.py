"""Rows that were cut and come back in the same plan: the same rows, with all that led to them from elsewhere.

Cutting takes rows out at once, together with the links that lead to them; what is needed to bring both back
travels with the rows on the clipboard.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.domain.changes import Change, ChangeSet, Insert, Remove, SetField
from planner.domain.codec import item_from_json, item_to_json
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Item
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Cut:
    """What a cut took away beside the rows: items that led to them, and references that it emptied.

    An emptied reference is the id of its item, the field's key and what it pointed at.
    """

    plan_id: str
    others: tuple[Item, ...] = ()
    emptied: tuple[tuple[str, str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return this as a JSON object."""
        others = [item_to_json(item) for item in self.others]
        return {"plan": self.plan_id, "others": others, "emptied": [list(one) for one in self.emptied]}


def cut_of(plan_id: str, removal: ChangeSet, rows: Sequence[Item]) -> Cut:
    """Return what a removal takes away beside the `rows` themselves and all that belongs to them."""
    inside = {item.id for item in rows}
    others = [change.item for change in reversed(removal.changes) if isinstance(change, Remove)]
    emptied = [
        (change.item_id, change.key, str(change.old))
        for change in removal.changes
        if isinstance(change, SetField)
    ]
    return Cut(plan_id, tuple(item for item in others if item.id not in inside), tuple(emptied))


def read_cut(data: Mapping[str, Any]) -> Cut | None:
    """Return the cut that came with rows, None where they were copied; refuses what is of another form."""
    entry = data.get("cut")
    if entry is None:
        return None
    try:
        emptied = tuple((str(item), str(key), str(target)) for item, key, target in entry["emptied"])
        return Cut(str(entry["plan"]), tuple(item_from_json(item) for item in entry["others"]), emptied)
    except (KeyError, TypeError, ValueError):
        raise Refused(Refusal.BAD_FORMAT, part="cut") from None


def comes_back(plan: Plan, plan_id: str, cut: Cut | None, items: Sequence[Item]) -> bool:
    """Whether rows return to the plan that they were cut from, and are not there yet."""
    return cut is not None and cut.plan_id == plan_id and not any(item.id in plan for item in items)


def brought_back(plan: Plan, cut: Cut, items: Sequence[Item]) -> Iterator[Change]:
    """Yield what leads to the rows again, as far as both of its ends are still there."""
    there = {item.id for item in items}
    for other in cut.others:
        ends = (other.parent, *other.references())
        if other.id not in plan and all(end in plan or end in there for end in ends):
            there.add(other.id)
            yield Insert(other)
    for item_id, key, target in cut.emptied:
        item = plan.find(item_id)
        if item is not None and key in item.kind.references and not item.value(key) and target in there:
            yield SetField(item_id, key, "", target)
