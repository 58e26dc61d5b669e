"""Paints the charts of a sheet for its preview: bars by row, as Excel draws them from the same cells."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from planner.gui.paper_colours import INK
from planner.reports.charts import Chart, ChartKind
from planner.reports.table import Row, Table, cell_text

_NAMES = 0.3
"""The share of the width that the names of the bars have."""
_TITLE, _LEGEND = 300.0, 300.0
_BAR = 0.62
_GAP = 60.0
_SWATCH = 90.0


def paint_chart(painter: QPainter, chart: Chart, table: Table, area: QRectF, font: QFont) -> None:
    """Paint a chart of a table's rows into an area; lengths in tenths of a point."""
    painter.save()
    painter.setFont(font)
    painter.setPen(INK)
    top = QRectF(area.left(), area.top(), area.width(), _TITLE)
    painter.drawText(top, Qt.AlignmentFlag.AlignCenter, chart.title)
    rows = table.rows[chart.first : chart.last + 1]
    legend = _LEGEND if len(chart.series) > 1 else 0.0
    body = area.adjusted(0, _TITLE, 0, -legend)
    step = body.height() / max(len(rows), 1)
    longest = 100.0 if chart.percent else max((sum(_values(chart, table, row)) for row in rows), default=1)
    for number, row in enumerate(rows):
        line = QRectF(body.left(), body.top() + number * step, body.width(), step)
        _paint_bar(painter, chart, table, row, line, longest or 1)
    if legend:
        _paint_legend(painter, chart, table, QRectF(area.left(), body.bottom(), area.width(), legend))
    painter.restore()


def _values(chart: Chart, table: Table, row: Row) -> list[float]:
    cells = [row.cells[table.column_place(key)] for key, _ in chart.series]
    return [float(cell) if isinstance(cell, int | float) else 0.0 for cell in cells]


def _paint_bar(painter: QPainter, chart: Chart, table: Table, row: Row, line: QRectF, longest: float) -> None:
    names = line.width() * _NAMES
    name = cell_text(row.cells[table.column_place(chart.categories)])
    label = QRectF(line.left(), line.top(), names - _GAP, line.height())
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(label.width()))
    painter.drawText(label, right, shown)
    room = (line.width() - names) * 0.85
    left, thick = line.left() + names, line.height() * _BAR
    middle = line.top() + (line.height() - thick) / 2
    for value, (_, colour) in zip(_values(chart, table, row), chart.series, strict=True):
        length = room * min(max(value / longest, 0.0), 1.0)
        painter.fillRect(QRectF(left, middle, length, thick), QColor(colour))
        left += length
    if chart.kind is ChartKind.BARS:
        values = QRectF(left + _GAP, line.top(), line.width() * 0.1, line.height())
        painter.drawText(values, Qt.AlignmentFlag.AlignVCenter, f"{sum(_values(chart, table, row)):g}")


def _paint_legend(painter: QPainter, chart: Chart, table: Table, area: QRectF) -> None:
    left = area.left() + area.width() * _NAMES
    for key, colour in chart.series:
        label = table.columns[table.column_place(key)].label
        width = painter.fontMetrics().horizontalAdvance(label)
        swatch = QRectF(left, area.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
        painter.fillRect(swatch, QColor(colour))
        text = QRectF(left + _SWATCH + _GAP, area.top(), width + 1.0, area.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, label)
        left += _SWATCH + width + 4 * _GAP
