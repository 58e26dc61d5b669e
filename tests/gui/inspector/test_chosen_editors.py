from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.commands.edit import set_field
from planner.domain.items import Measure, Unit
from planner.domain.plan import Plan
from tests.gui.bridges import TODAY, type_text
from tests.plans import small_plan


def choose(box, data):
    place = box.findData(data)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def type_unit(editor, typed, key=Qt.Key.Key_Return):
    editor.input.setFocus()
    type_text(editor.input, typed)
    if key:
        QTest.keyClick(editor.input, key)


def test_a_status_is_chosen_and_dated(inspector, plan):
    inspector.show_item("m1")
    choose(inspector.editors["status"].box, "in_progress")
    measure = plan.get("m1", Measure)
    assert (measure.status, measure.status_date) == ("in_progress", "2025-06-01")
    assert inspector.editors["status_date"].typed == "2025-06-01"


def test_scrolling_over_a_choice_changes_nothing(inspector, plan):
    inspector.show_item("m1")
    box = inspector.editors["status"].box
    box.setFocus()
    event = QWheelEvent(
        QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert plan.get("m1", Measure).status == "not_started"
    assert box.currentData() == "not_started"


def test_a_flag_is_ticked(inspector, plan):
    inspector.show_item("u1")
    inspector.editors["collective"].box.click()
    assert plan.get("u1", Unit).collective is True


def test_a_reference_offers_all_items_of_its_kind_but_the_own(inspector, plan):
    inspector.show_item("t2")
    box = inspector.editors["broader"].box
    assert [box.itemText(place) for place in range(box.count())] == ["无", "问题 › 韧性不足"]
    assert box.currentData() == "t1"
    choose(box, "")
    assert plan["t2"].broader == ""


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.org/a", True),
        ("mailto:a@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("档案 12 号", False),
    ],
)
def test_only_web_and_mail_addresses_are_opened(inspector, bridge, monkeypatch, address, opens):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    bridge.run(lambda: set_field(bridge.plan, "s1", "evidence", address, TODAY))
    inspector.show_item("s1")
    editor = inspector.editors["evidence"]
    editor.open_button.click()
    assert opened == ([address] if opens else [])
    assert editor.open_button.isEnabled() is opens
    assert bool(editor.note) is not opens


def test_units_are_found_by_any_name_and_added_after_those_there(inspector, plan):
    inspector.show_item("m1")
    editor = inspector.editors["lead"]
    type_unit(editor, "教委、市科委")
    assert plan.targets("m1", "unit", "lead") == ["u1", "u2"]
    assert [chip.text for chip in editor.box.chips] == ["市科委", "市教委"]
    assert editor.input.text() == ""


def test_an_unknown_unit_is_announced_and_added_to_the_register(inspector, plan, bridge):
    before = plan.copy()
    inspector.show_item("m1")
    editor = inspector.editors["lead"]
    type_unit(editor, "市教委、新办", key=None)
    assert editor.note == "将新增单位：新办"
    QTest.keyClick(editor.input, Qt.Key.Key_Return)
    assert [unit.title for unit in plan.of(Unit).values()][-1] == "新办"
    assert len(plan.targets("m1", "unit", "lead")) == 3
    assert editor.note == ""
    bridge.document.undo()
    assert plan == before


def test_a_name_of_several_units_is_marked(inspect):
    items = [*small_plan().items(), Unit("u3", "", "C", title="区教育委员会", aliases=("教委",))]
    inspector = inspect(Plan(items))
    inspector.show_item("m1")
    editor = inspector.editors["lead"]
    type_unit(editor, "教委")
    assert editor.input.property("invalid") is True
    assert "教委" in editor.note
    assert len(editor.targets) == 1


def test_backspace_in_an_empty_line_takes_the_last_unit_away(inspector, plan):
    inspector.show_item("m1")
    editor = inspector.editors["lead"]
    type_unit(editor, "市教委")
    QTest.keyClick(editor.input, Qt.Key.Key_Backspace)
    assert plan.targets("m1", "unit", "lead") == ["u1"]


def test_the_completion_completes_the_last_name(inspector):
    inspector.show_item("m1")
    completer = inspector.editors["lead"].input.completer()
    line = inspector.editors["lead"].input
    line.setText("市科委、教")
    line.textEdited.emit("市科委、教")
    offered = []
    for row in range(completer.completionCount()):
        completer.setCurrentRow(row)
        offered.append(completer.currentCompletion())
    assert offered == ["市科委、市教委"]


def test_a_chip_is_removed_by_its_cross_and_opened_elsewhere(inspector, plan):
    inspector.show_item("m1")
    box = inspector.editors["indicators"].box
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.chip_area(0).topLeft() + QPoint(4, 4))
    assert inspector.item_id == "i1"
    inspector.show_item("m1")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.cross_area(0).center())
    assert plan.targets("m1", "indicator") == []


def test_chips_by_keyboard(inspector, plan):
    inspector.show_item("m3")
    editor = inspector.editors["terms"]
    editor.relink(["t2", "t1"])
    editor.box.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_Right)
    QTest.keyClick(editor.box, Qt.Key.Key_Delete)
    assert plan.targets("m3", "term") == ["t2"]
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert inspector.item_id == "t2"


def test_terms_are_ticked_in_a_list_by_facet(inspector, plan, qtbot):
    inspector.show_item("m3")
    editor = inspector.editors["terms"]
    editor.pick()
    picker = editor.picker
    groups = [picker.list.topLevelItem(place).text(0) for place in range(picker.list.topLevelItemCount())]
    assert groups == ["问题", "原因"]
    type_text(picker.search, "韧性")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert plan.targets("m3", "term") == ["t2", "t1"]
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert plan.targets("m3", "term") == ["t2"]
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_a_measure_is_not_offered_as_its_own_predecessor(inspector):
    inspector.show_item("m1")
    editor = inspector.editors["after"]
    editor.pick()
    assert "m1" not in editor.picker.offered
    assert "m3" in editor.picker.offered
    editor.picker.hide()


def test_computed_fields_say_how_they_came_about(inspector, bridge):
    inspector.show_item("m1")
    label = inspector.editors["progress"].label
    assert (label.text(), label.toolTip().splitlines()[0]) == ("20%", "按权重：2 项下级举措")
    bridge.run(lambda: set_field(bridge.plan, "m1b", "status", "done", date(2025, 6, 1)))
    assert label.text() == "70%"


def test_a_name_taken_from_the_completion_is_linked_at_once(inspector, plan, qtbot):
    inspector.show_item("m1")
    editor = inspector.editors["lead"]
    editor.input.setFocus()
    type_text(editor.input, "教")
    editor.input.completer().activated.emit("市教委")
    editor.input.setText("市教委")
    qtbot.waitUntil(lambda: plan.targets("m1", "unit", "lead") == ["u1", "u2"])
