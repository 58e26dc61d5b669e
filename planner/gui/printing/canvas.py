"""What painting a page needs: a painter in the page's units and what paints drawings; simple marks.

Every module of `planner.gui.printing` may import it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from planner.gui.drawing.painter import DrawingPainter
from planner.gui.fonts import CHINESE_FAMILIES
from planner.gui.icons import Icons
from planner.gui.printing.faces import served_family
from planner.gui.printing.units import PER_POINT
from planner.gui.theme import ThemeChoice, load_theme
from planner.reports.drawing import Drawing

HAIRLINE = 0.5 * PER_POINT


class Press:
    """Paints drawings always dark on white, whatever the window's theme."""

    def __init__(self, resources: Path) -> None:
        theme = load_theme(resources / "themes" / f"{ThemeChoice.LIGHT.value}.json")
        font = QFont()
        font.setFamilies([served_family(CHINESE_FAMILIES), *CHINESE_FAMILIES])
        self._drawings = DrawingPainter(Icons(resources, theme), font)

    def drawing(self, painter: QPainter, drawing: Drawing, area: QRectF) -> None:
        """Paint a drawing, as large as fits."""
        self._drawings.paint(painter, drawing, area)


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painter whose units are those of the page, and what it paints with."""

    painter: QPainter
    press: Press


class Mark(Protocol):
    """Something painted on a page, at a place relative to the piece that it belongs to."""

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it with the piece's upper left corner at a point."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle, filled, outlined or both; its place is relative to the piece."""

    area: QRectF
    fill: str = ""
    border: str = ""

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it."""
        painter = canvas.painter
        area = self.area.translated(x, y)
        if self.fill:
            painter.fillRect(area, QColor(self.fill))
        if self.border:
            painter.setPen(QPen(QColor(self.border), HAIRLINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line."""

    start: QPointF
    end: QPointF
    colour: str

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it."""
        offset = QPointF(x, y)
        canvas.painter.setPen(QPen(QColor(self.colour), HAIRLINE))
        canvas.painter.drawLine(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Illustration:
    """A drawing in its place."""

    drawing: Drawing
    area: QRectF

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it."""
        canvas.press.drawing(canvas.painter, self.drawing, self.area.translated(x, y))
