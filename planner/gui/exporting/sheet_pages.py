"""The pages that a sheet is printed on, as plain data: which rows stand on which page, and how high they are.

They come from `planner.reports.layout`, as heights and page breaks of the workbook do. Any thread may make
them; `planner.gui.exporting` alone imports it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from planner.reports import layout
from planner.reports.chart_places import chart_places
from planner.reports.charts import Chart
from planner.reports.layout import POINTS_PER_MM
from planner.reports.preset import Preset
from planner.reports.table import Span, Table

MOST_RAW_ROWS = 400
"""How many rows of a sheet for computing are shown: it is not for paper."""

_RAW_ROW = 15.0


@dataclass(frozen=True, slots=True)
class ChartOnPage:
    """A chart on a page: how far below the page's top, and how high."""

    chart: Chart
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page: its rows from `first` up to `last`, or charts; title and notes are on the outer ones."""

    first: int = 0
    last: int = 0
    opens: bool = False
    closes: bool = False
    charts: tuple[ChartOnPage, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPages:
    """A table on its pages; heights in points before they are scaled by `scale` to the paper.

    `header` and `footer` run over all pages.
    """

    table: Table
    preset: Preset
    heights: tuple[float, ...]
    pages: tuple[SheetPage, ...]
    spans: tuple[Span, ...]
    scale: float
    header: str = ""
    footer: str = ""
    left_out: int = 0


def paginate(table: Table, preset: Preset, header: str = "", footer: str = "") -> SheetPages:
    """Lay a table out on pages."""
    left_out = 0
    if table.raw:
        left_out = max(len(table.rows) - MOST_RAW_ROWS, 0)
        table = replace(table, rows=tuple(islice(table.rows, MOST_RAW_ROWS)))
        heights = [_RAW_ROW] * len(table.rows)
    else:
        heights = layout.row_heights(table, preset)
    starts = [0] if table.single_page else layout.page_starts(table, heights, preset) or [0]
    ends = [*starts[1:], len(table.rows)]
    pages = [
        SheetPage(first, last, opens=number == 0, closes=number + 1 == len(starts))
        for number, (first, last) in enumerate(zip(starts, ends, strict=True))
    ]
    pages += _chart_pages(table, preset)
    return SheetPages(
        table,
        preset,
        tuple(heights),
        tuple(pages),
        tuple(layout.split_spans(table.spans, starts)),
        _scale(table, preset, heights),
        header,
        footer,
        left_out,
    )


def _scale(table: Table, preset: Preset, heights: Iterable[float]) -> float:
    """Return by how much the table is made smaller: to the page's width, one for a page to its height too."""
    page = table.page
    width, height = page.size
    across = (width - page.left - page.right) * POINTS_PER_MM / max(layout.table_width(table, preset), 1)
    if not table.single_page:
        return min(1.0, across)
    needed = layout.top_height(table, preset) + layout.heading_height(table, preset) + sum(heights)
    return min(1.0, across, (height - page.top - page.bottom) * POINTS_PER_MM / needed)


def _chart_pages(table: Table, preset: Preset) -> list[SheetPage]:
    """Return pages for the charts below a table."""
    pages: list[list[ChartOnPage]] = []
    top = 0.0
    for place in chart_places(table, preset):
        if place.starts_page:
            pages.append([])
            top = 0.0
        pages[-1].append(ChartOnPage(place.chart, top, place.height))
        top += place.room
    return [SheetPage(charts=tuple(charts)) for charts in pages]
