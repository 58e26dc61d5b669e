"""Where a bubble goes: beside what it points at, within the window. Only the tour imports it."""

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 12
"""Between the bubble and what it points at, and at least to the edge of the window, in pixels."""


def bubble_place(size: QSize, target: QRect, area: QRect) -> QRect:
    """Return where a bubble fits best: right, left, below or above its target, else over it."""
    room = area.adjusted(GAP, GAP, -GAP, -GAP)
    centre = target.center() - QRect(QPoint(), size).center()
    for corner in (
        QPoint(target.right() + GAP, centre.y()),
        QPoint(target.left() - GAP - size.width(), centre.y()),
        QPoint(centre.x(), target.bottom() + GAP),
        QPoint(centre.x(), target.top() - GAP - size.height()),
    ):
        place = _moved_into(QRect(corner, size), room)
        if not place.intersects(target):
            return place
    return _moved_into(QRect(centre, size), room)


def _moved_into(place: QRect, room: QRect) -> QRect:
    """Return a place moved as little as needed to lie in the room, at its upper left if it is too large."""
    left = max(min(place.left(), room.right() - place.width() + 1), room.left())
    top = max(min(place.top(), room.bottom() - place.height() + 1), room.top())
    return QRect(QPoint(left, top), place.size())
