"""The terms that a row carries, as small labels: which there are, and of which facet each is."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.app.facet_terms import TERMS, facet_of_term, field_at, is_facet, targets_of
from planner.domain.items import ROOT, Facet, Item
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Tag:
    """A term by its title, the title of its facet, and the place of that facet among all, from 0."""

    text: str
    facet: str
    place: int


def shows_tags(key: str) -> bool:
    """Whether a field shows terms."""
    return key == TERMS or is_facet(key)


def tags_of(plan: Plan, item: Item, key: str) -> list[Tag]:
    """Return the terms that a field of an item shows, those of one facet together."""
    spec = field_at(plan, item, key) if shows_tags(key) else None
    if spec is None:
        return []
    targets = dict.fromkeys(targets_of(plan, item.id, spec))
    if not targets:
        return []
    places = {facet_id: place for place, facet_id in enumerate(plan.child_ids(ROOT, Facet))}
    tags = [
        Tag(str(plan[term].value("title")), facet.title, places[facet.id])
        for term in targets
        if (facet := facet_of_term(plan, term)) is not None
    ]
    return sorted(tags, key=lambda tag: tag.place)


def by_facet(tags: Sequence[Tag]) -> dict[str, list[str]]:
    """Return the texts of tags by the title of their facet."""
    grouped: dict[str, list[str]] = {}
    for tag in tags:
        grouped.setdefault(tag.facet, []).append(tag.text)
    return grouped
