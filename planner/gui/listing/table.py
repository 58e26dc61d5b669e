"""The table of the list: sorted by clicking on a heading, groups opened and closed by key and by pointer."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from planner.gui.listing.delegate import ListDelegate
from planner.gui.listing.model import ListModel
from planner.gui.tree.cell_model import Index
from planner.gui.tree.columns import TITLE
from planner.gui.tree.header import TreeHeader
from planner.gui.tree.model import TreeModel

_Flag = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListTable(QTableView):
    """Shows, sorts, selects and edits measures; `current_changed` carries the id of the current one."""

    current_changed = Signal(str)

    def __init__(self, tree: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_model = ListModel(tree, self)
        self._theme_metrics = tree.icons.theme.metrics
        self._kept: tuple[str, list[str], int] = ("", [], 0)
        self._set_up()
        self.setModel(self.list_model)
        self.cell_delegate = ListDelegate(self.list_model, self)
        self.setItemDelegate(self.cell_delegate)
        self.columns = TreeHeader(self, self.list_model)
        self.setHorizontalHeader(self.columns)
        self.columns.reset_columns()
        self.columns.sectionClicked.connect(self._sort_by_column)
        self._fit_rows()
        self.list_model.modelAboutToBeReset.connect(self._keep_place)
        self.list_model.modelReset.connect(self._restore_place)

    def current_id(self) -> str:
        """Return the id of the current measure, empty on a heading or without one."""
        current = self.currentIndex()
        return self.list_model.row(current.row()).id if current.isValid() else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected measures from top to bottom, each once."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [*dict.fromkeys(self.list_model.row(place).id for place in places if self._is_measure(place))]

    def select(self, item_id: str) -> None:
        """Make a measure the current and only selected one, if it is listed."""
        if item_id != self.current_id() and (index := self.list_model.index_of(item_id)).isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.scrollTo(index)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column and mark it; without one, take the order of the tree."""
        self.list_model.sort_by(key, descending=descending)
        self._mark_sorting()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid typing into cells."""
        self.list_model.editable = editable

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.list_model.rowCount():
            self.setCurrentIndex(self.list_model.index(0, TITLE))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.viewport().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self.cell_delegate.set_font(self.font())
            self._fit_rows()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if item_id := self.current_id():
            self.current_changed.emit(item_id)

    def _set_up(self) -> None:
        self.setObjectName("list")
        self.setAccessibleName(self.list_model.bridge.words("举措清单"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.verticalHeader().hide()

    def _fit_rows(self) -> None:
        height = round(self.fontMetrics().height() * self._theme_metrics.row_height_factor)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _is_measure(self, place: int) -> bool:
        return self.list_model.heading_at(place) is None

    def _handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the list; says whether it means something."""
        current, key = self.currentIndex(), Qt.Key(event.key())
        if self.state() == QAbstractItemView.State.EditingState or not current.isValid():
            return False
        heading = self.list_model.heading_at(current.row())
        if heading is not None and key in (*_ENTER, Qt.Key.Key_Space):
            self._toggle(current.row())
        elif heading is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if heading.open is (key == Qt.Key.Key_Left):
                self._toggle(current.row())
        elif key in _ENTER and current.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(current)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.setCurrentIndex(current.siblingAtRow(self._end(last=key == Qt.Key.Key_End)))
        else:
            return False
        return True

    def _end(self, *, last: bool) -> int:
        return self.list_model.rowCount() - 1 if last else 0

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

    def _hover(self, row: int) -> None:
        if row != self.cell_delegate.hovered:
            self.cell_delegate.hovered = row
            self.viewport().update()

    def _keep_place(self) -> None:
        self._kept = (self.current_id(), self.selected_ids(), self.verticalScrollBar().value())

    def _restore_place(self) -> None:
        current, selected, scrolled = self._kept
        chosen = QItemSelection()
        for item_id in selected:
            if (index := self.list_model.index_of(item_id)).isValid():
                chosen.select(index, index)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect | _Flag.Rows)
        self.selectionModel().setCurrentIndex(self.list_model.index_of(current), _Flag.NoUpdate)
        self.verticalScrollBar().setValue(scrolled)
