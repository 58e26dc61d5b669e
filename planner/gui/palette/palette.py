"""The palette: type what is wanted, in Chinese, English or initials, and press Enter."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from planner.app.search import Initials
from planner.app.words import Words
from planner.gui.action_set import ActionSet, plain_name
from planner.gui.actions import ACTIONS, MENU_TEXTS, Action
from planner.gui.icons import Icons
from planner.gui.palette.delegate import KEYS_ROLE, PLACE_ROLE, PaletteDelegate
from planner.gui.palette.matching import best_first

_SIZE = QSize(560, 460)
_TOP = 72
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QDialog):
    """Lists all actions; the one chosen runs after the palette has closed."""

    def __init__(
        self,
        actions: ActionSet,
        icons: Icons,
        words: Words,
        english: Words,
        initials: Initials,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("命令面板"))
        self._actions = actions
        self._words = words
        self._names = [_names(row, english, initials) for row in ACTIONS]
        self._items = QStandardItemModel(self)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(words("输入命令的名称或拼音首字母"))
        self.edit.setAccessibleName(words("查找命令"))
        self.edit.setClearButtonEnabled(True)
        self.edit.addAction(icons.icon("search", "text-muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.listing = QListView()
        self.listing.setModel(self._items)
        self.listing.setItemDelegate(PaletteDelegate(icons, self.listing))
        self.listing.setFrameShape(QListView.Shape.NoFrame)
        self.listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.listing.setUniformItemSizes(True)
        self.listing.setMouseTracking(True)
        self.listing.setAccessibleName(words("命令"))
        self._empty = QLabel(words("没有这样的命令"))
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.edit)
        column.addWidget(self.listing, 1)
        column.addWidget(self._empty, 1)
        self.edit.textChanged.connect(self._fill)
        self.edit.installEventFilter(self)
        self.listing.clicked.connect(self._run)
        self._fill("")
        self._place(parent)

    def shown(self) -> list[QAction]:
        """The actions that fit what was typed, best first."""
        return [self._action(self._items.index(row, 0)) for row in range(self._items.rowCount())]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.listing.currentIndex())
                return True
            if event.key() in _STEPS:
                self._step(_STEPS[Qt.Key(event.key())])
                return True
        return False

    def _fill(self, typed: str) -> None:
        self._items.clear()
        for place in best_first(typed, self._names):
            self._items.appendRow(self._item(ACTIONS[place]))
        found = self._items.rowCount() > 0
        self.listing.setVisible(found)
        self._empty.setVisible(not found)
        self._step(0)

    def _item(self, row: Action) -> QStandardItem:
        action = self._actions[row.id]
        item = QStandardItem(action.icon(), plain_name(action.text()))
        item.setData(row.id, Qt.ItemDataRole.UserRole)
        item.setData(plain_name(self._words(MENU_TEXTS[row.menu])), PLACE_ROLE)
        item.setData(self._actions.key_text(row.id), KEYS_ROLE)
        item.setEnabled(action.isEnabled())
        item.setEditable(False)
        item.setAccessibleText(f"{item.text()} {self._actions.key_text(row.id)}".strip())
        return item

    def _action(self, index: QModelIndex) -> QAction:
        return self._actions[str(index.data(Qt.ItemDataRole.UserRole))]

    def _step(self, by: int) -> None:
        """Move the choice; disabled commands are stepped on too, so that their keys can be read."""
        count = self._items.rowCount()
        if count:
            row = max(self.listing.currentIndex().row(), 0) + by
            self.listing.setCurrentIndex(self._items.index(min(max(row, 0), count - 1), 0))

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self._action(index)
        if action.isEnabled():
            self.accept()
            action.trigger()

    def _place(self, window: QWidget) -> None:
        self.resize(_SIZE.boundedTo(window.size()))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + _TOP)


def _names(row: Action, english: Words, initials: Initials) -> tuple[str, ...]:
    """All that an action is found by: its name and its menu in Chinese and English, its initials."""
    texts = (row.text, MENU_TEXTS[row.menu])
    chinese = [plain_name(text) for text in texts]
    return (*chinese, *(plain_name(english(text)) for text in texts), initials(chinese[0]))
