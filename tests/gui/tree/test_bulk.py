"""One value for many rows, fill down, duplicate, sort."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPlainTextEdit

from planner.app.commands.bulk import set_all
from planner.app.commands.structure import move_by
from planner.domain.items import Measure
from planner.gui.tree.bulk_dialog import BulkDialog
from planner.gui.tree.columns import PLACES
from planner.gui.tree.sort_dialog import SortDialog


def go_to(view, item_id, key):
    view.selectionModel().setCurrentIndex(
        view.tree_model.index_of(item_id, PLACES[key]), view.selectionModel().SelectionFlag.NoUpdate
    )


@pytest.fixture
def ask(view):
    """Ask for a field of some rows, the field chosen."""

    def open_dialog(key, item_ids=("m1", "m2", "m3")):
        view.select_all_of(item_ids)
        view.bulk.set_field()
        dialog = view.findChildren(BulkDialog)[-1]
        dialog.fields.setCurrentIndex(dialog.fields.findData(key))
        return dialog

    return open_dialog


class TestOneValue:
    def test_a_choice_is_set_in_all_rows_in_one_step(self, ask, bridge):
        dialog = ask("status")
        assert isinstance(dialog.value.control, QComboBox)
        dialog.value.control.setCurrentIndex(dialog.value.control.findData("in_progress"))
        dialog.accept()
        assert [bridge.plan[row].status for row in ("m1", "m2", "m3")] == ["in_progress"] * 3
        bridge.document.undo()
        assert bridge.document.history.next_undo is None

    def test_units_are_typed(self, ask, bridge):
        dialog = ask("lead")
        dialog.value.control.setText("市教委")
        dialog.accept()
        assert [bridge.plan.targets(row, "unit", "lead") for row in ("m1", "m2", "m3")] == [["u2"]] * 3

    def test_paragraphs_and_lines_have_their_editors(self, ask):
        assert isinstance(ask("content").value.control, QPlainTextEdit)
        assert isinstance(ask("due").value.control, QLineEdit)

    def test_terms_are_ticked(self, ask, bridge):
        key = next(spec.key for spec in bridge.plan["m1"].kind.fields if spec.target == "term")
        dialog = ask(key)
        ticks = dialog.value.control
        assert isinstance(ticks, QListWidget)
        ticks.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.accept()
        assert all(len(bridge.plan.targets(row, "term")) == 1 for row in ("m1", "m2", "m3"))

    def test_a_text_that_the_field_cannot_say_is_refused_in_the_dialog(self, ask, bridge):
        dialog = ask("weight")
        dialog.value.control.setText("很多")
        dialog.accept()
        assert "很多" in dialog._trouble.text()
        assert dialog.isVisible()
        assert bridge.document.history.next_undo is None

    def test_it_begins_with_the_current_column_and_tells_what_is_there(self, view, bridge):
        view.select_all_of(["m1", "m2"])
        go_to(view, "m1", "due_now")
        view.bulk.set_field()
        dialog = view.findChildren(BulkDialog)[-1]
        assert dialog.fields.currentData() == "due"
        assert "每季度（1 行）" in dialog._now.text()

    def test_rows_without_the_field_are_counted(self, ask):
        assert "1 行没有这个字段" in ask("status", ["layer-1", "m1"])._now.text()


class TestFillDown:
    def test_the_first_selected_row_fills_the_others(self, view, bridge):
        view.select_all_of(["m1", "m2", "m3"])
        go_to(view, "m1", "lead")
        view.bulk.fill_down()
        assert [bridge.plan.targets(row, "unit", "lead") for row in ("m2", "m3")] == [["u1"], ["u1"]]

    def test_a_single_row_takes_from_the_row_above(self, view, bridge):
        view.select("m1b")
        bridge.run(lambda: set_all(bridge.plan, ["m1a"], "status", "done", bridge.derived.today))
        go_to(view, "m1b", "status")
        view.bulk.fill_down()
        assert bridge.plan["m1b"].status == "done"


def test_a_branch_is_duplicated_and_the_copy_selected(view, bridge):
    view.select("m1")
    view.bulk.duplicate()
    measures = bridge.plan.children("component-1", Measure)
    assert [measure.title for measure in measures] == ["修订条例", "修订条例", "优化服务"]
    assert view.selected_ids() == [measures[1].id]
    assert [child.title for child in bridge.plan.children(measures[1].id, Measure)] == ["起草", "审议"]


class TestSort:
    @pytest.fixture
    def dialog(self, view):
        view.select("m1")
        view.bulk.ask_sort()
        return view.findChildren(SortDialog)[-1]

    def test_siblings_are_sorted_by_a_field(self, dialog, bridge, view):
        dialog.fields.setCurrentIndex(dialog.fields.findData("title"))
        dialog.direction.setCurrentIndex(1)
        dialog.accept()
        assert bridge.plan.child_ids("component-1", Measure) == ["m2", "m1"]
        assert view.selected_ids() == ["m1"]

    def test_below_the_current_row_and_downwards(self, dialog, bridge):
        dialog.fields.setCurrentIndex(dialog.fields.findData("progress"))
        dialog.scope.setCurrentIndex(1)
        dialog.direction.setCurrentIndex(1)
        bridge.run(lambda: move_by(bridge.plan, ["m1a"], 1))
        dialog.accept()
        assert bridge.plan.child_ids("m1", Measure) == ["m1a", "m1b"]

    def test_numbers_in_titles_count_as_numbers_and_chinese_by_sound(self, view, bridge):
        titles = {"m1": "第10条", "m2": "第2条"}
        for row, title in titles.items():
            bridge.run(
                lambda row=row, title=title: set_all(bridge.plan, [row], "title", title, bridge.derived.today)
            )
        view.bulk.sort("component-1", "title", False)
        assert bridge.plan.child_ids("component-1", Measure) == ["m2", "m1"]
        for row, title in {"m1": "北京", "m2": "重庆"}.items():
            bridge.run(
                lambda row=row, title=title: set_all(bridge.plan, [row], "title", title, bridge.derived.today)
            )
        view.bulk.sort("component-1", "title", False)
        assert bridge.plan.child_ids("component-1", Measure) == ["m1", "m2"]
