"""The keys of all actions, to be looked up and changed; a key that is taken says by what."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from planner.app.words import Words
from planner.gui.action_set import plain_name
from planner.gui.actions import ACTIONS, MENU_TEXTS, Action
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.keys import KeyMap, Keys, can_be_chosen, holders, key_text, table_keys

_ROW_HEIGHT = 26
_ID = Qt.ItemDataRole.UserRole
_ROWS = {row.id: row for row in ACTIONS}


class ShortcutsDialog(Dialog):
    """Each action under the menu that holds it; what was changed is kept, and acts, when it is accepted."""

    topic = "shortcuts"

    def __init__(self, keymap: KeyMap, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("键盘快捷键"), parent)
        self.setObjectName("shortcuts_dialog")
        self.resize(600, 680)
        self._words = words
        self._keymap = keymap
        self._keys = keymap.keys()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._heads: list[QTreeWidgetItem] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(words("查找操作或按键"))
        self.search.setAccessibleName(words("查找操作或按键"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.listing = self._make_listing()
        self.capture = QKeySequenceEdit()
        self.capture.setMaximumSequenceLength(1)
        self.capture.setClearButtonEnabled(True)
        self.capture.setAccessibleName(words("新按键"))
        self.capture.keySequenceChanged.connect(self._tell)
        self.assign_button = self._button(words("指定"), self.assign)
        self.clear_button = self._button(words("清除"), lambda: self._set(self._current(), ()))
        self.reset_button = self._button(words("恢复默认"), self.reset)
        self.message = plain_label("", "muted")
        self._lay_out()
        self._fill()
        self.listing.currentItemChanged.connect(self._show_current)
        self.listing.setCurrentItem(self._items[ACTIONS[0].id])
        self.search.setFocus()

    def assign(self) -> None:
        """Give the current action the keys captured, and take them from whoever had them."""
        sequence, row = self.capture.keySequence(), self._current()
        if row is None or not self._usable(row, sequence):
            return
        for other in holders(self._keys, sequence):
            self._set(_ROWS[other], tuple(key for key in self._keys[other] if key != sequence))
        self._set(row, (sequence,))
        self.capture.clear()

    def reset(self) -> None:
        """Give the current action the keys of the table again, and take them from whoever got them."""
        row = self._current()
        if row is None:
            return
        default = table_keys(row)
        for sequence in default:
            for other in holders(self._keys, sequence):
                self._set(_ROWS[other], tuple(key for key in self._keys[other] if key != sequence))
        self._set(row, default)

    def reset_all(self) -> None:
        """Go back to the keys of the table."""
        for row in ACTIONS:
            self._set(row, table_keys(row))

    def accept(self) -> None:
        self._keymap.choose(self._keys)
        super().accept()

    def _usable(self, row: Action, sequence: QKeySequence) -> bool:
        return can_be_chosen(sequence) or sequence in table_keys(row)

    def _set(self, row: Action | None, keys: Keys) -> None:
        if row is not None:
            self._keys[row.id] = keys
            self._show(row)
            self._show_current()

    def _current(self) -> Action | None:
        chosen = self.listing.selectedItems()
        return _ROWS.get(chosen[0].data(0, _ID)) if chosen else None

    def _show(self, row: Action) -> None:
        item, keys = self._items[row.id], self._keys[row.id]
        item.setText(1, key_text(keys))
        font = self.listing.font()
        font.setBold(keys != table_keys(row))
        item.setFont(1, font)

    def _show_current(self) -> None:
        row = self._current()
        for widget in (self.capture, self.clear_button, self.reset_button):
            widget.setEnabled(row is not None)
        if row is not None:
            self.clear_button.setEnabled(bool(self._keys[row.id]))
            self.reset_button.setEnabled(self._keys[row.id] != table_keys(row))
        self._tell()

    def _tell(self) -> None:
        """Say what assigning the keys captured would do."""
        row, sequence, words = self._current(), self.capture.keySequence(), self._words
        usable = row is not None and self._usable(row, sequence)
        self.assign_button.setEnabled(usable)
        if row is None or sequence.isEmpty():
            text = words("先选一项操作，再在框里按下新的按键。")
        elif not usable:
            text = words("请加上 Ctrl 或 Alt，或用功能键：单个字符要留给录入。")
        elif others := [other for other in holders(self._keys, sequence) if other != row.id]:
            name = plain_name(words(_ROWS[others[0]].text))
            text = words("{keys} 现在用于“{name}”；指定后“{name}”不再使用它。").format(
                keys=key_text((sequence,)), name=name
            )
        else:
            text = words("{keys} 可以使用。").format(keys=key_text((sequence,)))
        self.message.setText(text)

    def _filter(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for head in self._heads:
            children = [head.child(row) for row in range(head.childCount())]
            for item in children:
                item.setHidden(wanted not in f"{item.text(0)}\n{item.text(1)}".casefold())
            head.setHidden(all(item.isHidden() for item in children))

    def _make_listing(self) -> QTreeWidget:
        listing = QTreeWidget()
        listing.setAccessibleName(self._words("操作"))
        listing.setColumnCount(2)
        listing.setHeaderLabels([self._words("操作"), self._words("按键")])
        listing.setRootIsDecorated(False)
        listing.setItemsExpandable(False)
        listing.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        listing.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        listing.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        listing.header().setStretchLastSection(False)
        listing.header().setSectionsClickable(False)
        return listing

    def _fill(self) -> None:
        for menu, text in MENU_TEXTS.items():
            head = QTreeWidgetItem(self.listing, [plain_name(self._words(text))])
            self._heads.append(head)
            head.setFirstColumnSpanned(True)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            head.setSizeHint(0, QSize(0, _ROW_HEIGHT + 6))
            for row in ACTIONS:
                if row.menu is menu:
                    item = QTreeWidgetItem(head, [plain_name(self._words(row.text))])
                    item.setData(0, _ID, row.id)
                    item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
                    self._items[row.id] = item
                    self._show(row)
        self.listing.expandAll()

    def _lay_out(self) -> None:
        label = QLabel(self._words("新按键"))
        label.setBuddy(self.capture)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.capture, 1)
        for button in (self.assign_button, self.clear_button, self.reset_button):
            row.addWidget(button)
        self.column.addWidget(self.search)
        self.column.addWidget(self.listing, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.message)
        foot = QHBoxLayout()
        foot.addWidget(self._button(self._words("全部恢复默认"), self.reset_all))
        foot.addWidget(self.buttons, 1)
        self.column.addLayout(foot)
        self.add_accept(self._words("确定"))
        self.add_cancel(self._words("取消"))

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button
