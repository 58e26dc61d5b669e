"""The chain of a plan as it is drawn: symptoms and causes stay with their problem, joined as a whole.

A problem's symptoms and causes are seldom linked one by one in a plan; they belong together through it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from planner.app.chain import CAUSES, COLUMNS, Chain
from planner.app.chain import chain as read
from planner.app.counted import counted_measures
from planner.app.layering import Edge
from planner.domain.items import Link
from planner.reports.drawings.scene import Scene

MOST_MEASURES = 160
"""More of them nobody could read in one picture."""


class Stage(IntEnum):
    """The columns of the chain, in the order of `planner.app.chain.COLUMNS`."""

    PROBLEM = 0
    SYMPTOM = 1
    CAUSE = 2
    MEASURE = 3
    INDICATOR = 4


@dataclass(frozen=True, slots=True)
class DrawnChain:
    """The ids in each column, in their order; `edges` are the lines, and `problem_of` joins the rest.

    `problem_of` gives the problem of each symptom and cause that has one.
    """

    whole: Chain
    columns: tuple[tuple[str, ...], ...]
    edges: tuple[Edge, ...]
    problem_of: Mapping[str, str]
    answered: frozenset[str]
    """The causes and indicators to which any measure is linked, shown or not."""
    hidden: int
    """How many measures are left out."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not any(self.columns)

    def parts(self, problem: str, stage: Stage) -> list[str]:
        """Return the symptoms or causes of a problem, in their order."""
        return [item for item in self.columns[stage] if self.problem_of.get(item) == problem]

    def linked(self, item_id: str) -> frozenset[str]:
        """Return the ids on the ways through an item: to causes over their problem, with what shows it."""
        found = set(self.whole.focus(item_id))
        problem = self.problem_of.get(item_id, "")
        if item_id in self.columns[Stage.SYMPTOM]:
            for cause in self.parts(problem, Stage.CAUSE):
                found |= self.whole.focus(cause)
            return frozenset(found)
        for linked in found & set(self.columns[Stage.PROBLEM]):
            found.update(self.parts(linked, Stage.SYMPTOM))
        return frozenset(found)

    def loose(self) -> frozenset[str]:
        """Return where the chain breaks: a cause that nothing answers, a measure without purpose."""
        sources, targets = ({edge[end] for edge in self.edges} for end in (0, 1))
        measures = set(self.columns[Stage.MEASURE])
        outer = {*self.columns[Stage.CAUSE], *self.columns[Stage.INDICATOR]}
        return frozenset((measures - sources) | (measures - targets) | (outer - self.answered))


def drawn_chain(scene: Scene, focus: str = "") -> DrawnChain:
    """Return the chain to be drawn; of very many measures the most pressing and the one in focus."""
    plan = scene.plan
    measures = counted_measures(plan)
    shown = _most_pressing(scene, measures, focus)
    whole = read(plan, shown)
    columns = [whole.columns[key] for key in COLUMNS]
    ranks = {problem: rank for rank, problem in enumerate(columns[Stage.PROBLEM])}
    problem_of: dict[str, str] = {}
    for stage in (Stage.SYMPTOM, Stage.CAUSE):
        here = set(columns[stage])
        for source, target in whole.edges:
            if target in here and (problem := source if source in ranks else problem_of.get(source)):
                problem_of[target] = problem
    for stage in (Stage.SYMPTOM, Stage.CAUSE):
        columns[stage] = tuple(
            sorted(columns[stage], key=lambda item: ranks.get(problem_of.get(item, ""), len(ranks)))
        )
    causes = set(whole.columns[CAUSES])
    edges = tuple(edge for edge in whole.edges if edge[0] not in ranks or edge[1] not in causes)
    answered = frozenset(
        link.target
        for measure in measures
        for row in (measure, *plan.walk(measure))
        for link in plan.children(row, Link)
    )
    return DrawnChain(whole, tuple(columns), edges, problem_of, answered, len(measures) - len(shown))


def _most_pressing(scene: Scene, measures: Sequence[str], focus: str) -> Sequence[str]:
    if len(measures) <= MOST_MEASURES:
        return measures
    urgency = {measure: scene.derived.verdict(measure).light.urgency for measure in measures}
    chosen = {*sorted(measures, key=lambda measure: -urgency[measure])[:MOST_MEASURES], focus}
    return [measure for measure in measures if measure in chosen]
