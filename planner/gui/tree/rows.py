"""What the tree and the flat list have in common: rows of a plan that are looked at, chosen and edited.

Ids go in and come out; `planner.gui.tree.clipboard` and `planner.gui.tree.bulk` work on either.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from planner.app.commands import structure
from planner.domain.changes import Label
from planner.gui.quiet import make_quiet
from planner.gui.tree import geometry
from planner.gui.tree.anchor import Anchor
from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import TITLE
from planner.gui.tree.delegate import TreeDelegate
from planner.gui.tree.editors import LineEditor
from planner.gui.tree.header import TreeHeader

_Flag = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RowsTable(QTableView):
    """Shows, selects and edits the rows of a model.

    `current_changed` carries the id of the current row or the empty text, `selection_changed` all selected
    ids, `menu_asked` where on the screen the menu of the current row is wanted.
    """

    current_changed = Signal(str)
    selection_changed = Signal(list)
    menu_asked = Signal(QPoint)

    def __init__(
        self, model: CellModel, delegate: Callable[[QTableView], TreeDelegate], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.rows = model
        self.bridge = model.bridge
        self.icons = model.icons
        self._told_current = ""
        self._set_up()
        self.setModel(model)
        self.cell_delegate = delegate(self)
        self.setItemDelegate(self.cell_delegate)
        self.columns = TreeHeader(self, model)
        self.setHorizontalHeader(self.columns)
        self.columns.reset_columns()
        self._fit_rows()
        self._anchor = Anchor(self, model)
        model.modelReset.connect(self._tell)

    def current_id(self) -> str:
        """Return the id of the current row, empty without one."""
        current = self.currentIndex()
        return self.rows.row(current.row()).id if current.isValid() else ""

    def current_key(self) -> str:
        """Return the field that stands in the current column, empty without one."""
        current = self.currentIndex()
        column = self.rows.columns[current.column()] if current.isValid() else None
        return (column.typed or column.key) if column else ""

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows from top to bottom, each once."""
        selection = self.selectionModel().selection()
        blocks = [selection.at(number) for number in range(selection.count())]
        places = sorted({place for block in blocks for place in range(block.top(), block.bottom() + 1)})
        return list(dict.fromkeys(filter(None, (self.rows.row(place).id for place in places))))

    def ids_from_current(self) -> list[str]:
        """Return the ids of the current row and all that are shown below it."""
        start = max(self.currentIndex().row(), 0)
        return list(filter(None, (self.rows.row(place).id for place in range(start, self.rows.rowCount()))))

    def id_above(self, item_id: str) -> str:
        """Return the id of the row shown above one, empty for the first."""
        place = self.rows.index_of(item_id).row()
        return self.rows.row(place - 1).id if place > 0 else ""

    def select(self, item_id: str) -> None:
        """Make a row the current and only selected one, if it is shown."""
        column = self.currentIndex().column() if self.currentIndex().isValid() else TITLE
        if (index := self.rows.index_of(item_id, column)).isValid():
            self._go_to(index)

    def show_chosen(self, item_ids: Sequence[str]) -> None:
        """Bring rows into sight and select them; the first becomes current."""
        if item_ids:
            self.select(item_ids[0])
            self.select_all_of(item_ids)

    def select_all_of(self, item_ids: Sequence[str]) -> None:
        """Select those of the given rows that are visible; the first becomes current."""
        chosen = QItemSelection()
        indexes = [index for item_id in item_ids if (index := self.rows.index_of(item_id)).isValid()]
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

    def remove_selected(self, named: str = "remove") -> None:
        """Remove the selected rows with all below them; the row next to them becomes current.

        `named` is the code of the step in the undo menu.
        """
        chosen = self.selected_ids()
        following = self.following(chosen)
        change_set = structure.remove(self.bridge.plan, chosen)
        label = Label(named, change_set.label.details)
        if self.bridge.run(lambda: replace(change_set, label=label)):
            self.select(following)

    def following(self, chosen: Sequence[str]) -> str:
        """Return the row to go to once some have been removed, empty for none."""
        raise NotImplementedError

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid typing into cells and dragging rows."""
        self.rows.editable = editable

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and with_shift):
            self._ask_menu()
        elif not self.handle_key(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
            return
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_asked.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

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
        self._tell()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit(self.selected_ids())

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the current row; says whether it means something."""
        current, key = self.currentIndex(), Qt.Key(event.key())
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if self.state() == QAbstractItemView.State.EditingState or not current.isValid():
            return False
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.edit_current()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            row = 0 if key == Qt.Key.Key_Home else self.rows.rowCount() - 1
            self._go_to_end(row, extending=bool(event.modifiers() & shift))
        elif key in _SIDEWAYS and not event.modifiers() & shift:
            step = self.step_column if event.modifiers() & control else self.step_sideways
            step(_SIDEWAYS[key])
        else:
            return False
        return True

    def step_sideways(self, step: int) -> None:
        """Do what Left (−1) and Right (+1) mean: here, go to the next cell."""
        self.step_column(step)

    def step_column(self, step: int) -> None:
        """Go to the next column that is shown, in the order in which the columns stand."""
        current, header = self.currentIndex(), self.horizontalHeader()
        place = header.visualIndex(current.column()) + step
        while 0 <= place < header.count() and header.isSectionHidden(header.logicalIndex(place)):
            place += step
        if 0 <= place < header.count():
            there = current.siblingAtColumn(header.logicalIndex(place))
            self.selectionModel().setCurrentIndex(there, _Flag.NoUpdate)
            self.scrollTo(there)

    def _set_up(self) -> None:
        make_quiet(self)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)

    def _fit_rows(self) -> None:
        height = round(self.fontMetrics().height() * self.icons.theme.metrics.row_height_factor)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _ask_menu(self) -> None:
        """Ask for the menu below the current row, once where Qt sends a menu's key and its event too."""
        if QApplication.activePopupWidget() is None:
            self.scrollTo(self.currentIndex())
            corner = self.visualRect(self.currentIndex().siblingAtColumn(TITLE)).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(corner + QPoint(geometry.INDENT, 0)))

    def _tell(self) -> None:
        current = self.current_id()
        if current != self._told_current:
            self._told_current = current
            self.current_changed.emit(current)

    def _go_to(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def _go_to_end(self, row: int, *, extending: bool) -> None:
        """Make a far row current, selecting it alone or all rows up to it."""
        current, there = self.currentIndex(), self.currentIndex().siblingAtRow(row)
        if extending:
            self.selectionModel().select(QItemSelection(current, there), _Flag.Select | _Flag.Rows)
            self.selectionModel().setCurrentIndex(there, _Flag.NoUpdate)
            self.scrollTo(there)
        else:
            self._go_to(there)

    def _hover(self, row: int) -> None:
        before, self.cell_delegate.hovered = self.cell_delegate.hovered, row
        for changed in {before, row} - {-1} if before != row else ():
            area = self.viewport().rect()
            area.setTop(self.rowViewportPosition(changed))
            area.setHeight(self.rowHeight(changed))
            self.viewport().update(area)
