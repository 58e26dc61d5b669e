"""A table of a report as a Qt table, to be looked at. Only `planner.gui.periods` imports it."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.gui.icons import Icons
from planner.gui.tree.looks import LIGHT_SIGNS
from planner.reports.table import Align, LightSign, Role, Table, cell_text

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class ReportTableModel(QAbstractTableModel):
    """Shows one table after another; bands, which say that there is nothing, are left out."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._table: Table | None = None
        self._rows: tuple[int, ...] = ()

    def show_table(self, table: Table | None) -> None:
        """Show a table, or nothing."""
        self.beginResetModel()
        self._table = table
        rows = enumerate(table.rows) if table else ()
        self._rows = tuple(number for number, row in rows if row.role is not Role.BAND)
        self.endResetModel()

    def item_id(self, row: int) -> str:
        """Return the id of the item that a row speaks of."""
        if self._table is None:
            return ""
        shown = self._table.rows[self._rows[row]]
        return shown.subject or shown.source

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if self._table is None or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._table.columns[section].label if role == _Role.DisplayRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if self._table is None or not index.isValid():
            return None
        column = self._table.columns[index.column()]
        cell = self._table.rows[self._rows[index.row()]].cells[index.column()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return cell.word if isinstance(cell, LightSign) else cell_text(cell, column.type)
            case _Role.DecorationRole if isinstance(cell, LightSign):
                sign = LIGHT_SIGNS[cell.light]
                return self._icons.icon(sign.icon, sign.role)
            case _Role.TextAlignmentRole:
                return _ALIGN[column.align]
            case _:
                return None
