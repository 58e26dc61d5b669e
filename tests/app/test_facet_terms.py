"""A facet as a field: what it shows of an item, and what an item carries when the field is set."""

import pytest

from planner.app.commands.edit import set_names
from planner.app.facet_terms import field_at, label_of, with_terms_of
from planner.domain.changes import Insert, apply
from planner.domain.errors import Refused
from planner.domain.items import Link, Term
from tests.plans import counting_ids, small_plan


@pytest.fixture
def plan():
    """The small plan; m3 carries t2 and t3 of the causes with t1 of the problems between them."""
    plan = small_plan()
    added = [
        Term("t3", "f2", "B", title="人才不足"),
        Link("k7", "m3", "B", relation="term", target="t1"),
        Link("k8", "m3", "C", relation="term", target="t3"),
    ]
    apply(plan, [Insert(item) for item in added])
    return plan


def terms(plan, item_id="m3"):
    return plan.targets(item_id, "term")


@pytest.mark.parametrize(
    ("wanted", "all_terms"),
    [
        (["t2", "t3"], ["t2", "t1", "t3"]),
        (["t3"], ["t1", "t3"]),
        ([], ["t1"]),
        (["t3", "t2"], ["t1", "t3", "t2"]),
        (["t2", "t3", "t9"], ["t2", "t1", "t3", "t9"]),
    ],
)
def test_terms_of_other_facets_stay_and_so_do_links_in_their_order(plan, wanted, all_terms):
    assert with_terms_of(plan, "m3", "facet:causes", wanted) == all_terms


def test_links_that_stay_keep_their_ids(plan):
    apply(plan, set_names(plan, "m3", "facet:causes", "人才不足", counting_ids()).changes)
    assert {link.id for link in plan.children("m3", Link)} == {"k7", "k8"}


def test_a_step_names_a_facet_by_its_title(plan):
    change_set = set_names(plan, "m3", "facet:causes", "新的", counting_ids())
    assert change_set.label.details["field"] == "原因"
    assert label_of(field_at(plan, plan["m3"], "lead")) == "lead"


def test_only_what_can_carry_terms_has_facets(plan):
    assert field_at(plan, plan["component-1"], "facet:causes") is None
    assert field_at(plan, plan["m1"], "facet:nothing") is None


@pytest.mark.parametrize(("key", "cell"), [("terms", "没有的"), ("facet:nothing", "甲"), ("title", "甲")])
def test_what_no_term_is_meant_by_is_refused(plan, key, cell):
    with pytest.raises(Refused):
        set_names(plan, "m3", key, cell, counting_ids())
