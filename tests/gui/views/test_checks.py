"""The view of the checks: findings by severity, mended, waived, switched off."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from planner.app.checks.findings import Severity
from planner.app.commands.edit import set_field
from planner.domain.items import RuleSetting, Waiver
from planner.domain.plan import Plan
from planner.gui.views.checks.model import Place
from planner.gui.views.checks.reason import ReasonDialog
from planner.gui.views.checks.view import ChecksView
from tests.gui.bridges import TODAY


@pytest.fixture
def view(stage, shown):
    made = ChecksView(stage, ask=lambda *_: "已另行安排")
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return shown(made)


def listed(view):
    return [(line.finding.code, line.finding.item) for line in view.model.lines if line.finding]


def test_findings_stand_below_their_severity_with_the_count(view, stage):
    counts = stage.checks.counts
    headings = {line.severity: line.count for line in view.model.lines if line.finding is None}
    assert headings == {severity: count for severity, count in counts.items() if count}
    assert view.bar.chips["error"].text() == f"错误 {counts[Severity.ERROR]}"
    assert ("no_lead", "m3") in listed(view)


def test_a_line_says_what_and_where(view):
    view.select("no_lead", "m3")
    row = view.table.currentIndex().row()
    texts = [view.model.index(row, column).data() for column in Place]
    assert texts[Place.SENTENCE] == "“开放数据”没有牵头单位。"
    assert texts[Place.ITEM].endswith("开放数据")
    assert texts[Place.RULE].endswith("no_lead")


def test_an_edit_takes_its_finding_away(view, bridge, qtbot):
    assert ("no_deadline", "m3") in listed(view)
    bridge.run(lambda: set_field(bridge.plan, "m3", "due", "2025年底前", TODAY))
    qtbot.waitUntil(lambda: ("no_deadline", "m3") not in listed(view))


def test_a_click_shows_the_item(view, asked, qtbot):
    view.select("no_lead", "m3")
    view.table.clicked.emit(view.table.currentIndex())
    assert asked[-1] == "m3"


def test_a_fix_is_one_step_of_undo(view, bridge, qtbot):
    fixable = [line.finding for line in view.model.lines if line.finding and line.finding.fixable]
    assert fixable, "the plan of the fixture should have something to mend"
    before = Plan(bridge.plan.items())
    finding = fixable[0]
    view.select(finding.code, finding.item)
    assert view.bar.fix_button.isEnabled()
    view.bar.fix_button.click()
    qtbot.waitUntil(lambda: (finding.code, finding.item) not in listed(view))
    bridge.document.undo()
    assert bridge.plan == before


def test_a_waived_finding_is_listed_with_its_reason_and_can_be_found_again(view, bridge, qtbot):
    view.select("no_lead", "m3")
    view.bar.waive_button.click()
    qtbot.waitUntil(lambda: ("no_lead", "m3") not in listed(view))
    assert [waiver.reason for waiver in bridge.plan.of(Waiver).values()] == ["已另行安排"]
    view.bar.chips["waived"].setChecked(True)
    view.select("no_lead", "m3")
    assert view.current.reason == "已另行安排"
    view.bar.waive_button.click()
    assert not bridge.plan.of(Waiver)


def test_a_rule_is_switched_off_and_on(view, bridge, qtbot):
    view.select("no_lead", "m3")
    view.bar.off_button.click()
    qtbot.waitUntil(lambda: not any(code == "no_lead" for code, _ in listed(view)))
    assert view.bar.rules_button.isVisible()
    view.bar.rules_button.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: ("no_lead", "m3") in listed(view))
    assert not bridge.plan.of(RuleSetting)


def test_chips_and_words_leave_lines_out(view):
    view.bar.chips["error"].setChecked(False)
    assert all(line.severity is not Severity.ERROR for line in view.model.lines)
    view.bar.chips["error"].setChecked(True)
    view.bar.search.setText("开放数据")
    assert {item for _, item in listed(view)} == {"m3"}
    view.bar.search.setText("没有这几个字")
    assert view.hint.startswith("没有符合的问题")


def test_a_reason_must_be_given(qtbot, bridge):
    dialog = ReasonDialog(bridge.words, "“<b>甲</b>”没有牵头单位。", None)
    qtbot.addWidget(dialog)
    accept = dialog.buttons.buttons()[0]
    assert not accept.isEnabled()
    dialog.edit.setPlainText(" 另有安排 ")
    assert accept.isEnabled()
    assert dialog.reason == "另有安排"
    assert any("<b>甲</b>" in label.text() for label in dialog.findChildren(QLabel))
