"""The selected rows as the official table, on the clipboard: to be pasted as a table, or as a picture.

Both are made on a thread, so that a large selection does not hold the window up.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.app.garbage import collection_paused
from planner.app.paste.tsv import write_tsv
from planner.app.words import Words
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.exporting.sheet_pages import SheetPage, paginate
from planner.gui.exporting.sheet_painter import SheetPainter
from planner.gui.paper_colours import PAPER
from planner.gui.printing.units import PER_INCH
from planner.gui.services import TableMarkup
from planner.reports.options import ExportOptions
from planner.reports.preset import Preset
from planner.reports.table import Role, Table, cell_text
from planner.reports.workbook import read_part
from planner.reports.workplan import SHEET, work_plan

_DOTS_PER_INCH = 192
_MARGIN = 100.0
"""Tenths of a point around a picture."""
_MOST_DOTS = 60_000_000
_LEAST_SCALE = 0.4
"""By how much a picture may be made smaller before it can't be read any more."""


@dataclass(frozen=True, slots=True)
class Selected:
    """Rows of a plan that nobody changes meanwhile, and how they are laid out."""

    plan: Plan
    ids: tuple[str, ...]
    today: date
    words: Words
    preset: Preset

    def table(self) -> Table:
        """Return the official table of these rows, with all that is above and below them."""
        options = ExportOptions.of_sheets(self.today, self.words.language, SHEET)
        return work_plan(read_part(self.plan, self.words, self.preset, options, chosen=self.ids))


@dataclass(frozen=True, slots=True)
class Copy:
    """What goes on the clipboard."""

    text: str = ""
    html: str = ""
    picture: QImage | None = None


class TableCopier(QObject):
    """`told` carries a tone of `planner.gui.banner` and a sentence once the clipboard is filled, or not."""

    told = Signal(str, str)
    _made = Signal(object)

    def __init__(self, markup: TableMarkup, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._markup = markup
        self._words = words
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="copy")
        self._made.connect(self._take)

    def copy_table(self, selected: Selected) -> None:
        """Put the rows on the clipboard as a table in the official layout, and as tab-separated text."""
        self._run(lambda: _as_table(selected.table(), selected.preset, self._markup))

    def copy_picture(self, selected: Selected) -> None:
        """Put the rows on the clipboard as a picture of the official table."""
        self._run(lambda: Copy(picture=picture_of(selected.table(), selected.preset, selected.words)))

    def _run(self, make: Callable[[], Copy]) -> None:
        self._pool.submit(_paused, make).add_done_callback(self._made.emit)

    def _take(self, future: "Future[Copy]") -> None:
        made = future.result()
        data = QMimeData()
        if made.text:
            data.setText(made.text)
            data.setHtml(made.html)
            text = self._words(N_("已复制为表格。"))
        elif made.picture is not None:
            data.setImageData(made.picture)
            text = self._words(N_("已复制图片。"))
        else:
            self.told.emit(
                "warning", self._words(N_("所选内容太多，不能复制为图片；请少选一些，或导出为文件。"))
            )
            return
        QApplication.clipboard().setMimeData(data)
        self.told.emit("success", text)


def _paused(make: Callable[[], Copy]) -> Copy:
    with collection_paused():
        return make()


def picture_of(table: Table, preset: Preset, words: Words) -> QImage | None:
    """Return a table in one picture, dark on white; None where it would be too large to be read."""
    pages = paginate(table, preset)
    whole = SheetPage(0, len(table.rows), opens=True, closes=True)
    painting = SheetPainter(replace(pages, pages=(whole,), spans=table.spans), words)
    width, height = (extent + 2 * _MARGIN for extent in painting.extent)
    dots = _DOTS_PER_INCH / PER_INCH
    scale = min(1.0, (_MOST_DOTS / (width * height * dots * dots)) ** 0.5)
    if scale < _LEAST_SCALE:
        return None
    dots *= scale
    picture = QImage(round(width * dots), round(height * dots), QImage.Format.Format_RGB32)
    picture.fill(PAPER)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dots, dots)
    painter.translate(_MARGIN, _MARGIN)
    painting.paint_rows(painter, whole)
    painter.end()
    return picture


def _as_table(table: Table, preset: Preset, markup: TableMarkup) -> Copy:
    return Copy(write_tsv(_lines(table)), markup(table, preset))


def _lines(table: Table) -> Sequence[Sequence[str]]:
    lines = [[column.label for column in table.columns]]
    for row in table.rows:
        if row.role is Role.BAND:
            lines.append([cell_text(row.cells[0])])
        else:
            pairs = zip(row.cells, table.columns, strict=True)
            lines.append([cell_text(cell, column.type) for cell, column in pairs])
    return lines
