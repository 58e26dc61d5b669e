"""P11: a thousand status sheets as PDF against a bare loop with one QTextDocument a page.

The bare loop is given the same sheets as HTML tables, the form on one page and the tables on another as ours
has them, and draws them with QPdfWriter: no row is kept whole, no heading repeated, no bookmark set. Both
begin with sheets that were made before; ours lays them out, paints and finishes them.
"""

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from planner import bootstrap
from planner.reports.blocks import FormTable, Heading, Paragraph, Report, Signature, TableBlock, joined
from planner.reports.status.order import Order
from planner.reports.table import cell_text
from tests.bench.frame import Benchmark, Row, in_turn
from tests.bench.sample import make_plan

_TODAY = date(2026, 3, 1)
_SHARE = 0.6
"""Our pages a second, as a part of the bare loop's."""
_PER_SHEET = 5
"""A fifth of the sample's measures stand in the tree by themselves, and each has a sheet."""


def run(n: int) -> Iterator[Row]:
    """Milliseconds a page, for `n` sheets in one file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from pypdf import PdfReader
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    plan = make_plan(n * _PER_SHEET)
    words = bootstrap.words_for("zh")
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder) / "sheets.pdf", Path(folder) / "bare.pdf"
        maker = bootstrap.status_sheets(plan, _TODAY, words)
        reports = [maker.report(order) for order in maker.orders(Order("measure"))]
        whole = joined(reports, "任务进展单")
        sheets = [html for report in reports for html in _pages(report)]
        mine, loop = in_turn(
            lambda: bootstrap.render_pdf(whole, path), lambda: _bare_loop(sheets, bare), rounds=3
        )
        pages, bare_pages = len(PdfReader(path).pages), len(PdfReader(bare).pages)
    yield Row("P11", n, mine / pages, loop / bare_pages, 1 / _SHARE)
    del application


def _pages(report: Report) -> list[str]:
    """Return a sheet as the tables of its texts: the form, and what follows it."""
    form, others = "", ""
    for block in report.blocks():
        match block:
            case FormTable():
                form, others = others + _table([[cell.text for cell in row] for row in block.rows]), ""
            case Heading() | Paragraph():
                others += f"<p>{escape(block.text)}</p>"
            case TableBlock(table):
                heading = [column.label for column in table.columns]
                rows = [[cell_text(cell) for cell in row.cells] for row in table.rows]
                others += _table([heading, *rows])
            case Signature(fields):
                others += _table([list(fields)])
    return [form, others]


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    lines = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table border="1" cellspacing="0" width="100%">{lines}</table>'


def _bare_loop(pages: list[str], path: Path) -> None:
    """Draw each text on a page of its own."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter, QTextDocument

    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    size = QSizeF(writer.width(), writer.height())
    for number, html in enumerate(pages):
        if number:
            writer.newPage()
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setDefaultFont(QFont("WenQuanYi Micro Hei", 12))
        document.setPageSize(size)
        document.setHtml(html)
        document.drawContents(painter)
    painter.end()


BENCHMARK = Benchmark("P11", "status sheets to PDF", (1000,), run)
