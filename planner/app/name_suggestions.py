"""Which names to propose while a person types into a field of units or terms."""

from collections.abc import Callable

from planner.app.facet_terms import facet_of_field
from planner.app.name_matching import TypedName
from planner.app.search import Initials
from planner.app.term_names import TermNames
from planner.app.unit_suggestions import suggest_units
from planner.domain.fields import Field
from planner.domain.items import Unit
from planner.domain.plan import Plan

MOST_TERMS = 40

Suggest = Callable[[str], list[str]]
"""Gives the names to propose for what was typed of one, best first."""


def suggestions(plan: Plan, spec: Field, initials: Initials | None = None) -> Suggest:
    """Return what proposes names for a field of units or terms; for nothing typed yet, all terms."""
    if spec.target == "unit":
        return lambda typed: [
            plan.get(unit_id, Unit).display_name for unit_id in suggest_units(plan, typed, initials)
        ]
    names = TermNames(plan, facet_of_field(plan, spec.key)).all

    def suggest(typed: str) -> list[str]:
        wanted = TypedName(typed, initials)
        placed = [(wanted.place([name]), name) for name in names.values()]
        fitting = [(place, name) for place, name in placed if place is not None]
        return [name for _, name in sorted(fitting, key=lambda pair: pair[0])[:MOST_TERMS]]

    return suggest
