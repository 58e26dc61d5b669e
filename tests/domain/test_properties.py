"""What must hold for whatever plan: diff, apply, inverse and codec fit together without loss."""

import json

from hypothesis import given, settings

from planner.domain.changes import ChangeSet, Label, apply
from planner.domain.codec import change_set_from_json, change_set_to_json, item_from_json, item_to_json
from planner.domain.diff import diff
from planner.domain.digest import content_digest
from planner.domain.numbering import number_of, outline_numbers
from planner.domain.plan import Plan
from tests.strategies import plans


@given(plans(), plans())
def test_the_difference_of_two_plans_turns_one_into_the_other_and_back(old, new):
    changes = ChangeSet(Label("diff"), diff(old, new))
    plan = old.copy()
    apply(plan, changes.changes)
    assert plan == new
    assert content_digest(plan) == content_digest(new)
    apply(plan, changes.inverse().changes)
    assert plan == old


@given(plans(), plans())
def test_indexes_stay_true_through_changes(old, new):
    plan = old.copy()
    _ = [plan.referrers(item.id) for item in plan.items()]
    apply(plan, diff(old, new))
    for item in new.items():
        assert plan.branches(item.id) == new.branches(item.id)
        assert {below.id for below in plan.belongings(item.id)} == {
            below.id for below in new.belongings(item.id)
        }
        assert plan.referrers(item.id) == new.referrers(item.id)
    assert list(plan.walk()) == list(new.walk())


@given(plans())
def test_a_plan_does_not_differ_from_itself(plan):
    assert diff(plan, plan.copy()) == ()


@given(plans(), plans())
def test_equal_digests_mean_equal_plans(one, other):
    assert (content_digest(one) == content_digest(other)) is (one == other)


@given(plans(), plans())
def test_a_change_set_survives_json(old, new):
    change_set = ChangeSet(
        Label("diff", {"field": "题"}), diff(old, new), "id", "某人", "2025-01-01T00:00:00Z"
    )
    text = json.dumps(change_set_to_json(change_set))
    assert change_set_from_json(json.loads(text)) == change_set


@given(plans())
def test_an_item_survives_json_with_its_types(plan):
    for item in plan.items():
        again = item_from_json(json.loads(json.dumps(item_to_json(item))))
        assert again == item
        assert repr(again) == repr(item)


@given(plans())
@settings(max_examples=50)
def test_every_row_of_the_tree_has_the_number_of_its_place(plan):
    assert all(number_of(plan, item_id) == number for item_id, number in outline_numbers(plan).items())


@given(plans())
def test_a_plan_is_its_items(plan):
    assert Plan(plan.items()) == plan
    assert len(plan) == len(list(plan.items()))
