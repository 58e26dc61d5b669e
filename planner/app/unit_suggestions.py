"""Which units to propose while a person types a name: by any of their names, or by the initials of these."""

from planner.app.search import Initials, plain
from planner.domain.items import ROOT, Unit
from planner.domain.plan import Plan

MOST = 12


def suggest_units(plan: Plan, typed: str, initials: Initials | None = None, most: int = MOST) -> list[str]:
    """Return the ids of units, best first: whose name begins with what was typed, holds it, or sounds so.

    Among equals those with more links come first, then the order of the register.
    """
    wanted = plain(typed).strip()
    if not wanted:
        return []
    sounds = initials if wanted.isascii() and wanted.isalpha() else None
    ranked = [
        (place, -len(plan.referrers(unit.id)), number, unit.id)
        for number, unit in enumerate(plan.children(ROOT, Unit))
        if (place := _place(unit, wanted, sounds)) is not None
    ]
    return [unit_id for *_, unit_id in sorted(ranked)[:most]]


def _place(unit: Unit, wanted: str, sounds: Initials | None) -> int | None:
    names = [plain(name) for name in unit.all_names]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(wanted in name for name in names):
        return 1
    if sounds is None:
        return None
    spelled = [sounds(name) for name in names]
    if any(name.startswith(wanted) for name in spelled):
        return 2
    return 3 if any(wanted in name for name in spelled) else None
