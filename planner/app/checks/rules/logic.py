"""Whether the plan hangs together: causes, measures, indicators and the framework."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.app.checks.facts import CAUSES, Facts
from planner.app.checks.findings import Finding, Hit, Rule, Severity
from planner.app.commands.structure import remove
from planner.app.ports import NewId
from planner.domain.changes import Change
from planner.domain.items import ROOT, Facet, Indicator, Measure, Node, Term
from planner.domain.marks import N_
from planner.domain.plan import Plan


def _uncovered_cause(facts: Facts, terms: Iterable[Term]) -> Iterator[Hit]:
    causes = facts.facet_terms(CAUSES)
    for term in terms:
        if term.id in causes and not _served(facts, term.id) and not facts.plan.child_ids(term.id, Term):
            yield Hit(term.id, "title")


def _loose_cause(facts: Facts, terms: Iterable[Term]) -> Iterator[Hit]:
    causes = facts.facet_terms(CAUSES)
    for term in terms:
        if term.id in causes and not term.broader and term.parent not in causes:
            yield Hit(term.id, "broader")


def _without_cause(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    causes = facts.facet_terms(CAUSES)
    if not causes:
        return
    for measure in measures:
        if measure.status != "cancelled" and measure.parent not in facts.measures:
            for link in facts.links(measure.id):
                if link.target in causes:
                    break
            else:
                yield Hit(measure.id, "terms")


def _unserved_indicator(facts: Facts, indicators: Iterable[Indicator]) -> Iterator[Hit]:
    for indicator in indicators:
        if not _served(facts, indicator.id):
            yield Hit(indicator.id, "title")


def _without_indicator(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    if not facts.plan.of(Indicator):
        return
    for measure in measures:
        if measure.status != "cancelled" and measure.parent not in facts.measures:
            for link in facts.links(measure.id):
                if link.relation == "indicator":
                    break
            else:
                yield Hit(measure.id, "indicators")


def _empty_node(facts: Facts, nodes: Iterable[Node]) -> Iterator[Hit]:
    for node in nodes:
        if not facts.plan.child_ids(node.id, Measure) and not facts.plan.child_ids(node.id, Node):
            yield Hit(node.id, "title")


def _outside_framework(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    if not facts.plan.of(Node):
        return
    for measure in measures:
        if measure.parent == ROOT:
            yield Hit(measure.id, "title")


def _unused_term(facts: Facts, terms: Iterable[Term]) -> Iterator[Hit]:
    """Look only into facets by which something is classified; others, as the situations, are for reading."""
    named = {term.broader for term in facts.plan.of(Term).values()}
    looked_at = {term.id for term in terms}
    for facet in facts.plan.children(ROOT, Facet):
        listed = facts.facet_terms(facet.key) if facet.key != CAUSES else {}
        used = {term for term in listed if facts.links_to(term)}
        if used:
            for term in looked_at.intersection(listed) - used - named:
                if listed[term].parent == facet.id and not used.intersection(
                    facts.plan.child_ids(term, Term)
                ):
                    yield Hit(term, "title", names={"facet": (facet.id,)})


def _same_title(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        namesakes = facts.namesakes.of(measure.id)
        if len(namesakes) > 1 and (first := min(namesakes)) != measure.id:
            yield Hit(measure.id, "title", names={"other": (first,)})


def _served(facts: Facts, target: str) -> bool:
    """Whether a measure that is not cancelled is linked to an item."""
    measures = facts.measures
    return any(
        (measure := measures.get(link.parent)) is not None and measure.status != "cancelled"
        for link in facts.links_to(target)
    )


def _remove(plan: Plan, finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    return remove(plan, [finding.item]).changes


RULES = (
    Rule(
        "cause_without_measure",
        Severity.WARNING,
        N_("成因没有举措"),
        N_("成因“{item}”没有举措来应对。"),
        "term",
        ("term.parent", "facet.key", "link", "measure.status"),
        _uncovered_cause,
        whole=("facet",),
    ),
    Rule(
        "cause_without_problem",
        Severity.NOTE,
        N_("成因没有问题"),
        N_("成因“{item}”没有指明属于哪个问题。"),
        "term",
        ("term.broader", "facet.key"),
        _loose_cause,
        whole=("facet",),
    ),
    Rule(
        "measure_without_cause",
        Severity.WARNING,
        N_("举措没有成因"),
        N_("“{item}”没有对应任何成因。"),
        "measure",
        ("measure.status", "link", "facet.key", "term.parent"),
        _without_cause,
        whole=("facet", "term"),
    ),
    Rule(
        "indicator_without_measure",
        Severity.WARNING,
        N_("指标没有举措"),
        N_("指标“{item}”没有举措支撑。"),
        "indicator",
        ("indicator.parent", "link", "measure.status"),
        _unserved_indicator,
    ),
    Rule(
        "measure_without_indicator",
        Severity.NOTE,
        N_("举措没有指标"),
        N_("“{item}”没有关联任何指标。"),
        "measure",
        ("measure.status", "link", "indicator.parent"),
        _without_indicator,
        whole=("indicator",),
    ),
    Rule(
        "empty_component",
        Severity.WARNING,
        N_("框架要素没有举措"),
        N_("“{item}”下面没有举措。"),
        "node",
        ("node.parent", "measure.parent"),
        _empty_node,
    ),
    Rule(
        "outside_framework",
        Severity.NOTE,
        N_("举措不在框架内"),
        N_("“{item}”没有放在框架的任何一层。"),
        "measure",
        ("measure.parent", "node.parent"),
        _outside_framework,
        whole=("node",),
    ),
    Rule(
        "unused_term",
        Severity.NOTE,
        N_("类目未使用"),
        N_("“{facet}”中的“{item}”没有举措或指标用到。"),
        "term",
        ("term.broader", "facet.key", "link"),
        _unused_term,
        _remove,
        whole=("term", "facet", "link"),
    ),
    Rule(
        "duplicate_title",
        Severity.WARNING,
        N_("标题重复"),
        N_("“{item}”与另一项举措“{other}”同名。"),
        "measure",
        ("measure.title",),
        _same_title,
    ),
)
