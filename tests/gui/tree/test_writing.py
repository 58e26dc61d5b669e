"""Writing rows at the keyboard, with an input method among others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from planner.domain.items import Measure
from planner.gui.tree.columns import PLACES
from tests.gui.bridges import type_text

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def editor():
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def write(text):
    type_text(QApplication.focusWidget(), text)


def compose(text, commit=""):
    event = QInputMethodEvent(text, [])
    event.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def titles(bridge, parent="component-1"):
    return [measure.title for measure in bridge.plan.children(parent, Measure)]


def is_editing(view):
    return view.state() == QAbstractItemView.State.EditingState


@pytest.fixture
def edit(view):
    def begin(item_id="m2"):
        view.select(item_id)
        press(Key.Key_Return)

    return begin


class TestEnter:
    def test_it_edits_with_the_cursor_at_the_end(self, edit):
        edit()
        assert (editor().text(), editor().cursorPosition(), editor().selectedText()) == ("优化服务", 4, "")

    def test_at_the_end_of_a_title_it_goes_on_with_the_next_row(self, edit, view, bridge):
        edit()
        press(Key.Key_Return)
        write("第三项")
        press(Key.Key_Return)
        write("第四项")
        press(Key.Key_Return)
        press(Key.Key_Escape)
        assert titles(bridge) == ["修订条例", "优化服务", "第三项", "第四项"]
        assert not is_editing(view)
        assert bridge.plan[view.current_id()].title == "第四项"
        assert view.hasFocus()

    def test_inside_a_title_it_ends_the_edit(self, edit, view, bridge):
        edit()
        editor().setCursorPosition(2)
        write("政务")
        press(Key.Key_Return)
        assert titles(bridge) == ["修订条例", "优化政务服务"]
        assert not is_editing(view)

    def test_a_character_beyond_the_first_plane_counts_once(self, edit, bridge):
        edit()
        write("𠮷")
        press(Key.Key_Return)
        write("下一项")
        press(Key.Key_Return)
        assert titles(bridge)[1:3] == ["优化服务𠮷", "下一项"]

    def test_in_another_cell_it_ends_the_edit(self, view, bridge):
        view.setCurrentIndex(view.tree_model.index_of("m2", PLACES["due_now"]))
        press(Key.Key_Return)
        editor().setText("2026年底前")
        press(Key.Key_Return)
        assert (bridge.plan["m2"].due, len(titles(bridge))) == ("2026年底前", 2)


class TestNewRow:
    @pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
    def test_left_empty_it_is_gone_without_a_trace(self, edit, view, bridge, key):
        before, history = bridge.plan.copy(), bridge.document.history
        edit()
        press(Key.Key_Return)
        press(key)
        assert bridge.plan == before
        assert (history.next_undo, history.next_redo, history.modified) == (None, None, False)
        assert (view.current_id(), view.hasFocus(), is_editing(view)) == ("m2", True, False)

    def test_adding_naming_and_placing_it_are_one_step(self, edit, bridge):
        before = bridge.plan.copy()
        edit()
        press(Key.Key_Return)
        press(Key.Key_Tab)
        write("下一级")
        press(Key.Key_Backtab, SHIFT)
        press(Key.Key_Tab)
        press(Key.Key_Return)
        press(Key.Key_Escape)
        assert titles(bridge, "m2") == ["下一级"]
        bridge.document.undo()
        assert bridge.plan == before
        assert bridge.document.history.next_undo is None
        bridge.document.redo()
        assert titles(bridge, "m2") == ["下一级"]

    def test_indented_and_left_empty_it_is_gone_too(self, edit, bridge):
        before = bridge.plan.copy()
        edit()
        press(Key.Key_Return)
        press(Key.Key_Tab)
        press(Key.Key_Escape)
        assert bridge.plan == before
        assert bridge.document.history.next_undo is None

    def test_a_click_elsewhere_keeps_it(self, edit, view, bridge):
        edit()
        press(Key.Key_Return)
        view.select("m3")
        assert titles(bridge) == ["修订条例", "优化服务", ""]
        press(Key.Key_Return)
        press(Key.Key_Escape)
        assert titles(bridge) == ["修订条例", "优化服务", ""]

    def test_above_the_first_row(self, view, bridge):
        view.select("m1")
        view.add_above()
        write("之前")
        press(Key.Key_Return)
        press(Key.Key_Escape)
        assert titles(bridge) == ["之前", "修订条例", "优化服务"]

    def test_above_another_row_with_its_title_handed_over(self, edit, view, bridge):
        edit()
        write("了")
        view.add_above()
        write("之间")
        press(Key.Key_Return)
        press(Key.Key_Escape)
        assert titles(bridge) == ["修订条例", "之间", "优化服务了"]


class TestInputMethod:
    def test_typing_starts_an_edit(self, view, bridge):
        view.select("m2")
        compose("shu", "")
        compose("", "数据")
        QApplication.processEvents()
        press(Key.Key_Return)
        assert bridge.plan["m2"].title == "数据"

    @pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Escape])
    def test_keys_of_a_composition_do_not_end_the_row(self, edit, view, bridge, key):
        edit()
        compose("guan")
        QTest.keyClick(editor(), key)
        assert is_editing(view)
        compose("", "管理")
        QTest.keyClick(editor(), key)
        assert is_editing(view)
        assert editor().text() == "优化服务管理"
        assert len(titles(bridge)) == 2

    def test_after_the_composition_enter_goes_on(self, edit, bridge):
        edit()
        compose("guan")
        compose("", "管理")
        QApplication.processEvents()
        press(Key.Key_Return)
        write("新")
        press(Key.Key_Return)
        assert titles(bridge)[:3] == ["修订条例", "优化服务管理", "新"]


class TestMovingWhileEditing:
    def test_what_is_typed_and_the_cursor_survive(self, edit, view, bridge):
        edit()
        write("吧")
        editor().setCursorPosition(1)
        view.move_up()
        assert titles(bridge) == ["优化服务吧", "修订条例"]
        assert (editor().text(), editor().cursorPosition()) == ("优化服务吧", 1)
        press(Key.Key_Escape)
        assert titles(bridge)[0] == "优化服务吧"
