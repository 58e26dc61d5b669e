"""The parts of the inspector: opened and closed, counted, and where follow-up begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from planner.app.commands.edit import set_field
from planner.app.commands.own_fields import define_field
from planner.app.commands.progress import adjust_deadline
from planner.domain.items import Adjustment, Milestone, Report
from planner.gui.following.deadline import DeadlineDialog
from planner.gui.following.progress import ReportDialog
from planner.gui.inspector.folds import Folds
from tests.gui.bridges import TODAY


@pytest.fixture
def sections(inspector):
    inspector.show_item("m1")
    return inspector.sections


def test_parts_that_few_need_are_closed_at_first(sections, inspector):
    assert [name for name, section in sections.items() if not section.opened] == [
        "funding",
        "record",
        "source",
    ]
    assert not inspector.editors["record_number"].isVisible()
    assert inspector.editors["title"].isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_heading_opens_and_closes_by_keys(sections, inspector, qtbot, key):
    sections["record"].heading.setFocus()
    qtbot.keyClick(sections["record"].heading, key)
    assert inspector.editors["record_number"].isVisible()
    qtbot.keyClick(sections["record"].heading, key)
    assert not inspector.editors["record_number"].isVisible()


def test_what_is_open_holds_for_every_item_and_is_kept(sections, inspector, inspect, plan):
    sections["record"].open()
    sections["owners"].heading.click()
    inspector.show_item("m2")
    assert inspector.sections["record"].opened
    other = inspect(plan)
    other.show_item("m1")
    assert not other.sections["record"].opened
    other.restore_folds(inspector.folds.text())
    assert other.sections["record"].opened
    assert not other.editors["lead"].isVisible()


@pytest.mark.parametrize("text", ["", "no json", "[1]", '{"record": "yes"}'])
def test_what_cannot_be_read_leaves_parts_as_they_are(text):
    folds = Folds()
    folds.restore(text)
    assert not folds.is_open("record")
    assert folds.is_open("main")


def test_a_closed_part_says_how_much_is_filled_in(sections, bridge, plan):
    bridge.run(lambda: set_field(plan, "m1", "record_number", "沪督〔2025〕7号", TODAY))
    assert sections["record"].heading.text() == "督办（1）"
    sections["record"].open()
    assert sections["record"].heading.text() == "督办"
    assert sections["milestone"].heading.text() == "里程碑安排（1）"


def test_fields_of_ones_own_stand_in_the_form(inspector, bridge, plan):
    inspector.show_item("m1")
    bridge.run(
        lambda: define_field(plan, "总投入", "measure", "formula", bridge.document.new_id, formula="权重*2")
    )
    assert inspector.sections["notes"].heading.text() == "备注和自定义字段"
    bridge.run(lambda: set_field(plan, "m1", "weight", 3.0, TODAY))
    own = next(editor for key, editor in inspector.editors.items() if key.startswith("own:"))
    assert own.text == "6"


@pytest.mark.parametrize(("kind", "dialog"), [("adjustment", DeadlineDialog), ("report", ReportDialog)])
def test_follow_up_begins_where_it_is_read(inspector, sections, kind, dialog):
    inspector.tables[kind].add_button.click()
    (opened,) = [made for made in inspector.window().findChildren(QDialog) if made.isVisible()]
    assert isinstance(opened, dialog)
    opened.reject()
    assert not inspector.tables[kind].ids


def test_the_first_deadline_stands_above_its_changes(inspector, sections, bridge, plan):
    table = inspector.tables["adjustment"]
    assert table.first == ""
    bridge.run(
        lambda: adjust_deadline(
            plan,
            "m1",
            "2026年6月底前",
            reason="立法计划调整",
            approval="市政府",
            day=TODAY,
            new_id=bridge.document.new_id,
        )
    )
    assert table.first == "原定时限：2025年底前"
    assert table.editor(0, "reason").text == "立法计划调整"
    assert not inspector.editors["due"].control.isEnabled() or inspector.editors["due"].control.isReadOnly()
    assert plan.children("m1", Adjustment)[0].approval == "市政府"


def test_a_report_that_stood_is_not_written_over(inspect, plan):
    inspector = inspect(plan)
    inspector.show_item("m1a")
    assert plan.children("m1a", Report)
    assert inspector.tables["report"].editor(0, "done").control.isReadOnly()
    assert not inspector.tables["report"].action(0, "remove").isEnabled()


@pytest.mark.parametrize(("evidence", "opens"), [("https://example.gov.cn/1", True), ("档案 12 号", False)])
def test_the_evidence_of_a_milestone_is_one_click_away(inspector, sections, bridge, plan, evidence, opens):
    table = inspector.tables["milestone"]
    assert not table.link(0).isVisible()
    bridge.run(lambda: set_field(plan, "s1", "evidence", evidence, TODAY))
    assert plan.get("s1", Milestone).evidence == evidence
    assert table.link(0).isVisible()
    assert table.link(0).isEnabled() is opens
    assert evidence in table.link(0).toolTip()
