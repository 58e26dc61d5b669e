"""Pages of small reports, and of every sheet of a plan."""

import re
import shutil
import subprocess
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from planner import bootstrap
from planner.gui.printing.pages import pages_of
from planner.gui.printing.pdf import paint_pdf
from planner.office.pdf_file import finished
from planner.reports.blocks import Report, Section
from planner.reports.paper import Paper
from planner.reports.print_style import load_print_style

STYLE = load_print_style(bootstrap.RESOURCES / "print")


def poppler(tool):
    """Skip the test that asks where a tool of poppler's is missing."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")


@pytest.fixture
def paged(qapp):
    """Lay blocks out on pages of a kind."""

    def lay_out(*blocks, kind="form", landscape=False, paper=Paper.A4, **changes):
        setup = STYLE.setup(kind, paper, landscape=landscape)
        report = Report("brief", "标题", "zh", (Section(setup, blocks, **changes),))
        return pages_of(report, STYLE, bootstrap.RESOURCES, bootstrap.words_for("zh"))

    return lay_out


@pytest.fixture
def texts(tmp_path):
    """Return the text of each page as a PDF has it, without the blanks that its lines bring along."""

    def read(pages):
        content = BytesIO(finished(paint_pdf(pages)))
        return ["".join(page.extract_text().split()) for page in PdfReader(content).pages]

    return read


@pytest.fixture
def word_boxes(tmp_path):
    """Return the words of each page with their boxes from the sheet's corner, in millimetres."""
    poppler("pdftotext")

    def read(pages):
        path = tmp_path / "boxes.pdf"
        path.write_bytes(finished(paint_pdf(pages)))
        html = subprocess.run(
            ["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, text=True
        ).stdout
        found = []
        for page in html.split("<page ")[1:]:
            words = re.findall(
                r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
                page,
            )
            found.append(
                [(*(float(edge) * 25.4 / 72 for edge in box), unescape(text)) for *box, text in words]
            )
        return found

    return read
