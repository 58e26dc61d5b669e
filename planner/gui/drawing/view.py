"""Shows a drawing in a window: zoomed and moved, its spots hovered, clicked and walked through with keys."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from planner.gui.drawing.painter import DrawingPainter, fitting_scale, rectangle
from planner.gui.drawing.walking import Direction, nearest, neighbour
from planner.gui.icons import Icons
from planner.reports.drawing import Drawing, Spot

_STEP = 1.2
_SMALLEST, _LARGEST = 0.2, 8.0
_LEGIBLE = 0.75
_WHOLE = 0.66
"""A little less than legible is still better than a legend that is cut off by a few pixels."""
_LARGEST_FITTED = 2.0
_DIRECTIONS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}


class DrawingView(QAbstractScrollArea):
    """One drawing.

    `activated` carries the id of the item that was clicked or entered, `walked` that of the one reached;
    `left` comes with a click beside all items, and with Esc.
    """

    activated = Signal(str)
    walked = Signal(str)
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._drawing = Drawing("", 1, 1, ())
        self._scale: float | None = None
        self._current: Spot | None = None
        self._hovered: Spot | None = None
        self._pressed: QPoint | None = None
        self._panned = False
        self._painter = DrawingPainter(icons, self.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)

    @property
    def drawing(self) -> Drawing:
        """The drawing shown."""
        return self._drawing

    @property
    def scale(self) -> float:
        """How many pixels a unit of the drawing takes."""
        return self._scale or self._fitted_scale()

    @property
    def current_id(self) -> str:
        """The id of the item that the keys have reached, empty for none."""
        return self._current.item_id if self._current else ""

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another drawing; the current item stays where it is still in it."""
        here = self.current_id
        self._drawing = drawing
        self._hovered = None
        self._current = next((spot for spot in drawing.spots if spot.item_id == here), None) if here else None
        self.setAccessibleName(drawing.title)
        self._resize()

    def fit(self) -> None:
        """Show the whole drawing, or its whole width where it would be too small to read."""
        self._scale = None
        self._resize()

    def zoom(self, steps: float, around: QPointF | None = None) -> None:
        """Enlarge or shrink by steps, keeping a point of the viewport where it is."""
        around = around or QPointF(self.viewport().rect().center())
        before = self._to_drawing(around)
        self._scale = min(max(self.scale * _STEP**steps, _SMALLEST), _LARGEST)
        self._resize()
        moved = self._origin() + before * self.scale - around
        for bar, distance in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + round(distance))

    def sizeHint(self) -> QSize:
        return QSize(900, 640)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._icons.theme.colour("base"))
        size = QPointF(self._drawing.width, self._drawing.height) * self.scale
        origin = self._origin()
        self._painter.paint(painter, self._drawing, QRectF(origin, origin + size))
        if self._hovered and self._hovered is not self._current:
            self._outline(painter, self._hovered, "border-strong", 1.5)
        if self._current and self.hasFocus():
            self._outline(painter, self._current, "focus", 2.5)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._resize()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._painter = DrawingPainter(self._icons, self.font())
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120, event.position())
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._pressed = event.position().toPoint()
            self._panned = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None:
            self._hover(self._spot_at(event.position()))
            return
        moved = here - self._pressed
        if not self._panned and moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._panned = True
        self._pressed = here
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._pressed is not None and not self._panned
        self._pressed = None
        spot = self._spot_at(event.position())
        self._hover(spot)
        if not clicked or event.button() is not Qt.MouseButton.LeftButton:
            return
        if spot is None:
            self.left.emit()
        else:
            self._go_to(spot)
            self.activated.emit(spot.item_id)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        tabbed = {Qt.FocusReason.TabFocusReason: 1, Qt.FocusReason.BacktabFocusReason: -1}
        if step := tabbed.get(event.reason(), 0):
            self._go_to(neighbour(self._drawing.spots, None, step))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        spot = neighbour(self._drawing.spots, self._current, 1 if forward else -1)
        if spot is None or self._current is None:
            return super().focusNextPrevChild(forward)
        self._go_to(spot)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _DIRECTIONS:
            spots, here = self._drawing.spots, self._current
            self._go_to(nearest(spots, here, _DIRECTIONS[Qt.Key(key)]) if here else neighbour(spots, None, 1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go_to(neighbour(self._drawing.spots, None, 1 if key == Qt.Key.Key_Home else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._current:
            self.activated.emit(self._current.item_id)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self._spot_at(QPointF(event.pos()))
            text = _rich(spot.tip or spot.label) if spot else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _go_to(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self._current = spot
        self.setAccessibleDescription(spot.tip or spot.label)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self._reveal(spot)
        self.viewport().update()
        self.walked.emit(spot.item_id)

    def _reveal(self, spot: Spot) -> None:
        place = QRectF(
            self._origin() + QPointF(spot.box.x, spot.box.y) * self.scale,
            self._origin() + QPointF(spot.box.right, spot.box.bottom) * self.scale,
        )
        room = self.viewport().rect()
        for bar, first, last, end in (
            (self.horizontalScrollBar(), place.left(), place.right(), room.width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), room.height()),
        ):
            if first < 0 or last > end:
                bar.setValue(bar.value() + round(first if first < 0 else last - end))

    def _hover(self, spot: Spot | None) -> None:
        shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if spot is not self._hovered:
            self._hovered = spot
            self.viewport().update()

    def _outline(self, painter: QPainter, spot: Spot, role: str, width: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._origin())
        painter.scale(self.scale, self.scale)
        painter.setPen(QPen(self._icons.theme.colour(role), width / self.scale))
        painter.drawRoundedRect(rectangle(spot.box.inset(-2.5)), 5, 5)
        painter.restore()

    def _spot_at(self, position: QPointF) -> Spot | None:
        point = self._to_drawing(position)
        return self._drawing.spot_at(point.x(), point.y())

    def _to_drawing(self, position: QPointF) -> QPointF:
        return (position - self._origin()) * (1 / self.scale)

    def _origin(self) -> QPointF:
        """Where the drawing's upper left corner is in the viewport: centred while it is smaller."""
        room, scale = self.viewport().size(), self.scale
        across = max(room.width() - self._drawing.width * scale, 0.0) / 2
        down = max(room.height() - self._drawing.height * scale, 0.0) / 2
        return QPointF(across - self.horizontalScrollBar().value(), down - self.verticalScrollBar().value())

    def _fitted_scale(self) -> float:
        room = QRectF(self.viewport().rect())
        scale = fitting_scale(self._drawing, room)
        if scale < _WHOLE:
            scale = max(scale, min(room.width() / self._drawing.width, _LEGIBLE))
        return min(max(scale, _SMALLEST), _LARGEST_FITTED)

    def _resize(self) -> None:
        room, scale = self.viewport().size(), self.scale
        for bar, length, page in (
            (self.horizontalScrollBar(), self._drawing.width * scale, room.width()),
            (self.verticalScrollBar(), self._drawing.height * scale, room.height()),
        ):
            bar.setRange(0, max(round(length - page), 0))
            bar.setPageStep(page)
            bar.setSingleStep(24)
        self.viewport().update()


def _rich(text: str) -> str:
    """Plain text as a tooltip shows it, its first line in bold."""
    first, *others = (escape(line) for line in text.split("\n"))
    return "<br>".join([f"<b>{first}</b>", *others])
