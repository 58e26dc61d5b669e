"""The plan itself, its framework of layers and components, and the terms by which measures are classified."""

from dataclasses import dataclass
from typing import ClassVar

from planner.domain import fields
from planner.domain.fields import Field, Group
from planner.domain.items.base import ROOT, Item, kind
from planner.domain.marks import N_

PLAN_ID = "plan"
"""The id of the one plan item."""


@kind("plan", N_("计划"), table="plan")
@dataclass(frozen=True, slots=True)
class PlanHead(Item):
    """The plan as a whole: what stands on its cover, and by which limits it is judged.

    A limit that is not given is the one that `planner.domain.lights` has.
    """

    title: str = fields.text(N_("标题"), width=40)
    issuer: str = fields.text(N_("编制单位"), width=24)
    start: str = fields.period(N_("开始"), group=Group.TIME)
    end: str = fields.period(N_("结束"), group=Group.TIME)
    light_rule: str = fields.choice(
        N_("亮灯规则"),
        ("schedule", N_("序时进度")),
        ("due", N_("到期")),
        ("period", N_("月度季度")),
        group=Group.TIME,
    )
    yellow_points: float | None = fields.percent(N_("黄灯界线（百分点）"), group=Group.TIME, width=8)
    red_points: float | None = fields.percent(N_("红灯界线（百分点）"), group=Group.TIME, width=8)
    near_days: float | None = fields.number(N_("临期天数"), group=Group.TIME, width=8)
    notice: str = fields.paragraph(N_("声明"), group=Group.NOTES)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("node", N_("框架"), table="framework", under=(ROOT, "node"))
@dataclass(frozen=True, slots=True)
class Node(Item):
    """A layer (at the top) or a component (under a layer) of the framework."""

    number: ClassVar[Field] = fields.computed(N_("序号"), width=8)
    title: str = fields.text(N_("名称"), width=40)
    function: str = fields.text(N_("职能"), width=24)
    aspect: str = fields.text(N_("着力方面"), width=24)
    content: str = fields.paragraph(N_("内涵"))
    light: ClassVar[Field] = fields.computed(N_("状态灯"), width=8)
    progress: ClassVar[Field] = fields.computed(N_("进度"), width=8)
    due_now: ClassVar[Field] = fields.computed(N_("现行时限"), group=Group.TIME, width=16)
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("facet", N_("分类"), table="facets")
@dataclass(frozen=True, slots=True)
class Facet(Item):
    """A named list of terms, at most two levels deep, that measures or indicators can carry.

    `key` names it for programs (`causes`), `title` for people.
    """

    key: str = fields.text(N_("代号"), width=14)
    title: str = fields.text(N_("名称"), width=24)
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("term", N_("类目"), table="terms", under=("facet", "term"))
@dataclass(frozen=True, slots=True)
class Term(Item):
    """One entry of a facet.

    `broader` names the term of another facet that it belongs to, as a cause to its problem.
    """

    title: str = fields.text(N_("名称"), width=40)
    period: str = fields.period(N_("时点"), group=Group.TIME)
    broader: str = fields.reference(N_("所属"), "term", group=Group.LINKS)
    content: str = fields.paragraph(N_("说明"))
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("document", N_("政策文件"), table="documents")
@dataclass(frozen=True, slots=True)
class Document(Item):
    """A policy document, or a call, that the plan rests on."""

    title: str = fields.text(N_("名称"), width=40)
    short: str = fields.text(N_("简称"), width=14)
    nature: str = fields.choice(N_("性质"), ("document", N_("文件")), ("call", N_("要求")))
    number: str = fields.text(N_("文号"), width=18)
    issuer: str = fields.text(N_("发布单位"), width=24)
    issued: str = fields.period(N_("发布时间"), group=Group.TIME)
    content: str = fields.paragraph(N_("要点"))
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("strength", N_("优势"), table="strengths")
@dataclass(frozen=True, slots=True)
class Strength(Item):
    """An advantage that the plan builds on."""

    title: str = fields.text(N_("名称"), width=40)
    content: str = fields.paragraph(N_("说明"))
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("figure", N_("数据"), table="figures", under=("strength",))
@dataclass(frozen=True, slots=True)
class Figure(Item):
    """One figure that shows a strength, as the source gives it: `amount` keeps the digits as written."""

    title: str = fields.text(N_("名称"), width=30)
    amount: str = fields.text(N_("数值"), width=10)
    qualifier: str = fields.text(N_("限定语"), width=8)
    unit: str = fields.text(N_("计量单位"), width=8)
    date: str = fields.period(N_("时点"), group=Group.TIME)
    context: str = fields.paragraph(N_("原文语境"))
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
