"""Which measures count in numbers: those that are no part of another, and are not cancelled."""

from planner.domain.items import ROOT, Measure
from planner.domain.plan import Plan

FINISHED = ("done", "closed")
SETTLED = (*FINISHED, "cancelled")
"""The statuses of measures with which nothing is to be done any more."""


def top_measures(plan: Plan, under: str = ROOT) -> list[str]:
    """Return the measures below a framework node, or all, that are no part of another, down the tree."""
    table = plan.of(Measure)
    found: list[str] = []
    pending = plan.branches(under)[::-1]
    while pending:
        row = pending.pop()
        if row in table:
            found.append(row)
        else:
            pending += plan.branches(row)[::-1]
    return found


def counted_measures(plan: Plan, under: str = ROOT) -> list[str]:
    """Return the top measures that are not cancelled."""
    table = plan.of(Measure)
    return [row for row in top_measures(plan, under) if table[row].status != "cancelled"]
