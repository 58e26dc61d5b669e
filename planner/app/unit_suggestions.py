"""Which units to propose while a person types a name: by any of their names, or by the initials of these."""

from planner.app.name_matching import TypedName
from planner.app.search import Initials
from planner.domain.items import ROOT, Unit
from planner.domain.plan import Plan

MOST = 12


def suggest_units(plan: Plan, typed: str, initials: Initials | None = None, most: int = MOST) -> list[str]:
    """Return the ids of units, best first: whose name begins with what was typed, holds it, or sounds so.

    Among equals those with more links come first, then the order of the register.
    """
    wanted = TypedName(typed, initials)
    if not wanted:
        return []
    ranked = [
        (place, -len(plan.referrers(unit.id)), number, unit.id)
        for number, unit in enumerate(plan.children(ROOT, Unit))
        if (place := wanted.place(unit.all_names)) is not None
    ]
    return [unit_id for *_, unit_id in sorted(ranked)[:most]]
