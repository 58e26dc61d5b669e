"""The pages as small pictures in a column; only the print preview imports it."""

from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.gui.paper_colours import PAPER
from planner.gui.print_preview.laying import Laying

_SIDE = 108
_Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """One row a page; its picture is painted when it is first asked for, one between two events."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._laying: Laying | None = None
        self._count = 0
        self._pictures: dict[int, QPixmap] = {}
        self._asked: list[int] = []
        self._ratio = parent.devicePixelRatioF()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._paint_next)

    def show_laying(self, laying: Laying) -> None:
        """Show other pages."""
        self.beginResetModel()
        self._laying, self._count = laying, len(laying.places)
        self._pictures.clear()
        self._asked.clear()
        self.endResetModel()

    def grow(self) -> None:
        """Take in the pages that were added."""
        count = len(self._laying.places) if self._laying else 0
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return str(row + 1)
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(row)
            case _:
                return None

    def _picture(self, row: int) -> QPixmap:
        if row not in self._pictures:
            if row not in self._asked:
                self._asked.append(row)
                self._timer.start()
            return self._blank(row)
        return self._pictures[row]

    def _blank(self, row: int) -> QPixmap:
        if self._laying is None:
            return QPixmap()
        place = self._laying.places[row]
        width, height = self._laying.documents[place.document].size(place.page)
        scale = _SIDE / max(width, height)
        picture = QPixmap(round(width * scale * self._ratio), round(height * scale * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(PAPER)
        return picture

    def _paint_next(self) -> None:
        if self._laying is None or not self._asked:
            return
        row = self._asked.pop()
        place = self._laying.places[row]
        picture = self._blank(row)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        area = QRectF(0, 0, picture.width() / self._ratio, picture.height() / self._ratio)
        self._laying.documents[place.document].paint(painter, place.page, area)
        painter.end()
        self._pictures[row] = picture
        self.dataChanged.emit(self.index(row), self.index(row))
        if self._asked:
            self._timer.start()


class _ThumbnailDelegate(QStyledItemDelegate):
    """Paints a page on the desk that it lies on, its number below; the current one has a frame."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(_SIDE + 20, _SIDE + self._view.fontMetrics().height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        picture = cast(QPixmap, index.data(Qt.ItemDataRole.DecorationRole))
        size = picture.deviceIndependentSize().toSize()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # absent from Qt's stubs
        page = QRect(0, 0, size.width(), size.height())
        page.moveCenter(QPoint(rect.center().x(), rect.top() + 6 + _SIDE // 2))
        palette = self._view.palette()
        painter.save()
        painter.drawPixmap(page.topLeft(), picture)
        if index.row() == self._view.currentIndex().row():
            painter.setPen(QPen(palette.link(), 3))
            painter.drawRect(page.adjusted(-3, -3, 2, 2))
        else:
            painter.setPen(QPen(palette.mid(), 1))
            painter.drawRect(page.adjusted(-1, -1, 0, 0))
        painter.setPen(palette.text().color())
        below = QRect(rect.left(), rect.top() + _SIDE + 10, rect.width(), self._view.fontMetrics().height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class Thumbnails(QListView):
    """The column of small pictures."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setAccessibleName(name)
        self.pages = ThumbnailModel(self)
        self.setModel(self.pages)
        self.setItemDelegate(_ThumbnailDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(_SIDE + 48)

    def select(self, page: int) -> None:
        """Mark a page as the one that is read, without telling."""
        index = self.pages.index(page)
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(blocked)
        self.scrollTo(index)
        self.viewport().update()
