"""The scale that was chosen reaches Qt before it starts; the size of text holds at once."""

import os

import pytest

from planner.gui.application import scale
from planner.gui.settings_store import SettingsStore


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "")
    monkeypatch.delenv("QT_SCALE_FACTOR")
    SettingsStore(tmp_path).set("scale", "150")
    return tmp_path


def test_row_55_the_scale_is_handed_to_qt(chosen):
    scale(chosen)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"


def test_a_scale_of_the_environment_wins(chosen, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    scale(chosen)
    assert os.environ["QT_SCALE_FACTOR"] == "2"


def test_without_a_choice_qt_decides(chosen):
    SettingsStore(chosen).set("scale", "100")
    scale(chosen)
    assert "QT_SCALE_FACTOR" not in os.environ


def test_row_54_another_size_of_text_holds_at_once(context, shell, open_window, edit, qtbot):
    measure = edit(open_window)
    open_window.desk.panes.tree.select(measure)
    before = open_window.desk.panes.inspector.header.font().pointSizeF()
    context.settings.set("text_size", "150")
    qtbot.waitUntil(lambda: shell.windows[0] is not open_window)
    (new,) = shell.windows
    assert new.desk.panes.inspector.header.font().pointSizeF() == pytest.approx(before * 1.5)
    assert new.desk.panes.tree.current_id() == measure
    assert new.isWindowModified()
    context.settings.set("text_size", "100")
    qtbot.waitUntil(lambda: shell.windows[0] is not new)
    assert shell.windows[0].font().pointSizeF() == pytest.approx(before)
