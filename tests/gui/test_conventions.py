"""Rows of the conventions that belong to no part alone, and that none of the sixty is without a test."""

import re
import shutil
import subprocess
import time
from configparser import ConfigParser
from pathlib import Path

import pytest
from platformdirs import PlatformDirs
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QPushButton
from shiboken6 import isValid

from planner import bootstrap
from planner.domain.items import Measure
from planner.gui.product import IDENTIFIER, SUFFIX
from planner.gui.views.table import VIEWS
from planner.reports.paper import Paper

LINUX = bootstrap.RESOURCES / "linux"
TESTS = Path(__file__).parent.parent
ROWS = range(1, 61)
BLOCKED_S = 0.2


@pytest.fixture
def preview(open_window, qtbot):
    """The print preview of the plan, with its pages laid out."""
    plan = open_window.desk.bridge.plan
    open_window.select_row(next(row for row in plan.walk() if row in plan.of(Measure)))
    open_window.trigger("print")
    dialog = next(each for each in open_window.findChildren(QDialog) if each.objectName() == "print_preview")
    qtbot.waitUntil(lambda: dialog.work.complete, timeout=20_000)
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_every_row_is_named_by_a_test():
    named = set()
    for path in TESTS.rglob("*.py"):
        text = path.read_text("utf-8")
        named |= {int(row) for row in re.findall(r"test_row_(\d\d)_", text)}
        named |= {
            int(row)
            for row in re.findall(r"[Cc]onventions, row (\d+)|\A\"\"\"Row (\d+):", text)
            for row in row
            if row
        }
    assert [row for row in ROWS if row not in named] == []


def test_row_23_files_lie_where_the_platform_wants_them():
    dirs = PlatformDirs(IDENTIFIER, appauthor=False)
    folders = bootstrap.folders(None)
    assert folders.config == dirs.user_config_path
    assert folders.state == dirs.user_state_path
    assert folders.cache == dirs.user_cache_path
    assert folders.log == dirs.user_log_path
    assert folders.documents == dirs.user_documents_path


def test_row_23_nothing_is_written_anywhere_else(open_window, edit, own_folders, saved_plan, tmp_path, qtbot):
    edit(open_window)
    open_window.files.save()
    open_window.files.settle()
    open_window.close()
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert saved_plan in written
    assert all(path == saved_plan or path.is_relative_to(own_folders) for path in written)


def test_row_24_the_desktop_knows_program_icon_and_files():
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(LINUX / f"{IDENTIFIER}.desktop", "utf-8")
    program = entry["Desktop Entry"]
    kind = (LINUX / f"{IDENTIFIER}.xml").read_text("utf-8")
    assert f'<mime-type type="{program["MimeType"].removesuffix(";")}">' in kind
    assert f'<glob pattern="*{SUFFIX}"/>' in kind
    assert f'<icon name="{program["Icon"]}"/>' in kind
    assert program["Icon"] == IDENTIFIER
    assert (bootstrap.RESOURCES / "icons" / "app.svg").exists()
    if checker := shutil.which("desktop-file-validate"):
        subprocess.run([checker, str(LINUX / f"{IDENTIFIER}.desktop")], check=True)


def test_row_26_pages_are_shown_before_the_system_s_dialog_is_asked(preview):
    asked = []
    preview._ask = lambda printer, _parent: asked.append(printer) is not None
    assert preview.work.laying.places
    assert asked == []
    preview.print_pages()
    assert len(asked) == 1


def test_row_27_a4_at_first_and_what_was_chosen_again(preview, open_window, qtbot):
    first = preview.work.laying.documents[0].pages[0].setup
    assert first.paper is Paper.A4
    preview.page.paper.setCurrentIndex(preview.page.paper.findData(Paper.A3))
    preview.close()
    open_window.trigger("print")
    again = [each for each in open_window.findChildren(QDialog) if each.objectName() == "print_preview"][-1]
    assert again.page.paper.currentData() == Paper.A3
    again.close()


def test_row_29_paper_is_white_in_dark_mode(preview, context, tmp_path, qtbot):
    context.settings.set("theme", "dark")
    QApplication.processEvents()
    pages = preview.work.laying.documents[0]
    picture = _painted(pages)
    assert picture.pixelColor(2, 2).lightness() > 250
    darkest = min(
        picture.pixelColor(x, y).lightness()
        for x in range(0, picture.width(), 2)
        for y in range(picture.height())
    )
    assert darkest < 120


def _painted(pages):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    picture = QImage(420, 594, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    pages.paint(painter, 0, QRectF(0, 0, picture.width(), 0))
    painter.end()
    return picture


def test_row_34_while_a_dialog_is_open_no_second_one_comes(open_window, qtbot):
    opened = []

    def press():
        opened.append(QApplication.activeModalWidget())
        qtbot.keyClick(open_window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        opened.append(QApplication.activeModalWidget())
        opened[0].reject()

    QTimer.singleShot(0, press)
    open_window.trigger("options")
    assert opened[0] is not None
    assert opened[0] is opened[1]
    assert QApplication.activeModalWidget() is None


def test_row_34_find_and_replace_is_one_window(open_window):
    for _ in range(2):
        open_window.trigger("replace")
    dialogs = [each for each in open_window.findChildren(QDialog) if each.objectName() == "replace"]
    assert len(dialogs) == 1
    dialogs[0].close()


def test_row_37_what_takes_long_shows_a_bar_and_can_be_stopped(open_window, qtbot):
    open_window.desk.panes.tree.selectAll()
    open_window.trigger("print")
    dialog = next(each for each in open_window.findChildren(QDialog) if each.objectName() == "print_preview")
    assert dialog.findChild(QProgressBar).isVisible()
    stop = next(button for button in dialog.findChildren(QPushButton) if button.text() == "停止")
    assert stop.isEnabled()
    stop.click()
    assert not stop.isVisible()
    dialog.close()


def test_row_39_no_step_of_a_planner_s_day_blocks_the_window(open_window, edit, qtbot):
    slow = {}

    def timed(name, act):
        begun = time.thread_time()  # other programs on this machine do not count
        act()
        QApplication.processEvents()
        slow[name] = min(time.thread_time() - begun, slow.get(name, 9))

    for _ in range(2):  # the first time a view is made and its libraries are loaded
        for view in VIEWS:
            timed(view.id, lambda view=view: open_window.desk.show_view(view.id))
        timed("edit", lambda: edit(open_window, title=f"标题 {time.thread_time()}"))
        timed("undo", lambda: open_window.trigger("undo"))
        timed("filter", lambda: open_window.desk.panes.filter_box.edit.setText("条例"))
        timed("unfilter", open_window.desk.panes.filter_box.edit.clear)
    assert {name: round(taken, 2) for name, taken in slow.items() if taken > BLOCKED_S} == {}
