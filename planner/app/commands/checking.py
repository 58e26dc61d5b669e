"""Commands by which a plan says how it wants to be checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.app.ports import NewId
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField, apply
from planner.domain.fields import Value
from planner.domain.items import ROOT, RuleSetting, Waiver
from planner.domain.plan import Plan
from planner.domain.ranks import rank_between


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """How a plan wants a rule: its severity (`off`, or empty for the usual one), its limit, and why."""

    severity: str = ""
    limit: float | None = None
    reason: str = ""


def set_rules(plan: Plan, wanted: Mapping[str, RuleChoice], new_id: NewId) -> ChangeSet:
    """Set several rules by their codes in one step; rules not named stay as they are."""
    trial = plan.copy()
    changes: list[Change] = []
    for code, choice in wanted.items():
        step = set_rule(
            trial, code, new_id, severity=choice.severity, limit=choice.limit, reason=choice.reason
        )
        apply(trial, step.changes)
        changes += step.changes
    return ChangeSet(Label("set_rule"), tuple(changes))


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


def waive_all(plan: Plan, places: Iterable[tuple[str, str]], reason: str, new_id: NewId) -> ChangeSet:
    """Let findings stand for one reason, by item and rule."""
    steps = [waive(plan, item_id, rule, reason, new_id) for item_id, rule in dict.fromkeys(places)]
    return _joined("waive", steps)


def stop_waiving_all(plan: Plan, places: Iterable[tuple[str, str]]) -> ChangeSet:
    """Let rules find again what they find about items, by item and rule."""
    return _joined("stop_waiving", [stop_waiving(plan, *place) for place in dict.fromkeys(places)])


def stop_waiving(plan: Plan, item_id: str, rule: str) -> ChangeSet:
    """Let a rule find what it finds about an item again."""
    waivers = [waiver for waiver in plan.children(item_id, Waiver) if waiver.rule == rule]
    label = Label("stop_waiving", {"kind": plan[item_id].kind.key})
    return ChangeSet(label, tuple(Remove(waiver) for waiver in waivers))


def _joined(code: str, steps: Sequence[ChangeSet]) -> ChangeSet:
    """Make one step of several; its label names the kind of item where all are of one."""
    kinds = {step.label.details["kind"] for step in steps}
    details = {"kind": kinds.pop()} if len(kinds) == 1 else {}
    return ChangeSet(Label(code, details), tuple(change for step in steps for change in step.changes))
