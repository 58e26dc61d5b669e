"""A window on the small plan, with the program's real storage in a home of its own."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent

from planner import bootstrap
from planner.app.commands.edit import set_field
from planner.domain.items import Measure
from planner.gui.application import make_context
from planner.gui.languages import QtWords
from planner.gui.settings_store import SettingsStore
from planner.gui.shell import Shell
from tests.gui.script import ScriptedQuestions
from tests.gui.stages import staged
from tests.plans import small_plan


@pytest.fixture
def services():
    """The services of the program; every template is the small plan."""
    real = bootstrap.gui_services(bootstrap.system_clock(None))
    return replace(real, make_from_template=lambda _name: small_plan())


@pytest.fixture
def context(qapp, services):
    first = SettingsStore(services.folders.config)
    first.set("language", "zh")
    first.set("theme", "light")
    first.set("tour", False)
    font = qapp.font()
    context = make_context(services, qapp)
    yield context
    qapp.setStyleSheet("")
    qapp.setFont(font)
    for owned in (context.themes, context.recent, context.settings):
        owned.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def questions():
    return ScriptedQuestions()


@pytest.fixture
def shell(qtbot, qapp, context, questions):
    qt_words = QtWords(qapp)
    shell = Shell(context, qt_words, lambda _window, _words: questions)
    yield shell
    qt_words.use("en")
    for window in shell.windows:
        session, _ = window.hand_over()
        if session is not None:
            session.close()
        window.close()
        window.deleteLater()


@pytest.fixture
def window(qtbot, shell):
    window = shell.new_window()
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def saved_plan(context, tmp_path):
    """A plan file in a folder whose name has Chinese and spaces."""
    path = tmp_path / "我的 计划" / "行动 计划.plan"
    path.parent.mkdir()
    session = context.workspace().create(small_plan())
    session.save_as(path)
    session.close()
    return path


@pytest.fixture
def open_window(window, saved_plan):
    """A window with the saved plan open."""
    window.files.open_path(saved_plan)
    return window


@pytest.fixture
def edit():
    """Change the title of the first measure of a window's plan."""

    def change(window, title="改过的标题"):
        bridge, plan = window.desk.bridge, window.desk.bridge.plan
        first = next(item_id for item_id in plan.walk() if item_id in plan.of(Measure))
        bridge.run(lambda: set_field(plan, first, "title", title, bridge.derived.today))
        return first

    return change


@pytest.fixture
def stage(qtbot):
    """A stage for a view of its own, without a window."""
    with staged() as stage:
        yield stage
