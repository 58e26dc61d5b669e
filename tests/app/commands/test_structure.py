import pytest

from planner.app.commands.structure import (
    Spot,
    add,
    can_stand_under,
    indent,
    move,
    move_by,
    outdent,
    remove,
    topmost,
)
from planner.domain.changes import ChangeSet, apply
from planner.domain.items import Indicator, Link, Measure, Node, Term
from tests.app.commands.test_edit import after
from tests.plans import counting_ids, small_plan


def measures_under(parent: str, change_set: ChangeSet) -> list[str]:
    return after(change_set).child_ids(parent, Measure)


def test_a_measure_is_added_at_the_spot():
    plan = small_plan()
    spots = {
        Spot("component-1"): ["m1", "m2", "new-1"],
        Spot("component-1", after="m1"): ["m1", "new-1", "m2"],
        Spot("component-1", first=True): ["new-1", "m1", "m2"],
        Spot("component-2"): ["m3", "new-1"],
        Spot("m3"): ["new-1"],
    }
    for spot, expected in spots.items():
        assert measures_under(spot.parent, add(plan, Measure, spot, counting_ids())) == expected


def test_an_item_can_be_added_with_values():
    plan = after(add(small_plan(), Indicator, Spot(), counting_ids(), {"title": "专利", "unit": "件"}))
    assert plan.get("new-1", Indicator).unit == "件"


def test_removing_a_branch_takes_what_belongs_to_it_and_what_leads_to_it():
    plan = after(remove(small_plan(), ["component-1"]))
    for gone in ("component-1", "m1", "m2", "m1a", "m1b", "s1", "r1", "k1", "k2", "k3"):
        assert gone not in plan
    assert "u1" in plan


def test_removing_a_unit_takes_the_links_to_it():
    plan = after(remove(small_plan(), ["u1"]))
    assert plan.targets("m1", "unit", "lead") == []
    assert plan.targets("m1", "unit", "supporting") == ["u2"]


def test_removing_a_term_empties_the_references_to_it():
    plan = after(remove(small_plan(), ["t1"]))
    assert plan.get("t2", Term).broader == ""
    assert plan.get("k4", Link).target == "t2"


def test_removing_parent_and_child_together_removes_each_once():
    assert "m1a" not in after(remove(small_plan(), ["m1a", "m1", "m1"]))


def test_removing_nothing_is_no_step():
    assert not remove(small_plan(), [])


def test_several_measures_move_together_in_the_order_given():
    assert measures_under(
        "component-2", move(small_plan(), ["m2", "m1"], Spot("component-2", first=True))
    ) == [
        "m2",
        "m1",
        "m3",
    ]


@pytest.mark.parametrize(
    ("item_ids", "step", "expected"),
    [
        (["m2"], -1, ["m2", "m1"]),
        (["m1"], 1, ["m2", "m1"]),
        (["m1"], -1, None),
        (["m2"], 1, None),
        (["m1", "m2"], 1, None),
        (["m1", "m3"], 1, None),
    ],
)
def test_siblings_move_up_and_down_until_the_end_of_the_way(item_ids, step, expected):
    change_set = move_by(small_plan(), item_ids, step)
    if expected is None:
        assert not change_set
    else:
        assert measures_under("component-1", change_set) == expected


def test_indent_makes_the_sibling_above_the_parent():
    assert measures_under("m1", indent(small_plan(), ["m2"])) == ["m1a", "m1b", "m2"]
    assert not indent(small_plan(), ["m1"])
    assert not indent(small_plan(), ["layer-2"])


def test_outdent_puts_a_measure_right_after_its_parent():
    assert measures_under("component-1", outdent(small_plan(), ["m1a", "m1b"])) == ["m1", "m1a", "m1b", "m2"]
    assert not outdent(small_plan(), ["m1"])


def test_topmost_leaves_out_what_stands_below_another():
    assert topmost(small_plan(), ["m1a", "m2", "m1", "m2"]) == ["m2", "m1"]


@pytest.mark.parametrize(
    ("item_id", "parent", "allowed"),
    [
        ("m1", "component-2", True),
        ("m1", "layer-1", True),
        ("m1", "", True),
        ("m1", "m1", False),
        ("m1", "m1a", False),
        ("m1", "u1", False),
        ("component-1", "layer-2", True),
        ("component-1", "component-2", False),
        ("component-1", "", True),
        ("layer-1", "layer-2", False),
        ("layer-2", "layer-1", True),
        ("component-1", "m3", False),
    ],
)
def test_where_an_item_may_stand(item_id, parent, allowed):
    plan = small_plan()
    assert can_stand_under(plan, plan[item_id], parent) is allowed


def test_a_layer_added_after_another_stands_between():
    plan = after(add(small_plan(), Node, Spot(after="layer-1"), counting_ids()))
    assert plan.child_ids("", Node) == ["layer-1", "new-1", "layer-2"]


def test_a_component_and_a_measure_beside_it_do_not_move_together():
    plan = small_plan()
    apply(plan, add(plan, Measure, Spot("layer-1"), counting_ids()).changes)
    assert not move_by(plan, ["component-1", "new-1"], 1)
