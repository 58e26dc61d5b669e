"""Fields of one's own: defined, renamed, removed, and seen in the inspector at once."""

import pytest

from planner.app.commands.edit import set_field
from planner.domain.items import OwnField
from planner.domain.own_fields import own_key, value_of
from planner.gui.inspector.inspector import Inspector
from planner.gui.own_fields.dialog import OwnFieldsDialog
from tests.gui.bridges import make_bridge, make_icons


@pytest.fixture
def bridge(qapp):
    return make_bridge()


@pytest.fixture
def dialog(qtbot, bridge):
    made = OwnFieldsDialog(bridge, make_icons(), None)
    yield made
    made.deleteLater()


def define(dialog, title, holds="text", **entries):
    form = dialog.form
    form.title.setText(title)
    form.holds.setCurrentIndex(form.holds.findData(holds))
    for name, text in entries.items():
        getattr(form, name).setText(text)
    form.add_button.click()
    return next((own for own in dialog._bridge.plan.of(OwnField).values() if own.title == title), None)


def test_a_choice_is_defined_with_its_options(dialog):
    own = define(dialog, "来源", "choice", options="市级、区级，市区共担")
    assert own.options == ("市级", "区级", "市区共担")
    assert dialog.list.topLevelItem(0).text(3) == "市级、区级、市区共担"


def test_a_name_that_is_taken_is_said_and_not_added(dialog):
    define(dialog, "来源")
    dialog.form.title.setText("来源")
    assert dialog.form.note.text()
    assert not dialog.form.add_button.isEnabled()


@pytest.mark.parametrize(
    ("formula", "complaint"),
    [("金额 *", "公式从第 5 个字符起看不懂。"), ("甲 / 2", "没有叫“甲”的数字字段。"), ("[金额] / 2", "")],
)
def test_a_formula_is_judged_while_it_is_typed(dialog, formula, complaint):
    define(dialog, "金额", "number")
    dialog.form.title.setText("一半")
    dialog.form.holds.setCurrentIndex(dialog.form.holds.findData("formula"))
    dialog.form.formula.setText(formula)
    assert dialog.form.note.text() == complaint
    assert dialog.form.add_button.isEnabled() is not bool(complaint)


def test_a_new_name_reaches_the_formulas(dialog, bridge, qtbot):
    define(dialog, "金额", "number")
    half = define(dialog, "一半", "formula", formula="金额 / 2")
    dialog.list.topLevelItem(0).setText(0, "总额")
    qtbot.waitUntil(lambda: bridge.plan[half.id].formula == "[总额] / 2")
    assert dialog.list.topLevelItem(1).text(3) == "[总额] / 2"


def test_removal_says_where_a_field_is_used(dialog, bridge):
    own = define(dialog, "金额", "number")
    define(dialog, "一半", "formula", formula="金额 / 2")
    bridge.run(lambda: set_field(bridge.plan, "m1", own_key(own.id), 5.0, bridge.derived.today))
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    dialog.remove_button.click()
    assert own.id in bridge.plan
    assert "1 个条目" in dialog.notice_text.text()
    assert "一半" in dialog.notice_text.text()
    dialog._remove()
    assert own.id not in bridge.plan
    bridge.document.undo()
    assert value_of(bridge.plan, bridge.plan["m1"], own_key(own.id)) == 5.0


def test_an_unused_field_is_removed_without_a_question(dialog, bridge):
    own = define(dialog, "多余")
    dialog.list.setCurrentItem(dialog.list.topLevelItem(0))
    dialog.remove_button.click()
    assert own.id not in bridge.plan


def test_the_inspector_has_the_field_at_once(dialog, bridge, qtbot):
    inspector = Inspector(bridge, make_icons())
    qtbot.addWidget(inspector)
    inspector.show_item("m1")
    keys = {
        holds: own_key(define(dialog, f"字段{holds}", holds, **entries).id)
        for holds, entries in (("text", {}), ("flag", {}), ("unit", {}), ("choice", {"options": "甲、乙"}))
    }
    assert set(keys.values()) <= inspector.editors.keys()
    inspector.editors[keys["flag"]].box.click()
    unit = inspector.editors[keys["unit"]]
    unit.box.setCurrentIndex(unit.box.findData("u2"))
    unit.commit()
    choice = inspector.editors[keys["choice"]]
    choice.box.setCurrentIndex(choice.box.findData("乙"))
    choice.commit()
    item = bridge.plan["m1"]
    said = [value_of(bridge.plan, item, keys[key]) for key in ("flag", "unit", "choice")]
    assert said == [True, "u2", "乙"]
    for _ in range(7):
        bridge.document.undo()
    assert not set(keys.values()) & inspector.editors.keys()
