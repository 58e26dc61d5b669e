from datetime import date

import pytest

from planner.app.commands.edit import set_field, set_names, set_relation
from planner.domain.changes import ChangeSet, apply
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Link, Measure, Unit
from planner.domain.plan import Plan
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)


def after(change_set: ChangeSet) -> Plan:
    """Return the small plan after a change set, once undo and redo were seen to lead to the same plans."""
    plan = small_plan()
    apply(plan, change_set.changes)
    changed = plan.copy()
    apply(plan, change_set.inverse().changes)
    assert plan == small_plan()
    apply(plan, change_set.changes)
    assert plan == changed
    return plan


def test_a_field_is_set():
    plan = after(set_field(small_plan(), "m1", "title", "新标题", TODAY))
    assert plan.get("m1", Measure).title == "新标题"


def test_setting_what_is_there_already_changes_nothing():
    assert not set_field(small_plan(), "m1", "title", "修订条例", TODAY)


def test_a_status_is_dated():
    plan = after(set_field(small_plan(), "m1", "status", "in_progress", TODAY))
    assert plan.get("m1", Measure).status_date == "2025-11-30"


def test_a_value_that_the_field_does_not_take_is_refused():
    with pytest.raises(Refused) as refused:
        set_field(small_plan(), "m1", "start", "明天", TODAY)
    assert refused.value.code is Refusal.BAD_VALUE


def test_links_that_stay_keep_their_identity():
    plan = after(set_relation(small_plan(), "m1", "indicators", [], counting_ids()))
    assert "k3" not in plan
    plan = after(set_relation(small_plan(), "m3", "terms", ["t2", "t1"], counting_ids()))
    assert [link.id for link in plan.links("m3", "term")] == ["k4", "new-1"]
    assert plan.targets("m3", "term") == ["t2", "t1"]


def test_links_can_be_put_in_another_order():
    plan = after(set_relation(small_plan(), "m3", "terms", ["t1", "t2"], counting_ids()))
    assert plan.targets("m3", "term") == ["t1", "t2"]
    assert "k4" in plan


def test_a_cell_of_units_is_split_and_the_first_leads():
    plan = after(
        set_names(small_plan(), "m2", "supporting", "教委、上海市科学技术委员会，市财政局", counting_ids())
    )
    supporting = plan.targets("m2", "unit", "supporting")
    assert supporting[:2] == ["u2", "u1"]
    assert plan.get(supporting[2], Unit).title == "市财政局"
    assert len(plan.of(Unit)) == 3


def test_the_other_roles_stay_as_they_are():
    plan = after(set_names(small_plan(), "m1", "lead", "市教委", counting_ids()))
    assert plan.targets("m1", "unit", "lead") == ["u2"]
    assert plan.targets("m1", "unit", "supporting") == ["u2"]


def test_a_name_of_two_units_is_refused():
    plan = small_plan()
    plan = Plan([*plan.items(), Unit("u3", "", "C", title="区教育局", aliases=("教委",))])
    with pytest.raises(Refused) as refused:
        set_names(plan, "m2", "lead", "教委", counting_ids())
    assert refused.value.details["value"] == "教委"


def test_an_empty_cell_removes_the_links():
    plan = after(set_names(small_plan(), "m1", "lead", " ", counting_ids()))
    assert plan.targets("m1", "unit", "lead") == []
    assert len(plan.children("m1", Link)) == 2


@pytest.mark.parametrize("key", ["title", "nothing"])
def test_only_relations_take_targets(key):
    with pytest.raises(Refused):
        set_relation(small_plan(), "m1", key, ["u1"], counting_ids())


def test_units_are_added_after_those_that_are_kept():
    plan = after(set_names(small_plan(), "m1", "lead", "市教委、市科委", counting_ids(), kept=["u1"]))
    assert plan.targets("m1", "unit", "lead") == ["u1", "u2"]
    assert "k1" in plan
