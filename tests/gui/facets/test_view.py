import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

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
    assert not view.commands["below"].isEnabled()


def test_a_name_is_typed_in_place_and_undone(view, stage):
    view.select("t1")
    view.list.currentItem().setText(0, "活力不足")
    assert stage.bridge.plan.get("t1", Term).title == "活力不足"
    assert view.current_id == "t1"
    stage.bridge.document.undo()
    assert view.list.currentItem().text(0) == "韧性不足"


def test_entries_move_among_their_siblings(view, stage):
    view.select("f2")
    view.commands["up"].trigger()
    assert stage.bridge.plan.child_ids("", Facet) == ["f2", "f1"]
    assert view.current_id == "f2"


def test_removing_says_where_a_term_is_used(qtbot, stage):
    said = []
    view = FacetsView(stage, confirm=lambda _words, use, _parent: bool(said.append(use)))
    qtbot.addWidget(view)
    view.show()
    view.select("t2")
    view.commands["remove"].trigger()
    assert [use.sentence for use in said] == ["“投入不足”仍在使用：分类标签 1 处"]
    assert said[0].places == (("分类标签", "开放数据"),)
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
    view.commands["tag"].trigger()
    assert [stage.bridge.plan.targets(row, "term") for row in ("m1", "m2")] == [["t1"], ["t1"]]
    view.commands["tag"].trigger()
    assert not stage.bridge.plan.targets("m1", "term")
    stage.bridge.document.undo()
    assert stage.bridge.plan.targets("m2", "term") == ["t1"]


def drop(view, ids, target, part):
    """Let entries go on another, `part` of its height from its top."""
    tree = view.list
    data = tree.mimeData([tree.entry(item_id) for item_id in ids])
    area = tree.visualItemRect(tree.entry(target))
    point = QPointF(area.center().x(), area.top() + part * area.height())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    moving = QDragMoveEvent(point.toPoint(), Qt.DropAction.MoveAction, data, buttons, keys)
    tree.dragEnterEvent(QDragEnterEvent(point.toPoint(), Qt.DropAction.MoveAction, data, buttons, keys))
    tree.dragMoveEvent(moving)
    tree.dropEvent(QDropEvent(point, Qt.DropAction.MoveAction, data, buttons, keys))
    return moving.isAccepted()


def test_terms_are_dragged_between_facets_and_levels_in_one_step(view, stage):
    before = stage.bridge.plan.copy()
    assert drop(view, ["t2"], "t1", 0.5)
    assert titles(stage.bridge.plan, "t1") == ["投入不足"]
    assert view.list.selected_ids == ["t2"]
    stage.bridge.document.undo()
    assert stage.bridge.plan == before
    assert drop(view, ["t2"], "t1", 0.95)
    assert titles(stage.bridge.plan, "f1") == ["韧性不足", "投入不足"]


def test_a_facet_is_not_dropped_on_a_term(view, stage):
    before = stage.bridge.plan.copy()
    assert not drop(view, ["f2"], "t1", 0.5)
    assert stage.bridge.plan == before


def test_keys_change_level_and_order(view, stage, qtbot):
    drop(view, ["t2"], "t1", 0.95)
    view.list.setFocus()
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    view.list.clearSelection()
    view.select("t2")
    qtbot.keyClick(view.list, Qt.Key.Key_Right, keys)
    assert titles(stage.bridge.plan, "t1") == ["投入不足"]
    qtbot.keyClick(view.list, Qt.Key.Key_Left, keys)
    qtbot.keyClick(view.list, Qt.Key.Key_Up, keys)
    assert titles(stage.bridge.plan, "f1") == ["投入不足", "韧性不足"]


def test_several_entries_are_removed_in_one_step(view, stage):
    before = stage.bridge.plan.copy()
    view.select("t1", "t2")
    view.commands["remove"].trigger()
    assert not stage.bridge.plan.of(Term)
    stage.bridge.document.undo()
    assert stage.bridge.plan == before


def test_what_was_closed_stays_so_and_the_current_entry_too(view, stage):
    view.list.entry("f1").setExpanded(False)
    view.select("f2")
    view.add_term()
    assert not view.list.entry("f1").isExpanded()
    assert stage.bridge.plan.get(view.current_id, Term).title == "新类目"


def test_without_facets_the_first_one_is_offered(view, stage):
    view.select("f1", "f2")
    view.commands["remove"].trigger()
    assert view.hint.startswith("还没有分类")


def test_held_keys_do_not_widen_what_is_selected(view, qtbot):
    view.select("f2")
    view.list.setFocus()
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyPress(view.list, Qt.Key.Key_Up, keys)
    assert view.list.selected_ids == ["f2"]
    qtbot.keyRelease(view.list, Qt.Key.Key_Up)
