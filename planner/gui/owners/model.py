"""The register of units as a Qt table that is typed into; imported by the view of the units only."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.app.commands.edit import set_field
from planner.app.commands.typed import set_typed
from planner.app.unit_suggestions import suggest_units
from planner.domain.fields import FieldType
from planner.domain.items import ROOT, Unit, kind_of
from planner.domain.marks import N_
from planner.gui.bridge import Bridge

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

FIELDS = tuple(
    kind_of(Unit).by_key[key]
    for key in ("title", "short_names", "aliases", "collective", "since", "until", "phone")
)
USED = len(FIELDS)
"""The place of the column that counts how often a unit is named."""


class UnitsModel(QAbstractTableModel):
    """One row for each unit that has what is looked for among its names."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._looked_for = ""
        self.editable = True
        self.ids: Sequence[str] = ()
        self.refresh()

    def look_for(self, typed: str) -> None:
        """Leave only units with these signs, or initials, in a name."""
        self._looked_for = typed
        self.refresh()

    def refresh(self) -> None:
        """Take over what the plan says now; rows that stay keep their selection."""
        plan = self._bridge.plan
        ids = list(plan.child_ids(ROOT, Unit))
        if self._looked_for.strip():
            found = set(suggest_units(plan, self._looked_for, self._bridge.initials, most=len(ids)))
            ids = [unit_id for unit_id in ids if unit_id in found]
        if ids != self.ids:
            self.beginResetModel()
            self.ids = ids
            self.endResetModel()
        elif ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, USED))

    def text(self, row: int, column: int) -> str:
        """Return what a cell says, a flag in words."""
        unit = self._bridge.plan.get(self.ids[row], Unit)
        if column == USED:
            return str(len(self._bridge.plan.referrers(unit.id)))
        return self._bridge.cells.text(unit, FIELDS[column].key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else USED + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return self._bridge.words(FIELDS[section].label if section < USED else N_("引用"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or not self.editable or index.column() == USED:
            return flags
        if FIELDS[index.column()].type is FieldType.FLAG:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        unit = self._bridge.plan.find(self.ids[index.row()])
        if unit is None:
            return None
        spec = FIELDS[index.column()] if index.column() != USED else None
        if spec is not None and spec.type is FieldType.FLAG:
            checked = Qt.CheckState.Checked if unit.value(spec.key) else Qt.CheckState.Unchecked
            return checked if role == _Role.CheckStateRole else None
        if role in (_Role.DisplayRole, _Role.EditRole, _Role.ToolTipRole):
            return self.text(index.row(), index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        document, unit_id = self._bridge.document, self.ids[index.row()]
        key, today = FIELDS[index.column()].key, document.clock.today()
        if role == _Role.CheckStateRole:
            checked = Qt.CheckState(value) is Qt.CheckState.Checked
            return self._bridge.run(lambda: set_field(document.plan, unit_id, key, checked, today))
        return role == _Role.EditRole and self._bridge.run(
            lambda: set_typed(document.plan, unit_id, key, str(value), today, document.new_id)
        )
