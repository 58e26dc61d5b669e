"""All indicators as a Qt table: an adapter that keeps only their order."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.app import indicator_facts as facts
from planner.app.touched import Touched
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_SHOWN_KINDS = frozenset(("indicator", "value", "link", "term", "facet"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading (`{period}` is that of the targets) and its width in Latin characters."""

    key: str
    label: str
    width: int
    numeric: bool = False


class Place(IntEnum):
    """Where the columns stand."""

    TITLE = 0
    PURPOSE = 1
    UNIT = 2
    BASELINE = 3
    TARGET = 4
    ACTUAL = 5
    MEASURES = 6


COLUMNS = (
    Column("title", N_("指标"), 30),
    Column("purpose", N_("目的／维度"), 18),
    Column("unit", N_("计量单位"), 7),
    Column("baseline", N_("基期值"), 11, numeric=True),
    Column("target", N_("{period} 目标"), 9, numeric=True),
    Column("actual", N_("最新值"), 11, numeric=True),
    Column("measures", N_("关联举措"), 7, numeric=True),
)


class IndicatorModel(QAbstractTableModel):
    """One row for each indicator; those linked to the current measure carry a mark."""

    def __init__(self, bridge: Bridge, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._icons = icons
        self._linked: frozenset[str] = frozenset()
        self._ids = facts.by_purpose(bridge.plan)
        self._period = facts.target_period(bridge.plan)
        bridge.changed.connect(self._follow)

    @property
    def ids(self) -> list[str]:
        """The ids of the indicators, in the order of the rows."""
        return self._ids

    def id_at(self, place: int) -> str:
        """Return the id of the indicator in a row, empty where there is no such row."""
        return self._ids[place] if 0 <= place < len(self._ids) else ""

    def mark_linked(self, item_ids: frozenset[str]) -> None:
        """Mark the indicators that are linked to the current measure."""
        if item_ids != self._linked:
            self._linked = item_ids
            self._all_changed()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._bridge.words(column.label).format(period=self._period).strip()
        return _alignment(column) if role == _Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        item_id = self.id_at(index.row()) if index.isValid() else ""
        if item_id not in self._plan:
            return None
        column = COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return self._text(item_id, index.column())
            case _Role.DecorationRole if index.column() == Place.TITLE:
                linked = item_id in self._linked
                return self._icons.icon(*(("link", "accent") if linked else ("indicator", "text-faint")))
            case _Role.TextAlignmentRole:
                return _alignment(column)
        return None

    @property
    def _plan(self) -> Plan:
        return self._bridge.plan

    def _text(self, item_id: str, column: int) -> str:
        words, plan = self._bridge.words, self._plan
        match column:
            case Place.PURPOSE:
                return facts.purpose(plan, item_id)
            case Place.BASELINE:
                return facts.dated_amount(words, facts.latest(plan, item_id, "baseline"))
            case Place.TARGET:
                return facts.amount(words, facts.target(plan, item_id, self._period))
            case Place.ACTUAL:
                return facts.dated_amount(words, facts.latest(plan, item_id, "actual"))
            case Place.MEASURES:
                return str(len(facts.serving(plan, item_id)) or "")
            case _:
                return self._bridge.cells.text(plan[item_id], COLUMNS[column].key)

    def _follow(self, touched: Touched) -> None:
        if not touched.kinds & _SHOWN_KINDS:
            return
        ids, period = facts.by_purpose(self._plan), facts.target_period(self._plan)
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        else:
            self._all_changed()
        if period != self._period:
            self._period = period
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Place.TARGET, Place.TARGET)

    def _all_changed(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
