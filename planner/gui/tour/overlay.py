"""Lays the tour over a window: all is dimmed but what the bubble points at. The main window makes it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.app.words import Words
from planner.gui.icons import Icons
from planner.gui.tour.bubble import Bubble
from planner.gui.tour.placing import bubble_place
from planner.gui.tour.steps import STEPS

_DIM = 0.45
_HALO = 4
_MOVED = frozenset((QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.WindowStateChange))


class Tour(QWidget):
    """Goes through the steps over its window, which goes on living below; `ended` comes once."""

    ended = Signal()

    def __init__(self, icons: Icons, words: Words, window: QWidget, first: int = 0) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self._icons = icons
        self._around = window
        self._place = first
        self._bubble = Bubble(words, self)
        self._bubble.moved.connect(self.move_on)
        self._bubble.left.connect(self.end)
        window.installEventFilter(self)
        self.show()
        self.raise_()
        self._show_step()

    @property
    def place(self) -> int:
        """The step shown, from 0."""
        return self._place

    @property
    def bubble(self) -> Bubble:
        """What is said about it."""
        return self._bubble

    def move_on(self, by: int) -> None:
        """Go a step on or back; past the last the tour ends, before the first nothing happens."""
        if self._place + by >= len(STEPS):
            self.end()
        else:
            self._place = max(self._place + by, 0)
            self._show_step()

    def end(self) -> None:
        """Take the tour away."""
        self._around.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def target(self) -> QRect:
        """What the step points at, in the window; empty where it is not to be seen."""
        widget = self._around.findChild(QWidget, STEPS[self._place].target)
        if widget is None or not widget.isVisible():
            return QRect()
        corner = widget.mapTo(self._around, QPoint())
        shown = QRect(corner, widget.size()).adjusted(-_HALO, -_HALO, _HALO, _HALO)
        return shown.intersected(self.rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, target = self._icons.theme, QRectF(self.target())
        shade = theme.colour("tooltip")
        shade.setAlphaF(_DIM)
        dimmed, opening = QPainterPath(), QPainterPath()
        dimmed.addRect(QRectF(self.rect()))
        opening.addRoundedRect(target, theme.metrics.radius, theme.metrics.radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(dimmed.subtracted(opening), shade)
        painter.setPen(QPen(theme.colour("focus"), theme.metrics.focus_width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(opening)
        painter.end()

    def _show_step(self) -> None:
        self._bubble.show_step(self._place)
        self._follow()

    def _follow(self) -> None:
        """Cover the window as it is now, the bubble beside what it points at."""
        self.setGeometry(self._around.rect())
        target = self.target()
        if not target.isValid():
            target = QRect(self.rect().center(), self.rect().center())
        self._bubble.setGeometry(bubble_place(self._bubble.sizeHint(), target, self.rect()))
        self.update()
