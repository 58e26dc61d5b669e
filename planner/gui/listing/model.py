"""The measures as rows of a Qt table, sorted by any column, in groups that open and close.

What the filter of the tree leaves is what is listed here. Rows keep their places while their cells are
edited, so that nothing jumps; sorting again brings them into order.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QCollator, QLocale, QModelIndex, QObject, Qt

from planner.app.grouping import Grouping
from planner.app.ordering import Ordering
from planner.app.outline import Row
from planner.app.touched import Touched
from planner.domain.items import Item, Measure
from planner.domain.marks import N_
from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import TITLE, Column
from planner.gui.tree.model import TreeModel

_Role = Qt.ItemDataRole
_TREE_ORDER = "number"
"""Numbers begin anew under each parent: by them, rows stand as in the tree."""


class Heading(NamedTuple):
    """The heading of a group, with how many rows stand under it."""

    id: str
    label: str
    size: int
    open: bool


class ListModel(CellModel):
    """One row for each measure and each heading; a measure in several groups has several rows."""

    def __init__(self, tree: TreeModel, parent: QObject | None = None) -> None:
        super().__init__(tree.bridge, tree.icons, parent)
        self._tree = tree
        self._rows: list[Row | Heading] = []
        self._closed: set[str] = set()
        self._asleep = self._stale = False
        self._collator = QCollator(QLocale("zh_CN"))
        self._collator.setNumericMode(True)
        self.group = ""
        self.sort_key = ""
        self.descending = False
        self.stripes = tree.stripes
        tree.striped.connect(lambda: self.show_stripes(tree.stripes))
        tree.filtered.connect(lambda _count: self.rebuild())
        self.bridge.changed.connect(self._follow)
        self.bridge.new_day.connect(self.rebuild)
        self.rebuild()

    def row(self, place: int) -> Row:
        row = self._rows[place]
        return row if isinstance(row, Row) else Row("", 0)

    def heading_at(self, place: int) -> Heading | None:
        """Return the heading that stands at a place, if one does."""
        row = self._rows[place]
        return row if isinstance(row, Heading) else None

    def places_of(self, item_id: str) -> list[int]:
        """Return where a measure stands, once for each group."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, Row) and row.id == item_id]

    def index_of(self, item_id: str, column: int = TITLE) -> QModelIndex:
        """Return where a measure stands first, or the invalid index."""
        places = self.places_of(item_id)
        return self.index(places[0], column) if places else QModelIndex()

    @property
    def measure_count(self) -> int:
        """How many measures the filter leaves."""
        return len(self._listed())

    def group_by(self, key: str) -> None:
        """Group as `planner.app.grouping` says, or not at all."""
        self.group = key
        self._closed.clear()
        self.rebuild()

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column's key; without one, rows stand in the order of the tree."""
        self.sort_key, self.descending = key, descending
        self.rebuild()

    def set_open(self, group_id: str, opened: bool) -> None:
        """Open or close a group."""
        if opened:
            self._closed.discard(group_id)
        else:
            self._closed.add(group_id)
        self.rebuild()

    def set_all_open(self, opened: bool) -> None:
        """Open or close all groups."""
        ids = {row.id for row in self._rows if isinstance(row, Heading)}
        self._closed = set() if opened else ids
        self.rebuild()

    def sleep(self) -> None:
        """Put off listing anew until someone looks."""
        self._asleep = True

    def wake(self) -> None:
        """List at once again, and now what was put off."""
        self._asleep = False
        if self._stale:
            self.rebuild()

    def rebuild(self) -> None:
        """List what the filter leaves, in order and in groups."""
        self._stale = self._asleep
        if self._asleep:
            return
        self.beginResetModel()
        self._rows = [*self._grouped(self._sorted(self._listed()))]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        heading = self.heading_at(index.row()) if index.isValid() else None
        if heading is None:
            return super().data(index, role)
        if role == _Role.DisplayRole and index.column() == TITLE:
            return heading.label
        return self._spoken_heading(heading) if role == _Role.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.heading_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return super().flags(index) & ~Qt.ItemFlag.ItemIsDragEnabled

    def _spoken_heading(self, heading: Heading) -> str:
        words = self.bridge.words
        state = words(N_("已展开")) if heading.open else words(N_("已收起"))
        count = words(N_("{count} 项")).format(count=heading.size)
        return words(N_("，")).join((heading.label, count, state))

    def _listed(self) -> list[Item]:
        matches, plan = self._tree.outline.matches, self.plan
        items = [plan[item_id] for item_id in plan.walk() if matches is None or item_id in matches]
        return [item for item in items if isinstance(item, Measure)]

    def _sorted(self, items: list[Item]) -> list[Item]:
        if self.sort_key == _TREE_ORDER:
            return items[::-1] if self.descending else items
        column = next((column for column in self.columns if column.key == self.sort_key), None)
        if column is None:
            return items
        key = self._key_of(column)
        keyed = [(value, item) for item in items if (value := key(item)) is not None]
        keyed.sort(key=lambda pair: pair[0], reverse=self.descending)
        saying = {item.id for _, item in keyed}
        return [item for _, item in keyed] + [item for item in items if item.id not in saying]

    def _key_of(self, column: Column) -> Callable[[Item], Any]:
        bridge = self.bridge
        return Ordering(self.plan, bridge.derived, bridge.cells, self._collator.sortKey).by(column.key)

    def _grouped(self, items: list[Item]) -> Iterable[Row | Heading]:
        if not self.group:
            yield from (Row(item.id, 0) for item in items)
            return
        grouping = Grouping(self.plan, self.bridge.derived, self.bridge.words)
        for group in grouping.groups(self.group, [item.id for item in items]):
            opened = group.id not in self._closed
            yield Heading(group.id, group.label, len(group.rows), opened)
            if opened:
                yield from (Row(item_id, 0) for item_id in group.rows)

    def _follow(self, touched: Touched) -> None:
        self.follow_columns(touched)
        if touched.shape or touched.everything or (self.group and touched.rows):
            self.rebuild()
            return
        for place, row in enumerate(self._rows):
            if isinstance(row, Row) and row.id in touched.rows:
                self.tell_changed(place, place)
