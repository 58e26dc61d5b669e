"""What every table of the plan's rows has in common: the columns, and what each cell says, shows and takes.

A subclass says which rows there are. Nothing is stored here and nothing decided.
"""

import html
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from planner.app.cells import SEPARATOR
from planner.app.commands.typed import set_typed
from planner.app.explain import Explanations
from planner.app.facet_terms import facet_of_field, field_at
from planner.app.outline import Row
from planner.app.tags import Tag, tags_of
from planner.app.term_names import TermNames
from planner.app.touched import Touched
from planner.domain.fields import FieldType
from planner.domain.items import Adjustment, Item
from planner.domain.own_fields import is_own
from planner.domain.plan import Plan
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree.columns import LIGHT, TITLE, Column, columns_of
from planner.gui.tree.dragdrop import drag_data
from planner.gui.tree.looks import LIGHT_SIGNS, Sign, kind_sign, shape_of

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAGGABLE = _READABLE | Qt.ItemFlag.ItemIsDragEnabled
_TYPEABLE = _DRAGGABLE | Qt.ItemFlag.ItemIsEditable
_COLUMN_KINDS = frozenset(("own_field", "facet"))


class CellModel(QAbstractTableModel):
    """One column for each of `columns`; `stripes` gives the colour role of a row that is coloured.

    `striped` comes when other rows are coloured, or otherwise.
    """

    striped = Signal()

    def __init__(self, bridge: Bridge, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.icons = icons
        self.explanations = Explanations(bridge.plan, bridge.derived, bridge.cells, bridge.words)
        self.editable = True
        self.columns = columns_of(bridge.plan)
        self.stripes: Mapping[str, str] = {}

    def row(self, place: int) -> Row:
        """Return the row at a place."""
        raise NotImplementedError

    def index_of(self, item_id: str, column: int = TITLE) -> QModelIndex:
        """Return where a row stands, or the invalid index."""
        raise NotImplementedError

    def item(self, place: int) -> Item | None:
        """Return the item of a row; None for one that was just removed from the plan."""
        return self.plan.find(self.row(place).id)

    @property
    def plan(self) -> Plan:
        """The plan, for reading."""
        return self.bridge.plan

    def heading(self, column: Column) -> str:
        """Return what stands above a column."""
        return column.label if column.given else self.bridge.words(column.label)

    def text(self, item: Item, column: Column) -> str:
        """Return what a cell says; empty where the item's kind has no such field."""
        key = column.key
        if key in item.kind.by_key or field_at(self.plan, item, key) is not None:
            return self.bridge.cells.text(item, key)
        return ""

    def tags(self, item: Item, column: Column) -> list[Tag]:
        """Return the terms that a cell shows, if it shows terms."""
        return tags_of(self.plan, item, column.key)

    def sign(self, item: Item, column: int) -> Sign | None:
        """Return the icon that a cell shows, if any."""
        if column == TITLE:
            return kind_sign(self.plan, item)
        return LIGHT_SIGNS[self.bridge.derived.verdict(item.id).light] if column == LIGHT else None

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self.heading(self.columns[section]) if 0 <= section < len(self.columns) else None
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: PLR0911 - one line a role
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        column = self.columns[index.column()]
        match role:
            case _Role.DisplayRole:
                return self.text(item, column)
            case _Role.EditRole:
                return self._edited_text(item, column)
            case _Role.ToolTipRole:
                return html.escape(self._explanation(item, column)).replace("\n", "<br>")
            case _Role.DecorationRole:
                sign = self.sign(item, index.column())
                return self.icons.icon(*sign) if sign else None
            case _Role.FontRole:
                return _bold() if shape_of(item) == "layer" else None
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case _Role.AccessibleTextRole:
                return self.spoken(index.row(), item, column)
            case _Role.AccessibleDescriptionRole:
                return self._explanation(item, column)
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid():
            return False
        item_id, key = self.row(index.row()).id, self.columns[index.column()].typed
        document = self.bridge.document
        return self.bridge.run(
            lambda: set_typed(
                document.plan, item_id, key, str(value), document.clock.today(), document.new_id
            )
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self.editable:
            return _READABLE
        item = self.item(index.row())
        can_type = item is not None and self._can_type(item, self.columns[index.column()])
        return _TYPEABLE if can_type else _DRAGGABLE

    def mimeTypes(self) -> list[str]:
        return drag_data([]).formats()

    def mimeData(self, indexes: Any) -> QMimeData:
        return drag_data([self.row(place).id for place in sorted({index.row() for index in indexes})])

    def spoken(self, _place: int, item: Item, column: Column) -> str:
        """Return what a screen reader says of a cell."""
        return self.text(item, column)

    def follow_columns(self, touched: Touched) -> None:
        """Let columns come and go with the facets and the fields of one's own."""
        if not touched.kinds & _COLUMN_KINDS:
            return
        wanted = columns_of(self.plan)
        kept = {column.key for column in wanted}
        for place in reversed([n for n, column in enumerate(self.columns) if column.key not in kept]):
            self.beginRemoveColumns(QModelIndex(), place, place)
            self.columns = self.columns[:place] + self.columns[place + 1 :]
            self.endRemoveColumns()
        known = {column.key for column in self.columns}
        for place, column in enumerate(wanted):
            if column.key not in known:
                self.beginInsertColumns(QModelIndex(), place, place)
                self.columns = (*self.columns[:place], column, *self.columns[place:])
                self.endInsertColumns()
        if self.columns != wanted:
            self.columns = wanted
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(wanted) - 1)

    def show_stripes(self, roles: Mapping[str, str]) -> None:
        """Colour rows by the roles given for their ids."""
        self.stripes = roles
        self.tell_all_changed()
        self.striped.emit()

    def tell_changed(self, first: int, last: int) -> None:
        """Tell that the cells of some rows read differently."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def tell_all_changed(self) -> None:
        """Tell that any cell may read differently."""
        if count := self.rowCount():
            self.tell_changed(0, count - 1)

    def _can_type(self, item: Item, column: Column) -> bool:
        if field_at(self.plan, item, column.typed) is None:
            return False
        return column.key != "due_now" or not self.plan.child_ids(item.id, Adjustment)

    def _edited_text(self, item: Item, column: Column) -> str:
        spec = field_at(self.plan, item, column.typed)
        if spec is None:
            return ""
        if spec.target == "term":
            names = TermNames(self.plan, facet_of_field(self.plan, spec.key))
            return SEPARATOR.join(map(names.name, self.bridge.cells.targets(item, spec)))
        if spec.type is FieldType.CHOICE and not is_own(spec.key):
            return str(item.value(spec.key))
        return self.bridge.cells.text(item, spec.key)

    def _explanation(self, item: Item, column: Column) -> str:
        return self.explanations.of(item, column.key) or self.text(item, column)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
