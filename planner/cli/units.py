"""The units of a plan as a call names them."""

from planner.app.words import Words
from planner.cli.sentences import Unusable
from planner.domain.items import ROOT, Unit
from planner.domain.plan import Plan
from planner.domain.unit_cells import UnitNames


def unit_id(plan: Plan, text: str, words: Words) -> str:
    """Return the id of the unit with this id or one of these names; `Unusable` where there is none."""
    units = plan.children(ROOT, Unit)
    found = next((unit.id for unit in units if unit.id == text), None)
    found = found or UnitNames((unit.id, unit.all_names) for unit in units).find(text)
    if found is None:
        raise Unusable(words("计划里没有名为“{unit}”的单位，或不止一个。").format(unit=text))
    return found
