"""The view of the checks: findings by severity, mended, waived, switched off."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from planner.app.checks.findings import Severity
from planner.app.checks.table import RULES
from planner.app.commands.checking import RuleChoice
from planner.app.commands.edit import set_field
from planner.app.commands.structure import Spot, add
from planner.domain.items import RuleSetting, Unit, Waiver
from planner.domain.plan import Plan
from planner.gui.views.checks.model import Place
from planner.gui.views.checks.reason import ReasonDialog
from planner.gui.views.checks.rules_dialog import RulesDialog
from planner.gui.views.checks.view import ChecksView
from tests.gui.bridges import TODAY, type_text


@pytest.fixture
def view(stage, shown):
    made = ChecksView(
        stage,
        ask=lambda *_: "已另行安排",
        ask_off=lambda *_: "本计划不查",
        choose_rules=lambda *_: {"overload": RuleChoice(limit=20.0), "no_deadline": RuleChoice("error")},
    )
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
    assert view.bar.rules_button.text() == "规则（停用 1）"
    assert [setting.reason for setting in bridge.plan.of(RuleSetting).values()] == ["本计划不查"]
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
    dialog = ReasonDialog(bridge.words, "免检", "“<b>甲</b>”没有牵头单位。", None)
    qtbot.addWidget(dialog)
    accept = dialog.buttons.buttons()[0]
    assert not accept.isEnabled()
    dialog.edit.setPlainText(" 另有安排 ")
    assert accept.isEnabled()
    assert dialog.reason == "另有安排"
    assert any("<b>甲</b>" in label.text() for label in dialog.findChildren(QLabel))


def test_all_that_is_selected_is_mended_in_one_step(view, bridge, qtbot):
    for title in ("市档案局", "市地震局"):
        values = {"title": title}
        bridge.run(lambda values=values: add(bridge.plan, Unit, Spot(), bridge.document.new_id, values))
    qtbot.waitUntil(lambda: sum(code == "unused_unit" for code, _ in listed(view)) >= 2)
    fixable = [line.finding for line in view.model.lines if line.finding and line.finding.fixable]
    assert len(fixable) > 1
    before = Plan(bridge.plan.items())
    view.table.selectAll()
    assert view.bar.fix_button.text() == f"修复 {len(fixable)} 项"
    view.bar.fix_button.click()
    qtbot.waitUntil(lambda: not {(one.code, one.item) for one in fixable} & set(listed(view)))
    bridge.document.undo()
    assert bridge.plan == before


def test_several_findings_are_waived_for_one_reason_and_found_again(view, bridge, qtbot):
    before = Plan(bridge.plan.items())
    count = len(listed(view))
    view.table.selectAll()
    view.bar.waive_button.click()
    qtbot.waitUntil(lambda: not listed(view))
    assert {waiver.reason for waiver in bridge.plan.of(Waiver).values()} == {"已另行安排"}
    view.bar.chips["waived"].setChecked(True)
    assert len(listed(view)) == count
    view.table.selectAll()
    assert view.bar.waive_button.text() == "恢复校核"
    view.bar.waive_button.click()
    assert bridge.plan == before


def test_rules_are_set_in_one_step(view, bridge):
    before = Plan(bridge.plan.items())
    view.bar.rules_button.menu().actions()[-1].trigger()
    settings = {one.rule: (one.severity, one.limit) for one in bridge.plan.of(RuleSetting).values()}
    assert settings == {"overload": ("", 20.0), "no_deadline": ("error", None)}
    bridge.document.undo()
    assert bridge.plan == before


def test_the_dialog_of_rules_says_what_was_changed(qtbot, bridge):
    dialog = RulesDialog(bridge.plan, bridge.words, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.changed
    with_limit = next(code for code, rule in RULES.items() if rule.limit is not None)
    dialog.select(with_limit)
    assert dialog.limit.isVisible()
    dialog.limit.setValue(33)
    dialog.select("no_lead")
    assert not dialog.limit.isVisible()
    dialog.severity.setCurrentIndex(dialog.severity.findData("off"))
    dialog.severity.activated.emit(dialog.severity.currentIndex())
    type_text(dialog.reason, "由各区确定")
    assert dialog.changed == {
        with_limit: RuleChoice(limit=33.0),
        "no_lead": RuleChoice("off", None, "由各区确定"),
    }
    dialog.search.setText("由各区")
    shown = [code for code, item in dialog._items.items() if not item.isHidden()]
    assert shown == ["no_lead"]
