"""What a plan contains, in numbers, for whoever wants to know at a glance."""

from dataclasses import dataclass

from planner.domain.items import (
    ROOT,
    Document,
    Facet,
    Figure,
    Indicator,
    Measure,
    Milestone,
    Node,
    Report,
    Strength,
    Term,
    Unit,
)
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class FacetOverview:
    """A facet's name for people and how many terms it has on its two levels."""

    label: str
    terms: int
    subterms: int


def counts(plan: Plan) -> dict[str, int]:
    """Count the items by kind; `measures` are those not under another measure, `submeasures` all others."""
    nodes = plan.of(Node).values()
    measures = plan.of(Measure)
    submeasures = sum(1 for measure in measures.values() if measure.parent in measures)
    return {
        "layers": sum(1 for node in nodes if node.parent == ROOT),
        "components": sum(1 for node in nodes if node.parent != ROOT),
        "measures": len(measures) - submeasures,
        "submeasures": submeasures,
        "milestones": len(plan.of(Milestone)),
        "indicators": len(plan.of(Indicator)),
        "units": len(plan.of(Unit)),
        "documents": len(plan.of(Document)),
        "strengths": len(plan.of(Strength)),
        "figures": len(plan.of(Figure)),
        "reports": len(plan.of(Report)),
    }


def facets(plan: Plan) -> dict[str, FacetOverview]:
    """Return the plan's facets by key, in their order."""
    return {facet.key: _facet_overview(plan, facet) for facet in plan.children(ROOT, Facet)}


def _facet_overview(plan: Plan, facet: Facet) -> FacetOverview:
    terms = plan.child_ids(facet.id, Term)
    return FacetOverview(facet.title, len(terms), sum(len(plan.child_ids(term, Term)) for term in terms))
