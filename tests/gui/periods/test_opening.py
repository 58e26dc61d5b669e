"""The dialogs of periods and texts on a real window: opened by actions, gone with the plan."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from planner.app.periods import closed_periods
from planner.gui.passages.dialog import PassagesDialog
from planner.gui.periods.compare import CompareDialog
from planner.gui.periods.dialog import PeriodsDialog
from planner.gui.periods.state import StateDialog
from planner.gui.print_preview.dialog import PrintPreview


def shown(window, cls):
    return [dialog for dialog in window.findChildren(cls) if dialog.isVisible()]


def close_period(window):
    window.trigger("periods")
    (dialog,) = shown(window, PeriodsDialog)
    dialog.close_button.click()
    return dialog


@pytest.mark.parametrize("cls", [StateDialog, CompareDialog])
def test_a_closed_period_leads_on(open_window, qtbot, cls):
    dialog = close_period(open_window)
    assert closed_periods(open_window.desk.bridge.plan)
    (dialog.state_button if cls is StateDialog else dialog.compare_button).click()
    (opened,) = shown(open_window, cls)
    qtbot.waitUntil(lambda: opened.pane.hint.text() != "正在整理……")
    assert opened.pane.summary.text()
    opened.item_asked.emit(next(iter(open_window.desk.bridge.plan.walk())))
    opened.item_asked.emit("gone")


def test_printing_begins_with_what_was_looked_at(open_window, qtbot):
    dialog = close_period(open_window)
    name = dialog.periods.topLevelItem(0).text(0)
    dialog.state_button.click()
    shown(open_window, StateDialog)[0].print_asked.emit(name)
    (preview,) = shown(open_window, PrintPreview)
    wanted = preview.subject.wanted()
    assert (wanted.sheet, wanted.period) == ("progress", name)
    preview.close()


def test_the_dialogs_go_with_the_plan(open_window, qtbot):
    close_period(open_window)
    open_window.trigger("compare")
    session, _row = open_window.hand_over()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shown(open_window, PeriodsDialog)
    assert not shown(open_window, CompareDialog)
    session.close()


def test_texts_of_reports_open_on_the_plan_as_it_stands(open_window, qtbot):
    open_window.trigger("passages")
    (dialog,) = shown(open_window, PassagesDialog)
    qtbot.waitUntil(lambda: dialog.slots_list.count() > 0)
    assert dialog.editor.heading.text() == "一、总体情况"
    dialog.close()
