"""Opening, saving and closing as every desktop program does it; names give the row of the conventions."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from planner.app.workspace import Session
from planner.gui.dialogs.questions import Answer
from planner.gui.lifecycle import _file_name
from planner.gui.product import NAME
from planner.gui.status_bar import SaveState
from tests.plans import small_plan


def save(window):
    window.files.save()
    window.files.settle()


def test_row_12_title_marks_modified(open_window, edit):
    assert open_window.windowTitle() == f"行动 计划[*] - {NAME}"
    assert not open_window.isWindowModified()
    edit(open_window)
    assert open_window.isWindowModified()
    save(open_window)
    assert not open_window.isWindowModified()


def test_row_13_undo_to_the_saved_state_clears_the_mark(open_window, edit):
    edit(open_window)
    open_window.desk.undo()
    assert not open_window.isWindowModified()
    open_window.desk.redo()
    assert open_window.isWindowModified()


def test_row_14_saving_an_untitled_plan_proposes_name_and_suffix(window, questions, tmp_path):
    window.files.new("blank")
    questions.paths = [tmp_path / "新.plan"]
    window.files.save()
    kind, proposal = questions.asked[-1]
    assert kind == "plan_to_save"
    assert proposal.endswith(f"{_file_name(small_plan().head.title) or '行动计划'}.plan")
    assert (tmp_path / "新.plan").is_file()
    assert window.windowTitle().startswith("新[*]")


@pytest.fixture
def stored(context, saved_plan):
    """What the file holds now."""
    return lambda: context.workspace().read(saved_plan).content.plan


@pytest.mark.parametrize("answer", list(Answer))
def test_row_15_closing_a_modified_plan_asks(open_window, questions, edit, stored, answer):
    measure = edit(open_window)
    questions.closing = [answer]
    assert open_window.close() is (answer is not Answer.CANCEL)
    assert questions.asked == [("before_closing", "行动 计划")]
    assert (stored()[measure].title == "改过的标题") is (answer is Answer.SAVE)


def test_closing_an_unmodified_plan_does_not_ask(open_window, questions):
    assert open_window.close()
    assert questions.asked == []


def test_row_16_a_failed_save_keeps_file_and_mark(open_window, questions, edit, saved_plan):
    before = saved_plan.read_bytes()
    edit(open_window)
    saved_plan.parent.rename(saved_plan.parent.with_name("移走"))
    questions.choices = [None]
    save(open_window)
    assert open_window.isWindowModified()
    assert questions.asked[-1][0] == "choose"
    assert (saved_plan.parent.with_name("移走") / saved_plan.name).read_bytes() == before


def test_row_18_a_file_changed_on_disk_is_not_overwritten(open_window, questions, edit, saved_plan, tmp_path):
    foreign = b"what another program wrote"
    edit(open_window)
    saved_plan.write_bytes(foreign)
    questions.choices = [0]
    questions.paths = [tmp_path / "elsewhere.plan"]
    save(open_window)
    assert saved_plan.read_bytes() == foreign
    assert open_window.session.path == tmp_path / "elsewhere.plan"
    assert not open_window.isWindowModified()


def test_a_file_changed_on_disk_can_be_opened_again(open_window, questions, edit, saved_plan, tmp_path):
    measure = edit(open_window, "别人改的")
    open_window.files.session.save_as(tmp_path / "other.plan")
    open_window.files.close()
    open_window.files.open_path(saved_plan)
    edit(open_window, "我改的")
    saved_plan.write_bytes((tmp_path / "other.plan").read_bytes())
    questions.choices = [1]
    save(open_window)
    assert open_window.desk.bridge.plan[measure].title == "别人改的"


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, no_keys = QPoint(200, 200), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys))


def test_row_20_a_dropped_plan_opens(window, saved_plan):
    drop(window, saved_plan)
    assert window.session.path == saved_plan


def test_row_20_a_dropped_file_that_is_no_plan_is_refused_with_the_reason(window, questions, tmp_path):
    (tmp_path / "信.plan").write_bytes(b"no plan at all" * 100)
    drop(window, tmp_path / "信.plan")
    kind, text, reason = questions.asked[-1]
    assert kind == "tell"
    assert "信.plan" in text
    assert reason == "这不是计划文件，不能打开。"
    assert window.session is None


def test_row_22_file_dialogs_remember_the_folder(open_window, questions, saved_plan, context):
    open_window.files.close()
    questions.paths = [None]
    open_window.files.open()
    assert questions.asked[-1] == ("plan_to_open", str(saved_plan.parent))


def test_row_25_paths_with_chinese_and_spaces_work(open_window, edit, stored):
    measure = edit(open_window)
    save(open_window)
    assert stored()[measure].title == "改过的标题"


def test_a_plan_that_is_open_elsewhere_is_read_only_and_says_by_whom(window, saved_plan, services, qtbot):
    other = services.new_workspace(lambda: "李四").open(saved_plan)
    window.files.open_path(saved_plan)
    assert window.session.read_only
    assert "李四" in window.desk.banners.texts()["access"]
    assert window.statusBar().findChild(object, "status_save").text() == SaveState.READ_ONLY.value[0]
    other.close()
    window.files.reopen()
    assert not window.session.read_only
    assert "access" not in window.desk.banners.texts()


def test_a_claim_can_be_taken_over_only_when_confirmed(window, questions, saved_plan, services):
    other = services.new_workspace(lambda: "李四").open(saved_plan)
    window.files.open_path(saved_plan)
    questions.choices = [None]
    window.files.take_over()
    assert window.session.read_only
    questions.choices = [0]
    window.files.take_over()
    assert not window.session.read_only
    other.close()


def test_edits_made_while_a_save_is_under_way_stay_unsaved(open_window, edit, monkeypatch):
    edit(open_window, "第一处")
    prepare = Session.prepare_save

    def edit_after_snapshot(session):
        job = prepare(session)
        monkeypatch.setattr(Session, "prepare_save", prepare)
        edit(open_window, "第二处")
        return job

    monkeypatch.setattr(Session, "prepare_save", edit_after_snapshot)
    save(open_window)
    assert open_window.isWindowModified()
    save(open_window)
    assert not open_window.isWindowModified()


def test_row_51_the_example_is_one_click_away_and_overwrites_nothing(qtbot, window):
    card = window.findChild(object, "start_open_example")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.desk is not None
    assert window.session.path is None


@pytest.mark.parametrize(
    ("title", "name"),
    [("甲/乙：丙?", "甲 乙：丙"), ("  . ", ""), ("a" * 200, "a" * 80), ("计划\n二", "计划 二")],
)
def test_a_title_becomes_a_name_that_every_file_system_takes(title, name):
    assert _file_name(title) == name
