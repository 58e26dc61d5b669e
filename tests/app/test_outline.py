from planner.app.outline import Outline, Row
from planner.domain.changes import Move, Place, Remove, SetField, apply
from tests.plans import small_plan

ALL = ["layer-1", "component-1", "m1", "m1a", "m1b", "m2", "component-2", "m3", "layer-2"]


def shown(outline):
    return [row.id for row in outline.rows]


def refresh(outline):
    outline.show(outline.compute())
    return shown(outline)


def filtered(plan, *wanted):
    outline = Outline(plan)
    outline.filter(set(wanted))
    refresh(outline)
    return outline


def test_all_rows_show_at_first_with_their_depth():
    outline = Outline(small_plan())
    assert shown(outline) == ALL
    assert outline.rows[2] == Row("m1", 2, branch=True, open=True)
    assert outline.rows[-1] == Row("layer-2", 0)


def test_a_closed_branch_hides_what_is_below_it():
    outline = Outline(small_plan())
    outline.show(outline.compute_set_open("component-1", opened=False))
    assert shown(outline) == ["layer-1", "component-1", "component-2", "m3", "layer-2"]
    assert outline.rows[1] == Row("component-1", 1, branch=True, open=False)
    assert outline.compute() == outline.rows
    assert outline.row_of("m1") is None
    assert outline.row_of("m3") == 3


def test_opening_a_branch_leaves_closed_what_was_closed_below_it():
    outline = Outline(small_plan())
    for item_id, opened in (("m1", False), ("layer-1", False), ("layer-1", True)):
        outline.show(outline.compute_set_open(item_id, opened))
        assert outline.compute() == outline.rows
    assert shown(outline) == ["layer-1", "component-1", "m1", "m2", "component-2", "m3", "layer-2"]


def test_a_leaf_does_not_open():
    outline = Outline(small_plan())
    assert outline.compute_set_open("m2", opened=True) == outline.rows


def test_all_branches_close_and_open():
    outline = Outline(small_plan())
    outline.set_all_open(opened=False)
    assert refresh(outline) == ["layer-1", "layer-2"]
    outline.set_all_open(opened=True)
    assert refresh(outline) == ALL


def test_all_branches_open_from_one_row_on():
    outline = Outline(small_plan())
    outline.set_all_open(opened=False)
    outline.show(outline.compute_set_open("layer-1", opened=True))
    outline.set_all_open(opened=True, under="component-1")
    assert refresh(outline) == ["layer-1", "component-1", "m1", "m1a", "m1b", "m2", "component-2", "layer-2"]


def test_a_filter_keeps_what_stands_above_and_counts_the_rest():
    outline = filtered(small_plan(), "m1a")
    assert [(row.id, row.context) for row in outline.rows] == [
        ("layer-1", True),
        ("component-1", True),
        ("m1", True),
        ("m1a", False),
    ]
    assert outline.hidden == 5


def test_a_branch_all_of_whose_rows_are_hidden_is_none():
    assert filtered(small_plan(), "m1").rows[-1] == Row("m1", 2)


def test_a_filter_looks_into_closed_branches_and_leaves_them_closed():
    outline = Outline(small_plan())
    outline.show(outline.compute_set_open("component-1", opened=False))
    outline.filter({"m1a"})
    assert refresh(outline) == ["layer-1", "component-1", "m1", "m1a"]
    outline.show(outline.compute_set_open("m1", opened=False))
    assert shown(outline) == ["layer-1", "component-1", "m1"]
    outline.filter(None)
    assert refresh(outline) == ["layer-1", "component-1", "component-2", "m3", "layer-2"]
    assert outline.hidden == 0
    assert outline.closed == {"component-1"}


def test_a_row_that_was_edited_stays_while_the_filter_is_on():
    plan = small_plan()
    outline = filtered(plan, "m3")
    apply(plan, [SetField("m1b", "title", "审议", "通过")])
    assert outline.keep(["m1b", "k1"])
    assert refresh(outline) == ["layer-1", "component-1", "m1", "m1b", "component-2", "m3"]
    assert not outline.keep(["m1b"])


def test_nothing_is_kept_without_a_filter():
    assert not Outline(small_plan()).keep(["m1"])


def test_a_row_that_went_is_passed_over_and_comes_back():
    plan = small_plan()
    outline = filtered(plan, "m2", "m3")
    removal = Remove(plan["m2"])
    apply(plan, [removal])
    outline.follow({"component-1"})
    assert refresh(outline) == ["layer-1", "component-2", "m3"]
    apply(plan, [removal.inverse()])
    outline.follow({"component-1"})
    assert refresh(outline) == ["layer-1", "component-1", "m2", "component-2", "m3"]
    outline.filter(None)
    assert refresh(outline) == ALL


def test_revealing_opens_everything_above():
    outline = Outline(small_plan())
    outline.set_all_open(opened=False)
    outline.reveal("m1a")
    assert refresh(outline) == ["layer-1", "component-1", "m1", "m1a", "m1b", "m2", "component-2", "layer-2"]


def test_revealing_shows_a_row_that_the_filter_hides():
    outline = filtered(small_plan(), "m3")
    outline.reveal("m2")
    assert refresh(outline) == ["layer-1", "component-1", "m2", "component-2", "m3"]


def test_a_moved_branch_stays_closed():
    plan = small_plan()
    outline = Outline(plan)
    outline.show(outline.compute_set_open("m1", opened=False))
    apply(plan, [Move("m1", Place("component-1", "A"), Place("component-2", "B"))])
    outline.follow({"component-1", "component-2"})
    assert refresh(outline) == ["layer-1", "component-1", "m2", "component-2", "m3", "m1", "layer-2"]


def test_what_was_closed_in_an_earlier_window_is_closed_again():
    outline = Outline(small_plan())
    outline.set_closed({"layer-1", "gone"})
    assert refresh(outline) == ["layer-1", "layer-2"]
