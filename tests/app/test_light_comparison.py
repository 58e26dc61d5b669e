from datetime import date

from planner.app.derived import Derived
from planner.app.light_comparison import compare_lights
from planner.domain.items import Measure, PlanHead, Report
from planner.domain.lights import Light
from planner.domain.plan import Plan

TODAY = date(2025, 11, 30)


def pair_of(percent, reported, status="in_progress"):
    plan = Plan(
        [
            PlanHead("plan", start="2025", light_rule="schedule"),
            Measure("m", start="2025", due="2025年底前", status=status),
            Report("r1", "m", "A", date="2025-10-31", light="red"),
            Report("r2", "m", "B", date="2025-11-30", percent=percent, light=reported),
            Report("r3", "m", "C", date="2025-11-30"),
        ]
    )
    (pair,) = compare_lights(plan, Derived(plan, TODAY))
    return pair


def test_the_last_report_with_a_light_is_compared():
    pair = pair_of(95.0, "green")
    assert (pair.report.id, pair.reported, pair.computed.light) == ("r2", Light.GREEN, Light.GREEN)
    assert pair.agrees
    assert not pair.milder


def test_a_unit_may_see_it_milder_or_more_pressing():
    assert pair_of(10.0, "green").milder
    assert not pair_of(10.0, "green").agrees
    assert not pair_of(95.0, "red").milder
    assert not pair_of(95.0, "red").agrees


def test_green_agrees_with_completed():
    assert pair_of(100.0, "green", status="done").agrees


def test_without_a_reported_light_there_is_nothing_to_compare():
    plan = Plan([PlanHead("plan"), Measure("m"), Report("r", "m", date="2025-01-01")])
    assert compare_lights(plan, Derived(plan, TODAY)) == []
