"""The attainment of all indicators as a Qt table: an adapter over their standings on a day."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.app.attainment import COLUMNS, attainment_reason, attainment_texts
from planner.app.indicator_facts import by_purpose
from planner.app.indicator_standing import IndicatorStanding, indicator_standing
from planner.domain.lights import Light
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree.looks import LIGHT_SIGNS

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_GAP = next(place for place, column in enumerate(COLUMNS) if column.key == "gap")


class AttainmentModel(QAbstractTableModel):
    """One row for each indicator, those of one purpose together; `refresh` takes over the plan as it is."""

    def __init__(self, bridge: Bridge, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._icons = icons
        self._standings: list[IndicatorStanding] = []
        self._texts: list[dict[str, str]] = []

    @property
    def ids(self) -> list[str]:
        """The ids of the indicators in the order of the rows."""
        return [standing.indicator.id for standing in self._standings]

    def standing(self, row: int) -> IndicatorStanding:
        """Return what is known of the indicator in a row."""
        return self._standings[row]

    def refresh(self) -> None:
        """Compute all rows anew; rows keep their selection while the indicators are the same."""
        bridge = self._bridge
        ids = by_purpose(bridge.plan)
        standings = [indicator_standing(bridge.plan, one, bridge.derived.today) for one in ids]
        texts = [attainment_texts(bridge.words, standing) for standing in standings]
        if ids == self.ids:
            self._standings, self._texts = standings, texts
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self._standings, self._texts = standings, texts
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._standings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return self._bridge.words(COLUMNS[section].label)
        return _alignment(section) if role == _Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:  # noqa: PLR0911 - one line a role
        if not index.isValid():
            return None
        column, standing = COLUMNS[index.column()], self._standings[index.row()]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return self._texts[index.row()][column.key]
            case _Role.ToolTipRole:
                return attainment_reason(self._bridge.words, standing, column.key) or None
            case _Role.DecorationRole if column.key == "light":
                return self._icons.icon(*LIGHT_SIGNS[standing.verdict.light])
            case _Role.TextAlignmentRole:
                return _alignment(index.column())
            case _Role.ForegroundRole if index.column() == _GAP and standing.verdict.light is Light.RED:
                return self._icons.theme.colour("danger")
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _MIDDLE | (Qt.AlignmentFlag.AlignRight if COLUMNS[column].numeric else Qt.AlignmentFlag.AlignLeft)
