"""The pages of a report as anyone in the window may show them: how many, how large, painted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.app.words import Words
from planner.gui.printing.canvas import Canvas, Press
from planner.gui.printing.faces import Served
from planner.gui.printing.paginator import Page, Paginator
from planner.gui.printing.setter import Setter
from planner.gui.printing.units import PER_MM
from planner.reports.blocks import Report
from planner.reports.painted import Bookmark
from planner.reports.print_style import PrintStyle


@dataclass(slots=True)
class Pages:
    """Pages laid out so far, `complete` once all are; `labels` are the page numbers of headings by anchor."""

    press: Press
    title: str = ""
    language: str = "zh"
    pages: list[Page] = field(default_factory=list)
    bookmarks: Sequence[Bookmark] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    served: Sequence[Served] = ()
    complete: bool = False

    def __len__(self) -> int:
        return len(self.pages)

    def size(self, index: int) -> tuple[float, float]:
        """Return width and height of a page in millimetres."""
        return self.pages[index].size

    def paint(self, painter: QPainter, index: int, area: QRectF) -> None:
        """Paint a page so that the sheet is as wide as an area, without its white ground."""
        page = self.pages[index]
        painter.save()
        painter.translate(area.topLeft())
        scale = area.width() / (page.size[0] * PER_MM)
        painter.scale(scale, scale)
        page.paint(Canvas(painter, self.press))
        painter.restore()


def pages_of(
    report: Report, style: PrintStyle, resources: Path, words: Words, *, shrink: bool = True
) -> Pages:
    """Lay a whole report out; `words` are those of its language.

    Where letters may not `shrink`, a wide table's columns become narrow instead.
    """
    pages = Pages(Press(resources))
    for _ in lay_out(pages, report, style, words, shrink=shrink):
        pass
    return pages


def lay_out(
    pages: Pages, report: Report, style: PrintStyle, words: Words, *, shrink: bool = True
) -> Iterator[None]:
    """Lay a report out page by page into `pages`; each step takes a few milliseconds."""
    setter = Setter(style)
    paginator = Paginator(report, setter, words, shrink=shrink)
    pages.title, pages.language, pages.bookmarks = report.title, report.language, paginator.bookmarks
    pages.labels = paginator.labels
    pages.served = setter.faces.served()
    for page in paginator.pages():
        if page is not None:
            pages.pages.append(page)
        yield
    pages.complete = True
