"""Fields that are typed; the numbers name rows of the conventions that hold here."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.commands.edit import set_field
from planner.domain.items import Measure
from tests.gui.bridges import TODAY, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def steps(bridge):
    """The names of the fields that were changed, one for each step."""
    made = []
    bridge.document.subscribe(lambda change_set: made.append(change_set.label.details["field"]))
    return made


@pytest.fixture
def control(inspector):
    """Put the cursor into the field of the first measure, its content selected; returns the control."""

    def enter(key):
        inspector.show_item("m1")
        field = inspector.editors[key].control
        field.setFocus()
        field.selectAll()
        return field

    return enter


def measure(plan):
    return plan.get("m1", Measure)


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("title", "修订科技条例", "修订科技条例"),
        ("start", "2025年三季度", "2025-Q3"),
        ("start", "2025.6.30", "2025-06-30"),
        ("weight", "2.5", 2.5),
        ("due", "2025年9月底前", "2025年9月底前"),
        ("phone", "021-1234", "021-1234"),
    ],
)
def test_enter_stores_what_was_typed(control, plan, key, typed, stored):
    type_text(control(key), typed)
    QTest.keyClick(control(key).window().focusWidget(), Qt.Key.Key_Return)
    assert measure(plan).value(key) == stored


def test_leaving_a_field_stores_it_and_leaving_it_alone_is_no_step(control, steps):
    type_text(control("title"), "新")
    control("office")
    control("phone")
    assert steps == ["title"]


def test_row_31_enter_breaks_a_paragraph_and_with_ctrl_ends_it(control, plan):
    field = control("content")
    type_text(field, "一")
    QTest.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "二")
    assert measure(plan).content == ""
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert measure(plan).content == "一\n二"


def test_row_05_escape_brings_the_old_value_back(control, inspector, steps):
    for key in ("title", "start"):
        field = control(key)
        type_text(field, "别的")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert inspector.editors[key].typed == str(measure(inspector._bridge.plan).value(key))
    assert not steps


@pytest.mark.parametrize(("key", "typed"), [("start", "明天"), ("start", "2025-02-30"), ("weight", "很多")])
def test_row_36_unreadable_text_is_marked_and_the_old_value_kept(control, inspector, plan, steps, key, typed):
    before = measure(plan).value(key)
    field = control(key)
    type_text(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert measure(plan).value(key) == before
    assert field.property("invalid") is True
    assert inspector.editors[key].note
    assert field.text() == typed
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("invalid") is False
    assert inspector.editors[key].note == ""
    assert not steps


def test_a_share_above_the_whole_is_marked(inspector, plan):
    inspector.show_item("m1a")
    inspector.tables["report"].add()
    place = len(inspector.tables["report"].ids) - 1
    editor = inspector.tables["report"].editor(place, "percent")
    editor.control.setFocus()
    type_text(editor.control, "120")
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert editor.note
    editor.control.selectAll()
    type_text(editor.control, "60%")
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert editor.note == ""
    assert plan[inspector.tables["report"].ids[place]].percent == 60


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("2025年底前", "→ 2025-12-31"),
        ("每季度", "→ 周期，下次 2025-06-30"),
        ("持续推进", "→ 长期"),
        ("择机", "按原文保留，算不出日期"),
    ],
)
def test_a_deadline_is_read_while_it_is_typed(control, inspector, words, reading):
    type_text(control("due"), words)
    assert inspector.editors["due"].note == reading


def test_a_milestones_deadline_is_read_by_its_measures_year(inspector):
    inspector.show_item("s1")
    assert inspector.editors["due"].note == "→ 2025-06-30"


def test_names_are_split(inspector, plan):
    inspector.show_item("u2")
    field = inspector.editors["aliases"].control
    field.setFocus()
    field.selectAll()
    type_text(field, "教委，教育委员会")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert plan["u2"].aliases == ("教委", "教育委员会")
    assert field.toPlainText() == "教委、教育委员会"


@pytest.mark.parametrize("key", ["title", "content", "start"])
def test_enter_within_a_composition_commits_nothing(control, steps, key):
    field = control(key)
    QApplication.sendEvent(field, QInputMethodEvent("xiuding", []))
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert not steps
    confirmed = QInputMethodEvent("", [])
    confirmed.setCommitString("2026")
    QApplication.sendEvent(field, confirmed)
    assert not steps
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert steps == [key]


@pytest.mark.parametrize("key", ["title", "start"])
def test_undo_goes_to_the_plan_where_nothing_is_typed(control, key):
    field = control(key)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()
    type_text(field, "2")
    QApplication.sendEvent(field, event)
    assert event.isAccepted()


def test_pasted_lines_become_one_title(control, plan):
    field = control("title")
    QApplication.clipboard().setText("第一行\n第二行")
    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert measure(plan).title == "第一行 第二行"


def test_a_paragraph_grows_with_its_text(control, qtbot):
    field = control("content")
    QApplication.processEvents()
    low = field.height()
    field.setPlainText("\n".join("一二三四五"))
    qtbot.waitUntil(lambda: field.height() >= low + 3 * field.fontMetrics().lineSpacing())
    assert field.viewport().height() >= 5 * field.fontMetrics().lineSpacing()


def test_typing_survives_what_others_change_but_not_in_the_same_field(control, bridge, inspector):
    field = control("title")
    type_text(field, "未完")
    bridge.run(lambda: set_field(bridge.plan, "m1", "office", "规划处", TODAY))
    assert field.toPlainText() == "未完"
    assert field.hasFocus()
    assert inspector.editors["office"].typed == "规划处"
    bridge.run(lambda: set_field(bridge.plan, "m1", "title", "别人改的", TODAY))
    assert field.toPlainText() == "别人改的"
    assert field.hasFocus()


def test_going_to_another_item_stores_what_is_being_typed(control, inspector, plan):
    type_text(control("title"), "来得及")
    inspector.show_item("m2")
    assert measure(plan).title == "来得及"
    assert plan["m2"].title == "优化服务"


def test_undo_is_shown_at_once(control, bridge):
    field = control("title")
    type_text(field, "新")
    QTest.keyClick(field, Qt.Key.Key_Return)
    bridge.document.undo()
    assert field.toPlainText() == "修订条例"


def test_the_first_deadline_stands_once_it_was_adjusted(control, inspector, bridge):
    field = control("due")
    inspector.tables["adjustment"].add()
    assert field.isReadOnly()
    assert inspector.editors["due"].note == "时限已作调整，原定时限保留不改。"
    bridge.document.undo()
    assert not field.isReadOnly()
    assert inspector.editors["due"].note == "→ 2025-12-31"


def test_a_reading_follows_the_year_that_it_goes_by(control, inspector, bridge):
    bridge.run(lambda: set_field(bridge.plan, "m1", "due", "三季度末", TODAY))
    inspector.show_item("m1")
    assert inspector.editors["due"].note == "→ 2025-09-30"
    bridge.run(lambda: set_field(bridge.plan, "m1", "start", "2026", TODAY))
    assert inspector.editors["due"].note == "→ 2026-09-30"
