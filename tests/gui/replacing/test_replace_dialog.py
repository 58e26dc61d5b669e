"""Find and replace with a preview, as one step."""

import pytest
from PySide6.QtCore import Qt

from planner.gui.replacing.dialog import ReplaceDialog
from tests.gui.bridges import make_bridge, make_icons


@pytest.fixture
def bridge(qapp):
    return make_bridge()


@pytest.fixture
def dialog(qtbot, bridge):
    made = ReplaceDialog(bridge, make_icons(), None)
    yield made
    made.deleteLater()


def look_for(dialog, text, replacement=""):
    dialog.wanted.setText(text)
    dialog.replacement.setText(replacement)
    dialog.search()


def test_hits_show_item_field_before_and_after(dialog):
    look_for(dialog, "条例", "办法")
    entry = dialog.hits.topLevelItem(0)
    assert [entry.text(column) for column in (1, 2, 3)] == ["标题", "修订条例", "修订办法"]
    assert entry.text(0).endswith("修订条例")
    assert dialog.count.text() == "找到 1 处，已勾选 1 处"


def test_only_ticked_hits_are_replaced_as_one_step(dialog, bridge):
    look_for(dialog, "草", "稿")
    assert len(dialog.hits.hits) == 3
    dialog.hits.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    kept = dialog.hits.hits[0]
    before = {item: bridge.plan[item] for item in ("m1a", "s1", "r1")}
    dialog.replace_ticked()
    changed = {item for item in before if bridge.plan[item] != before[item]}
    assert len(changed) == 2
    assert kept.item_id not in changed
    bridge.document.undo()
    assert {item: bridge.plan[item] for item in before} == before


def test_a_wrong_pattern_is_said_at_once(dialog):
    dialog.regex.setChecked(True)
    look_for(dialog, "草(")
    assert dialog.note.text().startswith("正则表达式有误")
    assert dialog.wanted.property("invalid")
    assert not dialog.replace_button.isEnabled()
    look_for(dialog, "草(案)")
    assert not dialog.note.text()


def test_groups_of_a_pattern_are_put_in(dialog, bridge):
    dialog.regex.setChecked(True)
    look_for(dialog, "(修订)(条例)", r"\2\1")
    dialog.replace_ticked()
    assert bridge.plan["m1"].title == "条例修订"


def test_only_the_chosen_fields_are_searched(dialog):
    dialog._tick_field("milestone/title", chosen=False)
    look_for(dialog, "草")
    assert {hit.item_id for hit in dialog.hits.hits} == {"m1a", "r1"}
    assert "全部" not in dialog.scope.text()


def test_a_hit_is_gone_to(dialog, qtbot):
    look_for(dialog, "草案")
    with qtbot.waitSignal(dialog.place_asked) as asked:
        dialog.go_button.click()
    assert asked.args == ["s1"]


def test_a_plan_that_may_not_be_changed_is_only_searched(dialog):
    dialog.set_editable(False)
    look_for(dialog, "条例", "办法")
    assert dialog.count.text()
    assert not dialog.replace_button.isEnabled()
