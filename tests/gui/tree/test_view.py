import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from planner.app.commands import structure
from planner.domain.items import Measure, Node
from planner.domain.plan import Plan
from planner.gui.tree import geometry
from planner.gui.tree.columns import PLACES, TITLE
from planner.gui.tree.view import TreeView

Key = Qt.Key
Modifier = Qt.KeyboardModifier
ALL = ["layer-1", "component-1", "m1", "m1a", "m1b", "m2", "component-2", "m3", "layer-2"]


def shown(view):
    return [row.id for row in view.outline.rows]


def press(view, *keys, modifier=Modifier.NoModifier):
    for key in keys:
        QTest.keyClick(view, key, modifier)


def type_text(view, text, key=Key.Key_Return):
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert view.isAncestorOf(editor)
    editor.setText(text)
    QTest.keyClick(editor, key)
    QApplication.processEvents()  # Enter and Esc end an edit through the event loop


def column_of(view):
    return view.currentIndex().column()


class TestKeys:
    def test_left_closes_then_steps_to_the_parent(self, view):
        view.select("m1")
        press(view, Key.Key_Left)
        assert shown(view) == ["layer-1", "component-1", "m1", "m2", "component-2", "m3", "layer-2"]
        press(view, Key.Key_Left)
        assert view.current_id() == "component-1"

    def test_right_opens_then_steps_to_the_first_child(self, view):
        view.select("m1")
        press(view, Key.Key_Left, Key.Key_Right)
        assert shown(view) == ALL
        press(view, Key.Key_Right)
        assert view.current_id() == "m1a"

    def test_right_on_a_leaf_goes_to_the_next_cell_and_left_comes_back(self, view):
        view.select("m2")
        press(view, Key.Key_Right)
        assert (view.current_id(), column_of(view)) == ("m2", PLACES["lead"])
        press(view, Key.Key_Left)
        assert column_of(view) == TITLE

    def test_with_ctrl_cells_are_reached_from_a_branch(self, view):
        view.select("m1")
        press(view, Key.Key_Right, modifier=Modifier.ControlModifier)
        assert (view.current_id(), column_of(view)) == ("m1", PLACES["lead"])

    def test_hidden_columns_are_passed_over(self, view):
        view.select("m2")
        view.columns.setSectionHidden(PLACES["lead"], True)
        press(view, Key.Key_Right)
        assert column_of(view) == PLACES["supporting"]

    def test_home_and_end_go_to_the_first_and_last_row(self, view):
        view.select("m1")
        press(view, Key.Key_End)
        assert view.current_id() == "layer-2"
        press(view, Key.Key_Home)
        assert (view.current_id(), view.selected_ids()) == ("layer-1", ["layer-1"])

    def test_shift_end_selects_to_the_last_row(self, view):
        view.select("component-2")
        press(view, Key.Key_End, modifier=Modifier.ShiftModifier)
        assert view.selected_ids() == ["component-2", "m3", "layer-2"]

    def test_asterisk_opens_everything_below(self, view):
        view.collapse_all()
        view.select("layer-1")
        press(view, Key.Key_Asterisk)
        assert shown(view) == ALL

    def test_tab_leaves_the_tree(self, view):
        assert not view.tabKeyNavigation()


class TestSelection:
    def test_selecting_opens_what_is_above_and_tells_once(self, view):
        view.collapse_all()
        told = []
        view.current_changed.connect(told.append)
        view.select("m1a")
        assert (view.current_id(), view.selected_ids(), told) == ("m1a", ["m1a"], ["m1a"])

    def test_selecting_what_the_filter_hides_shows_it(self, view):
        view.set_filter("开放")
        view.select("m2")
        assert view.current_id() == "m2"

    def test_selecting_what_is_not_there_changes_nothing(self, view):
        view.select("m2")
        view.select("gone")
        assert view.current_id() == "m2"

    def test_collapsing_all_keeps_the_eye_on_the_layer(self, view):
        view.select("m1a")
        view.collapse_all()
        assert (shown(view), view.current_id()) == (["layer-1", "layer-2"], "layer-1")

    def test_current_row_and_selection_survive_edits_around_them(self, view, bridge):
        view.select("m3")
        bridge.run(lambda: structure.remove(bridge.plan, ["m1"]))
        bridge.run(lambda: structure.move_by(bridge.plan, ["component-2"], -1))
        assert (view.current_id(), view.selected_ids()) == ("m3", ["m3"])

    def test_current_row_comes_back_when_the_filter_goes(self, view):
        view.select("m2")
        view.set_filter("开放")
        assert view.current_id() == ""
        view.set_filter("")
        assert view.current_id() == "m2"

    def test_scroll_position_survives_a_reset(self, qtbot, make_bridge, icons):
        plan = Plan([Measure(f"m{number:03}", "", f"{number:03}1", title="项") for number in range(300)])
        bridge = make_bridge(plan)
        view = TreeView(bridge, icons)
        qtbot.addWidget(view)
        view.resize(600, 300)
        view.show()
        view.select("m150")
        top = view.rowAt(0)
        odd = [f"m{number:03}" for number in range(201, 300, 2)]
        bridge.run(lambda: structure.remove(bridge.plan, odd))
        assert len(view.outline.rows) == 250
        assert (view.rowAt(0), view.current_id(), view.selected_ids()) == (top, "m150", ["m150"])


class TestEditing:
    def test_enter_edits_and_escape_restores(self, view, bridge):
        view.select("m2")
        press(view, Key.Key_Return)
        type_text(view, "别的", Key.Key_Escape)
        assert bridge.plan["m2"].title == "优化服务"
        press(view, Key.Key_Return)
        type_text(view, "优化办事")
        press(QApplication.focusWidget(), Key.Key_Escape)
        QApplication.processEvents()
        assert bridge.plan["m2"].title == "优化办事"
        assert view.hasFocus()

    def test_typing_starts_an_edit(self, view):
        view.select("m2")
        press(view, Key.Key_A)
        assert QApplication.focusWidget().text() == "a"

    def test_an_edit_of_a_computed_cell_goes_to_the_title(self, view):
        view.select("m2")
        view.setCurrentIndex(view.tree_model.index_of("m2", PLACES["progress"]))
        view.edit_current()
        assert column_of(view) == TITLE
        assert isinstance(QApplication.focusWidget(), QLineEdit)

    def test_a_deadline_is_read_while_it_is_typed(self, view):
        view.setCurrentIndex(view.tree_model.index_of("m2", PLACES["due_now"]))
        view.edit_current()
        editor = QApplication.focusWidget()
        editor.setText("2025年三季度末")
        assert editor.hint == "→ 2025-09-30"

    def test_names_of_units_are_completed_one_by_one(self, view, bridge):
        view.setCurrentIndex(view.tree_model.index_of("m2", PLACES["lead"]))
        view.edit_current()
        editor = QApplication.focusWidget()
        editor.setText("市科委、教")
        completer = editor.completer()
        editor.textEdited.emit(editor.text())
        assert completer.setCurrentRow(0)
        assert completer.currentCompletion() == "市科委、市教委"
        assert completer.completionCount() == 1

    def test_a_choice_is_taken_from_the_open_list(self, view, bridge):
        editor = self.open_status(view)
        editor.setCurrentIndex(editor.findData("done"))
        editor.activated.emit(editor.currentIndex())
        assert bridge.plan["m2"].status == "done"
        assert view.state() == QAbstractItemView.State.NoState

    def test_closing_the_list_of_choices_changes_nothing(self, view, bridge, qtbot):
        editor = self.open_status(view)
        editor.setCurrentIndex(editor.findData("done"))
        editor.hidePopup()
        qtbot.waitUntil(lambda: view.state() == QAbstractItemView.State.NoState)
        assert bridge.plan["m2"].status == "not_started"

    def open_status(self, view):
        index = view.tree_model.index_of("m2", PLACES["status"])
        view.setCurrentIndex(index)
        view.edit_current()
        return view.indexWidget(index)

    def test_tab_in_a_title_indents_and_goes_on_editing(self, view, bridge):
        view.select("m2")
        view.edit_current()
        type_text(view, "服务", Key.Key_Tab)
        assert (bridge.plan["m2"].parent, bridge.plan["m2"].title) == ("m1", "服务")
        assert QApplication.focusWidget().text() == "服务"
        type_text(view, "服务", Key.Key_Backtab)
        assert bridge.plan["m2"].parent == "component-1"


class TestRows:
    def test_a_sibling_comes_after_and_is_named_at_once(self, view, bridge):
        view.select("m1")
        view.add_sibling()
        assert view.current_id() == "new-1"
        type_text(view, "新举措")
        press(QApplication.focusWidget(), Key.Key_Escape)
        QApplication.processEvents()
        assert [measure.title for measure in bridge.plan.children("component-1", Measure)] == [
            "修订条例",
            "新举措",
            "优化服务",
        ]

    def test_a_child_of_a_closed_branch_is_seen(self, view, bridge):
        view.collapse_all()
        view.select("layer-1")
        view.add_child()
        assert isinstance(bridge.plan[view.current_id()], Node)
        assert bridge.plan[view.current_id()].parent == "layer-1"

    @pytest.mark.parametrize(("kind", "parent"), [("layer", ""), ("component", "layer-1"), ("measure", "m1")])
    def test_rows_of_each_kind_are_added_from_where_one_is(self, view, bridge, kind, parent):
        view.select("m1a")
        view.add(kind)
        assert bridge.plan["new-1"].parent == parent

    def test_removing_goes_to_the_next_row_and_undo_brings_all_back(self, view, bridge):
        before = bridge.plan.copy()
        view.select("m1")
        view.remove_selected()
        assert (view.current_id(), "m1a" in bridge.plan) == ("m2", False)
        view.remove_selected()
        assert view.current_id() == "component-1"
        bridge.document.undo()
        bridge.document.undo()
        assert bridge.plan == before
        assert shown(view) == ALL

    def test_several_rows_move_and_stay_selected(self, view, bridge):
        view.select_all_of(["m1a", "m1b"])
        view.outdent()
        assert bridge.plan.child_ids("component-1", Measure) == ["m1", "m1a", "m1b", "m2"]
        assert view.selected_ids() == ["m1a", "m1b"]
        view.move_down()
        assert bridge.plan.child_ids("component-1", Measure) == ["m1", "m2", "m1a", "m1b"]
        view.move_up()
        view.indent()
        assert bridge.plan.child_ids("m1", Measure) == ["m1a", "m1b"]
        assert (view.selected_ids(), view.current_id()) == (["m1a", "m1b"], "m1a")

    def test_indenting_into_a_closed_branch_keeps_the_row_in_sight(self, view):
        view.select("m1")
        press(view, Key.Key_Left)
        view.select("m2")
        view.indent()
        assert view.current_id() == "m2"
        assert view.outline.row_of("m2") is not None


class TestMouse:
    def test_a_click_on_the_expander_closes_without_selecting(self, view):
        view.select("m3")
        area = geometry.expander_rect(view.visualRect(view.tree_model.index_of("m1")), 2)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        assert "m1a" not in shown(view)
        assert view.current_id() == "m3"

    def test_a_double_click_edits(self, view):
        area = geometry.title_rect(view.visualRect(view.tree_model.index_of("m2")), 2)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        assert QApplication.focusWidget().text() == "优化服务"
