"""Writes or prints what the preview shows, in slices between two events; only the print preview imports it.

Painting needs the window's thread; what follows it, as finishing a PDF or writing a Word file, has its own.
"""

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from planner.gui.print_preview.laying import SLICE
from planner.gui.printing.pages import Pages
from planner.gui.printing.pdf import PdfJob
from planner.gui.services import RenderReport, WritePdf
from planner.reports.blocks import Report

_MOST_WAITING = 4
"""Files that may wait to be finished before painting goes on."""
_PAUSE_MS = 10


@dataclass(frozen=True, slots=True)
class Written:
    """What came of an output: the files that are whole, and why not all are."""

    paths: tuple[Path, ...] = ()
    error: Exception | None = None
    cancelled: bool = False


Step = Callable[[], None]
Work = Generator[Step | None]
"""Steps of an output: None after some painting, else what a thread is to do next."""


class Output(QObject):
    """Runs the steps of one output. `advanced` carries how many of how many steps are done."""

    advanced = Signal(int, int)
    finished = Signal(object)

    def __init__(self, work: Work, total: int, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._total = total
        self._paths = tuple(paths)
        self._done = 0
        self._whole = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="print")
        self._waiting: list[Future[None]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)

    def begin(self) -> None:
        """Start."""
        self._timer.start()

    def cancel(self) -> None:
        """End; files that are whole stay."""
        self._finish(cancelled=True)

    def _slice(self) -> None:
        until = monotonic() + SLICE
        try:
            self._collect()
            while monotonic() < until and len(self._waiting) < _MOST_WAITING:
                step = next(self._work)
                if step is None:
                    self._done += 1
                else:
                    self._waiting.append(self._pool.submit(step))
        except StopIteration:
            if not self._waiting:
                self._finish()
                return
            self._timer.setInterval(_PAUSE_MS)
        except Exception as failure:  # noqa: BLE001 - told in the window, whatever it is
            self._finish(error=failure)
            return
        self.advanced.emit(self._done, self._total)

    def _collect(self) -> None:
        """Take note of the files that are finished; raises what went wrong with one."""
        while self._waiting and self._waiting[0].done():
            self._waiting.pop(0).result()
            self._whole += 1

    def _finish(self, error: Exception | None = None, *, cancelled: bool = False) -> None:
        self._timer.stop()
        self._work.close()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self.finished.emit(Written(self._paths[: self._whole], error, cancelled))


def pdf_work(
    documents: Sequence[tuple[Pages, Sequence[int]]], paths: Sequence[Path], write: WritePdf
) -> Work:
    """Return the steps that write chosen pages of each document as a PDF file."""
    for (pages, chosen), path in zip(documents, paths, strict=True):
        job = PdfJob(pages, chosen)
        for _ in job.steps():
            yield None
        yield _pdf_step(job, path, write)


def file_work(reports: Sequence[Report], paths: Sequence[Path], render: RenderReport) -> Work:
    """Return the steps that write each report as its file's name says."""
    for report, path in zip(reports, paths, strict=True):
        yield _file_step(report, path, render)
        yield None


def print_work(steps: Generator[None]) -> Work:
    """Return the steps that print; closing them aborts the job."""
    yield from steps


def _pdf_step(job: PdfJob, path: Path, write: WritePdf) -> Step:
    painted = job.result()
    return lambda: write(painted, path)


def _file_step(report: Report, path: Path, render: RenderReport) -> Step:
    return lambda: render(report, path)
