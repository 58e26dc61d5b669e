"""Row 54 of the conventions: large text on a small screen is nowhere cut, in no view and in no dialog."""

import pytest
from PySide6.QtWidgets import QApplication

from planner import bootstrap
from planner.domain.items import Measure
from planner.gui.all_dialogs import openings, while_open
from planner.gui.help.topics import FIRST
from planner.gui.views.table import VIEWS
from tests.gui.clipping import clipped

SMALL_SCREEN = (1024, 768)


@pytest.fixture(
    params=[(140, "zh"), (140, "en"), (200, "zh"), (200, "en")], ids=lambda each: f"{each[0]}-{each[1]}"
)
def large(request, context, shell, saved_plan, qtbot, monkeypatch):
    """A window on the example plan with large text: 14 points are 140 % of the least size."""
    percent, language = request.param
    context.themes.use_text_size(percent)
    context.settings.set("language", language)
    QApplication.processEvents()
    window = shell.new_window()
    session = context.workspace().create(bootstrap.make_plan("example"))
    window.take(session)
    window.resize(*SMALL_SCREEN)
    window.show()
    plan = window.desk.bridge.plan
    window.select_row(next(row for row in plan.walk() if row in plan.of(Measure)))
    QApplication.processEvents()
    return window


def settle():
    for _ in range(4):
        QApplication.processEvents()


def test_row_54_views_at_large_text(large):
    faults = {}
    for view in VIEWS:
        large.desk.show_view(view.id)
        settle()
        faults[view.id] = clipped(large)
    assert {view: found for view, found in faults.items() if found} == {}


def test_row_54_dialogs_at_large_text(large):
    faults = {}

    def look(name, dialog):
        settle()
        faults[name] = clipped(dialog)

    for name, opening in openings(large, large.desk).items():
        assert while_open(opening, lambda dialog, name=name: look(name, dialog)), name
    assert {name: found for name, found in faults.items() if found} == {}


def test_row_54_help_and_tour_at_large_text(large, shell):
    shell.show_help(FIRST)
    settle()
    found = clipped(shell.helper.window)
    shell.helper.close()
    large.start_tour()
    settle()
    found += clipped(large.tour)
    assert large.tour.rect().contains(large.tour.bubble.geometry())
    large.tour.end()
    assert found == []
