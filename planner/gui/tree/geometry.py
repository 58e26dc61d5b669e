"""Where things lie in a cell of the tree, for painting, clicking and placing editors alike."""

from PySide6.QtCore import QRect

PADDING = 8
INDENT = 20
BOX = 16
"""The side of expanders and icons."""
GAP = 6


def expander_rect(cell: QRect, depth: int) -> QRect:
    """Return the square of the expander in a title cell."""
    return _box(cell, PADDING // 2 + depth * INDENT)


def stripe_rect(cell: QRect) -> QRect:
    """Return where the colour of a row lies in a title cell, left of the expander."""
    return QRect(cell.left(), cell.top(), PADDING // 2, cell.height() - 1)


def icon_rect(cell: QRect, depth: int) -> QRect:
    """Return the square of the kind's icon in a title cell."""
    return _box(cell, PADDING // 2 + depth * INDENT + BOX + GAP // 2)


def title_rect(cell: QRect, depth: int) -> QRect:
    """Return where the text of a title cell lies."""
    return cell.adjusted(icon_rect(cell, depth).right() + 1 + GAP - cell.left(), 0, -PADDING, 0)


def sign_rect(cell: QRect) -> QRect:
    """Return the square of an icon at the beginning of any other cell."""
    return _box(cell, PADDING)


def signed_text_rect(cell: QRect) -> QRect:
    """Return where the text after such an icon lies."""
    return cell.adjusted(PADDING + BOX + GAP, 0, -PADDING, 0)


def text_rect(cell: QRect) -> QRect:
    """Return where the text of a cell without icon lies."""
    return cell.adjusted(PADDING, 0, -PADDING, 0)


def _box(cell: QRect, left: int) -> QRect:
    return QRect(cell.left() + left, cell.top() + (cell.height() - BOX) // 2, BOX, BOX)
