"""Coverage: how many measures stand where two classifications meet, and what no measure answers.

A measure counts where it or one of its parts is classified; parts and cancelled measures don't count apart.
It answers with a term also what that stands under or belongs to: a problem is answered when a cause of it is.
Sheets and drawings count by the same functions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.app.conditions.model import FACET_PREFIX
from planner.app.counted import counted_measures
from planner.app.derived import Derived
from planner.app.facet_terms import facet_of_key, terms_in_order
from planner.domain.items import ROOT, Facet, Measure, Node, Term
from planner.domain.lights import Light, worst
from planner.domain.plan import Plan

LAYER, COMPONENT = "layer", "component"
"""The axes that the framework gives, beside `facet:` and the key of a facet."""

NOTHING = ""
"""The entry of measures that an axis does not place; it comes last, and only where there are such."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row or column of a matrix: the node or term that it stands for, and 1 for one below another."""

    id: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """The measures where a row and a column meet, in the order of the tree, and the worst of their lights."""

    measures: tuple[str, ...]
    light: Light

    @property
    def count(self) -> int:
        """How many measures there are."""
        return len(self.measures)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two axes with the measures of each entry, and the cells where any stand.

    An entry holds the measures of those below it too. `related` is False where measures answer what the rows
    belong to, but lead to no row: where causes name problems only, all symptoms would look like gaps.
    """

    rows: tuple[Entry, ...]
    columns: tuple[Entry, ...]
    by_row: Mapping[str, tuple[str, ...]]
    by_column: Mapping[str, tuple[str, ...]]
    cells: Mapping[tuple[str, str], Cell]
    related: bool = True

    @property
    def gaps(self) -> list[str]:
        """The ids of the rows that no measure answers; none where rows and measures are not related."""
        if not self.related:
            return []
        return [row.id for row in self.rows if row.id != NOTHING and not self.by_row.get(row.id)]


def axes(plan: Plan) -> list[str]:
    """Return what can be a row or a column: layers, components and each facet with terms."""
    facets = [facet for facet in plan.children(ROOT, Facet) if facet.key and plan.child_ids(facet.id, Term)]
    return [LAYER, COMPONENT, *(FACET_PREFIX + facet.key for facet in facets)]


def matrix(plan: Plan, derived: Derived, rows: str, columns: str) -> Matrix:
    """Return the measures by two axes."""
    measures = counted_measures(plan)
    row_entries, by_row = _axis(plan, rows, measures)
    column_entries, by_column = _axis(plan, columns, measures)
    across = {column.id: set(by_column[column.id]) for column in column_entries}
    cells = {}
    for row in row_entries:
        for column in column_entries:
            meeting = tuple(measure for measure in by_row[row.id] if measure in across[column.id])
            if meeting:
                light = worst(derived.verdict(measure) for measure in meeting).light
                cells[row.id, column.id] = Cell(meeting, light)
    related = any(by_row[row.id] for row in row_entries if row.id != NOTHING) or not _passed_by(
        plan, measures, by_row
    )
    return Matrix(row_entries, column_entries, by_row, by_column, cells, related)


def _passed_by(plan: Plan, measures: Iterable[str], rows: Iterable[str]) -> bool:
    """Whether measures answer terms that rows belong to."""
    answered = with_broader(plan, (term for row in measures for term in terms_of_measure(plan, row)))
    terms = (plan.find(row) for row in rows)
    return any(isinstance(term, Term) and term.broader in answered for term in terms)


def _axis(
    plan: Plan, name: str, measures: Iterable[str]
) -> tuple[tuple[Entry, ...], Mapping[str, tuple[str, ...]]]:
    """Return the entries of an axis and the measures of each."""
    entries = _entries(plan, name)
    found: dict[str, list[str]] = {entry.id: [] for entry in entries}
    unplaced: list[str] = []
    for measure in measures:
        places = _places(plan, name, measure) & found.keys()
        for place in places:
            found[place].append(measure)
        if not places:
            unplaced.append(measure)
    if unplaced:
        entries = (*entries, Entry(NOTHING))
        found[NOTHING] = unplaced
    return entries, {entry: tuple(ids) for entry, ids in found.items()}


def _entries(plan: Plan, name: str) -> tuple[Entry, ...]:
    if name == LAYER:
        return tuple(Entry(layer) for layer in plan.child_ids(ROOT, Node))
    if name == COMPONENT:
        layers = plan.child_ids(ROOT, Node)
        return tuple(Entry(component) for layer in layers for component in plan.child_ids(layer, Node))
    facet = facet_of_key(plan, name.removeprefix(FACET_PREFIX))
    if facet is None:
        return ()
    return tuple(Entry(term, int(plan[term].parent != facet.id)) for term in terms_in_order(plan, facet))


def _places(plan: Plan, name: str, measure: str) -> set[str]:
    """Return the nodes above a measure, or the terms that it answers."""
    if name in (LAYER, COMPONENT):
        return set(plan.ancestors(measure))
    return with_broader(plan, terms_of_measure(plan, measure))


def terms_of_measure(plan: Plan, measure: str) -> list[str]:
    """Return the terms that a measure and its parts, cancelled ones left out, are linked to, each once."""
    table = plan.of(Measure)
    with_parts = [measure, *(row for row in plan.walk(measure) if table[row].status != "cancelled")]
    return list(dict.fromkeys(term for row in with_parts for term in plan.targets(row, "term")))


def with_broader(plan: Plan, terms: Iterable[str]) -> set[str]:
    """Return terms with those that they stand under and those that they belong to, however far up."""
    found: set[str] = set()
    pending = list(terms)
    while pending:
        term = plan.find(pending.pop())
        if isinstance(term, Term) and term.id not in found:
            found.add(term.id)
            pending += (term.parent, term.broader)
    return found


def answering(plan: Plan) -> dict[str, list[str]]:
    """Return by term the measures that are classified by it itself, in the order of the tree."""
    found: dict[str, list[str]] = {}
    for measure in counted_measures(plan):
        for term in terms_of_measure(plan, measure):
            found.setdefault(term, []).append(measure)
    return found
