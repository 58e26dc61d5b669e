"""Indicators and their values: baseline, targets and actuals."""

from dataclasses import dataclass
from typing import ClassVar

from planner.domain import fields
from planner.domain.fields import Field, Group
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("indicator", N_("指标"), table="indicators")
@dataclass(frozen=True, slots=True)
class Indicator(Item):
    """Something measured, with the unit in which it is counted and the direction that is better.

    `path` is how it is to get from the baseline to the last target, see `planner.domain.indicator_paths`;
    `formula` computes it from others, see `planner.domain.indicator_formulas`.
    """

    title: str = fields.text(N_("指标"), width=36)
    unit: str = fields.text(N_("计量单位"), width=9)
    grade: str = fields.choice(
        N_("类别"),
        ("main", N_("主要")),
        ("key", N_("关键")),
        ("auxiliary", N_("辅助")),
        ("unstated", N_("未注明")),
    )
    nature: str = fields.choice(
        N_("属性"),
        ("unstated", N_("未注明")),
        ("expected", N_("预期性")),
        ("binding", N_("约束性")),
    )
    direction: str = fields.choice(
        N_("方向"),
        ("up", N_("越高越好")),
        ("down", N_("越低越好")),
        ("range", N_("区间")),
    )
    path: str = fields.choice(
        N_("目标路径"),
        ("custom", N_("逐年目标")),
        ("linear", N_("直线")),
        ("compound", N_("等比")),
        ("step", N_("阶梯")),
    )
    formula: str = fields.text(N_("计算公式"), width=30)
    terms: ClassVar[Field] = fields.relation(N_("分类标签"), "term", "term", group=Group.LINKS, width=20)
    lead: ClassVar[Field] = fields.relation(
        N_("牵头单位"), "unit", "unit", "lead", group=Group.OWNERS, width=20
    )
    data_source: str = fields.text(N_("数据来源"), group=Group.SOURCE, width=20)
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("value", N_("指标值"), table="indicator_values", under=("indicator",))
@dataclass(frozen=True, slots=True)
class IndicatorValue(Item):
    """One value of an indicator at a time, in the indicator's unit; None where only words are known."""

    role: str = fields.choice(
        N_("类型"),
        ("target", N_("目标值")),
        ("actual", N_("实际值")),
        ("baseline", N_("基期值")),
    )
    period: str = fields.period(N_("时点"))
    number: float | None = fields.number(N_("数值"))
    qualifier: str = fields.choice(
        N_("限定语"),
        ("", N_("无")),
        ("at_least", N_("≥")),
        ("at_most", N_("≤")),
        ("about", N_("左右")),
        ("above", N_("突破")),
        ("below", N_("低于")),
    )
    source: str = fields.text(N_("来源"), group=Group.SOURCE, width=20)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)
