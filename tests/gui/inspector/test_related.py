import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.commands.structure import remove
from planner.domain.items import Adjustment, Milestone, Report
from tests.gui.bridges import type_text


@pytest.fixture
def milestones(inspector):
    inspector.resize(440, 700)
    inspector.show_item("m1")
    QApplication.processEvents()
    return inspector.tables["milestone"]


def enter(editor, typed):
    editor.control.setFocus()
    editor.control.selectAll()
    type_text(editor.control, typed)
    QTest.keyClick(editor.control, Qt.Key.Key_Return)


def test_a_measure_has_a_table_for_each_kind_that_belongs_to_it(inspector):
    inspector.show_item("m1")
    assert list(inspector.tables) == ["milestone", "adjustment", "goal", "report", "funding"]
    inspector.show_item("i1")
    assert list(inspector.tables) == ["value"]
    assert inspector.tables["value"].ids == ["v1"]


def test_a_milestone_is_added_named_and_dated_in_place(milestones, plan, bridge):
    before = plan.copy()
    milestones.add_button.click()
    added = milestones.ids[-1]
    assert milestones.editor(1, "title").control.hasFocus()
    enter(milestones.editor(1, "title"), "送审")
    enter(milestones.editor(1, "due"), "三季度末")
    milestone = plan.get(added, Milestone)
    assert (milestone.title, milestone.due) == ("送审", "三季度末")
    assert milestones.editor(1, "due").note == "→ 2025-09-30"
    for _ in range(3):
        bridge.document.undo()
    assert plan == before
    assert milestones.ids == ["s1"]


def test_rows_are_moved_and_removed(milestones, plan):
    milestones.add()
    added = milestones.ids[-1]
    enter(milestones.editor(1, "title"), "送审")
    milestones.move_row(added, -1)
    assert milestones.ids == [added, "s1"]
    assert milestones.editor(0, "title").typed == "送审"
    milestones.remove_row(added)
    assert milestones.editor(0, "title").typed == "形成草案"
    assert not milestones.editor(1, "title").isVisible()


def test_the_menu_of_a_row_opens_its_form(milestones, inspector):
    milestones.action(0, "open").trigger()
    assert inspector.item_id == "s1"
    assert inspector.header.title == "形成草案"


def test_columns_come_from_the_field_table_as_many_as_there_is_room_for(milestones, inspector):
    assert milestones.columns == ["title", "due", "deliverable", "done"]
    inspector.resize(330, 700)
    QApplication.processEvents()
    assert milestones.columns == ["title", "due", "deliverable"]


def test_what_happens_on_a_day_is_dated_today(inspector, plan):
    inspector.show_item("m1")
    for key, cls in (("adjustment", Adjustment), ("report", Report)):
        inspector.tables[key].add()
        assert plan.get(inspector.tables[key].ids[-1], cls).date == "2025-06-01"


def test_a_report_that_stood_before_is_not_written_over(inspector, plan):
    inspector.show_item("m1a")
    reports = inspector.tables["report"]
    reports.add()
    assert reports.editor(0, "done").control.isReadOnly()
    assert not reports.action(0, "remove").isEnabled()
    assert not reports.editor(1, "done").control.isReadOnly()
    assert reports.action(1, "remove").isEnabled()
    inspector.show_item("r1")
    assert inspector.editors["done"].control.isReadOnly()
    assert not inspector.editors["light"].control.isEnabled()


def test_rows_removed_elsewhere_leave(milestones, bridge):
    bridge.run(lambda: remove(bridge.plan, ["s1"]))
    assert milestones.ids == []
    assert milestones.columns == []


def test_cells_are_named_by_row_and_column(milestones):
    assert milestones.editor(0, "due").control.accessibleName() == "第 1 行，完成时限"
