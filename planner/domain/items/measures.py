"""Measures and what belongs to them.

Milestones, adjusted deadlines, goals by period, progress reports and funding.
"""

from dataclasses import dataclass
from typing import ClassVar

from planner.domain import fields
from planner.domain.fields import Field, Group
from planner.domain.items.base import ROOT, Item, kind
from planner.domain.marks import N_


@kind("measure", N_("举措"), table="measures", under=(ROOT, "node", "measure"))
@dataclass(frozen=True, slots=True)
class Measure(Item):
    """One thing to be done, at any depth.

    `due` is the first deadline; each official change is an `Adjustment`. Whether it is overdue is computed,
    and `closed` (销号) is the checking body's word, never the unit's own. A matter put on record (立项) has a
    `record_number`, what it is to satisfy and what was found when it was checked.
    """

    number: ClassVar[Field] = fields.computed(N_("序号"), width=8)
    title: str = fields.text(N_("标题"), width=40)
    content: str = fields.paragraph(N_("工作内容"))
    criterion: str = fields.paragraph(N_("完成标志"))
    nature: str = fields.choice(
        N_("考核方式"),
        ("unstated", N_("未注明")),
        ("quantitative", N_("定量")),
        ("qualitative", N_("定性")),
    )
    status: str = fields.choice(
        N_("状态"),
        ("not_started", N_("未启动")),
        ("in_progress", N_("推进中")),
        ("done", N_("已完成")),
        ("closed", N_("已销号")),
        ("postponed", N_("延期")),
        ("adjusted", N_("调整")),
        ("cancelled", N_("取消")),
        width=9,
    )
    status_date: str = fields.period(N_("状态日期"), width=11)
    light: ClassVar[Field] = fields.computed(N_("状态灯"), width=8)
    progress: ClassVar[Field] = fields.computed(N_("进度"), width=8)
    weight: float | None = fields.number(N_("权重"), width=6)

    lead: ClassVar[Field] = fields.relation(
        N_("牵头单位"), "unit", "unit", "lead", group=Group.OWNERS, width=20
    )
    co_lead: ClassVar[Field] = fields.relation(
        N_("并列牵头"), "unit", "unit", "co_lead", group=Group.OWNERS, width=16
    )
    undivided: ClassVar[Field] = fields.relation(
        N_("责任单位"), "unit", "unit", "undivided", group=Group.OWNERS, width=16
    )
    supporting: ClassVar[Field] = fields.relation(
        N_("配合单位"), "unit", "unit", "supporting", group=Group.OWNERS, width=26
    )
    duty: str = fields.text(N_("责任表述"), group=Group.OWNERS, width=16)
    leader: str = fields.text(N_("责任领导"), group=Group.OWNERS, width=10)
    office: str = fields.text(N_("责任科室"), group=Group.OWNERS, width=12)
    person: str = fields.text(N_("责任人"), group=Group.OWNERS, width=10)
    phone: str = fields.text(N_("联系电话"), group=Group.OWNERS, width=14)

    start: str = fields.period(N_("开始时间"), group=Group.TIME)
    due: str = fields.deadline(N_("完成时限"))
    due_now: ClassVar[Field] = fields.computed(N_("现行时限"), group=Group.TIME, width=16)
    due_date: ClassVar[Field] = fields.computed(N_("计算日期"), group=Group.TIME, width=11)

    indicators: ClassVar[Field] = fields.relation(
        N_("关联指标"), "indicator", "indicator", group=Group.LINKS, width=24
    )
    terms: ClassVar[Field] = fields.relation(N_("分类标签"), "term", "term", group=Group.LINKS, width=24)
    documents: ClassVar[Field] = fields.relation(
        N_("政策依据"), "document", "document", group=Group.LINKS, width=20
    )
    after: ClassVar[Field] = fields.relation(N_("前置举措"), "after", "measure", group=Group.LINKS, width=20)
    strengths: ClassVar[Field] = fields.relation(
        N_("依托优势"), "strength", "strength", group=Group.LINKS, width=20
    )

    record_number: str = fields.text(N_("督办编号"), group=Group.RECORD, width=16)
    instruction: str = fields.paragraph(N_("批示要求"), group=Group.RECORD)
    assigned: str = fields.period(N_("交办日期"), group=Group.RECORD, width=11)
    requirement: str = fields.paragraph(N_("办理要求"), group=Group.RECORD)
    inspected: str = fields.period(N_("销号检查日期"), group=Group.RECORD, width=11)
    inspection: str = fields.text(N_("销号检查方式"), group=Group.RECORD, width=16)
    clearance: str = fields.paragraph(N_("销号说明"), group=Group.RECORD)

    task_source: str = fields.text(N_("任务来源"), group=Group.SOURCE, width=20)
    section: str = fields.text(N_("出处"), group=Group.SOURCE, width=14)
    reading: str = fields.paragraph(N_("解读说明"), group=Group.SOURCE)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("milestone", N_("里程碑"), table="milestones", under=("measure",))
@dataclass(frozen=True, slots=True)
class Milestone(Item):
    """A point on the way: by when, with what to show for it, and when it was reached."""

    title: str = fields.text(N_("节点"), width=30)
    due: str = fields.deadline(N_("完成时限"))
    due_date: ClassVar[Field] = fields.computed(N_("计算日期"), group=Group.TIME, width=11)
    deliverable: str = fields.text(N_("成果形式"), width=20)
    done: str = fields.period(N_("完成日期"), group=Group.TIME, width=11)
    evidence: str = fields.address(N_("佐证材料"), width=20)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("adjustment", N_("时限调整"), table="adjustments", under=("measure",))
@dataclass(frozen=True, slots=True)
class Adjustment(Item):
    """An official change of a measure's deadline; the last one by rank is in force."""

    due: str = fields.deadline(N_("调整后时限"))
    date: str = fields.period(N_("调整日期"), group=Group.TIME, width=11)
    reason: str = fields.paragraph(N_("调整原因"))
    approval: str = fields.text(N_("批准"), width=20)


@kind("goal", N_("阶段目标"), table="goals", under=("measure",))
@dataclass(frozen=True, slots=True)
class Goal(Item):
    """What a measure is to reach in one year or quarter, in words."""

    period: str = fields.period(N_("时段"))
    content: str = fields.paragraph(N_("目标"))


@kind("report", N_("进展报告"), table="reports", under=("measure",))
@dataclass(frozen=True, slots=True)
class Report(Item):
    """What a unit reported on a day: one of a series, never overwritten."""

    date: str = fields.period(N_("填报日期"), width=11)
    percent: float | None = fields.percent(N_("完成比例"), width=8)
    done: str = fields.paragraph(N_("进展情况"))
    problem: str = fields.paragraph(N_("存在问题"))
    next_step: str = fields.paragraph(N_("下一步打算"))
    light: str = fields.choice(
        N_("自报灯"),
        ("", N_("未报")),
        ("green", N_("绿灯")),
        ("yellow", N_("黄灯")),
        ("red", N_("红灯")),
        ("blue", N_("蓝灯")),
    )
    reporter: str = fields.text(N_("填报人"), width=12)
    illustrative: bool = fields.flag(N_("示意"), group=Group.SOURCE)


@kind("funding", N_("经费"), table="funding", under=("measure",))
@dataclass(frozen=True, slots=True)
class Funding(Item):
    """Money for a measure in one year from one source, in units of 10,000 yuan."""

    year: str = fields.period(N_("年度"))
    source: str = fields.text(N_("资金来源"), width=20)
    planned: float | None = fields.number(N_("计划（万元）"))
    spent: float | None = fields.number(N_("执行（万元）"))
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)
