"""Problems with their symptoms and causes, and the measures that answer each cause, from the facets."""

from dataclasses import dataclass

from planner.app.chain import CAUSES, PROBLEMS, SYMPTOMS
from planner.domain.items import ROOT, Facet, Link, Measure, Term
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
    return [
        Problem(
            problem,
            tuple(symptom for symptom in symptoms if symptom.broader == problem.id),
            tuple(Cause(cause, answering(scene, cause)) for cause in causes if cause.broader == problem.id),
        )
        for problem in terms_of(scene, PROBLEMS)
    ]


def terms_of(scene: Scene, key: str) -> list[Term]:
    """Return the terms on the first level of the facets with this key."""
    facets = [facet for facet in scene.plan.children(ROOT, Facet) if facet.key == key]
    return [term for facet in facets for term in scene.plan.children(facet.id, Term)]


def answering(scene: Scene, term: Term) -> tuple[str, ...]:
    """Return the ids of the measures, none of them under another, that a term is linked to."""
    owners = [link.parent for link in scene.plan.referrers(term.id) if isinstance(link, Link)]
    return tuple(
        dict.fromkeys(top_measure(scene, owner) for owner in owners if isinstance(scene.plan[owner], Measure))
    )


def top_measure(scene: Scene, measure: str) -> str:
    """Return the id of the measure under which this one stands, or its own."""
    above = [item for item in scene.plan.ancestors(measure) if isinstance(scene.plan[item], Measure)]
    return above[-1] if above else measure
