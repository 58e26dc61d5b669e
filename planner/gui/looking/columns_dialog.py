"""Which columns show, in which order and how wide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.icons import Icons
from planner.gui.tree.columns import Arrangement
from planner.gui.tree.header import TreeHeader

_KEY = Qt.ItemDataRole.UserRole
_WIDTH = _KEY + 1
_LEAST_WIDTH, _MOST_WIDTH = 48, 1200
_ALWAYS = "title"


class ColumnsDialog(Dialog):
    """Arranges the columns of one table when it is accepted; they are ticked, dragged or moved by buttons."""

    topic = "finding"

    def __init__(self, header: TreeHeader, words: Words, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(words(N_("选择列")), parent)
        self.setObjectName("columns")
        self._header = header
        self._names = header.names()
        self.list = QListWidget()
        self.list.setAccessibleName(words(N_("列")))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumSize(320, 380)
        self.list.currentItemChanged.connect(lambda now, _before: self._show_width(now))
        self.width_box = QSpinBox()
        self.width_box.setRange(_LEAST_WIDTH, _MOST_WIDTH)
        self.width_box.setSingleStep(10)
        self.width_box.setSuffix(" " + words(N_("像素")))
        self.width_box.setAccessibleName(words(N_("列宽")))
        self.width_box.valueChanged.connect(self._set_width)
        up = QPushButton(icons.icon("chevron-up"), words(N_("上移")))
        down = QPushButton(icons.icon("chevron-down"), words(N_("下移")))
        usual = QPushButton(words(N_("恢复默认列")))
        up.clicked.connect(lambda: self.move_current(-1))
        down.clicked.connect(lambda: self.move_current(1))
        usual.clicked.connect(lambda: self.offer(header.default_arrangements()))
        width_label = QLabel(words(N_("列宽")))
        width_label.setBuddy(self.width_box)
        side = QVBoxLayout()
        for widget in (up, down):
            side.addWidget(widget)
        side.addSpacing(12)
        side.addWidget(width_label)
        side.addWidget(self.width_box)
        side.addStretch(1)
        side.addWidget(usual)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        self.column.addWidget(plain_label(words(N_("勾选要显示的列，拖动或用按钮调整次序。")), "muted"))
        self.column.addLayout(middle)
        self.column.addWidget(self.buttons)
        self.add_accept(words(N_("确定")))
        self.add_cancel(words(N_("取消")))
        self.offer(header.arrangements())

    def offer(self, arrangements: list[Arrangement]) -> None:
        """Show how columns stand."""
        self.list.clear()
        for one in arrangements:
            entry = QListWidgetItem(self._names[one.key])
            entry.setData(_KEY, one.key)
            entry.setData(_WIDTH, one.width)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            entry.setFlags(flags if one.key == _ALWAYS else flags | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if one.visible else Qt.CheckState.Unchecked)
            self.list.addItem(entry)
        self.list.setCurrentRow(0)

    def arrangements(self) -> list[Arrangement]:
        """Return how the columns are to stand."""
        entries = [self.list.item(place) for place in range(self.list.count())]
        return [
            Arrangement(
                str(entry.data(_KEY)), int(entry.data(_WIDTH)), entry.checkState() is Qt.CheckState.Checked
            )
            for entry in entries
        ]

    def move_current(self, step: int) -> None:
        """Move the current column up or down."""
        place = self.list.currentRow()
        if place >= 0 and 0 <= place + step < self.list.count():
            self.list.insertItem(place + step, self.list.takeItem(place))
            self.list.setCurrentRow(place + step)

    def accept(self) -> None:
        self._header.arrange(self.arrangements())
        super().accept()

    def _show_width(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.width_box.setValue(int(entry.data(_WIDTH)))

    def _set_width(self, width: int) -> None:
        if (entry := self.list.currentItem()) is not None:
            entry.setData(_WIDTH, width)
