"""For each rule the edits of the clean plan that it must find, and where."""

from planner.app.commands.structure import remove
from planner.domain.changes import Insert, SetField
from planner.domain.items import Link, Measure, Node, RuleSetting, Term, Unit, Waiver


def put(item_id, **values):
    """Set fields of an item."""
    return lambda plan: [
        SetField(item_id, key, plan[item_id].value(key), value) for key, value in values.items()
    ]


def new(item):
    """Add an item."""
    return lambda _plan: [Insert(item)]


def gone(*item_ids):
    """Remove items with all that hangs on them."""
    return lambda plan: remove(plan, item_ids).changes


def both(*edits):
    """Make several edits."""
    return lambda plan: [change for edit in edits for change in edit(plan)]


def link(relation, owner, target, role=""):
    return new(Link("new-link", owner, "Z", relation=relation, role=role, target=target))


MUTATIONS = {
    "no_lead": ("draft", gone("draft>u3")),
    "several_leads": ("build", link("unit", "build", "u3", "lead")),
    "co_leads": ("build", link("unit", "build", "u3", "co_lead")),
    "undivided_duty": ("build", link("unit", "build", "u3", "undivided")),
    "duty_in_words": ("draft", both(gone("draft>u3"), put("draft", duty="有关单位按职责分工负责"))),
    "collective_lead": ("draft", put("u3", collective=True)),
    "lead_also_supporting": ("build", link("unit", "build", "u1", "supporting")),
    "same_unit_twice": ("build", link("unit", "build", "u2", "supporting")),
    "unknown_unit": ("build", put("build", duty="市科委、市文旅局按职责分工负责")),
    "retired_unit": ("train", put("u3", until="2025-06")),
    "unused_unit": ("new", new(Unit("new", "", "Z", title="上海市统计局"))),
    "shared_unit_name": ("u3", put("u3", aliases=("市科委",))),
    "unit_overload": (
        "u1",
        both(
            new(RuleSetting("limit", "", "B", rule="unit_overload", limit=1.0)),
            put("train>u2", target="u1"),
            put("train", start="2026-03", due="2026年底前"),
        ),
    ),
    "no_deadline": ("train", put("train", due="")),
    "unclear_deadline": ("train", put("train", due="视情况而定")),
    "deadline_outside_plan": ("train", put("train", due="2028年6月底前")),
    "deadline_after_parent": ("build-a", put("build-a", due="2027年6月底前")),
    "start_after_deadline": ("train", put("train", start="2027-08")),
    "done_without_date": ("draft", put("draft", status_date="")),
    "recurring_without_rhythm": ("meet", put("meet", due="定期")),
    "open_ended_without_goal": ("meet", both(put("meet", due="持续推进"), gone("goal"))),
    "overdue": ("build-a", put("build-a", due="2025年10月底前")),
    "no_milestone": ("train", put("train", start="2026-03")),
    "postponed_without_adjustment": ("build-a", put("build-a", status="postponed")),
    "adjustment_without_approval": ("delay", put("delay", approval="")),
    "milestone_undated": ("half-way", put("half-way", due="")),
    "milestone_after_measure": ("half-way", put("half-way", due="2027年1月底前")),
    "milestone_in_future": ("half-way", put("half-way", done="2026-01")),
    "impossible_order": ("train", put("train", start="2026-03", due="2026年6月底前")),
    "dependency_circle": ("build", link("after", "build", "train")),
    "cause_without_measure": (
        "cause-3",
        new(Term("cause-3", "causes", "C", title="人才不足", broader="problem")),
    ),
    "cause_without_problem": ("cause-1", put("cause-1", broader="")),
    "measure_without_cause": ("draft", gone("draft>cause-1")),
    "indicator_without_measure": ("double", gone("train>double")),
    "measure_without_indicator": ("draft", gone("draft>spend")),
    "empty_component": ("new", new(Node("new", "layer", "Z", title="科学素养"))),
    "outside_framework": ("new", new(Measure("new", "", "A", title="自由"))),
    "unused_term": ("new", new(Term("new", "groups", "Z", title="厉兵铸盾"))),
    "duplicate_title": ("train", put("train", title="建成 中试平台")),
    "indicator_without_target": ("spend", gone("goal-25", "goal-26", "goal-27")),
    "missing_baseline": ("spend", gone("base")),
    "indicator_without_source": ("spend", put("spend", data_source="")),
    "indicator_without_unit": ("double", put("double", unit="")),
    "indicator_without_lead": ("double", gone("double>u1")),
    "binding_without_years": ("spend", gone("goal-26")),
    "target_backwards": ("goal-26", put("goal-26", number=105.0)),
    "undated_value": ("half-25", put("half-25", period="")),
    "actual_in_future": ("half-25", put("half-25", period="2026")),
    "stale_actual": ("spend", put("half-25", period="2024-02")),
    "broken_formula": ("double", put("spend", title="改了名")),
    "untitled": ("train", put("train", title=" ")),
    "vague_wording": ("train", put("train", title="进一步加强培训", criterion="")),
    "no_criterion": ("train", put("train", criterion="")),
    "quantitative_without_number": ("build", gone("build>spend")),
    "progress_falls": ("report-2", put("report-2", percent=39.0)),
    "report_in_future": ("report-2", put("report-2", date="2025-12-31")),
    "undated_report": ("report-2", put("report-2", date="")),
    "unverified_claim": ("report-2", put("report-2", done="任务完成，已销号。")),
    "closed_unverified": ("draft", put("draft", inspected="")),
    "report_overdue": ("build", gone("report-2")),
    "finished_with_open_milestones": ("draft", put("law", done="")),
    "finished_with_open_parts": ("build", put("build", status="done", status_date="2025-11")),
    "started_unmarked": ("build", put("build", status="not_started")),
    "milder_light": ("build", put("report-2", percent=20.0)),
    "overspent": ("money", put("money", spent=100.5)),
    "undated_funding": ("money", put("money", year="")),
    "funding_mismatch": ("build", put("money-b", planned=41.0)),
    "plan_period": ("plan", put("plan", end="2024")),
    "light_limits_crossed": ("plan", put("plan", yellow_points=40.0)),
    "rule_off_without_reason": ("new", new(RuleSetting("new", "", "B", rule="overdue", severity="off"))),
    "waiver_without_reason": ("new", new(Waiver("new", "build", "A", rule="overdue"))),
}
"""The item that the finding is about, and the edits, by the code of the rule."""
