"""The tree with what changes its rows: adding, removing, moving, by command and by dragging."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QTableView, QWidget

from planner.app.commands import placing, structure
from planner.app.commands.placing import Placement
from planner.domain.changes import ChangeSet
from planner.domain.items import Measure
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree import geometry
from planner.gui.tree.columns import TITLE
from planner.gui.tree.dragdrop import MIME_TYPE, Target, drag_data, dragged_ids, find_target
from planner.gui.tree.empty_state import EmptyState
from planner.gui.tree.table import TreeTable

_OPEN_AFTER_MS = 700


class TreeView(TreeTable):
    """The tree that a person works in."""

    filter_cleared = Signal()

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(bridge, icons, parent)
        self._target: Target | None = None
        self._open_soon = QTimer(self, singleShot=True, interval=_OPEN_AFTER_MS)
        self._open_soon.timeout.connect(self._open_below_pointer)
        self._place_below_pointer = -1
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self._empty = EmptyState(self, icons, bridge.words)
        self._empty.add_asked.connect(self.add)
        self._empty.clear_asked.connect(self.filter_cleared)
        for signal in (self.tree_model.modelReset, self.tree_model.rowsInserted, self.tree_model.rowsRemoved):
            signal.connect(self._show_emptiness)
        self.cell_delegate.level_asked.connect(self._change_level)
        self._show_emptiness()

    def add(self, kind: str) -> None:
        """Add a `layer`, `component` or `measure` where one fits from the current row on, and name it."""
        plan, current = self.bridge.plan, self.current_id()
        place_of: dict[str, Callable[[], Placement | None]] = {
            "layer": lambda: placing.layer_place(plan, current),
            "component": lambda: placing.component_place(plan, current),
            "measure": lambda: placing.measure_place(plan, current),
        }
        if (placement := place_of[kind]()) is not None:
            self._add(placement)

    def add_sibling(self) -> None:
        """Add a row of the current one's kind after it, and name it."""
        self._add(placing.beside(self.bridge.plan, self.current_id()))

    def add_child(self) -> None:
        """Add a component below a layer, else a measure below the current row, and name it."""
        self._add(placing.below(self.bridge.plan, self.current_id()))

    def remove_selected(self) -> None:
        """Remove the selected rows with all below them; the row next to them becomes current."""
        plan, chosen = self.bridge.plan, self.selected_ids()
        following = placing.next_after_removal(plan, chosen)
        if self.bridge.run(lambda: structure.remove(plan, chosen)):
            self.select(following)

    def indent(self) -> None:
        """Put the selected measures below the one above them."""
        self._move(lambda chosen: structure.indent(self.bridge.plan, chosen))

    def outdent(self) -> None:
        """Put the selected sub-measures after the measure that they stand under."""
        self._move(lambda chosen: structure.outdent(self.bridge.plan, chosen))

    def move_up(self) -> None:
        """Move the selected siblings one place up."""
        self._move(lambda chosen: structure.move_by(self.bridge.plan, chosen, -1))

    def move_down(self) -> None:
        """Move the selected siblings one place down."""
        self._move(lambda chosen: structure.move_by(self.bridge.plan, chosen, 1))

    def set_filter(self, looked_for: str) -> None:
        """Leave only rows that have these words in title, number, units or indicators."""
        self.tree_model.set_filter(looked_for)

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.setAcceptDrops(editable)
        self._show_emptiness()

    def startDrag(self, _actions: Qt.DropAction) -> None:
        drag = QDrag(self)
        drag.setMimeData(drag_data(self.selected_ids()))
        drag.exec(Qt.DropAction.MoveAction)
        self._set_target(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self and event.mimeData().hasFormat(MIME_TYPE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        QTableView.dragMoveEvent(self, event)  # scrolls near the edges
        point = event.position().toPoint()
        self._wait_to_open(self.rowAt(point.y()))
        self._set_target(self._target_at(point, dragged_ids(event.mimeData())))
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._wait_to_open(-1)
        self._set_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._wait_to_open(-1)
        self._set_target(None)
        if event.source() is self:
            event.acceptProposedAction()
            self.drop_at(event.position().toPoint(), dragged_ids(event.mimeData()))
        else:
            event.ignore()

    def drop_at(self, point: QPoint, moved: list[str]) -> None:
        """Move rows to where a point of the viewport says, if they may stand there; keep them selected."""
        target = self._target_at(point, moved)
        if target is None:
            return
        if self.bridge.run(lambda: structure.move(self.bridge.plan, moved, target.spot)):
            self.select(moved[0])
            self.select_all_of(moved)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is not None:
            self._paint_target(self._target)

    def _add(self, placement: Placement) -> None:
        document = self.bridge.document
        change_set = structure.add(document.plan, placement.cls, placement.spot, document.new_id)
        if self.bridge.run(lambda: change_set):
            self.select(change_set.changes[0].item_id)
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(TITLE))
            self.edit_current()

    def _move(self, command: Callable[[list[str]], ChangeSet]) -> None:
        """Do what moves the selected rows, and keep them selected and in sight."""
        chosen, current = self.selected_ids(), self.current_id()
        if not self.bridge.run(lambda: command(chosen)) or not current:
            return
        self.select(current)
        self.select_all_of(chosen)

    def _change_level(self, step: int) -> None:
        """Indent or outdent the measure whose title is being edited, and go on editing."""
        current = self.bridge.plan.find(self.current_id())
        if isinstance(current, Measure):
            self.select(current.id)
            self.indent() if step > 0 else self.outdent()
        self.edit_current()

    def _target_at(self, point: QPoint, moved: list[str]) -> Target | None:
        place = self.rowAt(point.y())
        if place < 0 or not moved:
            return None
        part = (point.y() - self.rowViewportPosition(place)) / self.rowHeight(place)
        return find_target(self.bridge.plan, self.outline, moved, place, part)

    def _set_target(self, target: Target | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    def _wait_to_open(self, place: int) -> None:
        """Open a closed branch when the pointer rests on it while dragging."""
        if place != self._place_below_pointer:
            self._place_below_pointer = place
            self._open_soon.start() if place >= 0 else self._open_soon.stop()

    def _open_below_pointer(self) -> None:
        if 0 <= self._place_below_pointer < self.tree_model.rowCount():
            row = self.tree_model.row(self._place_below_pointer)
            if row.branch and not row.open:
                self.tree_model.set_open(row.id, True)

    def _paint_target(self, target: Target) -> None:
        theme = self.icons.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), theme.metrics.focus_width))
        left = self.columnViewportPosition(TITLE)
        if target.into is not None:
            area = QRect(
                left,
                self.rowViewportPosition(target.into),
                self.columnWidth(TITLE),
                self.rowHeight(target.into),
            )
            painter.drawRoundedRect(
                area.adjusted(1, 1, -2, -2), theme.metrics.radius_small, theme.metrics.radius_small
            )
        elif target.line is not None:
            start = geometry.expander_rect(QRect(left, 0, 0, 0), target.depth).left()
            top = self._line_top(target.line)
            painter.drawLine(start + 6, top, self.viewport().width(), top)
            painter.drawEllipse(QPoint(start + 3, top), 3, 3)
        painter.end()

    def _line_top(self, place: int) -> int:
        """Return where the line above the row at `place` lies, below the last row for the place after it."""
        if place < self.tree_model.rowCount():
            return max(self.rowViewportPosition(place), 1)
        return self.rowViewportPosition(place - 1) + self.rowHeight(place - 1)

    def _show_emptiness(self) -> None:
        self._empty.show_for(
            self.tree_model.rowCount(), self.tree_model.looked_for, editable=self.tree_model.editable
        )
