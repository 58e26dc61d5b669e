from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from planner.app.commands.edit import set_field
from planner.app.commands.structure import remove
from planner.domain.fields import Field, FieldType, Group
from planner.domain.items import KINDS, Measure, kind_of
from planner.gui.inspector.editors import EDITORS
from planner.gui.inspector.editors.controls import TextControl
from planner.gui.inspector.form import ItemForm
from planner.gui.inspector.sections import GROUP_LABELS, in_head
from planner.gui.inspector.tools import Tools
from tests.gui.bridges import TODAY, make_icons, type_text


@pytest.fixture
def make_form(qtbot, bridge):
    holder = QWidget()
    qtbot.addWidget(holder)

    def make(kind):
        return ItemForm(kind, Group, Tools.of(bridge, make_icons()), holder)

    return make


@pytest.mark.parametrize("key", KINDS)
def test_the_form_has_every_field_of_a_kind(make_form, key):
    wanted = [spec.key for spec in KINDS[key].fields if not in_head(spec)]
    assert sorted(make_form(KINDS[key]).editors) == sorted(wanted)


def test_a_field_added_to_the_table_appears(make_form):
    kind = kind_of(Measure)
    spec = Field("budget_code", "预算科目", FieldType.TEXT, group=Group.SOURCE)
    form = make_form(replace(kind, by_key={**kind.by_key, spec.key: spec}))
    assert form.editors["budget_code"].control.accessibleName() == "预算科目"


def test_every_type_of_field_has_an_editor_and_every_group_a_label():
    assert set(EDITORS) == set(FieldType)
    assert set(GROUP_LABELS) == set(Group)


def test_the_head_says_what_where_and_how(inspector):
    inspector.show_item("m1")
    assert inspector.header.title == "1. 修订条例"
    assert [crumb.toolTip() for crumb in inspector.header.crumbs] == ["筑基", "立法保障"]
    assert inspector.header.reason.startswith("正常：") or "：" in inspector.header.reason


def test_a_crumb_goes_to_the_row(inspector, qtbot):
    inspector.show_item("m1")
    with qtbot.waitSignal(inspector.activated) as gone:
        inspector.header.crumbs[1].click()
    assert gone.args == ["component-1"]
    assert inspector.item_id == "component-1"


def test_what_is_no_row_is_shown_without_asking_the_tree(inspector, qtbot):
    inspector.show_item("m1")
    with qtbot.assertNotEmitted(inspector.activated):
        inspector.open_item("i1")
    assert inspector.header.title == "研发投入强度"
    assert inspector.header.reason == ""


def test_the_plan_shows_its_head_fields(inspector, plan):
    inspector.show_item("plan")
    field = inspector.editors["title"].control
    field.setFocus()
    field.selectAll()
    type_text(field, "新计划")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert plan.head.title == "新计划"
    assert inspector.header.title == "新计划"


def test_without_an_item_a_hint_stands_there(inspector):
    assert not inspector.editors
    assert any(label.isVisible() and label.text() for label in inspector.findChildren(QLabel))


def test_a_removed_item_leaves_the_hint(inspector, bridge):
    inspector.show_item("m1")
    bridge.run(lambda: remove(bridge.plan, ["m1"]))
    assert inspector.item_id == ""
    bridge.document.undo()
    inspector.show_item("m1")
    assert inspector.header.title == "1. 修订条例"


def test_row_32_the_first_focus_is_on_the_first_field(inspector):
    inspector.show_item("m1")
    inspector.setFocus()
    assert inspector.editors["title"].control.hasFocus()


def test_row_32_tab_follows_the_reading_order(inspector):
    inspector.show_item("m1")
    QApplication.processEvents()
    content = inspector.widget()
    inspector.editors["title"].control.setFocus()
    places, seen = [], set()
    widget = QApplication.focusWidget()
    while widget not in seen and content.isAncestorOf(widget):
        seen.add(widget)
        corner = widget.mapTo(content, widget.rect().topLeft())
        places.append((corner.y() + min(widget.height() // 2, 14), corner.x()))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
    assert len(places) > 30
    same_row = 24
    for (y, x), (next_y, next_x) in pairwise(places):
        assert next_y > y or (next_y > y - same_row and next_x > x)


@pytest.mark.parametrize(
    "item_id", ["plan", "layer-1", "m1", "m1a", "s1", "r1", "i1", "v1", "u1", "t2", "f1"]
)
def test_row_57_every_control_has_a_name_and_every_label_a_buddy(inspector, item_id):
    inspector.show_item(item_id)
    for editor in inspector.editors.values():
        assert editor.control.accessibleName()
    named = [
        widget
        for widget in inspector.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget is not inspector
    ]
    assert [widget for widget in named if not (widget.accessibleName() or widget.toolTip())] == []
    buddies = {label.buddy() for label in inspector.findChildren(QLabel) if label.buddy()}
    assert {editor.control for editor in inspector.editors.values()} <= buddies


def test_labels_show_plain_text(inspector, bridge):
    inspector.show_item("m1")
    assert {label.textFormat() for label in inspector.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }


def test_a_plan_opened_to_be_read_is_only_read(inspector):
    inspector.set_editable(False)
    inspector.show_item("m1")
    assert inspector.editors["title"].control.isReadOnly()
    assert not inspector.editors["status"].control.isEnabled()
    assert not inspector.editors["lead"].control.isVisible()
    assert not inspector.editors["lead"].box.removable
    assert not inspector.tables["milestone"].add_button.isVisible()
    assert inspector.tables["milestone"].editor(0, "title").control.isReadOnly()


def test_who_links_to_an_item_is_listed(inspector):
    inspector.show_item("i1")
    chips = inspector.linked_from.box.chips
    assert [chip.text for chip in chips] == ["修订条例"]
    inspector.linked_from.box.opened.emit(chips[0].id)
    assert inspector.item_id == "m1"


@pytest.mark.parametrize("points", [10, 14])
def test_row_54_nothing_is_clipped_at_any_size_of_type(inspector, plan, bridge, points, qtbot):
    for key in ("title", "content", "due"):
        text = "建议国家有关部门研究制订支持新一轮发展的一体化政策" * 3
        bridge.run(lambda key=key, text=text: set_field(plan, "m1", key, text, TODAY))
    font = inspector.font()
    font.setPointSize(points)
    inspector.setFont(font)
    inspector.resize(330, 700)
    inspector.show_item("m1")
    controls = [control for control in inspector.findChildren(TextControl) if control.isVisible()]
    assert len(controls) > 10
    qtbot.waitUntil(
        lambda: all(control.height() >= control.heightForWidth(control.width()) for control in controls)
    )
    assert all(control.verticalScrollBar().maximum() == 0 for control in controls)
    assert inspector.widget().width() == inspector.viewport().width()
