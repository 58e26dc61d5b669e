"""Rows that are cut and pasted in their plan are moved: they keep their ids and what led to them."""

import json

import pytest

from planner.app.commands.placing import Spot
from planner.app.commands.structure import remove
from planner.app.copying import copy_items
from planner.app.paste.items import paste_items
from planner.domain.changes import Insert, SetField, apply
from planner.domain.errors import Refused
from planner.domain.items import Link, Measure, Milestone
from planner.domain.plan import Plan
from tests.plans import counting_ids, small_plan


@pytest.fixture
def plan():
    """The small plan; m3 comes after m1a, m2 after m1."""
    plan = small_plan()
    links = [
        Link("k5", "m3", "B", relation="after", target="m1a"),
        Link("k6", "m2", "A", relation="after", target="m1"),
    ]
    apply(plan, [Insert(link) for link in links])
    return plan


def cut(plan, *ids):
    data = copy_items(plan, ids, "this plan")
    apply(plan, remove(plan, ids).changes)
    return data


def paste(plan, data, parent="component-2", plan_id="this plan"):
    pasting = paste_items(plan, data, Spot(parent), counting_ids(), plan_id)
    apply(plan, pasting.change_set.changes)
    return pasting


def everything(plan):
    return {item.id: item for cls in (Measure, Milestone, Link) for item in plan.of(cls).values()}


def test_all_is_there_again_and_only_the_place_differs(plan):
    before = everything(plan)
    pasting = paste(plan, cut(plan, "m1"))
    assert pasting.tops == ("m1",)
    assert plan["m1"].parent == "component-2"
    after = everything(plan)
    assert after.pop("m1").title == before.pop("m1").title
    assert after == before


def test_a_second_paste_makes_copies_to_which_nothing_else_leads(plan):
    data = cut(plan, "m1")
    paste(plan, data)
    second = paste(plan, data, "component-1")
    assert second.tops == ("new-1",)
    assert [link.target for link in plan.children("m2", Link)] == ["m1"]


def test_another_plan_gets_copies(plan):
    data = cut(plan, "m1")
    other = Plan([])
    assert paste(other, data, "", "another").tops == ("new-1",)
    assert paste(plan, data, plan_id="a copy of it").tops == ("new-1",)


def test_undone_cuts_are_pasted_as_copies(plan):
    data = copy_items(plan, ["m1"], "this plan")
    assert paste(plan, data).tops == ("new-1",)


def test_what_is_gone_by_then_is_not_led_from(plan):
    data = cut(plan, "m1")
    apply(plan, remove(plan, ["m2", "u1"]).changes)
    paste(plan, data)
    assert "k6" not in plan
    assert [link.id for link in plan.children("m1", Link)] == ["k2", "k3"]


@pytest.mark.parametrize(("broader", "filled"), [("", ["m1"]), ("t1", [])])
def test_a_reference_that_the_cut_emptied_is_filled_again_unless_it_says_something_else(
    plan, broader, filled
):
    entry = json.loads(cut(plan, "m1"))
    entry["cut"]["emptied"] = [["t2", "broader", "m1"], ["t2", "title", "m1"], ["gone", "broader", "m1"]]
    apply(plan, [SetField("t2", "broader", "t1", broader)] if not broader else [])
    pasting = paste_items(plan, json.dumps(entry), Spot("component-2"), counting_ids(), "this plan")
    changes = pasting.change_set.changes
    assert [change.new for change in changes if change.item_id == "t2"] == filled


@pytest.mark.parametrize("spoiled", [[], {}, {"plan": "x"}, {"plan": "x", "others": 1, "emptied": [[1]]}])
def test_spoiled_data_is_refused(plan, spoiled):
    entry = json.loads(cut(plan, "m1"))
    entry["cut"] = spoiled
    with pytest.raises(Refused):
        paste(plan, json.dumps(entry))


def test_a_layer_that_was_cut_with_its_components_comes_back_at_the_top_only(plan):
    data = cut(plan, "layer-1")
    with pytest.raises(Refused):
        paste(plan, data, "layer-2")
    assert paste(plan, data, "").tops == ("layer-1",)
