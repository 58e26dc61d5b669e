"""Draws the charts of a table as the workbook's own, below the table. Only `planner.office` imports it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planner.office.safe_text import cleaned
from planner.office.sheet_writer import WrittenSheet
from planner.reports import layout
from planner.reports.chart_places import ROW_POINTS, chart_places
from planner.reports.charts import Chart, ChartKind
from planner.reports.preset import Preset
from planner.reports.table import Table, cell_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart as Drawn
    from xlsxwriter.worksheet import Worksheet

_PIXELS_PER_POINT = 96 / 72
_GRID = "#d9d9d9"
_FEW = 10
_EDGE = 8
"""Pixels by which a chart is narrower than the page, so that its own edge is printed."""


def write_charts(workbook: "Workbook", sheet: WrittenSheet, table: Table, preset: Preset) -> None:
    """Put the charts of a table below its notes, each whole on a page, within the printed area."""
    frame = sheet.frame
    if not table.charts:
        return
    frame.set_default_row(ROW_POINTS)
    _mirror(frame, table, preset)
    width = layout.table_width(table, preset)
    line = sheet.last_line + 1
    breaks = []
    for place in chart_places(table, preset):
        chart, height = place.chart, place.height
        if place.starts_page:
            breaks.append(line)
        drawn = workbook.add_chart(
            {"type": "bar", "subtype": "stacked"} if chart.kind is ChartKind.STACKED else {"type": "bar"}
        )
        _fill(drawn, chart, table, frame.get_name(), preset)
        drawn.set_size({"width": width * _PIXELS_PER_POINT - _EDGE, "height": height * _PIXELS_PER_POINT})
        frame.insert_chart(line, 0, drawn, {"object_position": 1, "description": chart.title})
        line += place.rows
    frame.set_h_pagebreaks(breaks)
    frame.print_area(0, 0, line - 1, len(table.columns) - 1)


def _fill(drawn: "Drawn", chart: Chart, table: Table, name: str, preset: Preset) -> None:
    first, last = table.first_row + chart.first, table.first_row + chart.last
    category = table.column_place(chart.categories)
    font = {"name": preset.fonts.body.families[0], "size": preset.fonts.note.size}
    for key, colour in chart.series:
        place = table.column_place(key)
        drawn.add_series(
            {
                "name": table.columns[place].label,
                "categories": [name, first, category, last, category],
                "values": [name, first, place, last, place],
                "fill": {"color": colour},
                "gap": 40,
                "data_labels": {"value": chart.kind is ChartKind.BARS, "font": font},
            }
        )
    drawn.set_title(
        {"name": chart.title, "name_font": {**font, "size": preset.fonts.body.size, "bold": True}}
    )
    drawn.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom", "font": font})
    drawn.set_y_axis({"reverse": True, "num_font": font, "major_gridlines": {"visible": False}})
    axis = {"num_font": font, "min": 0, "major_gridlines": {"visible": True, "line": {"color": _GRID}}}
    drawn.set_x_axis({**axis, **_scale(chart, table)})


def _scale(chart: Chart, table: Table) -> dict[str, object]:
    """Return what lets shares end at 100 percent where all do, and the axis of few things count them."""
    longest = max(_lengths(chart, table), default=0.0)
    if chart.percent:
        return {"num_format": "0%", "max": 1} if longest <= 100 else {"num_format": "0%"}
    return {"major_unit": 1} if longest <= _FEW else {}


def _lengths(chart: Chart, table: Table) -> Iterator[float]:
    """Yield how long each bar is, of stacked ones all its parts together."""
    places = [table.column_place(key) for key, _ in chart.series]
    for row in table.rows[chart.first : chart.last + 1]:
        yield sum(cell for place in places if isinstance(cell := row.cells[place], int | float))


def _mirror(frame: "Worksheet", table: Table, preset: Preset) -> None:
    """Give the frame the heights and the cells that charts are placed and filled by."""
    for number, height in enumerate(layout.row_heights(table, preset)):
        line = table.first_row + number
        frame.set_row(line, height)
        for column, cell in enumerate(table.rows[number].cells):
            if isinstance(cell, int | float):
                frame.write_number(line, column, cell)
            elif cell is not None:
                frame.write_string(line, column, cleaned(cell_text(cell))[0])
