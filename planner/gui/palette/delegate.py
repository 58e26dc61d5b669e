"""Paints a line of the palette: icon, name, the menu that holds the command, its keys at the end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.gui.fonts import scaled_font
from planner.gui.icons import Icons

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The name of the menu that holds the command."""

KEYS_ROLE = Qt.ItemDataRole.UserRole + 2
"""The command's keys as a person reads them."""

_Index = QModelIndex | QPersistentModelIndex
_ICON = 16
_PADDING = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PaletteDelegate(QStyledItemDelegate):
    """Rows in the colours of the theme; those that cannot be used now are faint."""

    def __init__(self, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._view.fontMetrics().height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: QRect = option.rect  # type: ignore[attr-defined]  # absent from Qt's stubs
        state: int = option.state.value  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected.value:
            painter.fillRect(row, self._icons.theme.colour("accent-soft"))
        elif state & QStyle.StateFlag.State_MouseOver.value:
            painter.fillRect(row, self._icons.theme.colour("hover"))
        usable = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        self._paint_texts(painter, row.adjusted(_PADDING, 0, -_PADDING, 0), index, usable)
        painter.restore()

    def _paint_texts(self, painter: QPainter, area: QRect, index: _Index, usable: bool) -> None:
        metrics = self._view.fontMetrics()
        faint = self._colour("text-muted", usable)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            place = QRect(area.left(), area.center().y() - _ICON // 2, _ICON, _ICON)
            icon.paint(painter, place, mode=QIcon.Mode.Normal if usable else QIcon.Mode.Disabled)
        keys = str(index.data(KEYS_ROLE))
        painter.setFont(self._view.font())
        painter.setPen(faint)
        painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignRight, keys)
        area = area.adjusted(_ICON + _PADDING, 0, -metrics.horizontalAdvance(keys) - _PADDING, 0)
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self._colour("text", usable))
        painter.drawText(area, _MIDDLE, name)
        painter.setPen(faint)
        painter.setFont(scaled_font(self._view.font(), 0.9))
        painter.drawText(
            area.adjusted(metrics.horizontalAdvance(name) + _PADDING, 0, 0, 0),
            _MIDDLE,
            str(index.data(PLACE_ROLE)),
        )

    def _colour(self, role: str, usable: bool) -> QColor:
        return self._icons.theme.colour(role if usable else "text-disabled")
