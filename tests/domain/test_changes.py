import pytest

from planner.domain.changes import Change, ChangeSet, Insert, Label, Move, Place, Remove, SetField, apply
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Link, Measure, Milestone, Node, Report, Unit
from tests.plans import small_plan


def refusal(*changes: Change) -> Refusal:
    """Apply what must be refused; the plan must be untouched by it."""
    plan = small_plan()
    with pytest.raises(Refused) as refused:
        apply(plan, changes)
    assert plan == small_plan()
    for cls in (Measure, Node, Link):
        assert {item.id: plan.child_ids(item.id, cls) for item in plan.items()} == {
            item.id: small_plan().child_ids(item.id, cls) for item in plan.items()
        }
    return refused.value.code


def test_each_kind_of_change_is_applied_and_taken_back():
    plan = small_plan()
    change_set = ChangeSet(
        Label("test"),
        (
            Insert(Measure("m4", "component-2", "B", title="新举措")),
            Insert(Link("k5", "m4", "A", relation="unit", role="lead", target="u2")),
            SetField("m1", "status", "not_started", "in_progress"),
            Move("m2", Place("component-1", "B"), Place("m4", "A")),
            Remove(plan.get("s1", Milestone)),
        ),
    )
    apply(plan, change_set.changes)
    assert plan.child_ids("m4", Measure) == ["m2"]
    assert plan.targets("m4", "unit", "lead") == ["u2"]
    assert plan.get("m1", Measure).status == "in_progress"
    assert "s1" not in plan
    apply(plan, change_set.inverse().changes)
    assert plan == small_plan()
    assert plan.child_ids("component-1", Measure) == ["m1", "m2"]


def test_the_inverse_of_the_inverse_is_the_change_set():
    change_set = ChangeSet(Label("x"), (Insert(Unit("u9")), SetField("m1", "title", "修订条例", "乙")))
    assert change_set.inverse().inverse() == change_set


def test_a_later_refusal_leaves_nothing_of_the_earlier_changes():
    code = refusal(
        Insert(Unit("u9", title="新单位")),
        SetField("m1", "title", "修订条例", "乙"),
        SetField("m1", "title", "修订条例", "丙"),
    )
    assert code is Refusal.STALE_FIELD


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([SetField("m1", "title", "别的", "乙")], Refusal.STALE_FIELD),
        ([SetField("nobody", "title", "", "乙")], Refusal.UNKNOWN_ITEM),
        ([SetField("m1", "colour", "", "红")], Refusal.UNKNOWN_FIELD),
        ([SetField("m1", "lead", "", "u1")], Refusal.UNKNOWN_FIELD),
        ([SetField("m1", "status", "not_started", "finished")], Refusal.BAD_VALUE),
        ([Insert(Measure("m1", "component-1", "C"))], Refusal.ITEM_EXISTS),
        ([Insert(Measure("m9", "nobody", "A"))], Refusal.WRONG_PARENT),
        ([Insert(Measure("m9", "u1", "A"))], Refusal.WRONG_PARENT),
        ([Insert(Measure("m9", "component-1", "C", status="finished"))], Refusal.BAD_VALUE),
        ([Insert(Milestone("s9", "", "A"))], Refusal.WRONG_PARENT),
        ([Insert(Node("n9", "component-1", "A"))], Refusal.WRONG_PARENT),
        ([Insert(Link("k9", "m1", "D", relation="unit", target="nobody"))], Refusal.DANGLING),
        ([Insert(Link("k9", "m1", "D", relation="unit", target="i1"))], Refusal.DANGLING),
        ([Remove(Unit("u1", "", "A", title="过时"))], Refusal.STALE_ITEM),
        ([Remove(small_plan().get("u1", Unit))], Refusal.STILL_REFERRED),
        (
            [Remove(small_plan().get("r1", Report)), Remove(small_plan().get("r1", Report))],
            Refusal.UNKNOWN_ITEM,
        ),
        ([Remove(small_plan().get("m1a", Measure))], Refusal.WRONG_PARENT),
        ([Move("m1", Place("component-1", "Z"), Place("component-2", "A"))], Refusal.STALE_PLACE),
        ([Move("m1", Place("component-1", "A"), Place("m1a", "A"))], Refusal.CYCLE),
        ([Move("m1", Place("component-1", "A"), Place("m1", "A"))], Refusal.CYCLE),
        ([Move("layer-1", Place("", "A"), Place("layer-2", "A"))], Refusal.WRONG_PARENT),
    ],
    ids=lambda value: str(value) if isinstance(value, Refusal) else "",
)
def test_what_does_not_fit_is_refused_whole(changes, code):
    assert refusal(*changes) is code


def test_an_item_may_change_its_kind_only_with_what_belongs_to_it():
    """A component in the place of a measure would leave the milestone under a component."""
    plan = small_plan()
    measure = plan.get("m1", Measure)
    assert refusal(Remove(measure), Insert(Node("m1", "layer-2", "A"))) is Refusal.WRONG_PARENT
