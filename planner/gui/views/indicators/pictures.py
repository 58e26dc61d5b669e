"""Takes the chart of an indicator out of the window, in the colours of print."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from planner.app.chart_series import ChartSeries
from planner.app.words import Words
from planner.gui.theme import ThemeChoice, load_theme
from planner.gui.views.indicators.chart import IndicatorChart

SIZE = QSize(960, 540)
_SCALE = 2.5
"""How many pixels of a picture a unit takes: 2400 across, sharp on a full screen."""


def chart_image(words: Words, resources: Path, series: ChartSeries) -> QImage:
    """Return the chart as an image on a light ground."""
    image = QImage((SIZE.toSizeF() * _SCALE).toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _paint(words, resources, series, painter, QRectF(image.rect()))
    painter.end()
    return image


def chart_svg(words: Words, resources: Path, series: ChartSeries) -> bytes:
    """Return the chart as the content of an SVG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(series.standing.indicator.title)
    generator.setSize(SIZE)
    generator.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    painter = QPainter(generator)
    _paint(words, resources, series, painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return bytes(content.data())


def _paint(words: Words, resources: Path, series: ChartSeries, painter: QPainter, area: QRectF) -> None:
    theme = load_theme(resources / "themes" / f"{ThemeChoice.LIGHT}.json")
    chart = IndicatorChart(words, theme)
    chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    chart.resize(SIZE)
    chart.show()
    chart.show_series(series, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chart.view.render(painter, area, chart.view.viewport().rect(), Qt.AspectRatioMode.KeepAspectRatio)
    chart.close()
    chart.deleteLater()
