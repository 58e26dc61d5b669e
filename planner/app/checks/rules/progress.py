"""What was reported and what was done: whether reports, statuses and milestones tell the same story."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Finding, Hit, Rule, Severity
from planner.app.counted import FINISHED, SETTLED
from planner.app.light_comparison import light_pair
from planner.app.ports import NewId
from planner.domain.changes import Change, SetField
from planner.domain.items import Measure, Milestone, Report
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan

_CLAIM = re.compile(r"(?<![未待拟请可])销号(?!申请|审核|材料)")


def _falls(facts: Facts, reports: Iterable[Report]) -> Iterator[Hit]:
    for report in reports:
        if report.percent is None or not report.date:
            continue
        before = [
            other
            for other in facts.plan.children(report.parent, Report)
            if other.percent is not None and other.date and _when(other) < _when(report)
        ]
        last = max(before, key=_when, default=None)
        if last is not None and last.percent is not None and report.percent < last.percent:
            details = {
                "date": report.date,
                "percent": f"{report.percent:g}",
                "earlier": last.date,
                "before": f"{last.percent:g}",
            }
            yield Hit(report.id, "percent", details, {"measure": (report.parent,)})


def _report_in_future(facts: Facts, reports: Iterable[Report]) -> Iterator[Hit]:
    for report in reports:
        if report.date and first_day(report.date) > facts.today:
            yield Hit(report.id, "date", {"date": report.date}, {"measure": (report.parent,)})


def _undated_report(_facts: Facts, reports: Iterable[Report]) -> Iterator[Hit]:
    for report in reports:
        if not report.date:
            yield Hit(report.id, "date", names={"measure": (report.parent,)})


def _claims_closure(facts: Facts, reports: Iterable[Report]) -> Iterator[Hit]:
    measures = facts.measures
    for report in reports:
        if _CLAIM.search(report.done) and measures[report.parent].status != "closed":
            yield Hit(report.id, "done", {"date": report.date}, {"measure": (report.parent,)})


def _report_overdue(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    most = facts.limit_of("report_overdue")
    for measure in measures:
        if measure.status in SETTLED or measure.status == "not_started" or measure.parent in facts.measures:
            continue
        reports = [report.date for report in facts.plan.children(measure.id, Report) if report.date]
        since = max(map(last_day, reports), default=None) or facts.begin(measure)
        if since is not None and (days := (facts.today - since).days) > most:
            yield Hit(measure.id, "progress", {"days": str(days), "limit": f"{most:g}"})


def _finished_with_open_milestones(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.status in FINISHED:
            left = [one.id for one in facts.plan.children(measure.id, Milestone) if not one.done]
            if left:
                yield Hit(measure.id, "status", names={"milestones": tuple(left)})


def _finished_with_open_parts(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.status in FINISHED:
            left = [one.id for one in facts.plan.children(measure.id, Measure) if one.status not in SETTLED]
            if left:
                yield Hit(measure.id, "status", names={"parts": tuple(left)})


def _started_unmarked(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.status == "not_started" and _has_begun(facts.plan, measure.id):
            yield Hit(measure.id, "status")


def _has_begun(plan: Plan, measure_id: str) -> bool:
    milestones = plan.of(Milestone)
    for milestone in plan.child_ids(measure_id, Milestone):
        if milestones[milestone].done:
            return True
    reports = plan.of(Report)
    return any(reports[report].percent for report in plan.child_ids(measure_id, Report))


def _closed_unverified(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    for measure in measures:
        if measure.status == "closed" and not measure.inspected and measure.parent not in facts.measures:
            yield Hit(measure.id, "inspected")


def _milder_light(facts: Facts, measures: Iterable[Measure]) -> Iterator[Hit]:
    plan = facts.plan
    for measure in measures:
        if plan.child_ids(measure.id, Report):
            pair = light_pair(plan, facts.derived, measure.id)
            if pair is not None and pair.milder and measure.status not in SETTLED:
                details = {"reported": pair.reported.value, "computed": pair.computed.light.value}
                yield Hit(measure.id, "light", details)


def _when(report: Report) -> tuple[date, str, str]:
    return last_day(report.date), report.rank, report.id


def _mark_finished_only(plan: Plan, finding: Finding, _today: date, _new_id: NewId) -> Sequence[Change]:
    return [SetField(finding.item, "status", plan.get(finding.item, Measure).status, "done")]


def _mark_started(plan: Plan, finding: Finding, today: date, _new_id: NewId) -> Sequence[Change]:
    measure = plan.get(finding.item, Measure)
    return [
        SetField(measure.id, "status", measure.status, "in_progress"),
        SetField(measure.id, "status_date", measure.status_date, today.isoformat()),
    ]


RULES = (
    Rule(
        "progress_falls",
        Severity.WARNING,
        N_("进度倒退"),
        N_("“{measure}”{date} 填报 {percent}%，低于 {earlier} 的 {before}%。"),
        "report",
        ("report.percent", "report.date"),
        _falls,
    ),
    Rule(
        "report_in_future",
        Severity.ERROR,
        N_("填报日期在将来"),
        N_("“{measure}”的填报日期 {date} 还没有到。"),
        "report",
        ("report.date",),
        _report_in_future,
    ),
    Rule(
        "undated_report",
        Severity.WARNING,
        N_("填报没有日期"),
        N_("“{measure}”有一次填报没有日期。"),
        "report",
        ("report.date",),
        _undated_report,
    ),
    Rule(
        "unverified_claim",
        Severity.WARNING,
        N_("自报销号未经核验"),
        N_("“{measure}”{date} 的填报自称销号，但没有经过核验销号。"),
        "report",
        ("report.done", "report.date", "measure.status"),
        _claims_closure,
    ),
    Rule(
        "closed_unverified",
        Severity.WARNING,
        N_("销号未经检查"),
        N_("“{item}”已销号，但没有填销号检查日期。"),
        "measure",
        ("measure.status", "measure.inspected"),
        _closed_unverified,
        _mark_finished_only,
    ),
    Rule(
        "report_overdue",
        Severity.WARNING,
        N_("久未填报"),
        N_("“{item}”已有 {days} 天没有填报进展，超过 {limit} 天。"),
        "measure",
        ("measure.status", "measure.start", "measure.due", "adjustment", "report.date", "plan.start"),
        _report_overdue,
        whole=("plan",),
        limit=100,
    ),
    Rule(
        "finished_with_open_milestones",
        Severity.WARNING,
        N_("完成了还有里程碑未完成"),
        N_("“{item}”已完成，里程碑却没有完成：{milestones}。"),
        "measure",
        ("measure.status", "milestone.done"),
        _finished_with_open_milestones,
    ),
    Rule(
        "finished_with_open_parts",
        Severity.WARNING,
        N_("完成了还有分项未完成"),
        N_("“{item}”已完成，分项举措却没有完成：{parts}。"),
        "measure",
        ("measure.status",),
        _finished_with_open_parts,
    ),
    Rule(
        "started_unmarked",
        Severity.WARNING,
        N_("已有进展仍标未启动"),
        N_("“{item}”已有进展，状态仍是未启动。"),
        "measure",
        ("measure.status", "report.percent", "milestone.done"),
        _started_unmarked,
        _mark_started,
    ),
    Rule(
        "milder_light",
        Severity.NOTE,
        N_("自报灯偏轻"),
        N_("“{item}”自报{reported}，按规则应为{computed}。"),
        "measure",
        ("measure", "report", "milestone", "adjustment", "plan"),
        _milder_light,
        whole=("plan",),
    ),
)
