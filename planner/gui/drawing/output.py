"""Takes a drawing out of the window: as a picture, as SVG, as a vector poster from A3 to A0."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSaveFile, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from planner.gui.drawing.painter import DrawingPainter
from planner.gui.product import IDENTIFIER
from planner.gui.theme import Theme
from planner.reports.drawing import Drawing

PICTURE_WIDTH = 2400
"""Pixels across a picture for slides: sharp on a full screen."""

_MARGIN_MM = 10.0
_DOTS_PER_INCH = 300


class Paper(StrEnum):
    """The sizes of a poster."""

    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"


_PAGE_SIZES = {
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.A2: QPageSize.PageSizeId.A2,
    Paper.A1: QPageSize.PageSizeId.A1,
    Paper.A0: QPageSize.PageSizeId.A0,
}


def picture(drawing: Drawing, painter: DrawingPainter, theme: Theme, width: int = PICTURE_WIDTH) -> QImage:
    """Return the drawing as an image of that many pixels across, on the theme's ground."""
    height = max(round(width * drawing.height / drawing.width), 1)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("base"))
    target = QPainter(image)
    painter.paint(target, drawing, QRectF(image.rect()))
    target.end()
    return image


def png(image: QImage) -> bytes:
    """Return an image as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a name
    buffer.close()
    return bytes(content.data())


def svg(drawing: Drawing, painter: DrawingPainter) -> bytes:
    """Return the drawing as the content of an SVG file, on a clear ground."""
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(drawing.title)
    size = QSize(round(drawing.width), round(drawing.height))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, drawing.width, drawing.height))
    target = QPainter(generator)
    painter.paint(target, drawing, QRectF(0, 0, drawing.width, drawing.height))
    target.end()
    return bytes(content.data())


def poster(drawing: Drawing, painter: DrawingPainter, paper: Paper) -> bytes:
    """Return the drawing as the content of a PDF of one page, on its side where the drawing is."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setCreator(IDENTIFIER)
    writer.setResolution(_DOTS_PER_INCH)
    wide = drawing.width >= drawing.height
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(QPageSize(_PAGE_SIZES[paper]), orientation, margins, QPageLayout.Unit.Millimeter)
    )
    target = QPainter(writer)
    painter.paint(target, drawing, QRectF(0, 0, writer.width(), writer.height()))
    target.end()
    buffer.close()
    return bytes(content.data())


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises OSError."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(content) < 0 or not file.commit():
        raise OSError(file.errorString())
