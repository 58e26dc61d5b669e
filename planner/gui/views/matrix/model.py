"""A coverage matrix as a Qt table: names, sums, then the entries of the other axis."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.app.coverage import NOTHING, Cell, Entry, Matrix, axes, matrix
from planner.app.coverage_words import axis_name, entry_name, gap_sentence
from planner.app.messages import LIGHT_NAMES
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.gui.bridge import Bridge

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_EMPTY = Matrix((), (), {}, {}, {})
NAME, SUM, FIRST = range(3)
"""The columns of names and sums, and the first of the entries."""

ENTRY_ROLE = _Role.UserRole + 1
CELL_ROLE = _Role.UserRole + 2


class MatrixModel(QAbstractTableModel):
    """Shows the measures by two axes; what a click lists is `measures_at`."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._matrix = _EMPTY
        self._rows: Sequence[Entry] = ()
        self._row_axis = ""

    def axes(self) -> list[tuple[str, str]]:
        """Return what can be an axis: its key, and its name for people."""
        plan, words = self._bridge.plan, self._bridge.words
        return [(axis, axis_name(plan, words, axis)) for axis in axes(plan)]

    def show(self, rows: str, columns: str, *, gaps_only: bool) -> None:
        """Show the measures by two axes; with `gaps_only`, the rows without any."""
        found = matrix(self._bridge.plan, self._bridge.derived, rows, columns)
        gaps = set(found.gaps)
        self.beginResetModel()
        self._matrix = found
        self._row_axis = rows
        self._rows = [row for row in found.rows if not gaps_only or row.id in gaps]
        self.endResetModel()

    @property
    def summary(self) -> str:
        """How many rows no measure answers, in words."""
        bridge = self._bridge
        return gap_sentence(bridge.words, self._matrix, axis_name(bridge.plan, bridge.words, self._row_axis))

    @property
    def related(self) -> bool:
        """Whether measures lead to the rows at all."""
        return self._matrix.related

    def row_id(self, row: int) -> str:
        """Return the id of the node or term of a row, empty for the row of what has none."""
        return self._rows[row].id

    def is_gap(self, row: int) -> bool:
        """Whether no measure answers a row."""
        entry = self._rows[row]
        return self.related and entry.id != NOTHING and not self._matrix.by_row.get(entry.id)

    def measures_at(self, row: int, column: int) -> tuple[str, Sequence[str]]:
        """Return the measures behind a cell with a title for their list; row −1 stands for a whole column."""
        words = self._bridge.words
        if row < 0:
            entry = self._matrix.columns[column - FIRST]
            return self._name(entry), self._matrix.by_column[entry.id]
        entry = self._rows[row]
        if column < FIRST:
            return self._name(entry), self._matrix.by_row[entry.id]
        other = self._matrix.columns[column - FIRST]
        cell = self._matrix.cells.get((entry.id, other.id))
        title = words(N_("{row} × {column}")).format(row=self._name(entry), column=self._name(other))
        return title, cell.measures if cell else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST + len(self._matrix.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        if section == NAME:
            return ""
        if section == SUM:
            return self._bridge.words(N_("合计"))
        return self._name(self._matrix.columns[section - FIRST])

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case _Role.DisplayRole:
                return self._text(row, column)
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return self._said(row, column)
            case _ if role == ENTRY_ROLE and column == NAME:
                return self._rows[row]
            case _ if role == CELL_ROLE and column >= FIRST:
                return self._cell(row, column)
        return None

    def _cell(self, row: int, column: int) -> Cell | None:
        return self._matrix.cells.get((self._rows[row].id, self._matrix.columns[column - FIRST].id))

    def _text(self, row: int, column: int) -> str:
        entry = self._rows[row]
        if column == NAME:
            return self._name(entry)
        if column == SUM:
            count = len(self._matrix.by_row[entry.id])
            return self._bridge.words(N_("缺口：没有举措")) if self.is_gap(row) else str(count)
        cell = self._cell(row, column)
        return str(cell.count) if cell else ""

    def _said(self, row: int, column: int) -> str:
        words = self._bridge.words
        title, measures = self.measures_at(row, column)
        said = words(N_("{title}：{count} 项举措")).format(title=title, count=len(measures))
        cell = self._cell(row, column) if column >= FIRST else None
        if cell is not None and cell.light is not Light.NONE:
            light = words(LIGHT_NAMES[cell.light])
            said = words(N_("{said}，最差的灯：{light}")).format(said=said, light=light)
        return said

    def _name(self, entry: Entry) -> str:
        return entry_name(self._bridge.cells, self._bridge.words, entry)
