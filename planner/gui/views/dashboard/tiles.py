"""The large numbers of the dashboard side by side, in as many rows as their width asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.gui.views.dashboard.buttons import NumberTile

_GAP = 8


class TileRows(QWidget):
    """Lays tiles out in columns of one width; narrow, it takes more rows instead of cutting words."""

    def __init__(self, tiles: Sequence[NumberTile], parent: QWidget) -> None:
        super().__init__(parent)
        self._tiles = tiles
        for tile in tiles:
            tile.setParent(self)
        self._least = max(tile.sizeHint().width() for tile in tiles)
        self._height = max(tile.sizeHint().height() for tile in tiles)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._height)

    @property
    def columns(self) -> int:
        """How many tiles stand side by side; rows are as equally filled as can be."""
        count = len(self._tiles)
        most = min(max((self.width() + _GAP) // (self._least + _GAP), 1), count)
        rows = -(-count // most)
        return -(-count // rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self.columns
        width = (self.width() - _GAP * (columns - 1)) // columns
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, columns)
            tile.setGeometry(column * (width + _GAP), row * (self._height + _GAP), width, self._height)
        rows = -(-len(self._tiles) // columns)
        self.setFixedHeight(rows * self._height + (rows - 1) * _GAP)
