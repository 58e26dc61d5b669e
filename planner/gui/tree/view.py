"""The tree of a plan's window: rows are also dragged, and an empty tree says what to do next."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer, Signal
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

from planner.app.commands import facets, structure
from planner.app.commands.structure import Spot
from planner.domain.items import Measure, Term
from planner.gui.bridge import Bridge
from planner.gui.facets.tree import dragged_entries
from planner.gui.icons import Icons
from planner.gui.tree import geometry
from planner.gui.tree.bulk import RowsBulk
from planner.gui.tree.clipboard import RowsClipboard
from planner.gui.tree.columns import TITLE
from planner.gui.tree.dragdrop import ROWS_TYPE, Target, drag_data, dragged_ids, find_target
from planner.gui.tree.empty_state import EmptyState
from planner.gui.tree.writing import WritingTree

_OPEN_AFTER_MS = 700


class TreeView(WritingTree):
    """The tree that a person works in; `filter_cleared` asks for all rows."""

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
        self._show_emptiness()
        self.clipboard = RowsClipboard(self)
        self.bulk = RowsBulk(self)

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
        data = event.mimeData()
        if (event.source() is self and data.hasFormat(ROWS_TYPE)) or self._terms_in(data):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        QTableView.dragMoveEvent(self, event)  # scrolls near the edges
        point = event.position().toPoint()
        self._wait_to_open(self.rowAt(point.y()))
        self._set_target(self._target_of(point, event.mimeData()))
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._wait_to_open(-1)
        self._set_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._wait_to_open(-1)
        self._set_target(None)
        point, data = event.position().toPoint(), event.mimeData()
        if terms := self._terms_in(data):
            event.acceptProposedAction()
            self.tag_at(point, terms)
        elif event.source() is self:
            event.acceptProposedAction()
            self.drop_at(point, dragged_ids(data))
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

    def tag_at(self, point: QPoint, terms: list[str]) -> None:
        """Give terms to the measure at a point of the viewport; if it is selected, to all selected ones."""
        place, document = self.rowAt(point.y()), self.bridge.document
        if place < 0:
            return
        row, chosen = self.tree_model.row(place).id, self.selected_ids()
        rows = chosen if row in chosen else [row]
        measures = [item_id for item_id in rows if isinstance(document.plan.find(item_id), Measure)]
        self.bridge.run(lambda: facets.retag(document.plan, measures, terms, (), document.new_id))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is not None:
            self._paint_target(self._target)

    def _terms_in(self, data: QMimeData) -> list[str]:
        """Return the terms of this plan that are carried."""
        return [entry for entry in dragged_entries(data) if isinstance(self.bridge.plan.find(entry), Term)]

    def _target_of(self, point: QPoint, data: QMimeData) -> Target | None:
        if not self._terms_in(data):
            return self._target_at(point, dragged_ids(data))
        place = self.rowAt(point.y())
        item = self.tree_model.item(place) if place >= 0 else None
        return Target(Spot(item.id), 0, into=place) if isinstance(item, Measure) else None

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
            self.tree_model.rowCount(),
            self.tree_model.looked_for,
            sifted=self.tree_model.sifted,
            editable=self.tree_model.editable,
        )
