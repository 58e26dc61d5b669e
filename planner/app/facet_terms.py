"""The terms of a facet and which of them an item carries, for grouping and colouring."""

from collections.abc import Sequence

from planner.domain.items import Facet, Term
from planner.domain.plan import Plan


def facet_of_key(plan: Plan, key: str) -> Facet | None:
    """Return the facet with a key, if there is one."""
    return next((facet for facet in plan.of(Facet).values() if facet.key == key), None)


def terms_in_order(plan: Plan, facet: Facet) -> list[str]:
    """Return the ids of the terms of a facet, each before those under it."""
    return [
        term for upper in plan.child_ids(facet.id, Term) for term in (upper, *plan.child_ids(upper, Term))
    ]


def terms_carried(plan: Plan, item_id: str, facet: Facet) -> list[str]:
    """Return the ids of the terms of a facet that an item is linked to, in the order of the links."""
    targets = dict.fromkeys(plan.targets(item_id, "term"))
    return [target for target in targets if facet.id in plan.ancestors(target)]


def colour_places(plan: Plan, facet: Facet, item_ids: Sequence[str]) -> dict[str, int]:
    """Return for each item that carries a term of a facet the place of that term's colour, from 0.

    Terms under one another share a colour; of several terms the first by the facet's own order counts.
    """
    places: dict[str, int] = {}
    for place, upper in enumerate(plan.child_ids(facet.id, Term)):
        for term in (upper, *plan.child_ids(upper, Term)):
            places[term] = place
    return {
        item_id: min(carried)
        for item_id in item_ids
        if (carried := [places[term] for term in plan.targets(item_id, "term") if term in places])
    }
