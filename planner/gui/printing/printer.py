"""The pages of reports on a printer: the same painter as for PDF and preview."""

from collections.abc import Generator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.gui.printing.pages import Pages
from planner.gui.printing.pdf import page_layout
from planner.gui.product import IDENTIFIER
from planner.reports.paper import PageSetup

_MM_PER_INCH = 25.4

Sheet = tuple[Pages, int]
"""A page: the report that it belongs to, and its place in it."""


class PrinterFailed(Exception):
    """The printer does not take the job, or stopped taking it."""


def new_printer(title: str, first: PageSetup) -> QPrinter:
    """Return a printer with the paper of the first page, to be asked for in the system's dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator(IDENTIFIER)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(first))
    return printer


def chosen_sheets(printer: QPrinter, sheets: Sequence[Sheet]) -> Sequence[Sheet]:
    """Return the pages that were asked for in the system's dialog, in the printer's order."""
    ranges = printer.pageRanges()
    wanted = printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    chosen = [sheet for number, sheet in enumerate(sheets, 1) if not wanted or ranges.contains(number)]
    backwards = printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
    return chosen[::-1] if backwards else chosen


def print_steps(printer: QPrinter, sheets: Sequence[Sheet]) -> Generator[None]:
    """Paint a page at each step; raises `PrinterFailed`. Closing the iterator aborts the job."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    painter = QPainter()
    done = False
    try:
        for pages, index in [sheet for _ in range(copies) for sheet in sheets]:
            page = pages.pages[index]
            printer.setPageLayout(page_layout(page.setup))
            printer.setFullPage(True)
            started = printer.newPage() if painter.isActive() else painter.begin(printer)
            if not started:
                raise PrinterFailed
            width = page.size[0] / _MM_PER_INCH * printer.resolution()
            pages.paint(painter, index, QRectF(0, 0, width, 0))
            yield
        done = True
    finally:
        if not done and painter.isActive():
            printer.abort()
        painter.end()
