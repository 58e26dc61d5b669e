"""Commands by which a plan says how it wants to be checked."""

from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField
from planner.domain.fields import Value
from planner.domain.items import ROOT, RuleSetting, Waiver
from planner.domain.plan import Plan
from planner.domain.ranks import rank_between


def set_rule(
    plan: Plan, rule: str, new_id: NewId, *, severity: str = "", limit: float | None = None, reason: str = ""
) -> ChangeSet:
    """Set a rule's severity (`off` switches it off, empty is the usual one) and its limit, and say why.

    With nothing set otherwise the plan keeps no setting for the rule.
    """
    settings = plan.in_order(RuleSetting)
    present = next((setting for setting in settings if setting.rule == rule), None)
    label = Label("set_rule")
    if not severity and limit is None:
        return ChangeSet(label, (Remove(present),) if present else ())
    values: dict[str, Value] = {"severity": severity, "limit": limit, "reason": reason}
    if present is None:
        last = settings[-1].rank if settings else ""
        item = RuleSetting(new_id(), ROOT, rank_between(last, ""), rule=rule)
        for key, value in values.items():
            item = item.with_value(key, value)
        return ChangeSet(label, (Insert(item),))
    changes: tuple[Change, ...] = tuple(
        SetField(present.id, key, present.value(key), value)
        for key, value in values.items()
        if present.value(key) != value
    )
    return ChangeSet(label, changes)


def waive(plan: Plan, item_id: str, rule: str, reason: str, new_id: NewId) -> ChangeSet:
    """Let the findings of a rule about an item stand, for a reason."""
    waivers = plan.children(item_id, Waiver)
    present = next((waiver for waiver in waivers if waiver.rule == rule), None)
    label = Label("waive", {"kind": plan[item_id].kind.key})
    if present is None:
        last = waivers[-1].rank if waivers else ""
        waiver = Waiver(new_id(), item_id, rank_between(last, ""), rule=rule, reason=reason)
        return ChangeSet(label, (Insert(waiver),))
    changed = present.reason != reason
    return ChangeSet(label, (SetField(present.id, "reason", present.reason, reason),) if changed else ())


def stop_waiving(plan: Plan, item_id: str, rule: str) -> ChangeSet:
    """Let a rule find what it finds about an item again."""
    waivers = [waiver for waiver in plan.children(item_id, Waiver) if waiver.rule == rule]
    label = Label("stop_waiving", {"kind": plan[item_id].kind.key})
    return ChangeSet(label, tuple(Remove(waiver) for waiver in waivers))
