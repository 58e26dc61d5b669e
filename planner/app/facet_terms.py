"""The terms of a facet and which of them an item carries; a facet as a field of its own.

Columns, conditions, grouping, colouring, typing and pasting all take facets from here.
"""

from collections.abc import Sequence

from planner.app.conditions.model import FACET_PREFIX
from planner.domain.fields import Field, FieldType, Group, Kind
from planner.domain.items import ROOT, Facet, Item, Term
from planner.domain.own_fields import field_of, is_own
from planner.domain.plan import Plan

TERMS = "terms"
"""The key of the relation that holds the terms of all facets."""

_WIDTH = 18


def facet_of_key(plan: Plan, key: str) -> Facet | None:
    """Return the facet with a key, if there is one."""
    return next((facet for facet in plan.of(Facet).values() if facet.key == key), None)


def is_facet(key: str) -> bool:
    """Whether a field's key stands for one facet."""
    return key.startswith(FACET_PREFIX)


def facet_of_field(plan: Plan, key: str) -> Facet | None:
    """Return the facet that a field's key stands for, if it stands for one."""
    return facet_of_key(plan, key.removeprefix(FACET_PREFIX)) if is_facet(key) else None


def facet_field(facet: Facet) -> Field:
    """Return the row of the field table that a facet stands for; its label is the person's own text."""
    return Field(
        FACET_PREFIX + facet.key,
        facet.title,
        FieldType.RELATION,
        group=Group.LINKS,
        width=_WIDTH,
        relation="term",
        target="term",
    )


def facet_fields(plan: Plan, kind: Kind) -> list[Field]:
    """Return all facets as fields of a kind of item, none where it carries no terms."""
    return [facet_field(facet) for facet in plan.children(ROOT, Facet)] if TERMS in kind.by_key else []


def field_at(plan: Plan, item: Item, key: str) -> Field | None:
    """Return the field that `key` names for an item: a declared one, one of one's own, or a facet."""
    if not is_facet(key):
        return field_of(plan, item, key)
    facet = facet_of_field(plan, key)
    return facet_field(facet) if facet is not None and TERMS in item.kind.by_key else None


def label_of(spec: Field) -> str:
    """Return by what a step in the undo menu names a field: its key, or the title that a person gave it."""
    return spec.label if is_facet(spec.key) or is_own(spec.key) else spec.key


def terms_in_order(plan: Plan, facet: Facet) -> list[str]:
    """Return the ids of the terms of a facet, each before those under it."""
    return [
        term for upper in plan.child_ids(facet.id, Term) for term in (upper, *plan.child_ids(upper, Term))
    ]


def terms_carried(plan: Plan, item_id: str, facet: Facet) -> list[str]:
    """Return the ids of the terms of a facet that an item is linked to, in the order of the links."""
    targets = dict.fromkeys(plan.targets(item_id, "term"))
    return [target for target in targets if facet.id in plan.ancestors(target)]


def targets_of(plan: Plan, item_id: str, spec: Field) -> list[str]:
    """Return the ids that a relation field of an item points at; of a facet, its terms alone."""
    if is_facet(spec.key):
        facet = facet_of_field(plan, spec.key)
        return [] if facet is None else terms_carried(plan, item_id, facet)
    return plan.targets(item_id, spec.relation, spec.role or None)


def with_terms_of(plan: Plan, item_id: str, key: str, wanted: Sequence[str]) -> list[str]:
    """Return all terms that an item is to carry so that the field of one facet shows the `wanted` ones.

    Terms of other facets stay, and so does the order of the links where it says what is wanted already.
    """
    present = list(dict.fromkeys(plan.targets(item_id, "term")))
    facet = facet_of_field(plan, key)
    shown = set() if facet is None else set(terms_carried(plan, item_id, facet))
    staying = [term for term in present if term not in shown or term in wanted]
    fresh = [term for term in wanted if term not in present]
    if [term for term in staying if term in shown] + fresh == list(wanted):
        return staying + fresh
    return [term for term in present if term not in shown] + list(wanted)


def facet_of_term(plan: Plan, term_id: str) -> Facet | None:
    """Return the facet that a term belongs to."""
    top = next(iter([*plan.ancestors(term_id)][::-1]), "")
    facet = plan.find(top)
    return facet if isinstance(facet, Facet) else None


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
