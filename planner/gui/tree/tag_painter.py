"""Paints the terms of a row as small labels: as many as there is room for, then how many more there are.

For the delegate alone.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from planner.app.tags import Tag
from planner.gui.tree.looks import LAYER_COLOURS

_GAP = 4
_PADDING = 6
_AROUND_TEXT = 2
_LEAST_WIDTH = 24
_LONGEST = 7  # Chinese characters of a label among others
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


def fit_tags(widths: Sequence[int], room: int, width_of_more: Callable[[int], int]) -> int:
    """Return how many labels of these widths fit into the room, what says how many more there are included.

    At least one is shown, however narrow the room.
    """
    for shown in range(len(widths), 1, -1):
        more = len(widths) - shown
        needed = sum(widths[:shown]) + _GAP * (shown - 1) + (_GAP + width_of_more(more) if more else 0)
        if needed <= room:
            return shown
    return min(len(widths), 1)


class TagPainter:
    """Paints in one font and theme; `colour` gives the colour of a role."""

    def __init__(self, metrics: QFontMetrics, colour: Callable[[str], QColor], radius: int) -> None:
        self._metrics = metrics
        self._colour = colour
        self._radius = radius

    def paint(self, painter: QPainter, area: QRect, tags: Sequence[Tag], *, faint: bool) -> None:
        """Paint labels in the colours of their facets; `faint` ones stand in a row that is only context."""
        metrics, text_role = self._metrics, "text-faint" if faint else "text"
        widths = self._widths([tag.text for tag in tags], area.width())
        shown = fit_tags(widths, area.width(), self._width_of_more)
        more = len(tags) - shown
        end = area.right() + 1 - (_GAP + self._width_of_more(more) if more else 0)
        height = metrics.height() + 2 * _AROUND_TEXT
        label = QRect(area.left(), area.top() + (area.height() - height) // 2, 0, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tag, width in zip(tags[:shown], widths, strict=False):
            room = min(width, max(end - label.left(), _LEAST_WIDTH)) - 2 * _PADDING
            text = metrics.elidedText(tag.text, _ELIDE, room)
            label.setWidth(metrics.horizontalAdvance(text) + 2 * _PADDING)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(f"layer-{tag.place % LAYER_COLOURS + 1}-soft"))
            painter.drawRoundedRect(label, self._radius, self._radius)
            painter.setPen(self._colour(text_role))
            painter.drawText(label, _CENTRE, text)
            label.moveLeft(label.right() + 1 + _GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if more:
            painter.setPen(self._colour("text-muted"))
            painter.drawText(area.adjusted(label.left() - area.left(), 0, 0, 0), _LEFT, _more(more))

    def _widths(self, texts: Sequence[str], room: int) -> list[int]:
        """Return how wide the labels are, long ones shortened where there is no room for all."""
        widths = [self._metrics.horizontalAdvance(text) + 2 * _PADDING for text in texts]
        if len(texts) < 2 or sum(widths) + _GAP * (len(texts) - 1) <= room:
            return widths
        most = _LONGEST * self._metrics.horizontalAdvance("中") + 2 * _PADDING
        return [min(width, most) for width in widths]

    def _width_of_more(self, more: int) -> int:
        return self._metrics.horizontalAdvance(_more(more))


def _more(count: int) -> str:
    return f"+{count}"
