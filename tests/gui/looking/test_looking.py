"""Views saved in the plan, chosen columns, and the menus beside the tabs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.app.conditions.model import Condition, Conditions, Operator
from planner.app.views import read_spec
from planner.domain.items import View
from planner.gui.looking.columns_dialog import ColumnsDialog
from planner.gui.looking.name_dialog import NameDialog

CONDITIONS = Conditions((Condition("title", Operator.FILLED),))


@pytest.fixture
def desk(open_window):
    return open_window.desk


@pytest.fixture
def looking(desk):
    return desk.looking


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_a_view_is_saved_left_and_brought_back(desk, looking):
    desk.show_view("list")
    pane = looking._list()
    pane.group_by("lead")
    pane.table.sort_by("title", descending=True)
    desk.panes.filter_box.edit.setText("条例")
    looking.bar.show_conditions(CONDITIONS)
    looking.colours.colour_by("facet:causes")
    pane.table.columns.resizeSection(2, 123)
    looking._save_as("条例清单")
    seen = looking.seen()
    looking.switch("")
    assert (desk.views.current_view, desk.panes.filter_box.edit.text()) == ("plan", "")
    assert not looking.colours.by
    view = next(iter(desk.bridge.plan.of(View).values()))
    looking.switch(view.id)
    assert looking.seen() == seen == read_spec(view.spec)
    assert (pane.table.list_model.group, pane.table.list_model.descending) == ("lead", True)


def test_saving_updating_and_removing_are_steps_to_undo(desk, looking):
    plan = desk.bridge.plan
    looking._save_as("甲")
    view_id = looking.view_id
    looking.bar.show_conditions(CONDITIONS)
    looking.update()
    assert read_spec(plan[view_id].spec).conditions == CONDITIONS
    desk.undo()
    assert read_spec(plan[view_id].spec).conditions == Conditions()
    looking.remove()
    assert view_id not in plan
    desk.undo()
    assert plan[view_id].title == "甲"


def test_the_menu_offers_views_and_what_fits_the_current_one(looking):
    looking.corner.fill_views()
    assert texts(looking.corner.views_menu) == ["默认视图", "保存当前视图…", "选择列…"]
    looking._save_as("甲&乙")
    looking.corner.fill_views()
    assert texts(looking.corner.views_menu)[1] == "甲&&乙"
    assert "删除“甲&&乙”" in texts(looking.corner.views_menu)


def test_the_colour_menu_offers_the_facets(looking):
    looking.corner.fill_colours()
    menu = looking.corner.colour_menu
    assert texts(menu) == ["不着色", "问题", "原因"]
    menu.actions()[2].trigger()
    assert looking.colours.by == "facet:causes"
    assert looking._tree.tree_model.stripes.keys() == {"m3"}


def test_a_taken_name_is_marked_and_not_accepted(qtbot, desk):
    dialog = NameDialog("保存视图", "保存", desk.bridge.words, "", {"甲"}, None)
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.edit.setText(" 甲 ")
    dialog.accept()
    assert chosen == []
    assert dialog.note.text()
    dialog.edit.setText("乙")
    dialog.accept()
    assert chosen == ["乙"]


def test_columns_are_chosen_moved_and_widened(desk, looking):
    header = looking.header
    dialog = ColumnsDialog(header, desk.bridge.words, looking._icons, None)
    dialog.list.setCurrentRow(2)
    dialog.width_box.setValue(222)
    dialog.move_current(-1)
    chosen = dialog.arrangements()
    dialog.accept()
    assert header.arrangements()[:3] == chosen[:3]
    assert chosen[1].width == 222


def test_find_and_replace_opens_once_and_goes_to_the_place(desk, qtbot):
    desk.show_view("list")
    desk.beside.show_replace()
    dialog = desk.beside._replacing
    desk.beside.show_replace()
    assert desk.beside._replacing is dialog
    dialog.place_asked.emit("s1")
    assert (desk.views.current_view, desk.panes.tree.current_id()) == ("plan", "m1")
    assert desk.panes.inspector.item_id == "s1"
    dialog.close()
    qtbot.waitUntil(lambda: desk.beside._replacing is None)


def test_a_plan_that_may_only_be_read_offers_no_change_of_views(looking):
    looking.may_edit = lambda: False
    looking.corner.fill_views()
    assert texts(looking.corner.views_menu) == ["默认视图", "选择列…"]


def test_the_filter_box_keeps_the_list_in_front(desk, qtbot):
    desk.show_view("list")
    desk.panes.filter_box.edit.setFocus()
    qtbot.keyClicks(desk.panes.filter_box.edit, "x")
    assert desk.views.current_view == "list"


def test_down_in_the_filter_box_goes_to_the_list_in_front(desk, qtbot):
    desk.show_view("list")
    desk.panes.filter_box.edit.setFocus()
    qtbot.keyClick(desk.panes.filter_box.edit, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is desk.views.view("list").table
