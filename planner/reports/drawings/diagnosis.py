"""Problems with their symptoms and causes, and the measures that answer each cause, from the facets."""

from dataclasses import dataclass

from planner.app.chain import CAUSES, PROBLEMS, SYMPTOMS
from planner.app.coverage import answering, with_broader
from planner.domain.items import ROOT, Facet, Term
from planner.reports.drawings.scene import Scene


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause and the ids of the measures that answer it, those under others counted as these."""

    term: Term
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem, what shows it and what causes it."""

    term: Term
    symptoms: tuple[Term, ...]
    causes: tuple[Cause, ...]


def problems(scene: Scene) -> list[Problem]:
    """Return the problems in their order."""
    symptoms, causes = terms_of(scene, SYMPTOMS), terms_of(scene, CAUSES)
    classified = answering(scene.plan)
    return [
        Problem(
            problem,
            tuple(symptom for symptom in symptoms if symptom.broader == problem.id),
            tuple(
                Cause(cause, tuple(classified.get(cause.id, ())))
                for cause in causes
                if problem.id in with_broader(scene.plan, [cause.id])
            ),
        )
        for problem in terms_of(scene, PROBLEMS)
    ]


def terms_of(scene: Scene, key: str) -> list[Term]:
    """Return the terms on the first level of the facets with this key."""
    facets = [facet for facet in scene.plan.children(ROOT, Facet) if facet.key == key]
    return [term for facet in facets for term in scene.plan.children(facet.id, Term)]
