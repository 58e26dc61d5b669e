"""Which measures count in numbers: those that are no part of another, and are not cancelled."""

from planner.domain.items import ROOT, Measure
from planner.domain.plan import Plan

FINISHED = ("done", "closed")
SETTLED = (*FINISHED, "cancelled")
"""The statuses of measures with which nothing is to be done any more."""


def top_measures(plan: Plan, under: str = ROOT) -> list[str]:
    """Return the measures below a framework node, or all, that are no part of another, down the tree."""
    table = plan.of(Measure)
    return [row for row in plan.walk(under) if row in table and table[row].parent not in table]


def counted_measures(plan: Plan, under: str = ROOT) -> list[str]:
    """Return the top measures that are not cancelled."""
    table = plan.of(Measure)
    return [row for row in top_measures(plan, under) if table[row].status != "cancelled"]
