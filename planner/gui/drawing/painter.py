"""Paints a `planner.reports.drawing.Drawing` with QPainter: the same in a window, a picture and a poster."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from planner.gui.icons import Icons
from planner.gui.tree.looks import LIGHT_SIGNS
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Path, Pen, Rectangle, Text


class DrawingPainter:
    """Paints drawings in the colours of the icons' theme and in one family of letters."""

    def __init__(self, icons: Icons, font: QFont) -> None:
        self._icons = icons
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._family = font

    def paint(self, painter: QPainter, drawing: Drawing, area: QRectF) -> None:
        """Paint the whole drawing, as large as fits, into the middle of an area."""
        scale = fitting_scale(drawing, area)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(
            area.x() + (area.width() - drawing.width * scale) / 2,
            area.y() + (area.height() - drawing.height * scale) / 2,
        )
        painter.scale(scale, scale)
        for shape in drawing.shapes:
            match shape:
                case Rectangle():
                    self._rectangle(painter, shape)
                case Path():
                    self._path(painter, shape)
                case Text():
                    self._text(painter, shape)
                case Mark():
                    self._mark(painter, shape)
        painter.restore()

    def font(self, size: int, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        """The font of a text of that size, and its measures, both in units of the drawing."""
        key = size, bold
        if key not in self._fonts:
            font = QFont(self._family)
            font.setPixelSize(size)
            font.setBold(bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]

    def _rectangle(self, painter: QPainter, shape: Rectangle) -> None:
        painter.setBrush(self._brush(shape.fill))
        painter.setPen(self._pen(shape.pen))
        if shape.radius:
            painter.drawRoundedRect(rectangle(shape.box), shape.radius, shape.radius)
        else:
            painter.drawRect(rectangle(shape.box))

    def _path(self, painter: QPainter, shape: Path) -> None:
        path = QPainterPath(QPointF(*shape.start))
        for step in shape.steps:
            if len(step) == 1:
                path.lineTo(QPointF(*step[0]))
            else:
                first, second, end = (QPointF(*point) for point in step)
                path.cubicTo(first, second, end)
        if shape.closed:
            path.closeSubpath()
        painter.setBrush(self._brush(shape.fill))
        painter.setPen(self._pen(shape.pen))
        painter.drawPath(path)

    def _text(self, painter: QPainter, shape: Text) -> None:
        if not shape.turned:
            self._lines(painter, shape)
            return
        (x, y), box = shape.box.centre, shape.box
        level = Box(-box.height / 2, -box.width / 2, box.height, box.width)
        painter.save()
        painter.translate(x, y)
        painter.rotate(-90)
        self._lines(painter, replace(shape, box=level))
        painter.restore()

    def _lines(self, painter: QPainter, shape: Text) -> None:
        font, metrics = self.font(shape.size, bold=shape.bold)
        painter.setFont(font)
        painter.setPen(self._colour(shape.role, shape.opacity))
        pitch = shape.size * shape.leading
        top = shape.box.centre[1] - pitch * len(shape.lines) / 2
        for number, line in enumerate(shape.lines):
            middle = top + pitch * (number + 0.5)
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            self._line(painter, line, metrics.horizontalAdvance(line), shape, baseline)

    def _line(self, painter: QPainter, line: str, width: float, shape: Text, baseline: float) -> None:
        """Draw one line, condensed where the font makes it wider than its box."""
        squeeze = min(shape.box.width / width, 1.0) if width and shape.box.width > shape.size * 2 else 1.0
        spare = shape.box.width - width * squeeze
        left = shape.box.x + {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[shape.align]
        if squeeze == 1.0:
            painter.drawText(QPointF(left, baseline), line)
            return
        painter.save()
        painter.translate(left, baseline)
        painter.scale(squeeze, 1.0)
        painter.drawText(QPointF(0, 0), line)
        painter.restore()

    def _mark(self, painter: QPainter, shape: Mark) -> None:
        sign = LIGHT_SIGNS[shape.light]
        painter.setOpacity(shape.opacity)
        self._icons.draw(painter, sign.icon, self._icons.theme.colours[sign.role], rectangle(shape.box))
        painter.setOpacity(1.0)

    def _colour(self, role: str, opacity: float) -> QColor:
        colour = self._icons.theme.colour(role)
        colour.setAlphaF(opacity)
        return colour

    def _brush(self, fill: Fill | None) -> QBrush:
        return QBrush(self._colour(fill.role, fill.opacity)) if fill else QBrush(Qt.BrushStyle.NoBrush)

    def _pen(self, pen: Pen | None) -> QPen:
        if pen is None:
            return QPen(Qt.PenStyle.NoPen)
        style = Qt.PenStyle.CustomDashLine if pen.dashed else Qt.PenStyle.SolidLine
        result = QPen(self._colour(pen.role, pen.opacity), pen.width, style)
        if pen.dashed:
            result.setDashPattern([3.5, 2.5])
        result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return result


def rectangle(box: Box) -> QRectF:
    """The box as Qt knows it."""
    return QRectF(box.x, box.y, box.width, box.height)


def fitting_scale(drawing: Drawing, area: QRectF) -> float:
    """How many pixels of the area one unit of the drawing takes when the whole drawing fits."""
    return min(area.width() / drawing.width, area.height() / drawing.height)
