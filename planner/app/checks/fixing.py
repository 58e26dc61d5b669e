"""The command that mends a finding, as one step of undo."""

from datetime import date

from planner.app.checks.findings import Finding
from planner.app.checks.table import RULES
from planner.app.ports import NewId
from planner.domain.changes import ChangeSet, Label
from planner.domain.plan import Plan


def fix(plan: Plan, finding: Finding, today: date, new_id: NewId) -> ChangeSet:
    """Return what mends a finding; empty where the program can't."""
    mend = RULES[finding.code].fix
    changes = tuple(mend(plan, finding, today, new_id)) if mend is not None and finding.fixable else ()
    return ChangeSet(Label("fix", {"kind": plan[finding.item].kind.key, "field": finding.field}), changes)
