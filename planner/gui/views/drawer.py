"""The list behind a number: a drawer over the right side of a view, with a line for each item."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.item_lines import ItemLine, ItemLines
from planner.domain.marks import N_
from planner.gui.fonts import scaled_font
from planner.gui.icons import Icons
from planner.gui.tree.looks import LIGHT_SIGNS
from planner.gui.views.cell_state import cell_state
from planner.gui.views.stage import Stage

_WIDTH = 380
_INSET = 12
_ICON = 16
_PADDING = 7
Index = QModelIndex | QPersistentModelIndex


class Drawer(QFrame):
    """Lies over a view while something is listed; a click shows an item, Enter goes to it in the tree."""

    def __init__(self, stage: Stage, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("drawer")
        self._stage = stage
        self._over = over
        words = stage.bridge.words
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(scaled_font(self.font(), 1.05, QFont.Weight.DemiBold))
        self._title.setWordWrap(True)
        self._close = QToolButton(self)
        self._close.setIcon(stage.icons.icon("close", "text-muted"))
        self._close.setToolTip(words(N_("关闭列表")))
        self._close.setAccessibleName(words(N_("关闭列表")))
        self._close.clicked.connect(self.close_list)
        bridge = stage.bridge
        self._model = _Lines(ItemLines(bridge.plan, bridge.derived, bridge.cells, words), self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_LineDelegate(stage.icons, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(lambda index: stage.errands.item_asked.emit(self._model.id_at(index)))
        self.list.activated.connect(lambda index: stage.errands.place_asked.emit(self._model.id_at(index)))
        self._lay_out()
        self.setFocusProxy(self.list)
        over.installEventFilter(self)
        bridge.changed.connect(self._model.refresh)
        self.hide()

    @property
    def title(self) -> str:
        """What the list is of."""
        return self._title.text()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items listed."""
        return self._model.ids

    def list_items(self, title: str, ids: Sequence[str]) -> None:
        """Open with a list of items."""
        text = self._stage.bridge.words(N_("{title}（{count}）")).format(title=title, count=len(ids))
        self._title.setText(text)
        self.list.setAccessibleName(text)
        self._model.show_items(ids)
        self.list.scrollToTop()
        self._place()
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Close, and give the focus back to the view."""
        self.hide()
        self._over.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(_WIDTH, self._over.width())
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)


class _Lines(QAbstractListModel):
    def __init__(self, lines: ItemLines, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines
        self.ids: tuple[str, ...] = ()

    def show_items(self, ids: Sequence[str]) -> None:
        self.beginResetModel()
        self.ids = tuple(ids)
        self.endResetModel()

    def refresh(self) -> None:
        kept = tuple(item_id for item_id in self.ids if self._lines.of(item_id).title)
        if kept != self.ids:
            self.show_items(kept)
        elif kept:
            self.dataChanged.emit(self.index(0), self.index(len(kept) - 1))

    def id_at(self, index: Index) -> str:
        return self.ids[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines.of(self.id_at(index))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.title} {line.details}".strip()
            case Qt.ItemDataRole.UserRole:
                return line
        return None


class _LineDelegate(QStyledItemDelegate):
    """Paints two lines and the light of an item."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, self._view.fontMetrics().height() * 2 + 2 * _PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, ItemLine):
            return
        theme, metrics, state = self._icons.theme, self._view.fontMetrics(), cell_state(option)
        height = metrics.height()
        painter.save()
        if state.selected or state.hovered:
            painter.fillRect(state.area, theme.colour("selection" if state.selected else "hover"))
        area = state.area.adjusted(_INSET + 4, _PADDING, -_INSET, -_PADDING)
        if line.light is not None:
            sign = LIGHT_SIGNS[line.light]
            colour = theme.colours[sign.role]
            top = area.top() + (height - _ICON) / 2
            self._icons.draw(painter, sign.icon, colour, QRectF(area.left(), top, _ICON, _ICON))
            area.setLeft(area.left() + _ICON + 8)
        for text, role, top in (
            (line.title, "text", area.top()),
            (line.details, "text-muted", area.top() + height + 2),
        ):
            painter.setPen(theme.colour("selection-text" if state.selected else role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(QRect(area.left(), top, area.width(), height), 0, shown)
        painter.restore()
