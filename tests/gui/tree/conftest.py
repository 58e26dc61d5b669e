"""A tree over the small plan, on a screen of its own and with a clock that stands."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.app.document import Content, Document
from planner.app.words import Words
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.theme import load_theme
from planner.gui.tree.view import TreeView
from tests.plans import counting_ids, small_plan

RESOURCES = Path(__file__).parents[3] / "resources"


class StandingClock:
    def today(self):
        return date(2025, 6, 1)

    def now(self):
        return datetime(2025, 6, 1, tzinfo=UTC)


class NoJournal:
    def append(self, entry):
        pass


@pytest.fixture
def icons(qapp):
    return Icons(RESOURCES, load_theme(RESOURCES / "themes" / "light.json"))


@pytest.fixture
def make_bridge(qapp):
    def make(plan=None, initials=None):
        document = Document(
            Content(small_plan() if plan is None else plan, "id"),
            NoJournal(),
            StandingClock(),
            lambda: "",
            counting_ids(),
        )
        return Bridge(document, Words("zh", RESOURCES / "locale"), initials=initials)

    return make


@pytest.fixture
def bridge(make_bridge):
    return make_bridge()


@pytest.fixture
def view(qtbot, bridge, icons):
    tree = TreeView(bridge, icons)
    qtbot.addWidget(tree)
    tree.resize(1200, 480)
    tree.show()
    tree.activateWindow()
    tree.setFocus()
    QApplication.processEvents()
    return tree


@pytest.fixture
def titles(view):
    return lambda: [view.tree_model.index(row, 1).data() for row in range(view.tree_model.rowCount())]
