"""The chain from problem to indicator: which symptoms and causes, which measures answer, what they move."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.app.counted import counted_measures
from planner.app.coverage import terms_of_measure
from planner.app.facet_terms import facet_of_key, terms_in_order
from planner.app.layering import Edge, in_few_crossings
from planner.domain.items import ROOT, Indicator, Term
from planner.domain.plan import Plan

PROBLEMS, SYMPTOMS, CAUSES, MEASURES, INDICATORS = "problems", "symptoms", "causes", "measures", "indicators"
COLUMNS = (PROBLEMS, SYMPTOMS, CAUSES, MEASURES, INDICATORS)


@dataclass(frozen=True, slots=True)
class Chain:
    """Columns of items, from left to right and in an order of few crossings, and what leads to what.

    A cause that names its problem but no symptom hangs on the problem, over the column of symptoms.
    """

    columns: Mapping[str, tuple[str, ...]]
    edges: tuple[Edge, ...]

    def focus(self, item_id: str) -> frozenset[str]:
        """Return the ids of an item and of all that leads to it or follows from it."""
        before, after = defaultdict(set), defaultdict(set)
        for source, target in self.edges:
            after[source].add(target)
            before[target].add(source)
        return frozenset(_reached(item_id, before) | _reached(item_id, after))

    @property
    def loose(self) -> dict[str, tuple[str, ...]]:
        """By column the ids that lead to nothing: causes without measure, measures without indicator."""
        sources = {source for source, _ in self.edges}
        return {
            column: tuple(item_id for item_id in ids if item_id not in sources)
            for column, ids in self.columns.items()
            if column != INDICATORS
        }


def chain(plan: Plan, measures: Sequence[str] | None = None) -> Chain:
    """Return the chain of a plan, in which a measure stands for its parts too; of some measures if given."""
    columns = {key: _terms(plan, key) for key in (PROBLEMS, SYMPTOMS, CAUSES)}
    columns[MEASURES] = counted_measures(plan) if measures is None else list(measures)
    columns[INDICATORS] = list(plan.child_ids(ROOT, Indicator))
    left_of = {item_id: left for left, ids in enumerate(columns.values()) for item_id in ids}
    edges = tuple(
        dict.fromkeys(
            (source, target)
            for source, target in _edges(plan, columns)
            if source in left_of and target in left_of and left_of[source] < left_of[target]
        )
    )
    ordered = in_few_crossings(list(columns.values()), edges)
    return Chain({key: tuple(ids) for key, ids in zip(columns, ordered, strict=True)}, edges)


def _terms(plan: Plan, key: str) -> list[str]:
    facet = facet_of_key(plan, key)
    return terms_in_order(plan, facet) if facet else []


def _edges(plan: Plan, columns: Mapping[str, Sequence[str]]) -> Iterator[Edge]:
    for key in (SYMPTOMS, CAUSES):
        for term in columns[key]:
            yield plan.get(term, Term).broader, term
    for measure in columns[MEASURES]:
        for term in terms_of_measure(plan, measure):
            yield term, measure
        for row in (measure, *plan.walk(measure)):
            for indicator in plan.targets(row, "indicator"):
                yield measure, indicator


def _reached(start: str, following: Mapping[str, set[str]]) -> set[str]:
    reached = {start}
    pending = [start]
    while pending:
        fresh = following.get(pending.pop(), set()) - reached
        reached |= fresh
        pending += fresh
    return reached
