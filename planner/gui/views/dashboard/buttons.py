"""The numbers of the dashboard: buttons that paint a number, a bar or a light, and open the list behind."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from planner.gui.fonts import scaled_font
from planner.gui.icons import Icons
from planner.gui.tree.looks import Sign

_PADDING = 8
_BAR = 6
_ICON = 16
_GAP = 8


class _Flat(QAbstractButton):
    """A button without a frame: a quiet ground below the pointer, a ring around it with the focus."""

    def __init__(self, icons: Icons, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.metrics.radius, theme.metrics.radius)
        self._paint(painter, self.rect().adjusted(_PADDING, 0, -_PADDING, 0))
        if self.hasFocus():
            width = theme.metrics.focus_width
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), width))
            ring = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.drawRoundedRect(ring, theme.metrics.radius, theme.metrics.radius)
        painter.end()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        raise NotImplementedError


class NumberTile(_Flat):
    """A large number with what it counts below, and a line more below that."""

    def __init__(self, icons: Icons, number: str, label: str, parent: QWidget, *, role: str = "text") -> None:
        super().__init__(icons, f"{label} {number}", parent)
        self._number = number
        self._label = label
        self._role = role
        self._large = scaled_font(self.font(), 2.0, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._label) + 2 * _PADDING + 8, metrics.height() * 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        theme, height = self._icons.theme, self.fontMetrics().height()
        painter.setFont(self._large)
        painter.setPen(theme.colour(self._role))
        top = QRect(area.left(), area.top(), area.width(), area.height() - height - _PADDING)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._number)
        painter.setFont(self.font())
        painter.setPen(theme.colour("text-muted"))
        below = QRect(area.left(), area.bottom() - height - _PADDING + 4, area.width(), height)
        shown = self.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, shown)


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row shows: an icon before the text, a bar with its colour role, and a text at the right.

    `percent` is None for a row without a bar. `bar_width` is a share of the row's width.
    """

    text: str
    value: str
    sign: Sign | None = None
    percent: float | None = None
    role: str = "accent"
    bar: bool = True


class RowButton(_Flat):
    """One line of a card."""

    def __init__(self, icons: Icons, look: RowLook, parent: QWidget) -> None:
        super().__init__(icons, f"{look.text} {look.value}", parent)
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint(self, painter: QPainter, area: QRect) -> None:
        theme, metrics, look = self._icons.theme, self.fontMetrics(), self._look
        middle = Qt.AlignmentFlag.AlignVCenter
        if look.sign is not None:
            icon = QRectF(area.left(), area.center().y() - _ICON / 2 + 0.5, _ICON, _ICON)
            self._icons.draw(painter, look.sign.icon, theme.colours[look.sign.role], icon)
            area.setLeft(area.left() + _ICON + _GAP)
        width = metrics.horizontalAdvance(look.value)
        painter.setPen(theme.colour("text-muted"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, look.value)
        if look.bar:
            room = round(area.width() * 0.38)
            value_room = max(width, metrics.horizontalAdvance("100% · 00"))
            bar = QRectF(area.right() - value_room - _GAP - room, area.center().y() - _BAR / 2, room, _BAR)
            self._paint_bar(painter, bar)
            area.setRight(round(bar.left()) - _GAP)
        else:
            area.setRight(area.right() - width - _GAP)
        painter.setPen(theme.colour("text"))
        shown = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_bar(self, painter: QPainter, area: QRectF) -> None:
        theme, radius = self._icons.theme, area.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("grid" if theme.scheme == "light" else "border"))
        painter.drawRoundedRect(area, radius, radius)
        if self._look.percent:
            painter.setBrush(theme.colour(self._look.role))
            done = max(area.width() * min(self._look.percent, 100.0) / 100, area.height())
            painter.drawRoundedRect(QRectF(area.left(), area.top(), done, area.height()), radius, radius)
