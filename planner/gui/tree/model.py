"""The visible rows as a Qt table: an adapter over the outline that stores nothing and decides nothing."""

import html
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

from planner.app.commands.typed import set_typed
from planner.app.explain import Explanations
from planner.app.outline import Outline, Row
from planner.app.row_steps import InsertRows, MoveRows, RemoveRows, Step, perform, steps_between
from planner.app.search import Search
from planner.app.touched import Touched
from planner.domain.fields import FieldType
from planner.domain.items import ROOT, Adjustment, Item
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree.columns import COLUMNS, LIGHT, TITLE, Column
from planner.gui.tree.dragdrop import drag_data
from planner.gui.tree.looks import LIGHT_SIGNS, Sign, kind_sign, shape_of

MOST_STEPS = 10
"""Above this many steps one reset is quicker than the small signals."""

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAGGABLE = _READABLE | Qt.ItemFlag.ItemIsDragEnabled
_TYPEABLE = _DRAGGABLE | Qt.ItemFlag.ItemIsEditable


class TreeModel(QAbstractTableModel):
    """One row for each row of the outline, one column for each of `COLUMNS`.

    `filtered` is emitted with the number of hidden rows whenever that may have changed.
    """

    filtered = Signal(int)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.outline = Outline(bridge.plan)
        self.explanations = Explanations(bridge.plan, bridge.derived, bridge.cells, bridge.words)
        self.search = Search(bridge.plan)
        self.editable = True
        self.looked_for = ""
        self.icons = icons
        self._labels = [bridge.words(column.label) for column in COLUMNS]
        bridge.changed.connect(self._follow)
        bridge.new_day.connect(self._all_changed)

    def row(self, place: int) -> Row:
        """Return the outline's row at a place."""
        return self.outline.rows[place]

    def item(self, place: int) -> Item | None:
        """Return the item of a row; None for one that was just removed from the plan."""
        return self.bridge.plan.find(self.outline.rows[place].id)

    def index_of(self, item_id: str, column: int = TITLE) -> QModelIndex:
        """Return where an item is shown, or the invalid index."""
        place = self.outline.row_of(item_id)
        return QModelIndex() if place is None else self.index(place, column)

    def text(self, item: Item, column: Column) -> str:
        """Return what a cell says; empty where the item's kind has no such field."""
        return self.bridge.cells.text(item, column.key) if column.key in item.kind.by_key else ""

    def sign(self, item: Item, column: int) -> Sign | None:
        """Return the icon that a cell shows, if any."""
        if column == TITLE:
            return kind_sign(self.bridge.plan, item)
        return LIGHT_SIGNS[self.bridge.derived.verdict(item.id).light] if column == LIGHT else None

    def set_open(self, item_id: str, opened: bool) -> None:
        """Open or close one branch."""
        self._show(self.outline.compute_set_open(item_id, opened))

    def set_all_open(self, opened: bool, under: str = ROOT) -> None:
        """Open or close all branches from an item on."""
        self.outline.set_all_open(opened, under)
        self._show(self.outline.compute())

    def reveal(self, item_id: str) -> None:
        """Bring an item into sight, whatever is closed above it or filtered."""
        self.outline.reveal(item_id)
        self._show(self.outline.compute())

    def restore_closed(self, item_ids: frozenset[str]) -> None:
        """Close exactly these branches."""
        self.outline.set_closed(item_ids)
        self._reset(self.outline.compute())

    def set_filter(self, looked_for: str) -> None:
        """Leave only what has the given words; without any, everything."""
        self.looked_for = looked_for.strip()
        self.outline.filter(self.search.find(looked_for))
        self._reset(self.outline.compute())
        self.filtered.emit(self.outline.hidden)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.outline.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Horizontal and role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._labels[section] if 0 <= section < len(COLUMNS) else None
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, PLR0911 - one line a role
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        column = COLUMNS[index.column()]
        match role:
            case _Role.DisplayRole:
                return self.text(item, column)
            case _Role.EditRole:
                return self._edited_text(item, column)
            case _Role.ToolTipRole:
                return self._tool_tip(item, column)
            case _Role.DecorationRole:
                sign = self.sign(item, index.column())
                return self.icons.icon(*sign) if sign else None
            case _Role.FontRole:
                return _bold() if shape_of(item) == "layer" else None
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case _Role.AccessibleTextRole:
                return self._spoken(index.row(), item, column)
            case _Role.AccessibleDescriptionRole:
                return self.explanations.of(item, column.key)
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401
        if role != _Role.EditRole or not index.isValid():
            return False
        item_id, key = self.row(index.row()).id, COLUMNS[index.column()].typed
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
        can_type = item is not None and self._can_type(item, COLUMNS[index.column()])
        return _TYPEABLE if can_type else _DRAGGABLE

    def mimeTypes(self) -> list[str]:
        return drag_data([]).formats()

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401
        return drag_data([self.row(place).id for place in sorted({index.row() for index in indexes})])

    def _can_type(self, item: Item, column: Column) -> bool:
        if column.typed not in item.kind.by_key:
            return False
        return column.key != "due_now" or not self.bridge.plan.child_ids(item.id, Adjustment)

    def _edited_text(self, item: Item, column: Column) -> str:
        spec = item.kind.by_key.get(column.typed)
        if spec is None:
            return ""
        if spec.type is FieldType.CHOICE:
            return str(item.value(spec.key))
        return self.bridge.cells.text(item, spec.key)

    def _tool_tip(self, item: Item, column: Column) -> str:
        return html.escape(self.explanations.of(item, column.key)).replace("\n", "<br>")

    def _spoken(self, place: int, item: Item, column: Column) -> str:
        text = self.text(item, column)
        if column.key != "title":
            return text
        words, row = self.bridge.words, self.row(place)
        parts = [text, words(N_("第 {level} 级")).format(level=row.depth + 1)]
        if row.branch:
            parts.append(words(N_("已展开")) if row.open else words(N_("已收起")))
        return words(N_("，")).join(parts)

    def _follow(self, touched: Touched) -> None:
        self.search.forget(touched)
        kept = self.outline.keep(touched.items)
        if touched.shape:
            self.outline.forget()
        if touched.shape or kept:
            self._show(self.outline.compute())
            self.filtered.emit(self.outline.hidden)
        if touched.shape or touched.everything:
            self._all_changed()
        else:
            places = [
                place for item_id in touched.rows if (place := self.outline.row_of(item_id)) is not None
            ]
            self._rows_changed(places)

    def _show(self, wanted: list[Row]) -> None:
        rows = list(self.outline.rows)
        steps = steps_between([row.id for row in rows], [row.id for row in wanted], MOST_STEPS)
        if steps is None:
            self._reset(wanted)
            return
        for step in steps:
            self._begin(step)
            perform(rows, step, wanted)
            self.outline.show(list(rows))
            self._end(step)
        self.outline.show(wanted)
        self._rows_changed([place for place, row in enumerate(wanted) if row != rows[place]])

    def _begin(self, step: Step) -> None:
        top = QModelIndex()
        match step:
            case InsertRows(at, count):
                self.beginInsertRows(top, at, at + count - 1)
            case RemoveRows(at, count):
                self.beginRemoveRows(top, at, at + count - 1)
            case MoveRows(at, count, to):
                self.beginMoveRows(top, at, at + count - 1, top, to)

    def _end(self, step: Step) -> None:
        match step:
            case InsertRows():
                self.endInsertRows()
            case RemoveRows():
                self.endRemoveRows()
            case MoveRows():
                self.endMoveRows()

    def _reset(self, wanted: list[Row]) -> None:
        self.beginResetModel()
        self.outline.show(wanted)
        self.endResetModel()

    def _rows_changed(self, places: list[int]) -> None:
        if len(places) > MOST_STEPS:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), len(COLUMNS) - 1))
            return
        for place in places:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def _all_changed(self) -> None:
        if self.outline.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.outline.rows) - 1, len(COLUMNS) - 1))


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
