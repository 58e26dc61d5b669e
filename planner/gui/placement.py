"""Keeps windows where a person can reach them, whatever became of the screen on which they stood."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1360, 860)
_REACHABLE = 64
"""How much of a window's upper edge must be on a screen for it to be dragged, in logical pixels."""


def place_first(window: QWidget) -> None:
    """Put a window in the middle of the main screen, as large as is comfortable there."""
    area = QGuiApplication.primaryScreen().availableGeometry()
    size = FIRST_SIZE.boundedTo(area.size() * 0.96)
    window.resize(size)
    window.move(area.center() - QRect(0, 0, size.width(), size.height()).center())


def keep_on_screen(window: QWidget) -> None:
    """Bring a window back whose upper edge is on no screen, and make one fit that is too large."""
    frame = window.frameGeometry()
    edge = QRect(frame.x(), frame.y(), frame.width(), _REACHABLE)
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    shown = [area for area in areas if _is_reachable(area.intersected(edge))]
    if not shown:
        place_first(window)
    elif not any(area.size().expandedTo(frame.size()) == area.size() for area in shown):
        window.resize(window.size().boundedTo(shown[0].size()))


def _is_reachable(visible: QRect) -> bool:
    return visible.width() >= _REACHABLE and visible.height() >= _REACHABLE // 2
