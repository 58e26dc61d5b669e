"""What a plan says about its own checks: rules set otherwise, and findings that are let stand.

They belong to the plan, so that they are undone, merged and handed on with it.
"""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.fields import Group
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("rule_setting", N_("校核设置"), table="rule_settings")
@dataclass(frozen=True, slots=True)
class RuleSetting(Item):
    """How this plan wants one rule: another severity, switched off, or with a limit of its own."""

    rule: str = fields.text(N_("规则"), width=24)
    severity: str = fields.choice(
        N_("级别"),
        ("", N_("按规则")),
        ("error", N_("错误")),
        ("warning", N_("警告")),
        ("note", N_("提示")),
        ("off", N_("停用")),
    )
    limit: float | None = fields.number(N_("限值"), width=8)
    reason: str = fields.paragraph(N_("理由"), group=Group.NOTES)


@kind(
    "waiver",
    N_("免检"),
    table="waivers",
    under=(
        "plan",
        "node",
        "measure",
        "milestone",
        "adjustment",
        "report",
        "funding",
        "indicator",
        "value",
        "unit",
        "facet",
        "term",
        "document",
        "rule_setting",
    ),
)
@dataclass(frozen=True, slots=True)
class Waiver(Item):
    """Lets the findings of one rule about its parent stand, and says why."""

    rule: str = fields.text(N_("规则"), width=24)
    reason: str = fields.paragraph(N_("理由"), group=Group.NOTES)
