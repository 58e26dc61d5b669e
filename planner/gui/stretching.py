"""Lets one column of a table take the room that the others leave, but never less than it needs to be read."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView


class Stretching(QObject):
    """Follows the width of a table; with too little room the table scrolls sideways instead."""

    def __init__(self, table: QTableView | QTreeView, column: int, least: int) -> None:
        """Take `least` as a number of characters."""
        super().__init__(table)
        self._table = table
        self._column = column
        self._least = least
        self._header: QHeaderView = (
            table.horizontalHeader() if isinstance(table, QTableView) else table.header()
        )
        self._header.setStretchLastSection(False)
        self._header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self._header.sectionResized.connect(self._follow)
        self._header.installEventFilter(self)

    def stretch(self) -> None:
        """Give the column what is left."""
        others = self._header.length() - self._header.sectionSize(self._column)
        least = self._least * self._table.fontMetrics().averageCharWidth()
        self._header.resizeSection(self._column, max(self._table.viewport().width() - others, least))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.stretch()
        return False

    def _follow(self, column: int) -> None:
        if column != self._column:
            self.stretch()
