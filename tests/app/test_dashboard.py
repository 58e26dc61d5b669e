from datetime import date

from planner.app.dashboard import Due, dashboard
from planner.app.derived import Derived
from planner.app.overview import counts
from planner.app.template import load
from planner.bootstrap import DATA
from planner.domain.items import Facet, Indicator, IndicatorValue, Link, Measure, Milestone, PlanHead, Term
from planner.domain.lights import Light
from planner.domain.plan import Plan

TODAY = date(2025, 12, 1)


def board_of(*items):
    plan = Plan([PlanHead("plan", start="2025", light_rule="schedule"), *items])
    return dashboard(plan, Derived(plan, TODAY))


def test_counts_agree_with_the_overview():
    plan = load(DATA, "example")
    board = dashboard(plan, Derived(plan, TODAY))
    overview = counts(plan)
    assert {key: len(ids) for key, ids in board.counts.items()} == {
        key: overview[key] for key in board.counts
    }


def test_soon_is_within_thirty_days_today_included():
    board = board_of(
        Measure("late", due="2025年11月底前"),
        Measure("today", due="2025年12月1日前"),
        Measure("soon", due="2025年12月31日前"),
        Measure("later", due="2026年1月1日前"),
        Measure("done", due="2025年11月底前", status="done"),
        Measure("often", due="每季度"),
    )
    assert board.late == (Due("late", date(2025, 11, 30)),)
    assert [due.id for due in board.soon] == ["today", "soon"]


def test_milestones_are_due_as_long_as_their_measure_is_open():
    board = board_of(
        Measure("m", due="2026年底前"),
        Measure("off", due="2026年底前", status="cancelled"),
        Milestone("late", "m", "A", due="2025年10月底前"),
        Milestone("reached", "m", "B", due="2025年10月底前", done="2025-10"),
        Milestone("dropped", "off", "A", due="2025年10月底前"),
    )
    assert [due.id for due in board.late] == ["late"]


def test_indicators_off_their_path():
    values = [
        IndicatorValue("a", "i", role="baseline", period="2020", number=0.0),
        IndicatorValue("b", "i", role="target", period="2030", number=100.0),
    ]
    slow = IndicatorValue("c", "i", role="actual", period="2024", number=20.0)
    good = IndicatorValue("c", "i", role="actual", period="2024", number=40.0)
    assert board_of(Indicator("i"), *values, slow).off_path == ("i",)
    assert board_of(Indicator("i"), *values, good).off_path == ()


def test_stages_hold_what_falls_due_in_them():
    board = board_of(
        Facet("f", key="stages"),
        Term("s2035", "f", "A", period="2035"),
        Term("s2030", "f", "B", period="2030"),
        Measure("m1", due="2028年底前"),
        Measure("m2", due="2031年底前"),
        Indicator("i"),
        IndicatorValue("v", "i", role="target", period="2035", number=1.0),
        Link("k", "m1", relation="term", target="s2035"),
    )
    assert [(stage.term, stage.measures, stage.due, stage.targets) for stage in board.stages] == [
        ("s2030", (), ("m1",), ()),
        ("s2035", ("m1",), ("m2",), ("v",)),
    ]


def test_lights_leave_out_what_is_cancelled():
    board = board_of(Measure("a", status="done"), Measure("b", status="cancelled"))
    assert board.lights == {Light.DONE: ("a",)}
    assert board.statuses == {"done": ("a",), "cancelled": ("b",)}
