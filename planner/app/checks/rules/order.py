"""What rests on what: circles of dependency and orders that cannot be kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Hit, Rule, Severity
from planner.domain.items import Measure
from planner.domain.marks import N_


def _impossible_order(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        for link in facts.links(measure.id):
            if link.relation != "after" or measure.status == "cancelled":
                continue
            earlier = facts.plan.get(link.target, Measure)
            end, ready = facts.ends.get(measure.id), facts.ends.get(earlier.id)
            if end is not None and ready is not None and end < ready and earlier.status != "cancelled":
                details = {"date": end.isoformat(), "ready": ready.isoformat()}
                yield Hit(measure.id, "after", details, {"earlier": (earlier.id,)})


def _circle(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    looked_at = {measure.id for measure in measures}
    before: dict[str, list[str]] = {}
    for later, earlier in facts.orders():
        before.setdefault(later, []).append(earlier)
    while circle := _find_circle(before):
        first = min(circle)
        del before[first]
        if first in looked_at:
            yield Hit(first, "after", names={"circle": tuple(circle)})


def _find_circle(before: Mapping[str, Sequence[str]]) -> list[str]:
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[1:]
    return []


RULES = (
    Rule(
        "impossible_order",
        Severity.WARNING,
        N_("先后次序颠倒"),
        N_("“{item}”应在 {date} 前完成，而它的前置举措“{earlier}”要到 {ready} 才完成。"),
        "measure",
        ("measure.due", "measure.start", "measure.status", "adjustment", "link", "plan.start"),
        _impossible_order,
        whole=("plan",),
    ),
    Rule(
        "dependency_circle",
        Severity.ERROR,
        N_("前置关系成环"),
        N_("这些举措互为前置，谁也不能先开始：{circle}。"),
        "measure",
        ("measure.parent", "link.relation", "link.target"),
        _circle,
        whole=("link",),
    ),
)
