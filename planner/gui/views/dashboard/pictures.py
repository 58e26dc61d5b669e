"""What the dashboard shows that no one clicks: the ring of the overall progress and the bar of all lights."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.gui.fonts import scaled_font
from planner.gui.icons import Icons

_RING = 112
_RING_WIDTH = 11
_BAR = 14
_GAP = 2
_RING_TO_TEXT = 3


class ProgressRing(QWidget):
    """A ring closed as far as the plan is, with the percentage in it; a dash where nothing says so."""

    def __init__(self, icons: Icons, percent: float | None, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._percent = percent
        self._text = "—" if percent is None else f"{percent:.0f}%"
        self.setAccessibleName(f"{name} {self._text}")
        self.setToolTip(f"{name} {self._text}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _size(self) -> int:
        """How large the ring is in pixels: it grows with large text."""
        return max(_RING, self.fontMetrics().horizontalAdvance("100%") * _RING_TO_TEXT)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _RING_WIDTH / 2 + 1
        size = self._size
        ring = QRectF(0, 0, size, size).adjusted(half, half, -half, -half)
        pen = QPen(theme.colour("pressed"), _RING_WIDTH)
        painter.setPen(pen)
        painter.drawEllipse(ring)
        if self._percent:
            pen.setColor(theme.colour("accent"))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * min(self._percent, 100.0) / 100))
        painter.setFont(scaled_font(self.font(), 2.0, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class ShareBar(QWidget):
    """A bar cut by shares, each in its colour role; those that are nothing are left out."""

    def __init__(self, icons: Icons, shares: Sequence[tuple[str, int]], parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shares = [(role, count) for role, count in shares if count]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = sum(count for _, count in self._shares)
        room = self.width() - _GAP * (len(self._shares) - 1)
        left = 0.0
        for role, count in self._shares:
            width = room * count / total
            painter.setBrush(self._icons.theme.colour(role))
            painter.drawRoundedRect(QRectF(QPointF(left, 0), QPointF(left + width, _BAR)), 3, 3)
            left += width + _GAP
        painter.end()
