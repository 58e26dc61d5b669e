"""What changes may never bring about is found in a plan that no change made."""

from dataclasses import replace

import pytest
from hypothesis import given

from planner.domain.changes import Insert, apply
from planner.domain.errors import Refusal, Refused
from planner.domain.items import PLAN_ID, Item, Link, Measure, Milestone, Node, Report, Term, Unit
from planner.domain.plan import Plan
from planner.domain.soundness import faults
from tests.plans import small_plan
from tests.strategies import plans


@given(plans())
def test_generated_plans_are_sound_and_can_be_made_by_changes(plan: Plan) -> None:
    assert not list(faults(plan))
    made = Plan()
    apply(made, [Insert(item) for item in plan.items()])
    assert made == plan


@pytest.mark.parametrize(
    ("item", "code", "at"),
    [
        (Measure("m1", "nowhere"), Refusal.WRONG_PARENT, "m1"),
        (Measure("m1", "u1"), Refusal.WRONG_PARENT, "m1"),
        (Measure("m1", "m1b"), Refusal.CYCLE, "m1b"),
        (Milestone("s1", ""), Refusal.WRONG_PARENT, "s1"),
        (Node("layer-2", "component-1"), Refusal.WRONG_PARENT, "layer-2"),
        (Term("t1", "t1"), Refusal.CYCLE, "t1"),
        (Term("t2", "f2", broader="nothing"), Refusal.DANGLING, "t2"),
        (Link("k1", "m1", relation="unit", target="i1"), Refusal.DANGLING, "k1"),
        (Measure("m1", "component-1", status="fine"), Refusal.BAD_VALUE, "m1"),
        (Measure("m1", "component-1", start="soon"), Refusal.BAD_VALUE, "m1"),
        (Measure("m1", "component-1", weight=True), Refusal.BAD_VALUE, "m1"),
        (Measure("m1", "component-1", weight=float("nan")), Refusal.BAD_VALUE, "m1"),
        (Measure("m1", "component-1", title=5), Refusal.BAD_VALUE, "m1"),  # type: ignore[arg-type]
        (Report("r1", "m1a", percent=101), Refusal.BAD_VALUE, "r1"),
        (Unit("u1", aliases=(5,)), Refusal.BAD_VALUE, "u1"),  # type: ignore[arg-type]
    ],
    ids=lambda value: value.id if isinstance(value, Item) else str(value),
)
def test_each_fault_is_found_and_refused_as_a_change(item: Item, code: Refusal, at: str) -> None:
    plan = small_plan()
    found = list(faults(Plan({**{each.id: each for each in plan.items()}, item.id: item}.values())))
    assert (code, at) in {(fault.code, fault.details["item"]) for fault in found}
    others = [each for each in plan.items() if each.id != item.id]
    with pytest.raises(Refused):
        apply(Plan(), [Insert(each) for each in (*others, item)])


def test_a_plan_without_its_head_is_unsound() -> None:
    headless = Plan(item for item in small_plan().items() if item.id != PLAN_ID)
    assert [fault.code for fault in faults(headless)] == [Refusal.UNKNOWN_ITEM]


def test_a_head_of_another_kind_is_none() -> None:
    plan = small_plan()
    other = replace(plan.head, id="other")
    assert [fault.code for fault in faults(Plan([other, Unit(PLAN_ID)]))] == [Refusal.UNKNOWN_ITEM]
