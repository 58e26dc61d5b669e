"""The preview's pages are those that the workbook prints, dark on white, with nothing left out."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from planner.gui.exporting.sheet_pages import MOST_RAW_ROWS, paginate
from planner.gui.exporting.sheet_painter import SheetPainter
from planner.reports import layout
from planner.reports.options import ExportOptions, TimeUnit
from planner.reports.sheets import SHEETS
from planner.reports.table import Row
from planner.reports.workbook import work_plan_workbook
from tests.reports.sources import CHINESE, OFFICIAL, TODAY, example_plan

KEYS = [sheet.key for sheet in SHEETS]


@pytest.fixture(scope="module")
def tables():
    options = replace(ExportOptions.of_sheets(TODAY, "zh", *KEYS), gantt_unit=TimeUnit.MONTH)
    return {table.key: table for table in work_plan_workbook(example_plan(), CHINESE, OFFICIAL, options)}


def painted(table, number=0):
    painting = SheetPainter(paginate(table, OFFICIAL, "页眉", "页脚"), CHINESE)
    width, height = painting.size
    picture = QImage(round(width / 12), round(height / 12), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.scale(1 / 12, 1 / 12)
    painting.paint(painter, number)
    painter.end()
    return painting, picture


def inked(picture):
    white = QColor("white").rgb()
    rows = range(0, picture.height(), 3)
    return sum(picture.pixel(x, y) != white for y in rows for x in range(0, picture.width(), 3))


def test_pages_begin_where_the_workbooks_do(tables):
    table = tables["work_plan"]
    heights = layout.row_heights(table, OFFICIAL)
    pages = paginate(table, OFFICIAL)
    assert [page.first for page in pages.pages] == layout.page_starts(table, heights, OFFICIAL)
    assert pages.pages[-1].last == len(table.rows)
    assert [page.opens for page in pages.pages] == [True, *[False] * (len(pages.pages) - 1)]
    assert pages.pages[-1].closes


@pytest.mark.parametrize("key", KEYS)
def test_every_page_of_every_sheet_is_painted(qapp, tables, key):
    painting, _ = painted(tables[key])
    for number in range(painting.count):
        _, picture = painted(tables[key], number)
        assert inked(picture) > 200


def test_charts_have_pages_of_their_own(tables):
    pages = paginate(tables["statistics"], OFFICIAL)
    charts = [place.chart for page in pages.pages for place in page.charts]
    assert charts == list(tables["statistics"].charts)


def test_a_sheet_for_computing_is_shown_in_part(tables):
    table = tables["data.measure"]
    long = replace(table, rows=table.rows[:1] * (MOST_RAW_ROWS + 7))
    pages = paginate(long, OFFICIAL)
    assert pages.left_out == 7
    assert len(pages.table.rows) == MOST_RAW_ROWS


def test_a_cover_is_made_smaller_until_it_fits_on_one_page(tables):
    cover = tables["cover"]
    many = replace(cover, rows=cover.rows * 6)
    assert len(paginate(many, OFFICIAL).pages) == 1
    assert paginate(many, OFFICIAL).scale < paginate(cover, OFFICIAL).scale


def test_html_in_a_title_is_text(qapp, tables):
    table = tables["work_plan"]
    place = table.column_place("task")
    text = "<img src=x><b>粗</b>"
    cells = tuple(text if at == place else cell for at, cell in enumerate(table.rows[1].cells))
    _, marked = painted(replace(table, rows=(Row(cells),), spans=()))
    plain = tuple("" if at == place else cell for at, cell in enumerate(table.rows[1].cells))
    _, without = painted(replace(table, rows=(Row(plain),), spans=()))
    assert inked(marked) > inked(without)
