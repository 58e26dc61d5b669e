"""Paragraphs of reports written in the window: kept in one step, numbers that changed marked."""

import pytest
from PySide6.QtWidgets import QWidget

from planner.app.passages import Slot, passage_in
from planner.domain.items import Measure, Passage
from planner.gui.dialogs.questions import Questions
from planner.gui.passages.dialog import PassagesDialog, Source
from planner.gui.passages.drafts import Page
from planner.reports.status.order import Order
from planner.reports.status.templates import BrokenTemplate
from tests.gui.bridges import make_bridge, make_icons
from tests.reports.sources import plan_of
from tests.reports.status.sheets import maker

SUMMARY = Slot("report", "summary")


@pytest.fixture
def bridge():
    written = Passage(
        "p", report="report", slot="summary", text="完成3项，共1项。", numbers='{"done": "3", "counted": "1"}'
    )
    return make_bridge(plan_of(Measure("m", title="一", status="done"), written))


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened(qtbot, window, bridge, *, editable=True, make=None):
    plan = bridge.plan.copy()

    def make_page(report, period):
        sheets = maker(plan)
        return Page(report, period, sheets.computed_texts(Order(report, period=period)), sheets.facts)

    dialog = PassagesDialog(Source(bridge, make_icons(), make or make_page, editable), window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.note.text() != "正在整理……")
    return dialog


def test_the_computed_text_stands_beside_the_written_one(qtbot, window, bridge):
    dialog = opened(qtbot, window, bridge)
    assert dialog.editor.heading.text() == "一、总体情况"
    assert "已完成 1 项" in dialog.editor.computed.toPlainText()
    assert dialog.editor.own.toPlainText() == "完成3项，共1项。"


def test_numbers_that_changed_are_marked_and_named(qtbot, window, bridge):
    dialog = opened(qtbot, window, bridge)
    assert dialog.editor.note.text() == "写下之后变了的数字：3 → 1"
    marked = [selection.cursor.selectedText() for selection in dialog.editor.own.extraSelections()]
    assert marked == ["3"]
    assert "有数字变了" in dialog.slots_list.item(0).text()


def test_numbers_looked_over_are_no_longer_marked(qtbot, window, bridge):
    dialog = opened(qtbot, window, bridge)
    dialog.editor.approve.click()
    assert dialog.editor.note.isHidden()
    dialog.accept()
    again = opened(qtbot, window, bridge)
    assert again.editor.note.isHidden()
    assert passage_in(bridge.plan, SUMMARY).text == "完成3项，共1项。"


def test_all_that_was_written_is_one_step(qtbot, window, bridge):
    before = bridge.plan.copy()
    dialog = opened(qtbot, window, bridge)
    assert not dialog.accept_button.isEnabled()
    dialog.editor.give_up.click()
    dialog.slots_list.setCurrentRow(1)
    dialog.editor.take.click()
    assert dialog.editor.own.toPlainText() == dialog.editor.computed.toPlainText()
    dialog.editor.own.setPlainText("手写的")
    assert dialog.accept_button.isEnabled()
    dialog.accept()
    assert passage_in(bridge.plan, SUMMARY) is None
    assert [passage.text for passage in bridge.plan.of(Passage).values()] == ["手写的"]
    bridge.document.undo()
    assert bridge.plan == before


def test_drafts_stay_while_another_report_is_looked_at(qtbot, window, bridge):
    dialog = opened(qtbot, window, bridge)
    dialog.editor.own.setPlainText("新写的")
    dialog.report.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.note.text() != "正在整理……")
    dialog.report.setCurrentIndex(0)
    qtbot.waitUntil(lambda: dialog.note.text() != "正在整理……")
    assert dialog.editor.own.toPlainText() == "新写的"


def test_writing_back_what_was_kept_is_no_change(qtbot, window, bridge):
    dialog = opened(qtbot, window, bridge)
    kept = dialog.editor.own.toPlainText()
    dialog.editor.own.setPlainText("别的")
    dialog.editor.own.setPlainText(kept)
    assert not dialog.drafts.changed


@pytest.mark.parametrize(("answer", "closed"), [(None, False), (0, True)])
def test_closing_asks_before_anything_is_lost(qtbot, window, bridge, monkeypatch, answer, closed):
    dialog = opened(qtbot, window, bridge)
    dialog.editor.own.setPlainText("别的")
    monkeypatch.setattr(Questions, "choose", lambda *_arguments: answer)
    dialog.reject()
    assert dialog.isHidden() is closed


def test_a_plan_for_reading_only_can_t_be_written_into(qtbot, window, bridge):
    dialog = opened(qtbot, window, bridge, editable=False)
    assert dialog.editor.own.isReadOnly()
    assert not dialog.editor.approve.isEnabled()


def test_a_broken_template_is_told(qtbot, window, bridge):
    def broken(report, period):
        raise BrokenTemplate("report.md.j2", 7, "坏了")

    dialog = opened(qtbot, window, bridge, make=broken)
    assert dialog.note.text() == "模板“report.md.j2”第 7 行有误：坏了。"
    assert not dialog.editor.isEnabled()


def test_markup_in_a_plan_is_text(qtbot, window):
    bridge = make_bridge(plan_of(Measure("m", title="<b>粗</b>", due="2025-01", status="in_progress")))
    dialog = opened(qtbot, window, bridge)
    texts = [text.text for text in dialog._page.texts]
    assert any("<b>粗</b>" in text for text in texts)
