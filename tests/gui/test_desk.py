"""The panes of an open plan working together; names give the row of the conventions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from planner.app.commands import structure
from planner.app.commands.edit import set_field
from planner.app.ports import JournalFailed
from planner.gui.panes import enter


@pytest.fixture
def desk(open_window, qtbot):
    open_window.activateWindow()
    QApplication.processEvents()
    return open_window.desk


def status(window, name):
    return window.statusBar().findChild(QLabel, f"status_{name}")


def test_row_32_f6_goes_round_the_panes(desk, open_window, qtbot):
    panes = desk.panes.around(desk.panes.tree)
    panes[0].setFocus()
    visited = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        visited += [place for place, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)]
    assert visited == [1, 2, 3, 0]


def test_row_32_hidden_panes_are_left_out(desk):
    desk.panes.tree.setFocus()
    desk.docks.show_inspector(False)
    desk.docks.show_indicators(False)
    desk.next_pane()
    assert desk.panes.filter_box.isAncestorOf(QApplication.focusWidget())


def test_the_plan_itself_can_be_edited_in_the_inspector(desk, open_window):
    desk.docks.show_inspector(False)
    open_window._actions["plan_head"].trigger()
    assert desk.panes.inspector.isVisible()
    assert {"title", "issuer", "light_rule"} <= desk.panes.inspector.editors.keys()
    assert desk.panes.inspector.isAncestorOf(QApplication.focusWidget())


def test_ctrl_f_goes_to_the_filter_box(desk, open_window, qtbot):
    desk.panes.filter_box.edit.setText("条例")
    desk.panes.tree.setFocus()
    qtbot.keyClick(desk.panes.tree, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is desk.panes.filter_box.edit
    assert desk.panes.filter_box.edit.selectedText() == "条例"


def test_row_06_del_removes_with_undo_and_no_question(desk, questions, qtbot):
    desk.panes.tree.select("m2")
    desk.panes.tree.setFocus()
    qtbot.keyClick(desk.panes.tree, Qt.Key.Key_Delete)
    assert "m2" not in desk.bridge.plan
    assert questions.asked == []
    desk.undo()
    assert "m2" in desk.bridge.plan


def test_del_in_another_pane_removes_nothing(desk, qtbot):
    desk.panes.tree.select("m2")
    desk.panes.filter_box.edit.setFocus()
    qtbot.keyClick(desk.panes.filter_box.edit, Qt.Key.Key_Delete)
    assert "m2" in desk.bridge.plan


def test_row_52_status_bar_counts_selection_filter_and_save_state(desk, open_window, edit):
    assert status(open_window, "counts").text() == "举措 3 · 子举措 2 · 里程碑 1 · 指标 1"
    desk.panes.tree.selectAll()
    assert status(open_window, "selection").text() == f"已选 {desk.panes.tree.tree_model.rowCount()} 行"
    desk.panes.filter_box.edit.setText("条例")
    assert status(open_window, "hidden").text().startswith("筛选隐藏")
    assert status(open_window, "save").text() == "已保存"
    edit(open_window)
    assert status(open_window, "save").text() == "有未保存的修改"


def test_counts_follow_what_is_removed_and_undone(desk, open_window):
    desk.bridge.run(lambda: structure.remove(desk.bridge.plan, ["m1"]))
    assert status(open_window, "counts").text() == "举措 2 · 子举措 0 · 里程碑 0 · 指标 1"
    desk.undo()
    assert status(open_window, "counts").text() == "举措 3 · 子举措 2 · 里程碑 1 · 指标 1"


def test_the_inspector_shows_the_current_row(desk):
    desk.panes.tree.select("m3")
    assert desk.panes.inspector.item_id == "m3"


def test_the_head_follows_the_plan(desk):
    today = desk.bridge.derived.today
    desk.bridge.run(lambda: set_field(desk.bridge.plan, "plan", "title", "<b>新名</b>", today))
    labels = desk.findChild(QWidget, "plan_header").findChildren(QLabel)
    title = next(label for label in labels if label.text() == "<b>新名</b>")
    assert title.textFormat() is Qt.TextFormat.PlainText


def test_a_refused_command_is_said_and_the_next_edit_takes_the_notice_away(desk, open_window, edit):
    desk.bridge.refused.emit("不行。")
    assert desk.banners.texts() == {"refused": "不行。"}
    edit(open_window)
    assert desk.banners.texts() == {}


class FullDisk:
    def append(self, entry):
        raise JournalFailed


class NoDisk:
    def append(self, entry):
        pass


def test_a_failing_journal_is_said_until_it_works_again(desk, open_window, edit):
    desk.bridge.document.use_journal(FullDisk())
    edit(open_window, "甲")
    assert "尽快保存" in desk.banners.texts()["journal"]
    desk.bridge.document.use_journal(NoDisk())
    edit(open_window, "乙")
    assert desk.banners.texts() == {}


def test_typing_in_the_inspector_is_saved_too(desk, open_window, context, saved_plan, qtbot):
    desk.panes.tree.select("m2")
    enter(desk.panes.inspector.editors["title"])
    qtbot.keyClicks(QApplication.focusWidget(), "X")
    open_window.files.save()
    open_window.files.settle()
    assert "X" in context.workspace().read(saved_plan).content.plan["m2"].title


def test_row_44_panes_and_columns_survive_a_restart(desk, open_window, shell, saved_plan):
    desk.docks.show_indicators(False)
    desk.panes.tree.columns.resizeSection(1, 333)
    open_window.close()
    again = shell.new_window()
    again.show()
    again.files.open_path(saved_plan)
    assert not again.desk.panes.indicators.isVisible()
    assert again.desk.panes.inspector.isVisible()
    assert again.desk.panes.tree.columns.sectionSize(1) == 333
    assert not again._actions["show_indicators"].isChecked()


def test_row_57_every_control_has_an_accessible_name(open_window):
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in open_window.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


@pytest.mark.parametrize("points", [10, 14])
def test_row_54_the_window_fits_a_small_screen_with_large_letters(open_window, qapp, points):
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(points)
    qapp.setFont(larger)
    open_window.resize(1024, 740)
    QApplication.processEvents()
    try:
        assert open_window.width() == 1024
        assert open_window.height() == 740
        assert open_window.minimumSizeHint().width() <= 1024
    finally:
        qapp.setFont(font)


def test_rows_out_of_sight_are_not_acted_on(desk, open_window):
    desk.panes.tree.select("m2")
    assert open_window._actions["remove"].isEnabled()
    desk.show_view("owners")
    assert not open_window._actions["remove"].isEnabled()
    assert not open_window._actions["indent"].isEnabled()
    desk.show_view("plan")
    assert open_window._actions["remove"].isEnabled()
