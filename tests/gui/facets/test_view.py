import pytest

from planner.domain.items import Facet, Term
from planner.gui.facets.view import FacetsView


@pytest.fixture
def view(qtbot, stage):
    view = FacetsView(stage, confirm=lambda *_: True)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    return view


def titles(plan, parent):
    return [term.title for term in plan.children(parent, Term)]


def test_facets_and_terms_are_added_with_the_cursor_in_the_name(view, stage):
    view.add_facet()
    facet = stage.bridge.plan.get(view.current_id, Facet)
    assert (facet.title, facet.key) == ("新分类", "facet1")
    view.add_term()
    assert view.list.state() == view.list.State.EditingState
    assert titles(stage.bridge.plan, facet.id) == ["新类目"]


def test_terms_go_two_levels_deep(view, stage):
    view.select("t1")
    view.add_below()
    assert titles(stage.bridge.plan, "t1") == ["新类目"]
    assert not view.buttons["below"].isEnabled()


def test_a_name_is_typed_in_place_and_undone(view, stage):
    view.select("t1")
    view.list.currentItem().setText(0, "活力不足")
    assert stage.bridge.plan.get("t1", Term).title == "活力不足"
    assert view.current_id == "t1"
    stage.bridge.document.undo()
    assert view.list.currentItem().text(0) == "韧性不足"


def test_entries_move_among_their_siblings(view, stage):
    view.select("f2")
    view.buttons["up"].click()
    assert stage.bridge.plan.child_ids("", Facet) == ["f2", "f1"]
    assert view.current_id == "f2"


def test_removing_says_where_a_term_is_used(qtbot, stage):
    said = []
    view = FacetsView(stage, confirm=lambda _words, text, _parent: bool(said.append(text)))
    qtbot.addWidget(view)
    view.show()
    view.select("t2")
    view.buttons["remove"].click()
    assert said == ["“投入不足”仍在使用：分类标签 1 处"]
    assert "t2" in stage.bridge.plan


def test_a_broader_term_is_picked_from_another_facet(view, stage):
    view.select("t2")
    assert view.broader.currentData() == "t1"
    view.broader.setCurrentIndex(0)
    view.broader.activated.emit(0)
    assert stage.bridge.plan.get("t2", Term).broader == ""


def test_selected_measures_are_tagged_and_untagged_in_one_step(view, stage):
    stage.tree.show_chosen(["m1", "m2"])
    view.select("t1")
    view.buttons["tag"].click()
    assert [stage.bridge.plan.targets(row, "term") for row in ("m1", "m2")] == [["t1"], ["t1"]]
    view.buttons["tag"].click()
    assert not stage.bridge.plan.targets("m1", "term")
    stage.bridge.document.undo()
    assert stage.bridge.plan.targets("m2", "term") == ["t1"]
