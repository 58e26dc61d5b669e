"""The run of one or several exports beside the work: each in a process of its own, one after the other."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from planner.domain.plan import Plan
from planner.gui.services import StartExport
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.outcome import Progress, Written

_BETWEEN_LOOKS = 0.04
"""Seconds between two looks at a job."""


@dataclass(frozen=True, slots=True)
class Target:
    """One file to write, and what goes into it."""

    path: Path
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a run is: which of `count` files it writes, which sheet of it, which share of all is done."""

    number: int
    count: int
    sheet: str
    share: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the files that are whole, and why not all are, if so."""

    targets: tuple[Target, ...]
    written: tuple[Written, ...]
    error: Exception | None = None
    cancelled: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything was written."""
        return self.error is None and not self.cancelled


class ExportRun(QObject):
    """Writes files of one plan, which nobody may change meanwhile; a thread waits for the processes.

    `advanced` carries an `Advance`, `finished` an `Outcome`.
    """

    advanced = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        start: StartExport,
        plan: Plan,
        form: ExportFormat,
        targets: Sequence[Target],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._start = start
        self._plan = plan
        self._form = form
        self._targets = tuple(targets)
        self._stop = Event()
        self._thread = Thread(target=self._work, name="export", daemon=True)

    def begin(self) -> None:
        """Start the first export."""
        self._thread.start()

    def cancel(self) -> None:
        """End the run as soon as may be; files that are whole stay."""
        self._stop.set()

    def wait(self) -> None:
        """Return when nothing runs any more."""
        self._thread.join()

    def _work(self) -> None:
        written: list[Written] = []
        error: Exception | None = None
        try:
            for number, target in enumerate(self._targets):
                done = self._write(number, target)
                if done is None:
                    break
                written.append(done)
        except Exception as failure:  # noqa: BLE001 - told in the window, whatever it is
            error = failure
        self.finished.emit(
            Outcome(self._targets, tuple(written), error, error is None and self._stop.is_set())
        )

    def _write(self, number: int, target: Target) -> Written | None:
        """Write one file; None where the run was cancelled before it was whole."""
        if self._stop.is_set():
            return None
        count = len(self._targets)
        self.advanced.emit(Advance(number, count, "", number / count))
        job = self._start(self._plan, target.path, self._form, target.options)
        while True:
            news = job.poll()
            if isinstance(news, Written):
                return news
            if isinstance(news, Progress):
                share = (number + news.share) / count
                self.advanced.emit(Advance(number, count, news.sheet, share))
            elif self._stop.is_set():
                job.cancel()
                return None
            else:
                time.sleep(_BETWEEN_LOOKS)
