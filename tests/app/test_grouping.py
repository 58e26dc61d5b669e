from datetime import date
from pathlib import Path

import pytest

from planner.app.derived import Derived
from planner.app.facet_terms import colour_places, facet_of_key
from planner.app.grouping import GROUP_NAMES, GroupBy, Grouping, quarter_of
from planner.app.words import Words
from planner.domain.changes import Insert, SetField, apply
from planner.domain.items import Link, OwnField, OwnValue, Term
from planner.domain.plan import Plan
from tests.plans import small_plan

WORDS = Words("zh", Path("resources/locale"))


def plan_with_more():
    plan = small_plan()
    apply(
        plan,
        [
            SetField("m3", "due", "", "2025年三季度末"),
            Insert(Link("k5", "m2", "A", relation="unit", role="lead", target="u2")),
            Insert(Link("k6", "m2", "B", relation="unit", role="co_lead", target="u1")),
            Insert(Term("t3", "f2", "B", title="人才不足")),
            Insert(Term("t4", "t2", "A", title="经费不足")),
            Insert(Link("k7", "m1", "D", relation="term", target="t4")),
            Insert(Link("k8", "m2", "D", relation="term", target="t3")),
        ],
    )
    return plan


def grouped(by):
    plan = plan_with_more()
    groups = Grouping(plan, Derived(plan, date(2025, 11, 30)), WORDS).groups(by, plan.walk())
    return [(group.label, list(group.rows)) for group in groups]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (GroupBy.LEAD, [("市科委", ["m1", "m2"]), ("市教委", ["m2"]), ("（未填）", ["m1a", "m1b", "m3"])]),
        (GroupBy.SUPPORTING, [("市教委", ["m1"]), ("（未填）", ["m1a", "m1b", "m2", "m3"])]),
        (GroupBy.STATUS, [("未启动", ["m1", "m1a", "m1b", "m2", "m3"])]),
        (
            GroupBy.QUARTER,
            [
                ("2025年3季度", ["m3"]),
                ("2025年4季度", ["m1"]),
                ("周期", ["m2"]),
                ("（未填）", ["m1a", "m1b"]),
            ],
        ),
        (
            "facet:causes",
            [("投入不足", ["m3"]), ("经费不足", ["m1"]), ("人才不足", ["m2"]), ("（未填）", ["m1a", "m1b"])],
        ),
        ("facet:unheard of", [("（未填）", ["m1", "m1a", "m1b", "m2", "m3"])]),
    ],
)
def test_measures_are_grouped(by, groups):
    assert grouped(by) == groups


def test_the_most_pressing_light_comes_first():
    assert grouped(GroupBy.LIGHT)[0] == ("滞后", ["m1", "m3"])


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("own:c", [("市级", ["m2"]), ("区级", ["m1"]), ("（未填）", ["m1a", "m1b", "m3"])]),
        ("own:y", [("是", ["m1"]), ("（未填）", ["m1a", "m1b", "m2", "m3"])]),
        ("own:u", [("市教委", ["m3"]), ("（未填）", ["m1", "m1a", "m1b", "m2"])]),
    ],
)
def test_measures_are_grouped_by_fields_of_ones_own(by, groups):
    own = [
        OwnField("c", "", "A", title="层级", holds="choice", options=("市级", "区级")),
        OwnField("y", "", "B", title="重点", holds="flag"),
        OwnField("u", "", "C", title="联络单位", holds="unit"),
        OwnValue("v1", "m1", "A", field="c", text="区级"),
        OwnValue("v2", "m2", "A", field="c", text="市级"),
        OwnValue("v3", "m1", "B", field="y", text="1"),
        OwnValue("v4", "m3", "A", field="u", unit="u2"),
    ]
    plan = Plan([*small_plan().items(), *own])
    found = Grouping(plan, Derived(plan, date(2025, 11, 30)), WORDS).groups(by, plan.walk())
    assert [(group.label, list(group.rows)) for group in found] == groups


def test_every_way_of_grouping_has_a_name():
    assert set(GROUP_NAMES) == set(GroupBy)


@pytest.mark.parametrize(
    ("day", "quarter"), [("2025-01-01", "2025-Q1"), ("2025-03-31", "2025-Q1"), ("2025-12-31", "2025-Q4")]
)
def test_quarters(day, quarter):
    assert quarter_of(date.fromisoformat(day)) == quarter


def test_a_colour_for_each_term_at_the_top_of_a_facet():
    plan = plan_with_more()
    places = colour_places(plan, facet_of_key(plan, "causes"), list(plan.walk()))
    assert places == {"m1": 0, "m2": 1, "m3": 0}
    assert facet_of_key(plan, "unheard of") is None
