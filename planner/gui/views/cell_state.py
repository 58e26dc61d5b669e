"""What a delegate is told of a cell that it paints: where it is, and whether it is chosen or pointed at."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


class CellState(NamedTuple):
    """A cell in the viewport."""

    area: QRect
    selected: bool
    hovered: bool


def cell_state(option: QStyleOptionViewItem) -> CellState:
    """Read what Qt hands to a delegate."""
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # absent from Qt's stubs
    return CellState(
        option.rect,  # type: ignore[attr-defined]
        bool(state & QStyle.StateFlag.State_Selected),
        bool(state & QStyle.StateFlag.State_MouseOver),
    )
