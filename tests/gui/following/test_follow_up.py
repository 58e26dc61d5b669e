import pytest

from planner.domain.items import Adjustment, Measure, Report
from planner.gui.following.deadline import DeadlineDialog
from planner.gui.following.follow_up import FollowUp
from planner.gui.following.progress import ReportDialog
from planner.gui.tree.view import TreeView
from tests.gui.bridges import make_bridge, make_icons


@pytest.fixture
def tree(qtbot):
    tree = TreeView(make_bridge(), make_icons())
    qtbot.addWidget(tree)
    tree.show()
    tree.select("m1")
    return tree


def follow_up(tree):
    return FollowUp(tree.bridge, tree, tree.current_id)


def dialog_of(tree, cls):
    return next(iter(tree.window().findChildren(cls)))


def test_a_deadline_is_adjusted_with_reason_and_approval(tree):
    follow_up(tree).adjust_deadline()
    dialog = dialog_of(tree, DeadlineDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.due.setText("2026年6月底前")
    assert dialog.reading.text() == "→ 2026-06-30"
    dialog.reason.setPlainText("立法计划调整")
    dialog.approval.setText("市政府")
    dialog.accept_button.click()
    plan = tree.bridge.plan
    (adjusted,) = plan.children("m1", Adjustment)
    assert (adjusted.due, adjusted.reason, adjusted.approval) == ("2026年6月底前", "立法计划调整", "市政府")
    assert adjusted.date == "2025-06-01"
    assert plan.get("m1", Measure).due == "2025年底前"
    tree.bridge.document.undo()
    assert not plan.children("m1", Adjustment)


def test_the_words_in_force_are_no_change(tree):
    follow_up(tree).adjust_deadline()
    dialog = dialog_of(tree, DeadlineDialog)
    dialog.due.setText("2025年底前")
    assert not dialog.accept_button.isEnabled()


def test_a_report_is_added_and_begins_the_work(tree):
    follow_up(tree).report_progress()
    dialog = dialog_of(tree, ReportDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.controls["percent"].setText("30%")
    dialog.controls["done"].setPlainText("完成草案")
    dialog.controls["light"].setCurrentIndex(1)
    dialog.accept_button.click()
    (report,) = tree.bridge.plan.children("m1", Report)
    assert (report.percent, report.done, report.light) == (30.0, "完成草案", "green")
    assert tree.bridge.plan.get("m1", Measure).status == "in_progress"


@pytest.mark.parametrize("typed", ["很多", "130"])
def test_a_percentage_that_cannot_be_is_said(tree, typed):
    follow_up(tree).report_progress()
    dialog = dialog_of(tree, ReportDialog)
    dialog.controls["percent"].setText(typed)
    assert dialog.complaint.text()
    assert not dialog.accept_button.isEnabled()


def test_a_row_of_the_framework_has_no_deadline(tree):
    tree.select("layer-1")
    follow_up(tree).adjust_deadline()
    assert not tree.window().findChildren(DeadlineDialog)
