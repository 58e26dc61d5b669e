"""Rows that a filter would hide after an edit stay, are counted, and go when a person says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from planner.app.commands import structure
from planner.app.commands.edit import set_field, set_names
from planner.app.conditions.model import Condition, Conditions, Operator
from planner.domain.items import Measure
from planner.gui.tree.view import TreeView


@pytest.fixture
def told(view):
    counts = []
    view.tree_model.strayed.connect(counts.append)
    return counts


def shown(view):
    return [row.id for row in view.outline.rows]


def rename(bridge, item_id, title):
    bridge.run(lambda: set_field(bridge.plan, item_id, "title", title, bridge.derived.today))


def test_an_edited_row_stays_and_is_counted_until_it_fits_again(view, bridge, told):
    view.set_filter("条例")
    rename(bridge, "m1", "别的")
    assert "m1" in shown(view)
    rename(bridge, "m1", "又一个条例")
    assert told == [0, 1, 0]


def test_sifting_again_hides_it(view, bridge, told):
    view.set_filter("条例")
    rename(bridge, "m1", "别的")
    view.tree_model.sift_again()
    assert shown(view) == []
    assert told == [0, 1, 0]


def test_one_that_was_accepted_is_not_told_of_again_but_another_is(view, bridge, told):
    view.set_filter("市")
    bridge.run(lambda: set_names(bridge.plan, "m1", "lead", "", bridge.document.new_id))
    bridge.run(lambda: set_names(bridge.plan, "m1", "supporting", "", bridge.document.new_id))
    view.tree_model.accept_strays()
    rename(bridge, "m1", "别的")
    rename(bridge, "m2", "另一个")
    assert told == [0, 1, 0, 1]
    assert {"m1", "m2"} <= set(shown(view))


def test_rows_that_came_count_and_undo_takes_them_back(view, bridge, told):
    view.set_filter("条例")
    spot = structure.Spot("component-1", "m1")
    bridge.run(lambda: structure.add(bridge.plan, Measure, spot, bridge.document.new_id, {"title": "新"}))
    assert "new-1" in shown(view)
    bridge.document.undo()
    assert told == [0, 1, 0]


def test_conditions_are_judged_too_also_by_computed_fields(view, bridge, told):
    view.tree_model.set_conditions(Conditions((Condition("status", Operator.ANY_OF, ("not_started",)),)))
    before = shown(view)
    bridge.run(lambda: set_field(bridge.plan, "m2", "status", "done", bridge.derived.today))
    assert (shown(view), told) == (before, [0, 1])


def test_initials_count_though_the_sound_is_not_spelled_yet(qtbot, make_bridge, icons):
    bridge = make_bridge(initials=lambda text: "xdtl" if text == "修订条例" else "")
    view = TreeView(bridge, icons)
    qtbot.addWidget(view)
    counts = []
    view.tree_model.strayed.connect(counts.append)
    view.set_filter("xdtl")
    bridge.run(lambda: set_field(bridge.plan, "m1", "status", "done", bridge.derived.today))
    assert (shown(view), counts) == (["layer-1", "component-1", "m1"], [0])


def test_without_a_filter_nothing_is_said(view, bridge, told):
    rename(bridge, "m1", "别的")
    assert told == []


class TestNotice:
    def button(self, window, verb):
        buttons = window.desk.looking.notices.findChildren(QPushButton)
        return next(button for button in buttons if button.text() == verb)

    def test_it_stands_below_the_rows_and_none_moves(self, open_window, edit):
        tree, notices = open_window.desk.panes.tree, open_window.desk.looking.notices
        open_window.desk.panes.filter_box.edit.setText("条例")
        top = tree.mapToGlobal(tree.rect().topLeft())
        edit(open_window, "别的")
        assert notices.texts() == {"strays": "1 行已不符合筛选条件，暂时留在原处。"}
        assert notices.isVisible()
        assert tree.mapToGlobal(tree.rect().topLeft()) == top

    def test_its_buttons_sift_again_and_keep(self, open_window, edit):
        desk = open_window.desk
        desk.panes.filter_box.edit.setText("条例")
        edit(open_window, "别的")
        self.button(open_window, "保留").click()
        assert desk.looking.notices.texts() == {}
        assert len(desk.panes.tree.outline.rows) == 3
        desk.panes.filter_box.edit.setText("别")
        edit(open_window, "另外")
        self.button(open_window, "重新筛选").click()
        assert len(desk.panes.tree.outline.rows) == 0


def test_a_click_on_the_current_row_shows_it_again(open_window, qtbot):
    desk = open_window.desk
    tree = desk.panes.tree
    tree.select("m1")
    desk.panes.inspector.show_item("i1")
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(tree.currentIndex()).center()
    )
    assert desk.panes.inspector.item_id == "m1"
