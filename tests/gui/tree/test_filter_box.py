import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from planner.domain.plan import Plan
from planner.gui.tree.empty_state import EmptyState
from planner.gui.tree.filter_box import FilterBox
from planner.gui.tree.view import TreeView


@pytest.fixture
def box(qtbot, view, icons):
    box = FilterBox(view, icons)
    qtbot.addWidget(box)
    box.show()
    return box


def shown(view):
    return [row.id for row in view.outline.rows]


def buttons(view):
    state = view.findChild(EmptyState)
    return {button.text(): button for button in state.findChildren(QPushButton) if button.isVisible()}


def test_typing_filters_and_says_how_many_rows_are_hidden(box, view):
    QTest.keyClicks(box.edit, "2.")
    assert shown(view) == ["layer-1", "component-1", "m2"]
    assert box.count.text() == "已隐藏 6 行"
    assert box.count.isVisible()


def test_escape_clears_the_filter(box, view):
    QTest.keyClicks(box.edit, "2.")
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert len(shown(view)) == 9
    assert not box.count.isVisible()


def test_down_goes_to_the_first_row_that_was_looked_for(box, view):
    QTest.keyClicks(box.edit, "2.")
    QTest.keyClick(box.edit, Qt.Key.Key_Down)
    assert view.current_id() == "m2"
    assert view.window().focusWidget() is view


def test_a_filter_without_hits_says_so_and_can_be_cleared(box, view):
    box.edit.setText("没有这个")
    assert view.findChild(EmptyState).isVisible()
    assert "没有匹配“没有这个”的条目" in view.findChild(EmptyState).reason
    buttons(view)["清除筛选"].click()
    assert box.edit.text() == ""
    assert not view.findChild(EmptyState).isVisible()


def test_row_50_an_empty_plan_offers_the_first_row(qtbot, make_bridge, icons):
    view = TreeView(make_bridge(Plan([])), icons)
    qtbot.addWidget(view)
    view.show()
    assert view.findChild(EmptyState).reason == "计划还是空的"
    buttons(view)["添加层"].click()
    assert shown(view) == ["new-1"]
    assert not view.findChild(EmptyState).isVisible()


def test_an_empty_plan_open_for_reading_offers_nothing(qtbot, make_bridge, icons):
    view = TreeView(make_bridge(Plan([])), icons)
    qtbot.addWidget(view)
    view.set_editable(False)
    view.show()
    assert view.findChild(EmptyState).isVisible()
    assert buttons(view) == {}


def test_rows_are_found_by_the_initials_of_their_sounds(qtbot, make_bridge, icons):
    sounds = {"修订条例": "xdtl"}
    view = TreeView(make_bridge(initials=lambda text: sounds.get(text, "")), icons)
    qtbot.addWidget(view)
    box = FilterBox(view, icons)
    qtbot.addWidget(box)
    box.edit.setText("xdtl")
    assert shown(view) == ["layer-1", "component-1", "m1"]
