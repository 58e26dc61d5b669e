"""Funding: whether it is dated, kept to and adds up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Hit, Rule, Severity
from planner.domain.items import Funding, Measure
from planner.domain.marks import N_
from planner.domain.plan import Plan

_ROUNDING = 0.005
"""Sums that differ by less, in units of 10,000 yuan, are equal."""


def _overspent(_facts: Facts, lines: Iterable[Funding]) -> Iterator[Hit]:
    for line in lines:
        if line.planned is not None and line.spent is not None and line.spent > line.planned + _ROUNDING:
            details = {"year": line.year, "planned": f"{line.planned:.15g}", "spent": f"{line.spent:.15g}"}
            yield Hit(line.id, "spent", details, {"measure": (line.parent,)})


def _undated(_facts: Facts, lines: Iterable[Funding]) -> Iterator[Hit]:
    for line in lines:
        if not line.year:
            yield Hit(line.id, "year", names={"measure": (line.parent,)})


def _does_not_add_up(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    plan = facts.plan
    funded = plan.parents_of(Funding)
    for measure in measures:
        if measure.id not in funded:
            continue
        parts = [_planned(plan, part) for part in plan.child_ids(measure.id, Measure)]
        if any(parts):
            for year, planned in _planned(plan, measure.id).items():
                total = sum(part.get(year, 0) for part in parts)
                if abs(total - planned) > _ROUNDING:
                    details = {"year": year, "planned": f"{planned:.15g}", "sum": f"{total:.15g}"}
                    yield Hit(measure.id, "title", details)


def _planned(plan: Plan, measure_id: str) -> dict[str, float]:
    by_year: defaultdict[str, float] = defaultdict(float)
    for line in plan.children(measure_id, Funding):
        if line.planned is not None:
            by_year[line.year] += line.planned
    return by_year


RULES = (
    Rule(
        "overspent",
        Severity.WARNING,
        N_("经费超支"),
        N_("“{measure}”{year} 年执行 {spent} 万元，超过计划的 {planned} 万元。"),
        "funding",
        ("funding",),
        _overspent,
    ),
    Rule(
        "undated_funding",
        Severity.NOTE,
        N_("经费没有年度"),
        N_("“{measure}”有一笔经费没有年度。"),
        "funding",
        ("funding.year",),
        _undated,
    ),
    Rule(
        "funding_mismatch",
        Severity.WARNING,
        N_("经费合计不符"),
        N_("“{item}”{year} 年计划经费 {planned} 万元，分项举措合计 {sum} 万元。"),
        "measure",
        ("measure.parent", "funding.year", "funding.planned"),
        _does_not_add_up,
    ),
)
