from datetime import date

import pytest

from planner.app.derived import Derived, Progress, Span
from planner.domain.changes import SetField, apply
from planner.domain.items import Adjustment, Measure, Milestone, Node, PlanHead, Report
from planner.domain.lights import Light
from planner.domain.plan import Plan
from tests.plans import small_plan

TODAY = date(2025, 11, 30)


def plan_of(*items, rule="schedule"):
    return Plan([PlanHead("plan", start="2025", light_rule=rule), *items])


def progress(*items):
    return Derived(plan_of(*items), TODAY).progress("m")


def test_the_newest_report_says_how_far_a_measure_is():
    reports = [
        Report("r1", "m", "A", date="2025-09-30", percent=60.0),
        Report("r2", "m", "B", date="2025-06-30", percent=40.0),
        Report("r3", "m", "C", date="2025-10-31", percent=None, done="只有文字"),
    ]
    assert progress(Measure("m"), *reports) == Progress(60.0)


def test_done_is_a_hundred_percent_whatever_was_reported():
    report = Report("r1", "m", "A", date="2025-09-30", percent=60.0)
    assert progress(Measure("m", status="done"), report).percent == 100


def test_a_measure_without_report_is_as_far_as_its_parts_by_weight():
    parts = [
        Measure("a", "m", "A", status="done", weight=3.0),
        Measure("b", "m", "B"),
        Measure("c", "m", "C", status="cancelled", weight=9.0),
        Measure("d", "m", "D", nature="qualitative", weight=9.0),
    ]
    assert progress(Measure("m"), *parts) == Progress(75.0, 2)


def test_a_qualitative_measure_without_word_is_not_counted_as_nothing():
    assert progress(Measure("m", nature="qualitative")).percent is None
    assert progress(Measure("m")).percent == 0


def test_the_last_adjustment_is_the_deadline_in_force():
    adjustments = [
        Adjustment("a1", "m", "A", due="2026年6月底前"),
        Adjustment("a2", "m", "B", due="2026年底前"),
    ]
    derived = Derived(plan_of(Measure("m", due="2025年底前"), *adjustments), TODAY)
    measure = Measure("m", due="2025年底前")
    assert derived.due_words(measure) == "2026年底前"
    assert derived.due_date(measure) == date(2026, 12, 31)


@pytest.mark.parametrize(("start", "year"), [("2026-03", 2026), ("", 2025)])
def test_words_without_a_year_take_the_measures_or_the_plans(start, year):
    derived = Derived(plan_of(Measure("m", start=start), Milestone("s", "m", due="三季度末")), TODAY)
    assert derived.due_date(Milestone("s", "m", due="三季度末")) == date(year, 9, 30)


def test_a_node_shows_the_worst_light_below_it():
    plan = small_plan()
    derived = Derived(plan, date(2026, 2, 1))
    assert derived.verdict("m1").light is Light.RED
    assert derived.verdict("component-1").light is Light.RED
    assert derived.verdict("component-2").light is not Light.RED
    assert derived.verdict("layer-2").reason == "empty"


def test_a_recurring_deadline_is_never_overdue():
    measure = Measure("m", due="每季度", status="in_progress")
    report = Report("r", "m", date="2025-01-31", percent=5.0)
    assert Derived(plan_of(measure, report), TODAY).verdict("m").light is Light.GREEN
    assert Derived(plan_of(measure), TODAY).verdict("m").reason == "nothing_to_judge"


def test_what_is_forgotten_is_computed_anew():
    plan = plan_of(Measure("m", due="2025年底前"))
    derived = Derived(plan, TODAY)
    assert derived.verdict("m").reason != "overdue"
    derived.forget_all(date(2026, 1, 1))
    assert derived.verdict("m").details == {"days": "1"}


def test_days_roll_up_along_the_tree_without_what_was_cancelled():
    derived = Derived(
        plan_of(
            Node("n", title="层"),
            Measure("m", "n", "A", due="2026年底前"),
            Measure("m1", "m", "A", due="2025年6月底前"),
            Measure("m2", "m", "B", due="2027年底前", status="cancelled"),
            Measure("m3", "n", "B", due="每季度"),
        ),
        TODAY,
    )
    assert derived.span("n") == Span((date(2025, 6, 30), "m1"), (date(2026, 12, 31), "m"))
    assert derived.span("m3") is None
    assert derived.span("m2") is None


def test_a_changed_day_is_rolled_up_again():
    plan = plan_of(Node("n", title="层"), Measure("m", "n", "A", due="2026年底前"))
    derived = Derived(plan, TODAY)
    assert derived.span("n").last == (date(2026, 12, 31), "m")
    apply(plan, [SetField("m", "due", "2026年底前", "2027年底前")])
    derived.forget(["n", "m"])
    assert derived.span("n").last == (date(2027, 12, 31), "m")
