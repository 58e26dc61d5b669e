"""Paints the rows of the list as the tree does, and its headings across all columns."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from planner.domain.marks import N_
from planner.gui.listing.model import Heading, ListModel
from planner.gui.tree import geometry
from planner.gui.tree.cell_model import Index
from planner.gui.tree.delegate import TreeDelegate
from planner.gui.tree.looks import Sign

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ListDelegate(TreeDelegate):
    """The look of the list's cells."""

    def __init__(self, model: ListModel, view: QTableView) -> None:
        super().__init__(model, view)
        self._list = model
        self._table = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading = self._list.heading_at(index.row())
        if heading is None:
            super().paint(painter, option, index)
            return
        cell: QRect = option.rect  # type: ignore[attr-defined]  # absent from Qt's stubs
        state: int = option.state.value  # type: ignore[attr-defined]
        painter.fillRect(cell, self._colour(self._ground(index.row(), None, state)))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, self._colour("border"))
        painter.save()
        painter.setClipRect(cell)
        self._paint_heading(painter, self._whole_row(cell), heading)
        painter.restore()

    def _whole_row(self, cell: QRect) -> QRect:
        """Return where the row of a cell lies, so that each cell paints its part of the heading."""
        header = self._table.horizontalHeader()
        return QRect(-header.offset(), cell.top(), max(header.length(), cell.width()), cell.height())

    def _paint_heading(self, painter: QPainter, row: QRect, heading: Heading) -> None:
        arrow = Sign("chevron-down" if heading.open else "chevron-right", "text-muted")
        self._paint_sign(painter, geometry.expander_rect(row, 0), arrow)
        area = row.adjusted(geometry.icon_rect(row, 0).left() - row.left(), 0, -geometry.PADDING, 0)
        painter.setFont(self._fonts[True])
        painter.setPen(self._colour("text"))
        painter.drawText(area, _LEFT, heading.label)
        area.adjust(self._metrics[True].horizontalAdvance(heading.label) + 2 * geometry.GAP, 0, 0, 0)
        painter.setFont(self._fonts[False])
        painter.setPen(self._colour("text-muted"))
        painter.drawText(area, _LEFT, self.model.bridge.words(N_("{count} 项")).format(count=heading.size))
