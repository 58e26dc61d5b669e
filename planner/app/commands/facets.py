"""Commands on facets and their terms, and on which measures carry a term."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from planner.app.commands.edit import set_relation
from planner.app.commands.structure import Spot, add, move, topmost
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Label, SetField
from planner.domain.items import Facet, Measure, Term
from planner.domain.plan import Plan


def add_facet(plan: Plan, title: str, new_id: NewId) -> ChangeSet:
    """Add a facet after the others, with a key that no other facet has."""
    taken = {facet.key for facet in plan.of(Facet).values()}
    number = next(number for number in range(1, len(taken) + 2) if f"facet{number}" not in taken)
    return add(plan, Facet, Spot(), new_id, {"title": title, "key": f"facet{number}"})


def add_term(plan: Plan, near: str, title: str, new_id: NewId, *, below: bool = False) -> ChangeSet:
    """Add a term last in a facet, after another term, or `below` one; terms go two levels deep."""
    item = plan[near]
    spot = Spot(item.parent, item.id) if isinstance(item, Term) and not below else Spot(item.id)
    return add(plan, Term, spot, new_id, {"title": title})


def move_entries(plan: Plan, item_ids: Sequence[str], spot: Spot) -> ChangeSet:
    """Move facets among facets, or terms to a spot of any facet, as one step.

    A term that comes into the facet of its broader term, or of a narrower one, belongs to it no more.
    """
    moving = move(plan, item_ids, spot)
    facet = [spot.parent, *plan.ancestors(spot.parent)][-1] if spot.parent else ""
    moved = {
        term.id
        for top in topmost(plan, item_ids)
        for term in (plan[top], *plan.belongings(top))
        if isinstance(term, Term)
    }
    loosened = [
        SetField(term.id, "broader", term.broader, "")
        for term in plan.of(Term).values()
        if term.broader and _meet(plan, term, moved, facet)
    ]
    return ChangeSet(moving.label, (*moving.changes, *loosened))


def _meet(plan: Plan, term: Term, moved: AbstractSet[str], facet: str) -> bool:
    """Whether a term and its broader one come to stand in the same facet."""
    ends = (term.id, term.broader)
    facets = [facet if end in moved else [end, *plan.ancestors(end)][-1] for end in ends]
    return not moved.isdisjoint(ends) and facets[0] == facets[1]


def tag(plan: Plan, measure_ids: Sequence[str], term_id: str, new_id: NewId) -> ChangeSet:
    """Give a term to measures, or take it from them where all carry it already, as one step."""
    if all(term_id in plan.targets(measure_id, "term") for measure_id in measure_ids):
        return retag(plan, measure_ids, (), (term_id,), new_id)
    return retag(plan, measure_ids, (term_id,), (), new_id)


def retag(
    plan: Plan, measure_ids: Sequence[str], given: Sequence[str], taken: Sequence[str], new_id: NewId
) -> ChangeSet:
    """Give terms to measures and take others from them, as one step."""
    for term_id in (*given, *taken):
        plan.get(term_id, Term)
    changes: list[Change] = []
    for measure_id in measure_ids:
        present = plan.targets(plan.get(measure_id, Measure).id, "term")
        wanted = [term for term in (*present, *given) if term not in taken]
        changes += set_relation(plan, measure_id, "terms", wanted, new_id).changes
    return ChangeSet(Label("set_all", {"kind": "measure", "field": "terms"}), tuple(changes))
