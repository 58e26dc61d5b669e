"""The pages of a report as PDF: vector, fonts embedded; bookmarks and properties are added by others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from planner.gui.printing.pages import Pages
from planner.gui.printing.units import PER_INCH, PER_MM
from planner.gui.product import IDENTIFIER
from planner.reports.painted import PaintedPdf
from planner.reports.paper import PageSetup, Paper

_SIZES = {
    Paper.A0: QPageSize.PageSizeId.A0,
    Paper.A1: QPageSize.PageSizeId.A1,
    Paper.A2: QPageSize.PageSizeId.A2,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.A5: QPageSize.PageSizeId.A5,
    Paper.B5: QPageSize.PageSizeId.B5,
}


def page_layout(setup: PageSetup) -> QPageLayout:
    """Return a page as devices know it, its margins left to the painter."""
    landscape = QPageLayout.Orientation.Landscape
    return QPageLayout(
        QPageSize(_SIZES[setup.paper]),
        landscape if setup.landscape else QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Millimeter,
    )


def paint_pdf(pages: Pages) -> PaintedPdf:
    """Return all pages as PDF."""
    job = PdfJob(pages, range(len(pages)))
    for _ in job.steps():
        pass
    return job.result()


class PdfJob:
    """Paints chosen pages of a report as PDF, one after the other."""

    def __init__(self, pages: Pages, chosen: Sequence[int]) -> None:
        self._pages = pages
        self._chosen = chosen
        self._content = QByteArray()

    def steps(self) -> Iterator[None]:
        """Paint a page at each step."""
        buffer = QBuffer(self._content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self._pages.title)
        writer.setCreator(IDENTIFIER)
        writer.setResolution(PER_INCH)
        painter = QPainter()
        try:
            for index in self._chosen:
                page = self._pages.pages[index]
                writer.setPageLayout(page_layout(page.setup))
                if painter.isActive():
                    writer.newPage()
                else:
                    painter.begin(writer)
                self._pages.paint(painter, index, QRectF(0, 0, page.size[0] * PER_MM, 0))
                yield
        finally:
            painter.end()
            buffer.close()

    def result(self) -> PaintedPdf:
        """Return the finished pages."""
        pages, places = self._pages, {page: place for place, page in enumerate(self._chosen)}
        bookmarks = [
            replace(bookmark, page=places[bookmark.page])
            for bookmark in pages.bookmarks
            if bookmark.page in places
        ]
        return PaintedPdf(bytes(self._content.data()), pages.title, pages.language, bookmarks)
