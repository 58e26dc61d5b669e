"""Several windows, a crash, a second start, another look and language; names give the conventions' row."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from planner.app.words import Words
from planner.gui.dialogs.questions import Answer
from planner.gui.dialogs.recovery import Recovery


class MarkedWords(Words):
    """Stands for another language: every text in guillemets."""

    def __init__(self, language):
        self.language = language

    def __call__(self, message):
        return f"«{message}»" if message else ""


@pytest.fixture
def services(services):
    chinese = services.words_for
    return replace(
        services,
        words_for=lambda language: MarkedWords(language) if language == "en" else chinese(language),
    )


@pytest.fixture
def dead_session(saved_plan, own_folders):
    """A plan edited by a process that was killed; returns the id of the measure that it changed."""
    code = (
        "import os, sys; from pathlib import Path; from planner import bootstrap as b\n"
        "from planner.app.commands.edit import set_field\n"
        "c = b.system_clock(None); s = b.make_workspace(c, str).open(Path(sys.argv[1]))\n"
        "s.document.apply(set_field(s.document.plan, 'm1', 'title', '崩溃前', c.today())); os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(saved_plan)], check=False)
    return "m1"


def answer_recovery(monkeypatch, answer):
    offered = []

    def ask(found, _words, _parent):
        offered.append(found)
        return answer

    monkeypatch.setattr("planner.gui.dialogs.recovery.ask_recovery", ask)
    return offered


def test_a_second_plan_opens_a_second_window(shell, open_window):
    open_window.files.new("blank")
    assert len(shell.windows) == 2
    assert shell.windows[1].session is not open_window.session


def test_closing_one_of_two_plans_closes_its_window(shell, open_window, qtbot):
    open_window.files.new("blank")
    shell.windows[1].files.close()
    assert shell.windows == (open_window,)


def test_closing_the_last_plan_shows_the_start_page(shell, open_window):
    open_window.files.close()
    assert shell.windows == (open_window,)
    assert open_window.isVisible()
    assert open_window.session is None
    assert open_window.findChild(object, "start_page").isVisible()


def test_row_17_what_a_crash_left_unsaved_is_offered_at_the_next_start(
    shell, qtbot, monkeypatch, context, saved_plan, dead_session
):
    offered = answer_recovery(monkeypatch, Recovery.RECOVER)
    shell.start([])
    qtbot.waitUntil(lambda: shell.windows[0].desk is not None)
    assert len(offered) == 1
    assert shell.windows[0].session.path == saved_plan
    assert shell.windows[0].desk.bridge.plan[dead_session].title == "崩溃前"
    assert shell.windows[0].isWindowModified()


def test_row_21_paths_given_at_the_start_open(shell, qtbot, saved_plan):
    shell.start([saved_plan])
    qtbot.waitUntil(lambda: shell.windows[0].session is not None)
    assert shell.windows[0].session.path == saved_plan


def test_row_21_a_second_start_uses_the_first_window(shell, window, saved_plan):
    shell.come_forward([saved_plan])
    assert shell.windows == (window,)
    assert window.session.path == saved_plan


def test_a_plan_that_is_open_already_is_not_opened_twice(shell, open_window, saved_plan):
    shell.come_forward([saved_plan])
    assert shell.windows == (open_window,)
    assert not open_window.session.read_only


def test_row_56_another_theme_is_there_at_once(context, shell, open_window):
    before = open_window.grab().toImage().pixelColor(3, 3)
    context.settings.set("theme", "dark")
    QApplication.processEvents()
    after = open_window.grab().toImage().pixelColor(3, 3)
    assert before.lightness() > 200
    assert after.lightness() < 60


def test_row_59_another_language_rebuilds_the_window(context, shell, open_window, edit, qtbot):
    measure = edit(open_window)
    open_window.desk.panes.tree.select(measure)
    session = open_window.session
    context.settings.set("language", "en")
    qtbot.waitUntil(lambda: shell.windows[0] is not open_window)
    (new,) = shell.windows
    assert new.session is session
    assert new.isWindowModified()
    assert new.desk.panes.tree.current_id() == measure
    assert all(action.text().startswith("«") for action in new.menuBar().actions())


def test_row_59_no_text_of_the_window_is_left_in_the_old_language(
    context, shell, open_window, qtbot, saved_plan
):
    context.settings.set("language", "en")
    qtbot.waitUntil(lambda: shell.windows[0] is not open_window)
    new = shell.windows[0]
    own = [new.statusBar(), new.desk.banners, new.findChild(object, "start_page")]
    texts = [label.text() for widget in own for label in widget.findChildren(QLabel) if label.text()]
    data = {saved_plan.stem, str(saved_plan.parent)}
    assert {text for text in texts if not text.startswith("«")} == data


def test_row_59_qt_speaks_the_language_of_the_window(qapp, context, shell, window, qtbot):
    shell._qt_words.use("zh")
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"
    shell._qt_words.use("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_quitting_stops_at_a_window_that_stays_open(shell, open_window, questions, edit):
    edit(open_window)
    questions.closing = [Answer.CANCEL]
    shell.quit()
    assert open_window.isVisible()
    assert shell.windows == (open_window,)
