"""The signs of lights in print, told apart without colour: the shapes of `planner.reports.table.SHAPES`."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from planner.domain.lights import Light

_SIDE = 0.62
"""How large a sign is, as a part of its square."""
_STROKE = 0.1
_POLYGONS = {
    Light.BLUE: ((0.5, -0.1), (1.1, 0.5), (0.5, 1.1), (-0.1, 0.5)),
    Light.YELLOW: ((0.5, -0.05), (1.1, 1.0), (-0.1, 1.0)),
    Light.RED: ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
}
_TICK = ((0.0, 0.55), (0.38, 0.92), (1.0, 0.1))


def paint_sign(painter: QPainter, light: Light, colour: str, square: QRectF) -> None:
    """Paint the sign of a light into the middle of a square."""
    side = square.width() * _SIDE
    area = QRectF(0, 0, side, side)
    area.moveCenter(square.center())
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colour)))
    match light:
        case Light.GREEN:
            painter.drawEllipse(area)
        case Light.DONE | Light.NONE:
            painter.setPen(_pen(colour, square.width()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if light is Light.NONE:
                painter.drawEllipse(area)
            else:
                painter.drawPolyline(_points(_TICK, area))
        case _:
            painter.drawPolygon(_points(_POLYGONS[light], area))
    painter.restore()


def _pen(colour: str, side: float) -> QPen:
    pen = QPen(QColor(colour), side * _STROKE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _points(shares: tuple[tuple[float, float], ...], area: QRectF) -> QPolygonF:
    return QPolygonF([QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in shares])
