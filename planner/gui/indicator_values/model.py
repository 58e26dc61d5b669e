"""The grid of values as a Qt table: names, units, then a column for each role and time."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from planner.app.indicator_facts import by_purpose
from planner.app.indicator_paste.outcome import landing_sentence, set_amount
from planner.app.value_grid import (
    Moment,
    computed_by_moment,
    moments,
    value_origin,
    value_text,
    values_by_moment,
)
from planner.domain.items import Indicator, IndicatorValue
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
NAME, UNIT, FIRST = range(3)
"""The columns of names and units, and the first of the values."""


class ValuesModel(QAbstractTableModel):
    """Shows the plan as it was at the last `refresh`; `misread` says why what was typed is no value."""

    misread = Signal(str)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._icons = icons
        self._further: set[Moment] = set()
        self._ids: list[str] = []
        self._moments: list[Moment] = []
        self._values: dict[str, dict[Moment, list[IndicatorValue]]] = {}
        self._computed: dict[str, dict[Moment, str]] = {}
        self.editable = True

    @property
    def ids(self) -> list[str]:
        """The ids of the indicators in the order of the rows."""
        return self._ids

    @property
    def moments(self) -> list[Moment]:
        """The role and time of each column of values."""
        return self._moments

    def add_column(self, moment: Moment) -> int:
        """Show a column for a role and time, empty until it is filled; returns its place."""
        self._further.add(moment)
        self.refresh()
        return FIRST + self._moments.index(moment)

    def refresh(self) -> None:
        """Take over what the plan says now."""
        plan = self._bridge.plan
        ids, columns = by_purpose(plan), moments(plan, self._further)
        values = {item_id: values_by_moment(plan, item_id) for item_id in ids}
        self._computed = {item_id: computed_by_moment(plan, item_id) for item_id in ids}
        if (ids, columns) == (self._ids, self._moments):
            self._values = values
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._ids, self._moments, self._values = ids, columns, values
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST + len(self._moments)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if self.editable and index.column() >= FIRST else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        words = self._bridge.words
        if role == _Role.DisplayRole:
            if section < FIRST:
                return words((N_("指标"), N_("计量单位"))[section])
            return self._moments[section - FIRST].heading(words)
        return _alignment(section) if role == _Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        indicator = self._bridge.plan.find(self._ids[index.row()]) if index.isValid() else None
        if not isinstance(indicator, Indicator):
            return None
        if role == _Role.TextAlignmentRole:
            return _alignment(index.column())
        if role == _Role.ForegroundRole and self._is_muted(indicator, index.column()):
            return self._icons.theme.colour("text-muted")
        if role == _Role.ToolTipRole:
            return self._tip(indicator, index.column()) or None
        shown = role in (_Role.DisplayRole, _Role.EditRole, _Role.AccessibleTextRole)
        return self._text(indicator, index.column()) if shown else None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        text = str(value or "")
        if role != _Role.EditRole or index.column() < FIRST or text == index.data():
            return False
        document, moment = self._bridge.document, self._moments[index.column() - FIRST]
        indicator_id = self._ids[index.row()]
        typed = set_amount(document.plan, indicator_id, moment.role, moment.period, text, document.new_id)
        for landing in typed.landings.values():
            if landing.trouble is not None:
                said = landing_sentence(self._bridge.words, landing)
                sentence = self._bridge.words(N_("“{text}”没有填入：{reason}。"))
                self.misread.emit(sentence.format(text=text, reason=said))
        return bool(typed.change_set) and self._bridge.run(lambda: typed.change_set)

    def _cell(self, indicator_id: str, column: int) -> list[IndicatorValue]:
        return self._values[indicator_id].get(self._moments[column - FIRST], [])

    def _text(self, indicator: Indicator, column: int) -> str:
        if column == NAME:
            return indicator.title or self._bridge.words(N_("未命名"))
        if column == UNIT:
            return indicator.unit
        own = self._cell(indicator.id, column)
        return value_text(self._bridge.words, own) if own else self._computed_text(indicator, column)

    def _computed_text(self, indicator: Indicator, column: int) -> str:
        return self._computed.get(indicator.id, {}).get(self._moments[column - FIRST], "")

    def _is_muted(self, indicator: Indicator, column: int) -> bool:
        """Whether a cell says what is not typed there: a unit, or what a formula gives."""
        return column == UNIT or (column >= FIRST and not self._cell(indicator.id, column))

    def _tip(self, indicator: Indicator, column: int) -> str:
        if column < FIRST:
            return self._text(indicator, column)
        if not self._cell(indicator.id, column) and self._computed_text(indicator, column):
            return self._bridge.words(N_("由公式计算：{formula}")).format(formula=indicator.formula)
        return value_origin(self._bridge.words, self._cell(indicator.id, column))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column < FIRST else Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignVCenter | side
