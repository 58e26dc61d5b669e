"""Small tokens in a box, as many to a line as fit, with room for a widget that adds more.

One widget paints them all: a measure may carry dozens. Left and right go from token to token, Del removes
one, Enter opens it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.gui.icons import Icons

_GAP = 4
_PADDING = 8
_CROSS = 12
_FRAME = 3
_LEAST_ADDER = 110
_WIDTH = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Chip:
    """A token: the item that it stands for, its text, and more to say about it."""

    id: str
    text: str
    hint: str = ""


class ChipBox(QWidget):
    """Shows chips; `removed` and `opened` carry the id of the one that a person removed or opened."""

    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget, *, removable: bool = True) -> None:
        super().__init__(parent)
        self.removable = removable
        self._icons = icons
        self._chips: tuple[Chip, ...] = ()
        self._areas: list[QRect] = []
        self._current = -1
        self._hovered = -1
        self._adder: QWidget | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips."""
        self._chips = tuple(chips)
        self._current = min(self._current, len(self._chips) - 1)
        self._hovered = -1
        self.setAccessibleDescription("、".join(chip.text for chip in chips))
        focusable = bool(chips)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focusable else Qt.FocusPolicy.NoFocus)
        self.place()

    def set_adder(self, adder: QWidget) -> None:
        """Put a widget after the last chip: in its line where there is room, else below."""
        self._adder = adder
        adder.setParent(self)
        adder.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Lay everything out anew."""
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        last = lines[-1] if lines else QRect()
        return last.bottom() + 1 + _FRAME

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _LEAST_ADDER // 3, self._line_height + 2 * _FRAME)

    def _place(self) -> None:
        areas = self._lines(self.width())
        self._areas = areas[: len(self._chips)]
        if self._adder is not None and len(areas) > len(self._chips):
            self._adder.setGeometry(areas[-1])
        self.update()

    def _lines(self, width: int) -> list[QRect]:
        """Return where the chips, and after them the adder, lie in a box of this width."""
        right = width - _FRAME
        adder = self._adder if self._adder is not None and not self._adder.isHidden() else None
        wanted = [self._wanted_width(chip) for chip in self._chips]
        if adder is not None:
            wanted.append(_LEAST_ADDER if _stretches(adder) else adder.sizeHint().width())
        areas: list[QRect] = []
        corner = QPoint(_FRAME, _FRAME)
        for chip_width in wanted:
            taken = max(min(chip_width, right - _FRAME), 1)
            if corner.x() > _FRAME and corner.x() + taken > right:
                corner = QPoint(_FRAME, corner.y() + self._line_height + _GAP)
            areas.append(QRect(corner, QSize(taken, self._line_height)))
            corner += QPoint(taken + _GAP, 0)
        if adder is not None and _stretches(adder):
            areas[-1].setRight(max(right - 1, areas[-1].left()))
        return areas

    @property
    def _line_height(self) -> int:
        return self.fontMetrics().height() + 2 * _GAP

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._chips[place].hint if place >= 0 else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 < len(self._chips):
            self._current = 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chip = self._chips[self._current] if 0 <= self._current < len(self._chips) else None
        if event.key() == Qt.Key.Key_Left:
            self._current = max(self._current - 1, 0)
        elif event.key() == Qt.Key.Key_Right:
            self._current = min(self._current + 1, len(self._chips) - 1)
        elif chip and event.key() in _REMOVE and self.removable:
            self.removed.emit(chip.id)
        elif chip and event.key() in _ENTER:
            self.opened.emit(chip.id)
        else:
            super().keyPressEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        place = self._at(point)
        if place < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._current = place
        chip = self._chips[place]
        if self.removable and self.cross_area(place).contains(point):
            self.removed.emit(chip.id)
        else:
            self.opened.emit(chip.id)

    def chip_area(self, place: int) -> QRect:
        """Return where a chip is."""
        return self._areas[place]

    def cross_area(self, place: int) -> QRect:
        """Return the part of a chip that removes it."""
        area = self._areas[place]
        return QRect(area.right() - _CROSS - _PADDING, area.top(), _CROSS + _PADDING, area.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        for place in range(len(self._chips)):
            self._paint_chip(painter, place)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._icons.theme
        painter.setBrush(theme.colour("base"))
        typing = self._adder is not None and self._adder.hasFocus()
        role = "focus" if typing else "border-strong" if self.underMouse() else "border"
        painter.setPen(QPen(theme.colour(role), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, theme.metrics.radius, theme.metrics.radius)

    def _paint_chip(self, painter: QPainter, place: int) -> None:
        theme, area = self._icons.theme, self._areas[place]
        ground = "pressed" if place == self._hovered else "hover"
        painter.setBrush(theme.colour(ground))
        focused = self.hasFocus() and place == self._current
        width = theme.metrics.focus_width if focused else theme.metrics.border_width
        painter.setPen(QPen(theme.colour("focus" if focused else "border"), width))
        frame = QRectF(area).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, theme.metrics.radius_small, theme.metrics.radius_small)
        painter.setPen(theme.colour("text" if self.isEnabled() else "text-disabled"))
        inner = area.adjusted(_PADDING, 0, -_PADDING - self._cross_width, 0)
        text = self.fontMetrics().elidedText(
            self._chips[place].text, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.removable:
            role = "text" if place == self._hovered else "text-muted"
            cross = self._icons.pixmap("close", role, _CROSS, self.devicePixelRatioF())
            corner = QPointF(area.right() - _PADDING / 2 - _CROSS, area.center().y() - _CROSS / 2 + 0.5)
            painter.drawPixmap(corner, cross)

    @property
    def _cross_width(self) -> int:
        return _CROSS if self.removable else 0

    def _wanted_width(self, chip: Chip) -> int:
        return self.fontMetrics().horizontalAdvance(chip.text) + 2 * _PADDING + self._cross_width + 2

    def _at(self, point: QPoint) -> int:
        return next((place for place, area in enumerate(self._areas) if area.contains(point)), -1)


def _stretches(widget: QWidget) -> bool:
    return widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
