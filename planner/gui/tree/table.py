"""The tree of the plan: a table that behaves as a tree.

In the title column, Left and Right close, open and step to parent and child; in the other columns, and with
Ctrl everywhere, they go from cell to cell. `planner.gui.tree.view` adds what changes rows.
"""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from planner.app.outline import Outline
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree import geometry
from planner.gui.tree.columns import TITLE
from planner.gui.tree.delegate import TreeDelegate
from planner.gui.tree.model import TreeModel
from planner.gui.tree.rows import RowsTable


class TreeTable(RowsTable):
    """Shows, selects, opens and edits rows; `filtered` carries the number of rows that the filter hides."""

    filtered = Signal(int)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None = None) -> None:
        model = TreeModel(bridge, icons)
        super().__init__(model, lambda view: TreeDelegate(model, view), parent)
        self.tree_model = model
        self.setObjectName("tree")
        self.setAccessibleName(bridge.words("计划树"))
        model.filtered.connect(self.filtered)

    @property
    def outline(self) -> Outline:
        """The visible rows."""
        return self.tree_model.outline

    def select(self, item_id: str) -> None:
        """Make a row the current and only selected one, opening what stands above it, if it exists."""
        if item_id in self.bridge.plan:
            if self.outline.row_of(item_id) is None:
                self.tree_model.reveal(item_id)
            super().select(item_id)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self._select_first_hit()
        super().focusInEvent(event)

    def handle_key(self, event: QKeyEvent) -> bool:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Asterisk and self.currentIndex().isValid() and not editing:
            self.tree_model.set_all_open(True, self.current_id())
            return True
        return super().handle_key(event)

    def step_sideways(self, step: int) -> None:
        """In the title, close, open and step to parent and child; else go to the next cell."""
        current = self.currentIndex()
        row = self.tree_model.row(current.row())
        if current.column() != TITLE:
            self.step_column(step)
        elif step < 0 and row.open:
            self.tree_model.set_open(row.id, False)
        elif step < 0 and (parent := self.tree_model.index_of(self.bridge.plan[row.id].parent)).isValid():
            self._go_to(parent)
        elif step > 0 and row.branch and not row.open:
            self.tree_model.set_open(row.id, True)
        elif step > 0 and row.open:
            self._go_to(current.siblingAtRow(current.row() + 1))
        else:
            self.step_column(step)

    def _select_first_hit(self) -> None:
        first = next((row for row in self.outline.rows if not row.context), None)
        if first is not None:
            self.select(first.id)

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
