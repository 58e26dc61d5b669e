"""By when: deadlines, milestones, and whether they fit each other and the plan."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Finding, Hit, Rule, Severity
from planner.app.counted import FINISHED, SETTLED
from planner.app.ports import NewId
from planner.domain.changes import Change, SetField
from planner.domain.deadlines import DeadlineKind
from planner.domain.items import Adjustment, Goal, Measure, Milestone
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan

_NO_DAY = (DeadlineKind.NONE, DeadlineKind.UNKNOWN)
_LONG = 366
"""A measure of more days than this needs milestones on its way."""


def _no_deadline(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if (
            facts.deadlines[measure.id].kind is DeadlineKind.NONE
            and measure.status != "cancelled"
            and measure.parent not in facts.measures
        ):
            yield Hit(measure.id, "due")


def _unclear_deadline(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if facts.deadlines[measure.id].kind is DeadlineKind.UNKNOWN:
            yield Hit(measure.id, "due", {"words": facts.derived.due_words(measure)})


def _outside_plan(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    ends = facts.ends
    begin, finish = facts.plan_span()
    begin, finish = begin or date.min, finish or date.max
    for measure in measures:
        end = ends.get(measure.id)
        if end is not None and not begin <= end <= finish and measure.status != "cancelled":
            yield Hit(measure.id, "due", {"date": end.isoformat()})


def _after_parent(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    ends = facts.ends
    table = facts.measures
    for measure in measures:
        parent = table.get(measure.parent)
        if parent is not None:
            end, latest = ends.get(measure.id), ends.get(parent.id)
            if end is not None and latest is not None and end > latest and measure.status != "cancelled":
                details = {"date": end.isoformat(), "latest": latest.isoformat()}
                yield Hit(measure.id, "due", details, {"parent": (parent.id,)})


def _start_after_deadline(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    ends = facts.ends
    for measure in measures:
        if measure.start:
            begin, end = first_day(measure.start), ends.get(measure.id)
            if end is not None and begin > end:
                yield Hit(measure.id, "start", {"start": begin.isoformat(), "date": end.isoformat()})


def _done_without_date(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.status in FINISHED and not measure.status_date and measure.parent not in facts.measures:
            yield Hit(measure.id, "status_date")


def _no_rhythm(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        deadline = facts.deadlines[measure.id]
        if deadline.kind is DeadlineKind.RECURRING and deadline.rhythm is None:
            yield Hit(measure.id, "due", {"words": facts.derived.due_words(measure)})


def _open_ended(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    plan = facts.plan
    for measure in measures:
        if (
            facts.deadlines[measure.id].kind is DeadlineKind.OPEN_ENDED
            and measure.status not in SETTLED
            and measure.parent not in facts.measures
            and not plan.child_ids(measure.id, Milestone)
            and not plan.child_ids(measure.id, Goal)
        ):
            yield Hit(measure.id, "due", {"words": facts.derived.due_words(measure)})


def _overdue(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    ends = facts.ends
    today = facts.today
    for measure in measures:
        end = ends.get(measure.id)
        if end is not None and end < today and measure.status not in SETTLED:
            yield Hit(measure.id, "status", {"date": end.isoformat(), "days": str((today - end).days)})


def _no_milestone(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    ends = facts.ends
    plan = facts.plan
    for measure in measures:
        if plan.child_ids(measure.id, Milestone) or plan.child_ids(measure.id, Measure):
            continue
        begin, end = facts.begin(measure), ends.get(measure.id)
        if (
            begin is not None
            and end is not None
            and (end - begin).days > _LONG
            and measure.status not in SETTLED
            and measure.parent not in facts.measures
        ):
            yield Hit(measure.id, "due")


def _postponed_without_adjustment(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.status == "postponed" and not facts.plan.child_ids(measure.id, Adjustment):
            yield Hit(measure.id, "status")


def _unapproved(_facts: Facts, adjustments: Iterable[Adjustment]) -> Iterator[Hit]:
    for adjustment in adjustments:
        if not adjustment.reason or not adjustment.approval:
            yield Hit(
                adjustment.id,
                "approval" if adjustment.reason else "reason",
                {"due": adjustment.due},
            )


def _undated_milestone(facts: Facts, milestones: Iterable[Milestone]) -> Iterator[Hit]:
    for milestone in milestones:
        if (
            facts.deadlines[milestone.id].kind in (DeadlineKind.NONE, DeadlineKind.UNKNOWN)
            and not milestone.done
        ):
            yield Hit(milestone.id, "due", names={"measure": (milestone.parent,)})


def _milestone_after_measure(facts: Facts, milestones: Iterable[Milestone]) -> Iterator[Hit]:
    ends = facts.ends
    for milestone in milestones:
        end = ends.get(milestone.id)
        latest = ends.get(milestone.parent)
        if end is not None and latest is not None and end > latest:
            details = {"date": end.isoformat(), "latest": latest.isoformat()}
            yield Hit(milestone.id, "due", details, {"measure": (milestone.parent,)})


def _reached_in_future(facts: Facts, milestones: Iterable[Milestone]) -> Iterator[Hit]:
    today = facts.today
    for milestone in milestones:
        if milestone.done and first_day(milestone.done) > today:
            yield Hit(milestone.id, "done", {"date": milestone.done}, {"measure": (milestone.parent,)})


def _date_it(plan: Plan, finding: Finding, today: date, _new_id: NewId) -> Sequence[Change]:
    """Take the day of the last milestone reached, else today."""
    reached = [milestone.done for milestone in plan.children(finding.item, Milestone) if milestone.done]
    latest = max(reached, key=last_day, default=today.isoformat())
    return [SetField(finding.item, "status_date", "", latest)]


_DUE = ("measure.due", "measure.start", "measure.status", "adjustment", "plan.start")

RULES = (
    Rule(
        "no_deadline",
        Severity.ERROR,
        N_("没有完成时限"),
        N_("“{item}”没有完成时限。"),
        "measure",
        _DUE,
        _no_deadline,
        whole=("plan",),
    ),
    Rule(
        "unclear_deadline",
        Severity.WARNING,
        N_("时限算不出日期"),
        N_("“{item}”的完成时限“{words}”算不出日期。"),
        "measure",
        _DUE,
        _unclear_deadline,
        whole=("plan",),
    ),
    Rule(
        "deadline_outside_plan",
        Severity.WARNING,
        N_("时限在计划期外"),
        N_("“{item}”的完成时限 {date} 在计划期之外。"),
        "measure",
        (*_DUE, "plan.end"),
        _outside_plan,
        whole=("plan",),
    ),
    Rule(
        "deadline_after_parent",
        Severity.WARNING,
        N_("时限晚于上级举措"),
        N_("“{item}”的完成时限 {date} 晚于上级举措“{parent}”的 {latest}。"),
        "measure",
        _DUE,
        _after_parent,
        whole=("plan",),
    ),
    Rule(
        "start_after_deadline",
        Severity.ERROR,
        N_("开始晚于时限"),
        N_("“{item}”的开始时间 {start} 晚于完成时限 {date}。"),
        "measure",
        _DUE,
        _start_after_deadline,
        whole=("plan",),
    ),
    Rule(
        "done_without_date",
        Severity.WARNING,
        N_("完成没有日期"),
        N_("“{item}”已完成，但没有填完成日期。"),
        "measure",
        ("measure.status", "measure.status_date"),
        _done_without_date,
        _date_it,
    ),
    Rule(
        "recurring_without_rhythm",
        Severity.WARNING,
        N_("周期不明"),
        N_("“{item}”的完成时限“{words}”没有说明多久一次。"),
        "measure",
        _DUE,
        _no_rhythm,
        whole=("plan",),
    ),
    Rule(
        "open_ended_without_goal",
        Severity.NOTE,
        N_("长期任务没有阶段目标"),
        N_("“{item}”的完成时限是“{words}”，但没有里程碑或阶段目标，无从检查。"),
        "measure",
        (*_DUE, "milestone", "goal"),
        _open_ended,
        whole=("plan",),
    ),
    Rule(
        "overdue",
        Severity.WARNING,
        N_("已经超期"),
        N_("“{item}”的完成时限 {date} 已过 {days} 天，仍未完成。"),
        "measure",
        _DUE,
        _overdue,
        whole=("plan",),
    ),
    Rule(
        "no_milestone",
        Severity.NOTE,
        N_("跨年任务没有里程碑"),
        N_("“{item}”历时一年以上，却没有里程碑或分项举措。"),
        "measure",
        (*_DUE, "milestone"),
        _no_milestone,
        whole=("plan",),
    ),
    Rule(
        "postponed_without_adjustment",
        Severity.WARNING,
        N_("延期没有新时限"),
        N_("“{item}”已延期，但没有记录调整后的时限。"),
        "measure",
        ("measure.status", "adjustment"),
        _postponed_without_adjustment,
    ),
    Rule(
        "adjustment_without_approval",
        Severity.WARNING,
        N_("时限调整缺原因或批准"),
        N_("“{item}”的时限调整为“{due}”，没有写明原因或批准。"),
        "adjustment",
        ("adjustment",),
        _unapproved,
    ),
    Rule(
        "milestone_undated",
        Severity.WARNING,
        N_("里程碑没有日期"),
        N_("“{measure}”的里程碑“{item}”没有可以计算的时限。"),
        "milestone",
        ("milestone.due", "milestone.done", "measure.start", "plan.start"),
        _undated_milestone,
        whole=("plan",),
    ),
    Rule(
        "milestone_after_measure",
        Severity.WARNING,
        N_("里程碑晚于举措时限"),
        N_("里程碑“{item}”的时限 {date} 晚于举措“{measure}”的 {latest}。"),
        "milestone",
        ("milestone.due", *_DUE),
        _milestone_after_measure,
        whole=("plan",),
    ),
    Rule(
        "milestone_in_future",
        Severity.ERROR,
        N_("完成日期在将来"),
        N_("“{measure}”的里程碑“{item}”填写的完成日期 {date} 还没有到。"),
        "milestone",
        ("milestone.done",),
        _reached_in_future,
    ),
)
