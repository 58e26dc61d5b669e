"""The plan's own dates and limits, and the reasons for what its checks are told to pass over."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Finding, Hit, Rule, Severity
from planner.app.ports import NewId
from planner.domain.changes import Change, SetField
from planner.domain.items import PlanHead, RuleSetting, Waiver
from planner.domain.lights import Limits
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan


def _no_span(_facts: Facts, heads: Iterable[PlanHead]) -> Iterator[Hit]:
    for head in heads:
        if not head.start or not head.end:
            yield Hit(head.id, "end" if head.start else "start")
        elif first_day(head.start) > last_day(head.end):
            yield Hit(head.id, "end")


def _crossed_limits(_facts: Facts, heads: Iterable[PlanHead]) -> Iterator[Hit]:
    for head in heads:
        limits = Limits.of(head)
        if limits.yellow_points > limits.red_points:
            details = {"yellow": f"{limits.yellow_points:g}", "red": f"{limits.red_points:g}"}
            yield Hit(head.id, "yellow_points", details)


def _unreasoned_setting(_facts: Facts, settings: Iterable[RuleSetting]) -> Iterator[Hit]:
    for setting in settings:
        if setting.severity == "off" and not setting.reason:
            yield Hit(setting.id, "reason", {"rule": setting.rule})


def _unreasoned_waiver(_facts: Facts, waivers: Iterable[Waiver]) -> Iterator[Hit]:
    for waiver in waivers:
        if not waiver.reason:
            yield Hit(waiver.id, "reason", {"rule": waiver.rule}, {"waived": (waiver.parent,)})


def _usual_limits(plan: Plan, _finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    head = plan.head
    return [
        SetField(head.id, key, head.value(key), None)
        for key in ("yellow_points", "red_points")
        if head.value(key) is not None
    ]


RULES = (
    Rule(
        "plan_period",
        Severity.WARNING,
        N_("计划期不全"),
        N_("计划没有写明从何时到何时，或者结束早于开始。"),
        "plan",
        ("plan.start", "plan.end"),
        _no_span,
    ),
    Rule(
        "light_limits_crossed",
        Severity.ERROR,
        N_("亮灯界线颠倒"),
        N_("黄灯界线 {yellow} 个百分点大于红灯界线 {red} 个百分点。"),
        "plan",
        ("plan.yellow_points", "plan.red_points"),
        _crossed_limits,
        _usual_limits,
    ),
    Rule(
        "rule_off_without_reason",
        Severity.NOTE,
        N_("停用规则没有理由"),
        N_("停用了规则“{rule}”，没有写明理由。"),
        "rule_setting",
        ("rule_setting",),
        _unreasoned_setting,
    ),
    Rule(
        "waiver_without_reason",
        Severity.NOTE,
        N_("免检没有理由"),
        N_("“{waived}”免于检查“{rule}”，没有写明理由。"),
        "waiver",
        ("waiver",),
        _unreasoned_waiver,
    ),
)
