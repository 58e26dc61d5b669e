"""The commands that mend findings, as one step of undo."""

from collections.abc import Iterable
from datetime import date

from planner.app.checks.findings import Finding
from planner.app.checks.table import RULES
from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Label, apply
from planner.domain.errors import Refused
from planner.domain.plan import Plan


def fix(plan: Plan, finding: Finding, today: date, new_id: NewId) -> ChangeSet:
    """Return what mends a finding; empty where the program can't."""
    mend = RULES[finding.code].fix
    changes = tuple(mend(plan, finding, today, new_id)) if mend is not None and finding.fixable else ()
    return ChangeSet(Label("fix", {"kind": plan[finding.item].kind.key, "field": finding.field}), changes)


def fix_all(plan: Plan, findings: Iterable[Finding], today: date, new_id: NewId) -> ChangeSet:
    """Return what mends several findings, each on the plan as the ones before left it.

    One that an earlier fix has settled, or made impossible, is passed over.
    """
    trial = plan.copy()
    changes: list[Change] = []
    for finding in findings:
        if finding.item not in trial:
            continue
        try:
            mended = fix(trial, finding, today, new_id).changes
            apply(trial, mended)
        except Refused:
            continue
        changes += mended
    return ChangeSet(Label("fix_all", {"count": str(len(changes))}), tuple(changes))
