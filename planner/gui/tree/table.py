"""The tree of the plan: a table that behaves as a tree.

In the title column, Left and Right close, open and step to parent and child; in the other columns, and with
Ctrl everywhere, they go from cell to cell. `planner.gui.tree.view` adds what changes rows.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from planner.app.outline import Outline
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree import geometry
from planner.gui.tree.anchor import Anchor
from planner.gui.tree.cell_model import Index
from planner.gui.tree.columns import TITLE
from planner.gui.tree.delegate import TreeDelegate
from planner.gui.tree.editors import LineEditor
from planner.gui.tree.header import TreeHeader
from planner.gui.tree.model import TreeModel

_Flag = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TreeTable(QTableView):
    """Shows, selects, opens and edits rows; ids go in and come out.

    `current_changed` carries the id of the current row or the empty text, `selection_changed` all selected
    ids, `filtered` the number of rows that the filter hides.
    """

    current_changed = Signal(str)
    selection_changed = Signal(list)
    filtered = Signal(int)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.icons = icons
        self.tree_model = TreeModel(bridge, icons, self)
        self._told_current = ""
        self._set_up()
        self.setModel(self.tree_model)
        self.cell_delegate = TreeDelegate(self.tree_model, self)
        self.setItemDelegate(self.cell_delegate)
        self.columns = TreeHeader(self, self.tree_model)
        self.setHorizontalHeader(self.columns)
        self.columns.reset_columns()
        self._fit_rows()
        self._anchor = Anchor(self, self.tree_model)
        self.tree_model.modelReset.connect(self._tell)
        self.tree_model.filtered.connect(self.filtered)

    @property
    def outline(self) -> Outline:
        """The visible rows."""
        return self.tree_model.outline

    def current_id(self) -> str:
        """Return the id of the current row, empty without one."""
        current = self.currentIndex()
        return self.tree_model.row(current.row()).id if current.isValid() else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.tree_model.row(row).id for row in rows]

    def select(self, item_id: str) -> None:
        """Make a row the current and only selected one, opening what stands above it, if it exists."""
        if item_id not in self.bridge.plan:
            return
        if self.outline.row_of(item_id) is None:
            self.tree_model.reveal(item_id)
        column = self.currentIndex().column() if self.currentIndex().isValid() else TITLE
        self._go_to(self.tree_model.index_of(item_id, column))

    def show_chosen(self, item_ids: Sequence[str]) -> None:
        """Bring rows into sight and select them; the first becomes current."""
        if item_ids:
            self.select(item_ids[0])
            self.select_all_of(item_ids)

    def select_all_of(self, item_ids: Sequence[str]) -> None:
        """Select those of the given rows that are visible; the first becomes current."""
        chosen = QItemSelection()
        indexes = [index for item_id in item_ids if (index := self.tree_model.index_of(item_id)).isValid()]
        for index in indexes:
            chosen.select(index, index)
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[0], _Flag.NoUpdate)
            self.scrollTo(indexes[0])
        self.selectionModel().select(chosen, _Flag.ClearAndSelect | _Flag.Rows)

    def edit_current(self) -> None:
        """Open the editor of the current cell, or of the title where the cell cannot be typed into."""
        current = self.currentIndex()
        if current.isValid() and not current.flags() & Qt.ItemFlag.ItemIsEditable:
            current = current.siblingAtColumn(TITLE)
            self.setCurrentIndex(current)
        if current.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(current)
        if isinstance(editor := self.open_editor(), LineEditor):
            editor.end(False)

    def open_editor(self) -> QWidget | None:
        """Return the editor of the current cell while it is being edited."""
        editing = self.state() == QAbstractItemView.State.EditingState
        return self.indexWidget(self.currentIndex()) if editing else None

    def finish_editing(self) -> None:
        """Hand over what is being typed into the current cell, and close its editor."""
        if (editor := self.open_editor()) is not None:
            self.cell_delegate.finish(editor)

    def go_to_hit(self) -> None:
        """Put the focus into the tree: on the first row that the filter looks for, if the current is none."""
        current = self.currentIndex()
        if not current.isValid() or self.tree_model.row(current.row()).context:
            self._select_first_hit()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def expand_all(self) -> None:
        """Open every branch."""
        self.tree_model.set_all_open(True)

    def collapse_all(self) -> None:
        """Close every branch; the current row's topmost ancestor becomes current."""
        current = self.current_id()
        self.tree_model.set_all_open(False)
        if current and self.outline.row_of(current) is None:
            self.select([*self.bridge.plan.ancestors(current)][-1])

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid typing into cells and dragging rows."""
        self.tree_model.editable = editable

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._on_expander(
            index, event.position().toPoint()
        ):
            self._toggle(index)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        read_only = index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable
        if read_only or self._on_expander(index, event.position().toPoint()):
            self._toggle(index)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self._select_first_hit()
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.viewport().width())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self.cell_delegate.set_font(self.font())
            self._fit_rows()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit(self.selected_ids())

    def _set_up(self) -> None:
        words = self.bridge.words
        self.setObjectName("tree")
        self.setAccessibleName(words("计划树"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.verticalHeader().hide()

    def _fit_rows(self) -> None:
        height = round(self.fontMetrics().height() * self.icons.theme.metrics.row_height_factor)
        header = self.verticalHeader()
        header.setMinimumSectionSize(height)
        header.setDefaultSectionSize(height)

    def _tell(self) -> None:
        current = self.current_id()
        if current != self._told_current:
            self._told_current = current
            self.current_changed.emit(current)

    def _select_first_hit(self) -> None:
        first = next((row for row in self.outline.rows if not row.context), None)
        if first is not None:
            self.select(first.id)

    def _go_to(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def _hover(self, row: int) -> None:
        before, self.cell_delegate.hovered = self.cell_delegate.hovered, row
        for changed in {before, row} - {-1} if before != row else ():
            area = self.viewport().rect()
            area.setTop(self.rowViewportPosition(changed))
            area.setHeight(self.rowHeight(changed))
            self.viewport().update(area)

    def _on_expander(self, index: QModelIndex, point: QPoint) -> bool:
        if not index.isValid() or index.column() != TITLE:
            return False
        row = self.tree_model.row(index.row())
        area = geometry.expander_rect(self.visualRect(index), row.depth)
        return row.branch and area.adjusted(-4, -8, 3, 8).contains(point)

    def _toggle(self, index: QModelIndex) -> None:
        row = self.tree_model.row(index.row())
        if row.branch:
            self.tree_model.set_open(row.id, not row.open)

    def _handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in a tree; says whether it means something."""
        current, key = self.currentIndex(), Qt.Key(event.key())
        if self.state() == QAbstractItemView.State.EditingState or not current.isValid():
            return False
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.edit_current()
        elif key == Qt.Key.Key_Asterisk:
            self.tree_model.set_all_open(True, self.current_id())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            row = 0 if key == Qt.Key.Key_Home else self.tree_model.rowCount() - 1
            self._go_to_end(row, extending=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _SIDEWAYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._step_sideways(
                _SIDEWAYS[key], as_tree=not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            )
        else:
            return False
        return True

    def _go_to_end(self, row: int, *, extending: bool) -> None:
        """Make a far row current, selecting it alone or all rows up to it."""
        current, there = self.currentIndex(), self.currentIndex().siblingAtRow(row)
        if extending:
            self.selectionModel().select(QItemSelection(current, there), _Flag.Select | _Flag.Rows)
            self.selectionModel().setCurrentIndex(there, _Flag.NoUpdate)
            self.scrollTo(there)
        else:
            self._go_to(there)

    def _step_sideways(self, step: int, *, as_tree: bool) -> None:
        current = self.currentIndex()
        row = self.tree_model.row(current.row())
        if not (as_tree and current.column() == TITLE):
            self._step_column(step)
        elif step < 0 and row.open:
            self.tree_model.set_open(row.id, False)
        elif step < 0 and (parent := self.tree_model.index_of(self.bridge.plan[row.id].parent)).isValid():
            self._go_to(parent)
        elif step > 0 and row.branch and not row.open:
            self.tree_model.set_open(row.id, True)
        elif step > 0 and row.open:
            self._go_to(current.siblingAtRow(current.row() + 1))
        else:
            self._step_column(step)

    def _step_column(self, step: int) -> None:
        """Go to the next column that is shown, in the order in which the columns stand."""
        current, header = self.currentIndex(), self.horizontalHeader()
        place = header.visualIndex(current.column()) + step
        while 0 <= place < header.count() and header.isSectionHidden(header.logicalIndex(place)):
            place += step
        if 0 <= place < header.count():
            there = current.siblingAtColumn(header.logicalIndex(place))
            self.selectionModel().setCurrentIndex(there, _Flag.NoUpdate)
            self.scrollTo(there)
