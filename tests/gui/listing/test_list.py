"""Row 47: a flat, filterable list accompanies the tree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from planner.app.commands.edit import set_field
from planner.app.commands.own_fields import define_field
from planner.app.commands.structure import remove
from planner.domain.own_fields import own_key
from planner.gui.listing.model import Heading
from planner.gui.listing.pane import ListPane
from planner.gui.tree.columns import PLACES, TITLE


@pytest.fixture
def bridge(stage):
    return stage.bridge


@pytest.fixture
def tree(stage):
    return stage.tree.tree_model


@pytest.fixture
def pane(qtbot, stage):
    made = ListPane(stage)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    made.activateWindow()
    made.table.setFocus()
    QApplication.processEvents()
    return made


@pytest.fixture
def model(pane):
    made = pane.table.list_model
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def ids(model):
    return [model.row(place).id or model.heading_at(place).label for place in range(model.rowCount())]


def test_row_47_all_measures_stand_in_the_order_of_the_tree(model):
    assert ids(model) == ["m1", "m1a", "m1b", "m2", "m3"]


def test_the_filter_of_the_tree_holds_here_too(model, tree, pane):
    tree.set_filter("条例")
    assert ids(model) == ["m1"]
    assert pane.count.text() == "共 1 项举措"
    tree.set_filter("没有这样的")
    assert not pane.table.isVisible()


def test_a_hidden_list_follows_when_it_is_looked_at_again(model, tree, pane):
    pane.hide()
    tree.set_filter("条例")
    assert len(ids(model)) == 5
    pane.show()
    assert ids(model) == ["m1"]


def test_by_their_numbers_rows_stand_as_in_the_tree(model):
    model.sort_by("number", descending=True)
    assert ids(model) == ["m3", "m2", "m1b", "m1a", "m1"]


def test_groups_open_and_close(model, pane, qtbot):
    pane.group_by("lead")
    assert ids(model) == ["市科委", "m1", "（未填）", "m1a", "m1b", "m2", "m3"]
    assert model.heading_at(0) == Heading("u1", "市科委", 1, True)
    pane.table.setCurrentIndex(model.index(0, TITLE))
    qtbot.keyClick(pane.table, Qt.Key.Key_Left)
    assert ids(model)[:2] == ["市科委", "（未填）"]
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    assert ids(model)[1] == "m1"
    pane.close_all.click()
    assert ids(model) == ["市科委", "（未填）"]
    pane.open_all.click()
    assert len(ids(model)) == 7


def test_a_heading_takes_no_text_and_says_what_it_is(model, pane):
    pane.group_by("lead")
    index = model.index(0, TITLE)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert index.data() == "市科委"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "市科委，1 项，已展开"


def test_a_click_on_a_heading_sorts_up_down_and_not_at_all(model, pane):
    title = PLACES["title"]
    pane.table.columns.sectionClicked.emit(title)
    up = ids(model)
    assert up == sorted(up, key=lambda item: model._collator.sortKey(model.plan[item].title))
    pane.table.columns.sectionClicked.emit(title)
    assert ids(model) == up[::-1]
    pane.table.columns.sectionClicked.emit(title)
    assert ids(model) == ["m1", "m1a", "m1b", "m2", "m3"]
    assert not pane.table.columns.isSortIndicatorShown()


@pytest.mark.parametrize("descending", [False, True])
def test_what_says_nothing_comes_last(model, descending):
    model.sort_by("facet:causes", descending=descending)
    assert ids(model)[0] == "m3"


def test_an_edit_moves_no_row_until_it_is_sorted_again(model, bridge):
    model.sort_by("title")
    before = ids(model)
    bridge.run(lambda: set_field(bridge.plan, before[0], "title", "最后一条", bridge.derived.today))
    assert ids(model) == before
    model.sort_by("title")
    assert ids(model)[-1] == before[0]


def test_an_edit_moves_a_row_to_its_group(model, pane, bridge):
    pane.group_by("status")
    bridge.run(lambda: set_field(bridge.plan, "m2", "status", "done", bridge.derived.today))
    place = ids(model).index("m2")
    assert model.heading_at(place - 1).label == "已完成"


def test_a_removed_measure_leaves_the_list_and_the_selection_stays(model, pane, bridge):
    pane.table.select("m3")
    bridge.run(lambda: remove(bridge.plan, ["m2"]))
    assert ids(model) == ["m1", "m1a", "m1b", "m3"]
    assert pane.table.current_id() == "m3"
    assert pane.table.selected_ids() == ["m3"]


def test_typing_into_a_cell_changes_the_plan(model, bridge):
    assert model.setData(model.index_of("m2"), "新标题")
    assert bridge.plan["m2"].title == "新标题"


def test_a_field_of_ones_own_is_a_column_and_a_grouping_at_once(model, pane, bridge):
    document = bridge.document
    bridge.run(
        lambda: define_field(bridge.plan, "来源", "measure", "choice", document.new_id, options=("市级",))
    )
    key = own_key("new-1")
    assert model.columns[-1].key == key
    assert not pane.table.columns.isSectionHidden(len(model.columns) - 1)
    assert model.setData(model.index_of("m2", len(model.columns) - 1), "市级")
    pane.group_by(key)
    assert ids(model)[:2] == ["市级", "m2"]
    document.undo()
    document.undo()
    assert model.group == ""
    assert model.columns[-1].key != key
