"""The list of all keys, read from the table of actions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.app.words import Words
from planner.gui.action_set import key_sequences, plain_name
from planner.gui.actions import ACTIONS, MENU_TEXTS
from planner.gui.dialogs.form import Dialog

_ROW_HEIGHT = 26


class ShortcutsDialog(Dialog):
    """Shows each action that has keys under the menu that holds it."""

    def __init__(self, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("键盘快捷键"), parent)
        self.setObjectName("shortcuts_dialog")
        self.resize(520, 620)
        listing = QTreeWidget()
        listing.setColumnCount(2)
        listing.setHeaderLabels([words("操作"), words("按键")])
        listing.setRootIsDecorated(False)
        listing.setItemsExpandable(False)
        listing.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        listing.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        listing.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        listing.header().setStretchLastSection(False)
        for menu, text in MENU_TEXTS.items():
            rows = [row for row in ACTIONS if row.menu is menu and row.keys]
            if rows:
                head = QTreeWidgetItem(listing, [plain_name(words(text))])
                head.setFirstColumnSpanned(True)
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = head.font(0)
                font.setBold(True)
                head.setFont(0, font)
                head.setSizeHint(0, QSize(0, _ROW_HEIGHT + 6))
            for row in rows:
                keys = [
                    sequence.toString(QKeySequence.SequenceFormat.NativeText)
                    for sequence in key_sequences(row)
                ]
                item = QTreeWidgetItem(head, [plain_name(words(row.text)), "  ".join(keys)])
                item.setSizeHint(0, QSize(0, _ROW_HEIGHT))
        listing.expandAll()
        self.column.addWidget(listing)
        self.column.addWidget(self.buttons)
        self.add_accept(words("关闭"))
