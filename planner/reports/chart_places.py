"""Where the charts of a table stand on paper: below its rows, each whole on a page.

Workbook and preview place them by it.
"""

from dataclasses import dataclass

from planner.reports import layout
from planner.reports.charts import Chart
from planner.reports.preset import Preset
from planner.reports.table import Table

ROW_POINTS = 16.5
"""The height of the empty rows below a table, on which charts are placed."""

_FRAME_POINTS = 90.0
_BAR_POINTS = 20.0
_GAP_ROWS = 1


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Where a chart stands below its table: how high it is in points, and whether a page begins with it."""

    chart: Chart
    height: float
    starts_page: bool

    @property
    def rows(self) -> int:
        """How many empty rows it is placed on, with the gap behind it."""
        return int(self.height / ROW_POINTS) + 1 + _GAP_ROWS

    @property
    def room(self) -> float:
        """The height of these rows."""
        return self.rows * ROW_POINTS


def chart_places(table: Table, preset: Preset) -> list[ChartPlace]:
    """Return the places of a table's charts, each whole on a page, the first on a page of its own."""
    room = layout.page_room(table, preset)
    places: list[ChartPlace] = []
    used = room
    for chart in table.charts:
        height = min(_FRAME_POINTS + _BAR_POINTS * (chart.last - chart.first + 1), room * 0.95)
        place = ChartPlace(chart, height, used + height > room)
        used = (0.0 if place.starts_page else used) + place.room
        places.append(place)
    return places
