"""Every status sheet of plans small and large as pages: nothing outside, everything found."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from planner import bootstrap
from planner.domain.items import Indicator, Link, Measure, PlanHead, Report, Unit
from planner.domain.plan import Plan
from planner.gui.printing.pages import pages_of
from planner.gui.printing.pdf import paint_pdf
from planner.office.pdf_file import finished
from planner.reports.status.order import Order
from planner.reports.status.sheets import STATUS_SHEETS
from tests.bench.sample import make_plan
from tests.gui.printing.conftest import STYLE, poppler

DAY = date(2026, 6, 1)
MARGIN = 1.0
KEYS = [sheet.key for sheet in STATUS_SHEETS]
HTML = "<b>题</b><script src='http://example.invalid/x.js'></script>"


def nasty_plan():
    """A plan with the worst texts: long notes, many units, markup, an indicator without values."""
    plan = make_plan(10)
    first = next(iter(plan.of(Measure).values()))
    units = [
        Unit(f"u{number}", "", f"V{number:02}", title=f"很长的单位名称第{number}号办公室")
        for number in range(41)
    ]
    links = [
        Link(f"l{number}", first.id, f"V{number:02}", relation="unit", role="supporting", target=unit.id)
        for number, unit in enumerate(units[1:])
    ]
    links.append(Link("lead", first.id, "A", relation="unit", role="lead", target="u0"))
    report = Report("r", first.id, "V", date="2026-05-01", done="已经做了。" * 600, problem=HTML)
    named = replace(
        first, title=HTML + "超长标题" * 60, criterion="标志" * 1500, record_number="督〔2026〕1号"
    )
    items = [item for item in plan.items() if item.id != first.id]
    return Plan([*items, named, *units, *links, report, Indicator("i", "", "V", title=HTML)])


PLANS = {
    "example": lambda: bootstrap.make_plan("example"),
    "300": lambda: make_plan(300),
    "nasty": nasty_plan,
    "empty": lambda: Plan([PlanHead("plan", title="空计划")]),
}


@pytest.fixture(scope="module", params=PLANS)
def sheets(request, qapp):
    """Return what makes the pages of a sheet of one plan."""
    plan = PLANS[request.param]()
    words = bootstrap.words_for("zh")
    maker = bootstrap.status_sheets(plan, DAY, words)

    def make(key):
        orders = maker.orders(Order(key))
        if not orders:
            pytest.skip("the plan has nothing for this sheet")
        report = maker.report(orders[0])
        return report, pages_of(report, STYLE, bootstrap.RESOURCES, words)

    return make


@pytest.mark.parametrize("key", KEYS)
def test_nothing_stands_outside_the_type_area(sheets, word_boxes, key):
    _report, pages = sheets(key)
    assert len(pages)
    for page, words in zip(pages.pages, word_boxes(pages), strict=True):
        width, height = page.size
        edges = page.setup.margins
        outside = [
            word
            for left, top, right, bottom, word in words
            if left < edges.left - MARGIN
            or right > width - edges.right + MARGIN
            or top < edges.top - MARGIN
            or bottom > height - edges.bottom + MARGIN
        ]
        running = f"—{page.number}—{page.setup.header}{page.setup.footer}"
        assert set("".join(outside)) <= set(running), outside[:5]


@pytest.mark.parametrize("key", KEYS)
def test_pages_are_full_but_never_too_full(sheets, key):
    _report, pages = sheets(key)
    for page in pages.pages:
        height = page.setup.type_area[1] * 720 / 25.4
        assert page.placed or len(pages) == 1
        ends = [y + piece.height for y, piece in page.placed]
        assert max(ends, default=0) <= height + 1
        tops = [y for y, _piece in page.placed]
        assert all(later >= end - 0.01 for end, later in zip(ends, tops[1:], strict=False))


@pytest.mark.parametrize("key", KEYS)
def test_titles_are_found_and_fonts_embedded(sheets, tmp_path, key):
    for tool in ("pdftotext", "pdffonts"):
        poppler(tool)
    report, pages = sheets(key)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(finished(paint_pdf(pages)))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout
    plain = "".join(text.split())
    for heading in report.headings():
        assert "".join(heading.text.split()) in plain
    fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all(row[-5] == "yes" for row in rows), fonts
