"""The chain from problems to indicators as a graph in columns, ordered so that few of its lines cross."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from planner.domain.items import ROOT, Indicator
from planner.reports.drawings.diagnosis import CAUSES, SYMPTOMS, problems, terms_of, top_measure
from planner.reports.drawings.scene import Scene

_SWEEPS = 12


class Stage(IntEnum):
    """The columns of the chain."""

    PROBLEM = 0
    SYMPTOM = 1
    CAUSE = 2
    MEASURE = 3
    INDICATOR = 4


_SWEEP = (
    (Stage.MEASURE, Stage.CAUSE),
    (Stage.INDICATOR, Stage.MEASURE),
    (Stage.MEASURE, Stage.INDICATOR),
    (Stage.CAUSE, Stage.MEASURE),
)
"""Which column is ordered by which."""

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """The ids in each column, in their order, and the links between columns, each from left to right.

    `problem_of` gives the problem of each symptom and cause. A problem's symptoms and causes are not linked
    one by one in the plan; they belong together through their problem.
    """

    columns: tuple[tuple[str, ...], ...]
    edges: tuple[Edge, ...]
    problem_of: Mapping[str, str]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not any(self.columns)

    def parts(self, problem: str, stage: Stage) -> list[str]:
        """Return the symptoms or causes of a problem, in their order."""
        return [item for item in self.columns[stage] if self.problem_of.get(item) == problem]

    def linked(self, item_id: str) -> frozenset[str]:
        """Return the ids that lie on a way through the chain on which this item lies, itself among them."""
        ahead, behind = self._neighbours()
        return frozenset({item_id, *_reach(item_id, ahead), *_reach(item_id, behind)})

    def loose(self) -> frozenset[str]:
        """Return where the chain breaks: a cause that nothing answers, a measure without purpose."""
        ahead, behind = self._neighbours()
        ends = [item for stage in (Stage.CAUSE, Stage.MEASURE) for item in self.columns[stage]]
        starts = [item for stage in (Stage.MEASURE, Stage.INDICATOR) for item in self.columns[stage]]
        return frozenset(
            [item for item in ends if not ahead.get(item)] + [item for item in starts if not behind.get(item)]
        )

    def _neighbours(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        ahead: defaultdict[str, list[str]] = defaultdict(list)
        behind: defaultdict[str, list[str]] = defaultdict(list)
        for first, last in (*self.edges, *self._through_problems()):
            ahead[first].append(last)
            behind[last].append(first)
        return ahead, behind

    def _through_problems(self) -> list[Edge]:
        """Return the ways from the symptoms, or else the problem itself, to the causes of one problem."""
        symptoms: defaultdict[str, list[str]] = defaultdict(list)
        for symptom in self.columns[Stage.SYMPTOM]:
            symptoms[self.problem_of.get(symptom, "")].append(symptom)
        return [
            (first, cause)
            for cause in self.columns[Stage.CAUSE]
            if (problem := self.problem_of.get(cause))
            for first in (symptoms[problem] or [problem])
        ]


def read_chain(scene: Scene) -> Chain:
    """Return the chain of a plan; sub-measures count as the measure above them."""
    plan, found = scene.plan, problems(scene)
    symptoms = [term.id for term in terms_of(scene, SYMPTOMS)]
    causes = [term.id for term in terms_of(scene, CAUSES)]
    measures, indicators = scene.measures(), [item.id for item in plan.children(ROOT, Indicator)]
    problem_of = {
        part: problem.term.id
        for problem in found
        for part in (*(term.id for term in problem.symptoms), *(cause.term.id for cause in problem.causes))
    }
    known = {*causes, *indicators}
    edges: dict[Edge, None] = {
        (problem_of[symptom], symptom): None for symptom in symptoms if symptom in problem_of
    }
    for measure in plan.walk():
        owner = top_measure(scene, measure)
        for target in plan.targets(measure, "term"):
            if target in known:
                edges[target, owner] = None
        for target in plan.targets(measure, "indicator"):
            edges[owner, target] = None
    columns = [[problem.term.id for problem in found], symptoms, causes, measures, indicators]
    return Chain(_ordered(columns, tuple(edges), problem_of), tuple(edges), problem_of)


def crossings(columns: Sequence[Sequence[str]], edges: Iterable[Edge]) -> int:
    """Return how many pairs of lines between neighbouring columns cross."""
    place = {item: (number, row) for number, column in enumerate(columns) for row, item in enumerate(column)}
    gaps: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for first, last in edges:
        gaps[place[first][0]].append((place[first][1], place[last][1]))
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for lines in gaps.values()
        for number, one in enumerate(lines)
        for other in lines[:number]
    )


def _ordered(
    columns: Sequence[Sequence[str]], edges: Sequence[Edge], problem_of: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Sweep to and fro, ordering each column by the middles of its neighbours; return the best order found.

    Symptoms and causes stay with their problem, and problems in their own order.
    """
    ranks = {problem: rank for rank, problem in enumerate(columns[Stage.PROBLEM])}
    group = {part: ranks[problem] for part, problem in problem_of.items()}
    current = [sorted(column, key=lambda item: group.get(item, len(ranks))) for column in columns]
    best, fewest = [*current], crossings(current, edges)
    for _ in range(_SWEEPS):
        for stage, beside in _SWEEP:
            middles = _middles(current[beside], edges, forward=beside < stage)
            current[stage] = _by_middles(current[stage], middles, group)
        found = crossings(current, edges)
        if found < fewest:
            best, fewest = [*current], found
    return tuple(tuple(column) for column in best)


def _by_middles(column: Sequence[str], middles: Mapping[str, float], group: Mapping[str, int]) -> list[str]:
    """Order by problem, then by middle; an item without links keeps about its place."""
    share = {item: row / len(column) for row, item in enumerate(column)}
    return sorted(column, key=lambda item: (group.get(item, 0), middles.get(item, share[item])))


def _middles(beside: Sequence[str], edges: Iterable[Edge], *, forward: bool) -> dict[str, float]:
    """Return for the items linked to a column the mean place of their neighbours there, 0 to 1."""
    rows = {item: row / max(len(beside), 1) for row, item in enumerate(beside)}
    found: defaultdict[str, list[float]] = defaultdict(list)
    for first, last in edges:
        near, far = (first, last) if forward else (last, first)
        if near in rows:
            found[far].append(rows[near])
    return {item: sum(places) / len(places) for item, places in found.items()}


def _reach(start: str, neighbours: Mapping[str, Sequence[str]]) -> set[str]:
    seen: set[str] = set()
    pending = [start]
    while pending:
        for item in neighbours.get(pending.pop(), ()):
            if item not in seen:
                seen.add(item)
                pending.append(item)
    return seen
