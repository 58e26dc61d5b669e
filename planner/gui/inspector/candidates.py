"""What can be chosen where one item points at another, grouped and in the order of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.items import ROOT, Facet, Item, Measure, Term
from planner.gui.inspector.tools import Tools


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item to choose, by its name; `group` is the heading that it stands under, if any."""

    id: str
    text: str
    group: str = ""


def candidates(tools: Tools, cls: type[Item]) -> Iterator[Candidate]:
    """Yield all items of a class: terms by facet, measures with their numbers in the order of the tree."""
    cells = tools.bridge.cells
    if cls is Term:
        for facet in tools.plan.children(ROOT, Facet):
            yield from (Candidate(term.id, term.title, facet.title) for term in _terms(tools, facet.id))
    elif cls is Measure:
        for item_id in tools.plan.walk():
            item = tools.plan[item_id]
            if isinstance(item, Measure):
                yield Candidate(item_id, f"{cells.text(item, 'number')} {item.title}".strip())
    else:
        yield from (Candidate(item.id, cells.name(item.id)) for item in tools.plan.children(ROOT, cls))


def _terms(tools: Tools, parent: str) -> Iterator[Term]:
    for term in tools.plan.children(parent, Term):
        yield term
        yield from _terms(tools, term.id)
