from datetime import date

from planner.app.derived import Derived
from planner.app.unit_load import QuarterLoad, unit_load
from planner.domain.changes import Insert, SetField, apply
from planner.domain.items import Link
from planner.domain.lights import Light
from tests.plans import small_plan


def plan_with_more():
    plan = small_plan()
    apply(
        plan,
        [
            SetField("m3", "due", "", "2025年三季度末"),
            SetField("m3", "start", "", "2025-04"),
            Insert(Link("k5", "m3", "B", relation="unit", role="co_lead", target="u1")),
            Insert(Link("k6", "m2", "B", relation="unit", role="supporting", target="u1")),
            Insert(Link("k7", "i1", "B", relation="unit", role="lead", target="u1")),
        ],
    )
    return plan


def load(plan, unit="u1"):
    return unit_load(plan, unit, Derived(plan, date(2025, 11, 30)))


def test_what_a_unit_leads_and_supports():
    found = load(plan_with_more())
    assert (found.leads, found.supports, found.indicators) == (("m1", "m3"), ("m2",), ("i1",))
    assert found.lights == {Light.RED: 2}


def test_open_measures_fill_the_quarters_until_they_are_due():
    assert load(plan_with_more()).quarters == (
        QuarterLoad("2025-Q1", 1, 0, 0),
        QuarterLoad("2025-Q2", 2, 0, 0),
        QuarterLoad("2025-Q3", 2, 0, 1),
        QuarterLoad("2025-Q4", 1, 0, 1),
    )


def test_what_is_done_is_no_load():
    plan = plan_with_more()
    apply(
        plan,
        [SetField("m1", "status", "not_started", "done"), SetField("m3", "status", "not_started", "done")],
    )
    assert load(plan).quarters == ()


def test_a_unit_without_links_has_nothing_to_do():
    plan = small_plan()
    apply(plan, [SetField("k2", "target", "u2", "u1")])
    found = load(plan, "u2")
    assert (found.leads, found.supports, found.lights, found.quarters) == ((), (), {}, ())
