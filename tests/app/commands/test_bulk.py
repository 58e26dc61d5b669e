from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.commands.bulk import (
    duplicate,
    fill_down,
    set_all,
    set_all_targets,
    set_all_typed,
    sort_siblings,
)
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Link, Measure, Milestone, PlanHead, Unit
from planner.domain.plan import Plan
from tests.app.steps import after, outline
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)


def test_one_value_for_all_that_have_the_field():
    plan = after(small_plan(), set_all(small_plan(), ["layer-1", "m1", "m2"], "status", "done", TODAY))
    assert [plan.get(item_id, Measure).status for item_id in ("m1", "m2", "m3")] == [
        "done",
        "done",
        "not_started",
    ]
    assert plan.get("m2", Measure).status_date == "2025-11-30"


def test_a_value_that_does_not_fit_is_refused_for_all():
    with pytest.raises(Refused):
        set_all(small_plan(), ["m1", "m2"], "status", "unheard of", TODAY)


def test_typed_units_are_added_to_the_register_once():
    plan = after(
        small_plan(),
        set_all_typed(small_plan(), ["m1", "m2", "m3"], "lead", "新单位、市教委", TODAY, counting_ids()),
    )
    assert len(plan.of(Unit)) == 3
    assert len({tuple(plan.targets(item_id, "unit", "lead")) for item_id in ("m1", "m2", "m3")}) == 1


def test_typed_text_that_is_no_value_is_refused():
    with pytest.raises(Refused) as refused:
        set_all_typed(small_plan(), ["m1"], "weight", "很重", TODAY, counting_ids())
    assert refused.value.code is Refusal.BAD_VALUE


def test_nothing_is_linked_to_itself():
    plan = after(small_plan(), set_all_targets(small_plan(), ["m1", "m2"], "after", ["m1"], counting_ids()))
    assert plan.targets("m1", "after") == []
    assert plan.targets("m2", "after") == ["m1"]


def test_fill_down_puts_the_first_rows_fields_and_links_into_the_others():
    """Conventions, row 7: Ctrl+D fills down."""
    change_set = fill_down(small_plan(), ["m1", "m2", "m3"], ["due", "lead", "light"], TODAY, counting_ids())
    plan = after(small_plan(), change_set)
    assert [plan.get(item_id, Measure).due for item_id in ("m2", "m3")] == ["2025年底前"] * 2
    assert plan.targets("m3", "unit", "lead") == ["u1"]
    assert plan.targets("m3", "term") == ["t2"]


def test_fill_down_needs_two_rows():
    assert not fill_down(small_plan(), ["m1"], ["due"], TODAY, counting_ids())


def test_a_copy_stands_after_its_branch_with_all_that_belongs_to_it():
    source = Plan([*small_plan().items(), Link("k9", "m1b", "A", relation="after", target="m1a")])
    plan = after(source, duplicate(source, ["m1", "m1a"], counting_ids()))
    assert outline(plan, "component-1") == [
        "修订条例",
        "-起草",
        "-审议",
        "修订条例",
        "-起草",
        "-审议",
        "优化服务",
    ]
    copy = plan.child_ids("component-1", Measure)[1]
    draft, review = plan.child_ids(copy, Measure)
    assert [milestone.title for milestone in plan.children(copy, Milestone)] == ["形成草案"]
    assert plan.targets(copy, "unit", "lead") == ["u1"]
    assert plan.targets(review, "after") == [draft]


def test_siblings_are_sorted_and_those_without_a_key_come_last():
    source = Plan(
        [
            PlanHead("plan"),
            *(Measure(str(n), "", f"A{n}1", weight=weight) for n, weight in enumerate([2, None, 1, 2])),
        ]
    )

    def by_weight(item):
        return item.weight

    assert after(source, sort_siblings(source, "", by_weight)).child_ids("", Measure) == ["2", "0", "3", "1"]
    falling = after(source, sort_siblings(source, "", by_weight, descending=True))
    assert falling.child_ids("", Measure) == ["0", "3", "2", "1"]


@given(st.lists(st.integers(0, 3)))
def test_sorting_twice_changes_nothing_more(weights):
    plan = Plan([PlanHead("plan"), *(Measure(str(n), "", f"A{n}1", weight=w) for n, w in enumerate(weights))])
    once = after(plan, sort_siblings(plan, "", lambda item: item.weight))
    assert [item.weight for item in once.children("", Measure)] == sorted(weights)
    assert not sort_siblings(once, "", lambda item: item.weight)
