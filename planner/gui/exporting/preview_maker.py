"""Makes what a preview shows on a thread beside the window: a sheet's pages, or the lines of an outline."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.garbage import collection_paused
from planner.app.messages import refusal_sentence
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.domain.numbering import outline_numbers
from planner.domain.plan import Plan
from planner.gui.exporting.sheet_pages import SheetPages, paginate
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.outline import OutlineRow, outline
from planner.reports.preset import BrokenPreset, Preset
from planner.reports.sheets import BY_KEY, contents
from planner.reports.status.troubles import report_trouble
from planner.reports.workbook import read_part

_PAUSE_MS = 120
_MOST_ROWS = 500
_INDENT = "    "
_TABLES = (ExportFormat.XLSX, ExportFormat.CSV)


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """Which sheet is to be seen, and all that decides how it looks."""

    sheet: str
    form: ExportFormat
    options: ExportOptions
    preset: Preset


@dataclass(frozen=True, slots=True)
class OutlineText:
    """The lines of an outline as they read, its levels indented."""

    text: str


@dataclass(frozen=True, slots=True)
class NoPreview:
    """Why there is nothing to show, in a sentence."""

    sentence: str


Shown = SheetPages | OutlineText | NoPreview


class PreviewMaker(QObject):
    """Answers the latest request alone; `made` carries it with what is to be shown.

    The plan is one that nobody changes meanwhile.
    """

    made = Signal(object, object)
    _done = Signal(object, object)

    def __init__(self, plan: Plan, words_for: Callable[[str], Words], words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        self._words_for = words_for
        self._words = words
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._wanted: PreviewRequest | None = None
        self._busy = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._done.connect(self._take)

    def ask(self, request: PreviewRequest) -> None:
        """Make this preview as soon as nothing more is typed."""
        self._wanted = request
        self._pause.start()

    def look_at(self, plan: Plan) -> None:
        """Make previews of another plan from now on."""
        self._plan = plan

    def close(self) -> None:
        """Make no more previews."""
        self._wanted = None
        self._pause.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(self) -> None:
        request = self._wanted
        if request is not None and not self._busy:
            self._busy = True
            words = self._words_for(request.options.language)
            future = self._pool.submit(_made, self._plan, request, words)
            future.add_done_callback(lambda done: self._done.emit(request, done))

    def _take(self, request: PreviewRequest, future: "Future[Shown]") -> None:
        self._busy = False
        if request != self._wanted:
            self._begin()
        elif not future.cancelled():
            self.made.emit(request, self._shown(future))

    def _shown(self, future: "Future[Shown]") -> Shown:
        try:
            return future.result()
        except Refused as refused:
            return NoPreview(refusal_sentence(self._words, refused))
        except BrokenPreset as broken:
            return NoPreview(report_trouble(self._words, broken) or "")


def _made(plan: Plan, request: PreviewRequest, words: Words) -> Shown:
    with collection_paused():
        return make_preview(plan, request, words)


def make_preview(plan: Plan, request: PreviewRequest, words: Words) -> Shown:
    """Return what is to be shown; raises `Refused` and `BrokenPreset`."""
    options, preset = request.options, request.preset
    source = read_part(plan, words, preset, options, contents(options, words))
    if request.form not in _TABLES:
        rows = islice(outline(source, outline_numbers(plan)), _MOST_ROWS)
        return OutlineText("\n".join([plan.head.title, *chain.from_iterable(map(_lines, rows))]))
    table = BY_KEY[request.sheet].build(source)
    header, footer = (
        preset.running(text, plan.head.title, options.as_of) for text in (preset.header, preset.footer)
    )
    return paginate(table, preset, header, footer)


def _lines(row: OutlineRow) -> list[str]:
    before = _INDENT * (row.depth - 1)
    details = [f"{before}{_INDENT}{label}  {' '.join(text.split())}" for label, text in row.details]
    return [f"{before}{row.heading}", *details]
