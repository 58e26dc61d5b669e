"""A bridge to a plan for tests of single panes: nothing is stored, and the clock stands."""

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from planner.app.document import Content, Document
from planner.app.words import Words
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.theme import load_theme
from tests.plans import counting_ids, small_plan

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2025, 6, 1)


class StandingClock:
    def today(self):
        return TODAY

    def now(self):
        return datetime(2025, 6, 1, tzinfo=UTC)


class NoJournal:
    def append(self, entry):
        pass


def make_bridge(plan=None, language="zh"):
    content = Content(small_plan() if plan is None else plan, "id")
    document = Document(content, NoJournal(), StandingClock(), lambda: "", counting_ids())
    return Bridge(document, Words(language, RESOURCES / "locale"))


def make_icons(theme="light"):
    return Icons(RESOURCES, load_theme(RESOURCES / "themes" / f"{theme}.json"))


def type_text(widget, text):
    """Type as an input method does; QTest's own key clicks know no Chinese."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
