from datetime import date

import pytest

from planner.app.commands.progress import adjust_deadline, report_progress
from planner.app.derived import Derived
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Adjustment, Measure, Report
from tests.app.steps import after
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)


def adjusted(plan, measure, due):
    new_id = counting_ids(f"adjustment-{due}")
    return adjust_deadline(plan, measure, due, reason="疫情", approval="市政府", day=TODAY, new_id=new_id)


def test_the_first_deadline_is_kept_and_the_last_adjustment_is_in_force():
    plan = after(small_plan(), adjusted(small_plan(), "m1", "2026年6月底前"))
    plan = after(plan, adjusted(plan, "m1", " 2026年\n底前 "))
    measure = plan.get("m1", Measure)
    assert measure.due == "2025年底前"
    assert Derived(plan, TODAY).due_words(measure) == "2026年 底前"
    first = plan.children("m1", Adjustment)[0]
    assert (first.due, first.date, first.reason, first.approval) == (
        "2026年6月底前",
        "2025-11-30",
        "疫情",
        "市政府",
    )


def test_where_none_was_set_the_deadline_is_the_first():
    plan = after(small_plan(), adjusted(small_plan(), "m3", "2026年"))
    assert plan.get("m3", Measure).due == "2026年"
    assert plan.children("m3", Adjustment) == []


def test_the_deadline_in_force_is_no_adjustment():
    assert not adjusted(small_plan(), "m1", "2025年底前")


def test_an_empty_deadline_is_refused():
    with pytest.raises(Refused) as refused:
        adjusted(small_plan(), "m1", " ")
    assert refused.value.code is Refusal.BAD_VALUE


def test_a_report_is_added_and_work_that_began_is_in_progress():
    values = {"percent": 30.0, "done": "启动", "reporter": "张三"}
    plan = after(small_plan(), report_progress(small_plan(), "m1a", TODAY, values, counting_ids()))
    reports = plan.children("m1a", Report)
    assert [report.date for report in reports] == ["2025-05-31", "2025-11-30"]
    assert reports[1].reporter == "张三"
    measure = plan.get("m1a", Measure)
    assert (measure.status, measure.status_date) == ("in_progress", "2025-11-30")


@pytest.mark.parametrize(
    ("percent", "status"), [(None, "not_started"), (0.0, "not_started"), (100.0, "in_progress")]
)
def test_a_percentage_never_says_that_something_is_done(percent, status):
    plan = after(
        small_plan(), report_progress(small_plan(), "m1", TODAY, {"percent": percent}, counting_ids())
    )
    assert plan.get("m1", Measure).status == status


def test_a_report_can_bring_a_status():
    change_set = report_progress(small_plan(), "m1", TODAY, {"done": "印发"}, counting_ids(), "done")
    assert after(small_plan(), change_set).get("m1", Measure).status == "done"


def test_a_share_beyond_all_is_refused():
    with pytest.raises(Refused):
        report_progress(small_plan(), "m1", TODAY, {"percent": 120.0}, counting_ids())
