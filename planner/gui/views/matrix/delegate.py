"""Paints the cells of a matrix: counts on a ground that darkens with them, or lights; gaps in words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from planner.app.coverage import Cell, Entry
from planner.gui.icons import Icons
from planner.gui.tree.looks import LIGHT_SIGNS
from planner.gui.views.cell_state import cell_state
from planner.gui.views.matrix.model import CELL_ROLE, ENTRY_ROLE, NAME, SUM, Index, MatrixModel

_PADDING = 10
_INDENT = 18
_ICON = 16
_FULL = 8
"""From how many measures on the ground is darkest."""


class MatrixDelegate(QStyledItemDelegate):
    """Shows counts, or with `lights` the worst light of each cell beside its count."""

    def __init__(self, icons: Icons, model: MatrixModel, view: QTableView) -> None:
        super().__init__(view)
        self._icons = icons
        self._model = model
        self._view = view
        self.lights = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, state = self._icons.theme, cell_state(option)
        gap = self._model.is_gap(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(state.area, theme.colour("warning-soft" if gap else "base"))
        if state.hovered and not gap:
            painter.fillRect(state.area, theme.colour("hover"))
        painter.fillRect(state.area.left(), state.area.bottom(), state.area.width(), 1, theme.colour("grid"))
        cell, text = index.data(CELL_ROLE), str(index.data() or "")
        if isinstance(cell, Cell):
            self._paint_cell(painter, state.area, cell)
        else:
            self._paint_text(painter, state.area, index, text, gap=gap)
        if state.selected:
            self._paint_frame(painter, state.area)
        painter.restore()

    def _paint_cell(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        theme = self._icons.theme
        if self.lights:
            sign = LIGHT_SIGNS[cell.light]
            middle = area.center()
            icon = QRectF(middle.x() - _ICON - 1, middle.y() - _ICON / 2 + 0.5, _ICON, _ICON)
            self._icons.draw(painter, sign.icon, theme.colours[sign.role], icon)
            area = area.adjusted(area.width() // 2 + 6, 0, 0, 0)
        else:
            ground = QColor(theme.colour("accent"))
            ground.setAlphaF(0.10 + 0.45 * min(cell.count, _FULL) / _FULL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(area).adjusted(4, 3, -4, -4), 4, 4)
        painter.setPen(theme.colour("text"))
        side = Qt.AlignmentFlag.AlignLeft if self.lights else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, str(cell.count))

    def _paint_text(self, painter: QPainter, area: QRect, index: Index, text: str, *, gap: bool) -> None:
        entry, theme = index.data(ENTRY_ROLE), self._icons.theme
        side = Qt.AlignmentFlag.AlignLeft if index.column() == NAME or gap else Qt.AlignmentFlag.AlignHCenter
        room = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if isinstance(entry, Entry):
            room.setLeft(room.left() + entry.depth * _INDENT)
        if gap and index.column() == SUM:
            icon = QRectF(room.left(), room.center().y() - _ICON / 2 + 0.5, _ICON, _ICON)
            self._icons.draw(painter, "warning", theme.colours["warning"], icon)
            room.setLeft(room.left() + _ICON + 6)
        painter.setPen(theme.colour("warning" if gap and index.column() else "text"))
        shown = self._view.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_frame(self, painter: QPainter, area: QRect) -> None:
        metrics = self._icons.theme.metrics
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._icons.theme.colour("focus"), metrics.focus_width))
        painter.drawRoundedRect(
            QRectF(area).adjusted(1, 1, -1, -2), metrics.radius_small, metrics.radius_small
        )
