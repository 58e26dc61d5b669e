"""The table of the list: sorted by clicking on a heading, groups opened and closed by key and by pointer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from planner.gui.listing.delegate import ListDelegate
from planner.gui.listing.model import ListModel
from planner.gui.tree.bulk import RowsBulk
from planner.gui.tree.clipboard import RowsClipboard
from planner.gui.tree.columns import TITLE
from planner.gui.tree.model import TreeModel
from planner.gui.tree.rows import RowsTable

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ListTable(RowsTable):
    """Shows, sorts, selects and edits measures."""

    def __init__(self, tree: TreeModel, parent: QWidget | None = None) -> None:
        model = ListModel(tree)
        super().__init__(model, lambda view: ListDelegate(model, view), parent)
        self.list_model = model
        self.setObjectName("list")
        self.setAccessibleName(model.bridge.words("举措清单"))
        self.columns.sectionClicked.connect(self._sort_by_column)
        self.clipboard = RowsClipboard(self)
        self.bulk = RowsBulk(self)

    def following(self, chosen: Sequence[str]) -> str:
        """Return the measure listed after those that are to go, else the one before."""
        plan, gone = self.bridge.plan, set(chosen)
        last = max((self.list_model.index_of(item_id).row() for item_id in chosen), default=-1)
        listed = [self.list_model.row(place).id for place in range(self.list_model.rowCount())]
        staying = (
            item_id
            for item_id in (*listed[last + 1 :], *reversed(listed[: last + 1]))
            if item_id and item_id not in gone and not gone.intersection(plan.ancestors(item_id))
        )
        return next(staying, "")

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column and mark it; without one, take the order of the tree."""
        self.list_model.sort_by(key, descending=descending)
        self._mark_sorting()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._toggle(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.list_model.rowCount():
            self.setCurrentIndex(self.list_model.index(0, TITLE))
        super().focusInEvent(event)

    def handle_key(self, event: QKeyEvent) -> bool:
        current, editing = self.currentIndex(), self.state() == QAbstractItemView.State.EditingState
        on_heading = current.isValid() and self.list_model.heading_at(current.row()) is not None
        if on_heading and event.key() in _OPENING and not editing:
            self._toggle(current.row())
            return True
        return super().handle_key(event)

    def step_sideways(self, step: int) -> None:
        """On a heading, close (−1) or open (+1) its group; else go to the next cell."""
        heading = self.list_model.heading_at(self.currentIndex().row())
        if heading is None:
            self.step_column(step)
        elif heading.open is (step < 0):
            self._toggle(self.currentIndex().row())

    def _toggle(self, place: int) -> None:
        heading = self.list_model.heading_at(place)
        if heading is not None:
            self.list_model.set_open(heading.id, not heading.open)
            self.setCurrentIndex(self.list_model.index(place, TITLE))

    def _sort_by_column(self, column: int) -> None:
        """Sort up, then down, then not at all."""
        key, model = self.list_model.columns[column].key, self.list_model
        if model.sort_key != key:
            self.sort_by(key)
        elif not model.descending:
            self.sort_by(key, descending=True)
        else:
            self.sort_by("")

    def _mark_sorting(self) -> None:
        model = self.list_model
        places = {column.key: place for place, column in enumerate(model.columns)}
        order = Qt.SortOrder.DescendingOrder if model.descending else Qt.SortOrder.AscendingOrder
        self.columns.setSortIndicatorShown(model.sort_key in places)
        if model.sort_key in places:
            self.columns.setSortIndicator(places[model.sort_key], order)
