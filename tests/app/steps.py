"""What every command's test does: apply, undo, redo, and compare whole plans."""

from planner.domain.changes import ChangeSet, apply
from planner.domain.plan import Plan
from planner.domain.soundness import faults


def after(plan: Plan, change_set: ChangeSet) -> Plan:
    """Return a copy of the plan after a change set, after undo and redo were seen to lead back and forth."""
    changed = plan.copy()
    apply(changed, change_set.changes)
    assert not list(faults(changed))
    undone = changed.copy()
    apply(undone, change_set.inverse().changes)
    assert undone == plan
    apply(undone, change_set.changes)
    assert undone == changed
    return changed


def outline(plan: Plan, parent: str = "") -> list[str]:
    """Return the titles of the tree, one dash before each for every level."""
    depth_of_parent = len(list(plan.ancestors(parent))) + 1 if parent else 0
    return [
        "-" * (len(list(plan.ancestors(item_id))) - depth_of_parent) + str(plan[item_id].value("title"))
        for item_id in plan.walk(parent)
    ]
