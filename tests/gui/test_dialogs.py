"""Questions, options, recovery and what the program says of itself; names give the row of the conventions."""

from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QTreeWidget,
)

import planner
from planner.app.commands.edit import set_field
from planner.app.log import Entry
from planner.app.plan_store import Match, Recoverable
from planner.gui.dialogs.about import AboutDialog
from planner.gui.dialogs.options import OptionsDialog
from planner.gui.dialogs.questions import Answer, Questions
from planner.gui.dialogs.recovery import Recovery, RecoveryDialog, ask_recovery
from planner.gui.dialogs.shortcuts import ShortcutsDialog
from planner.gui.keys import KeyMap
from tests.plans import small_plan


@pytest.fixture
def real_questions(window, context):
    return Questions(window, context.words)


def during(act, with_dialog):
    """Run what opens a dialog, and do something with the dialog once it is there."""

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, look)
        else:
            with_dialog(dialog)

    QTimer.singleShot(0, look)
    return act()


def press(text):
    def click(dialog):
        next(button for button in dialog.findChildren(QAbstractButton) if button.text() == text).click()

    return click


def test_row_15_esc_cancels_closing(qtbot, real_questions):
    escape = lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # noqa: E731
    assert during(lambda: real_questions.before_closing("甲"), escape) is Answer.CANCEL


@pytest.mark.parametrize(
    ("button", "answer"), [("保存", Answer.SAVE), ("不保存", Answer.DISCARD), ("取消", Answer.CANCEL)]
)
def test_row_15_closing_offers_three_verbs(real_questions, button, answer):
    assert during(lambda: real_questions.before_closing("甲"), press(button)) is answer


def test_row_31_enter_accepts(qtbot, real_questions):
    enter = lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return)  # noqa: E731
    assert during(lambda: real_questions.before_closing("甲"), enter) is Answer.SAVE


@pytest.mark.parametrize(("button", "chosen"), [("接管", 0), ("重试", 1), ("取消", None)])
def test_a_choice_says_which(real_questions, button, chosen):
    assert during(lambda: real_questions.choose("文", "多", ["接管", "重试"]), press(button)) == chosen


def test_names_in_questions_are_plain_text(real_questions):
    seen = []

    def look(dialog):
        seen.append((dialog.textFormat(), dialog.text()))
        dialog.reject()

    during(lambda: real_questions.before_closing("<img src=x>"), look)
    assert seen == [(Qt.TextFormat.PlainText, "要保存对“<img src=x>”的修改吗？")]


def test_dialogs_are_deleted_when_they_close(real_questions, window, qapp):
    for _ in range(5):
        during(lambda: real_questions.tell("甲"), press("知道了"))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QMessageBox) == []


def test_a_file_name_without_suffix_gets_one(monkeypatch, real_questions, tmp_path):
    def type_name(dialog):
        dialog.selectFile(str(tmp_path / "计划"))
        dialog.accept()

    monkeypatch.setattr(QFileDialog, "exec", lambda self: (type_name(self), self.result())[1])
    assert real_questions.plan_to_save(tmp_path / "提议.plan") == tmp_path / "计划.plan"


def test_options_come_from_the_table_and_are_kept_on_accept(qtbot, context, window):
    dialog = OptionsDialog(context.settings, context.words, window)
    qtbot.addWidget(dialog)
    theme = dialog.findChild(QComboBox, "setting_theme")
    theme.setCurrentIndex(theme.findData("dark"))
    dialog.findChild(QLineEdit, "setting_author").setText(" 张三 ")
    assert context.settings.value("theme") == "light"
    dialog.accept()
    assert context.settings.value("theme") == "dark"
    assert context.settings.value("author") == "张三"
    assert dialog.findChild(object, "setting_recent") is None


def test_cancelled_options_change_nothing(qtbot, context, window):
    dialog = OptionsDialog(context.settings, context.words, window)
    qtbot.addWidget(dialog)
    dialog.findChild(QLineEdit, "setting_author").setText("张三")
    dialog.reject()
    assert context.settings.value("author") == ""


def test_row_57_options_have_names_and_buddies(qtbot, context, window):
    dialog = OptionsDialog(context.settings, context.words, window)
    qtbot.addWidget(dialog)
    labels = [label for label in dialog.findChildren(QLabel) if label.buddy()]
    buddies = {label.buddy().objectName(): label.text() for label in labels}
    assert buddies == {
        "setting_language": "界面语言",
        "setting_theme": "外观",
        "setting_author": "姓名",
        "setting_text_size": "文字大小",
        "setting_scale": "界面缩放",
    }


def test_row_60_about_tells_version_licences_and_log(qtbot, context, window):
    dialog = AboutDialog(context, window)
    qtbot.addWidget(dialog)
    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in (planner.__version__, "Apache License 2.0", "LGPL", str(context.services.folders.log)):
        assert part in text
    dialog.copy_details()
    assert planner.__version__ in QGuiApplication.clipboard().text()


def test_shortcuts_list_every_key_once(qtbot, context, window):
    dialog = ShortcutsDialog(KeyMap(context.settings), context.words, window)
    qtbot.addWidget(dialog)
    listing = dialog.findChild(QTreeWidget)
    heads = [listing.topLevelItem(row) for row in range(listing.topLevelItemCount())]
    names = [(head.text(0), head.child(row).text(0)) for head in heads for row in range(head.childCount())]
    assert ("文件", "另存为") in names
    assert max(Counter(names).values()) == 1


@pytest.fixture
def unsaved(tmp_path):
    change_set = set_field(small_plan(), "m1", "title", "<b>秘密</b>", date(2025, 6, 1))
    entries, when = (Entry.of(1, change_set),), "2025-06-01T08:00:00+00:00"
    return Recoverable(tmp_path / "j", None, "甲<b>", when, entries, torn=True, match=Match.GONE)


def test_row_17_recovery_lists_the_edits_and_says_what_is_missing(qtbot, unsaved, context):
    dialog = RecoveryDialog(unsaved, context.words, None)
    qtbot.addWidget(dialog)
    steps = dialog.findChild(QListWidget, "recovery_steps")
    assert [steps.item(row).text().split("  ")[-1] for row in range(steps.count())] == ["修改标题"]
    labels = {label.text(): label.textFormat() for label in dialog.findChildren(QLabel)}
    assert "“甲<b>”有 1 处编辑没有保存" in labels
    assert "最后一处编辑没有写完，无法恢复。" in labels
    assert set(labels.values()) == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    ("button", "answer"),
    [("恢复", Recovery.RECOVER), ("丢弃", Recovery.DISCARD), ("以后再说", Recovery.LATER)],
)
def test_row_17_recovery_offers_three_ways(unsaved, context, button, answer):
    assert during(lambda: ask_recovery(unsaved, context.words, None), press(button)) is answer


def test_row_33_buttons_are_verbs(context, unsaved, qtbot):
    dialog = RecoveryDialog(unsaved, context.words, None)
    qtbot.addWidget(dialog)
    assert {button.text() for button in dialog.findChildren(QAbstractButton) if button.text()} == {
        "恢复",
        "以后再说",
        "丢弃",
    }


def test_the_buttons_of_a_question_show_their_words_whole(real_questions):
    widths = []

    def look(box):
        widths.extend((button.width(), button.sizeHint().width()) for button in box.buttons())
        box.reject()

    during(lambda: real_questions.choose("打不开", "", ["把还读得出来的内容抢救到新文件"]), look)
    assert len(widths) == 2
    assert all(width >= needed for width, needed in widths)
