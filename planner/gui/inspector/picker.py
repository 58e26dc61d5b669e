"""A list that drops down to tick items in, with a box to search it."""

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.gui.inspector.candidates import Candidate

_WIDTH = 320
_HEIGHT = 360
_LISTED = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ID = Qt.ItemDataRole.UserRole
_GROUP = _ID + 1


class Picker(QFrame):
    """Ticks are reported at once by `ticked`, with the item's id and whether it is now chosen.

    Typing searches, the arrows go through the list, Enter ticks, Esc closes.
    """

    ticked = Signal(str, bool)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words("输入几个字来查找"))
        self.search.setAccessibleName(words("查找"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(words("可选的条目"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setIndentation(12)
        self.list.itemClicked.connect(self._toggle)
        self.list.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)

    @property
    def offered(self) -> list[str]:
        """The ids of the items listed."""
        return [entry.data(0, _ID) for entry in self._entries()]

    def offer(self, candidates: Iterable[Candidate], chosen: Collection[str]) -> None:
        """List items, those in `chosen` ticked."""
        self.list.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for candidate in candidates:
            parent = self._group(groups, candidate.group) if candidate.group else None
            entry = QTreeWidgetItem([candidate.text])
            entry.setData(0, _ID, candidate.id)
            entry.setData(0, _GROUP, candidate.group)
            entry.setToolTip(0, candidate.text)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            entry.setCheckState(0, _state(candidate.id in chosen))
            if parent is None:
                self.list.addTopLevelItem(entry)
            else:
                parent.addChild(entry)
        self.list.expandAll()
        self.search.clear()

    def open_at(self, anchor: QWidget) -> None:
        """Drop down below a widget, kept on its screen."""
        screen = anchor.screen().availableGeometry()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        left = max(screen.left(), min(corner.x(), screen.right() - _WIDTH))
        top = corner.y()
        if top + _HEIGHT > screen.bottom():
            top = max(screen.top(), anchor.mapToGlobal(QPoint(0, 0)).y() - _HEIGHT - 2)
        self.setGeometry(left, top, _WIDTH, _HEIGHT)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
            if event.key() in _ENTER or (watched is self.list and event.key() == Qt.Key.Key_Space):
                self._toggle(self.list.currentItem())
                return True
            if watched is self.search and event.key() in _LISTED:
                self.list.setFocus()
                self._step_into_list(event)
                return True
        return super().eventFilter(watched, event)

    def _group(self, groups: dict[str, QTreeWidgetItem], title: str) -> QTreeWidgetItem:
        if title not in groups:
            heading = QTreeWidgetItem([title])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = QFont(self.font())
            font.setBold(True)
            heading.setFont(0, font)
            self.list.addTopLevelItem(heading)
            groups[title] = heading
        return groups[title]

    def _step_into_list(self, event: QKeyEvent) -> None:
        self.list.setFocus()
        if self.list.currentItem() is not None:
            self.list.keyPressEvent(event)
        elif (first := self._first_shown()) is not None:
            self.list.setCurrentItem(first)

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        root = self.list.invisibleRootItem()
        yield from (root.child(place) for place in range(root.childCount()))

    def _entries(self) -> Iterator[QTreeWidgetItem]:
        for top in self._tops():
            if top.data(0, _ID):
                yield top
            yield from (top.child(place) for place in range(top.childCount()))

    def _first_shown(self) -> QTreeWidgetItem | None:
        return next((entry for entry in self._entries() if not entry.isHidden()), None)

    def _filter(self, looked_for: str) -> None:
        folded = looked_for.casefold().strip()
        for entry in self._entries():
            entry.setHidden(folded not in f"{entry.data(0, _GROUP)} {entry.text(0)}".casefold())
        for top in self._tops():
            if top.childCount():
                top.setHidden(all(top.child(place).isHidden() for place in range(top.childCount())))
        if folded and (found := self._first_shown()) is not None:
            self.list.setCurrentItem(found)

    def _toggle(self, entry: QTreeWidgetItem | None, _column: int = 0) -> None:
        if entry is None or not (item_id := entry.data(0, _ID)):
            return
        chosen = entry.checkState(0) is not Qt.CheckState.Checked
        entry.setCheckState(0, _state(chosen))
        self.ticked.emit(item_id, chosen)


def _state(chosen: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
