"""Lays reports out in slices between two events of the window; only the print preview imports it."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.words import Words
from planner.gui.printing.canvas import Press
from planner.gui.printing.pages import Pages, lay_out
from planner.reports.blocks import Report
from planner.reports.page_choices import PageChoices
from planner.reports.print_style import PrintStyle

SLICE = 0.008
"""Seconds of work between two looks at the events: a person feels nothing below a tenth of a second."""


class Place(NamedTuple):
    """A page of all: the document that it belongs to, and its place in it."""

    document: int
    page: int


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How reports are laid out: styles by their names, drawings, the words of the paper, the page choices."""

    style: Callable[[str], PrintStyle]
    press: Press
    words: Words
    choices: PageChoices


class Laying(QObject):
    """Takes reports and lays them out one after the other. `grown` comes when there are more pages."""

    grown = Signal()
    idle = Signal()

    def __init__(self, setting: Typesetting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setting = setting
        self._waiting: deque[Report] = deque()
        self._steps: Iterator[None] | None = None
        self.documents: list[Pages] = []
        self.places: list[Place] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    @property
    def busy(self) -> bool:
        """Whether something is still to be laid out."""
        return self._timer.isActive()

    def add(self, report: Report) -> None:
        """Lay a report out after those before."""
        self._waiting.append(report)
        self._timer.start()

    def on_pages(self, report: Report) -> Report:
        """Return a report on the pages that were chosen."""
        return self._setting.choices.report(report)

    def cancel(self) -> None:
        """Stop; the pages so far stay."""
        self._timer.stop()
        self._waiting.clear()
        self._steps = None

    def _work(self) -> None:
        until = monotonic() + SLICE
        before = len(self.places)
        while monotonic() < until:
            if not self._step():
                self._timer.stop()
                break
        if len(self.places) > before:
            self.grown.emit()
        if not self._timer.isActive():
            self.idle.emit()

    def _step(self) -> bool:
        """Do one step; False where nothing is left to do."""
        if self._steps is None:
            if not self._waiting:
                return False
            self._steps = self._begin(self._waiting.popleft())
        pages = self.documents[-1]
        if next(self._steps, StopIteration) is StopIteration:
            self._steps = None
        known = self.places[-1] if self.places else Place(-1, -1)
        first = known.page + 1 if known.document == len(self.documents) - 1 else 0
        self.places += (Place(len(self.documents) - 1, page) for page in range(first, len(pages)))
        return True

    def _begin(self, report: Report) -> Iterator[None]:
        setting = self._setting
        pages = Pages(setting.press)
        self.documents.append(pages)
        return lay_out(
            pages,
            self.on_pages(report),
            setting.style(report.style).scaled(setting.choices.scale),
            setting.words,
            shrink=setting.choices.fit_width,
        )
