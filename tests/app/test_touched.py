from planner.app.commands.structure import Spot, move, remove
from planner.app.touched import touched
from planner.domain.changes import ChangeSet, Insert, Label, Move, Place, Remove, SetField, apply
from planner.domain.items import Milestone
from tests.plans import small_plan


def touched_by(change_set_of):
    plan = small_plan()
    change_set = change_set_of(plan)
    apply(plan, change_set.changes)
    return touched(plan, change_set)


def one(change):
    return lambda plan: ChangeSet(Label("test"), (change,))


def test_a_field_touches_its_row_and_the_rows_above():
    touch = touched_by(one(SetField("m1a", "title", "起草", "拟稿")))
    assert touch.rows == {"m1a", "m1", "component-1", "layer-1"}
    assert touch.items == {"m1a"}
    assert not touch.shape


def test_a_milestone_touches_the_row_of_its_measure():
    touch = touched_by(one(Insert(Milestone("s2", "m2", "A"))))
    assert "m2" in touch.rows
    assert touch.kinds == {"milestone"}
    assert not touch.shape


def test_a_milestone_taken_away_touches_the_row_it_belonged_to():
    assert "m1" in touched_by(lambda plan: remove(plan, ["s1"])).rows


def test_a_units_name_touches_every_row_that_shows_it():
    touch = touched_by(one(SetField("u2", "short_names", ("市教委",), ("教委",))))
    assert touch.rows == {"m1", "component-1", "layer-1"}


def test_a_move_changes_the_shape_and_touches_both_places():
    touch = touched_by(lambda plan: move(plan, ["m1"], Spot("component-2")))
    assert touch.shape
    assert {"m1", "component-1", "component-2", "layer-1"} <= touch.rows


def test_a_row_moved_and_then_taken_away_reshapes_where_it_was():
    def move_and_remove(plan):
        row = plan["m2"]
        there = Place("component-2", "Z")
        return ChangeSet(
            Label("test"),
            (Move("m2", Place(row.parent, row.rank), there), Remove(row.at(there.parent, there.rank))),
        )

    assert touched_by(move_and_remove).reshaped == {"component-1", "component-2"}


def test_a_setting_of_the_plan_touches_everything():
    assert touched_by(one(SetField("plan", "light_rule", "schedule", "due"))).everything
