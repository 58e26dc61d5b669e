"""Commands for what belongs to an item: its milestones, adjustments, goals, reports, funding and values."""

from datetime import date

from planner.app.commands.structure import Spot, add
from planner.app.ports import NewId
from planner.domain.changes import ChangeSet
from planner.domain.fields import Value
from planner.domain.items import KINDS, Adjustment, Item, Report
from planner.domain.plan import Plan

_HAPPENS_TODAY = (Adjustment, Report)
_SHOWN_ELSEWHERE = frozenset(("link", "measure", "node", "own_value", "waiver"))


def belonging_kinds(owner_kind: str) -> list[type[Item]]:
    """Return the classes of items that belong to a kind, in the order of their declaration.

    Rows of the tree, links, waivers and values of own fields are left out: they are shown elsewhere.
    """
    return [
        kind.cls
        for kind in KINDS.values()
        if owner_kind in kind.under and kind.key != owner_kind and kind.key not in _SHOWN_ELSEWHERE
    ]


def add_belonging(plan: Plan, cls: type[Item], owner: str, today: date, new_id: NewId) -> ChangeSet:
    """Add an empty item to its owner, after its siblings; what happens on a day gets today's date."""
    values: dict[str, Value] = {"date": today.isoformat()} if cls in _HAPPENS_TODAY else {}
    return add(plan, cls, Spot(owner), new_id, values)
