"""One walk: a window's tree on the small plan, random deeds, and the watch after each."""

import sys
from contextlib import contextmanager
from random import Random

from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from planner.app.document import Content, Document
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.theme import load_theme
from planner.gui.tree.view import TreeView
from tests.gui.tree.conftest import RESOURCES, NoJournal, StandingClock
from tests.gui.tree.walking.hands import Hands
from tests.gui.tree.walking.watch import Disagreement, Watch
from tests.plans import counting_ids, small_plan

_SLOW_CHECK_EVERY = 50
_DEEDS_TOLD = 12


class Stumbled(AssertionError):
    """A walk found something; the text says what, where, and what was done before."""


def walk(steps: int, seed: int) -> dict[str, int]:
    """Walk and return how often each deed was done; raises `Stumbled` where something does not hold."""
    done: dict[str, int] = {}
    latest: list[str] = []
    with _tree() as view, _qt_warnings() as warnings:
        hands, watch = Hands(view, Random(seed)), Watch(view)
        for step in range(steps):
            try:
                latest.append(hands.choose())
                hands.act(latest[-1])
                _complain(warnings)
                watch.check(latest[-1])
                if step % _SLOW_CHECK_EVERY == 0:
                    watch.check_slowly()
            except Exception as trouble:
                deeds = ", ".join(latest[-_DEEDS_TOLD:])
                raise Stumbled(f"step {step} of seed {seed}: {trouble!r}, after {deeds}") from trouble
            done[latest[-1]] = done.get(latest[-1], 0) + 1
    return done


class _StrictDocument(Document):
    """What a command decides fits the plan: it is the command that must refuse."""

    def apply(self, change_set):
        try:
            super().apply(change_set)
        except Refused as refused:
            raise Disagreement(f"{change_set.label.code} decided what does not fit: {refused!r}") from refused


@contextmanager
def _tree():
    document = _StrictDocument(
        Content(small_plan(), "plan-id"), NoJournal(), StandingClock(), lambda: "", counting_ids()
    )
    bridge = Bridge(document, Words("zh", RESOURCES / "locale"))
    view = TreeView(bridge, Icons(RESOURCES, load_theme(RESOURCES / "themes" / "light.json")))
    QAbstractItemModelTester(view.tree_model, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    view.resize(1200, 480)
    view.show()
    try:
        yield view
    finally:
        bridge.close()
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def _qt_warnings():
    """Collect what Qt complains of, as the model's tester does, and what fails in what Qt calls."""
    warnings = []

    def note(kind, _context, text):
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            warnings.append(text)

    handler, hook = qInstallMessageHandler(note), sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: warnings.append(repr(error))
    try:
        yield warnings
    finally:
        qInstallMessageHandler(handler)
        sys.excepthook = hook


def _complain(warnings):
    if warnings:
        raise Disagreement(warnings[0])
