"""Which sheets an export has, in which order and under which names: ticked, dragged, moved and renamed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons
from planner.reports.options import SheetChoice
from planner.reports.sheets import BY_KEY, SHEETS, STANDARD

_KEY = Qt.ItemDataRole.UserRole
_LONGEST_NAME = 31
"""Excel's limit for the name of a sheet."""
_LEAST_HEIGHT = 150
_SPACING = 2
_TOOLS_HEIGHT = 40
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsEditable
)


class SheetList(QWidget):
    """`changed` comes when another choice was made, `current_changed` carries the key of a sheet to look at.

    Of a `single` sheet only the current one counts: nothing is ticked then.
    """

    changed = Signal()
    current_changed = Signal(str)

    def __init__(self, words: Words, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._single = False
        self.list = QListWidget(self)
        self.list.setAccessibleName(words(N_("工作表")))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.setMinimumHeight(_LEAST_HEIGHT)
        self.list.setSpacing(_SPACING)
        self.list.itemChanged.connect(self._accept_name)
        self.list.currentItemChanged.connect(lambda now, _before: self._tell_current(now))
        self.list.model().rowsMoved.connect(lambda *_: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addLayout(self._tools(icons))

    @property
    def current(self) -> str:
        """The key of the current sheet."""
        place = self.list.currentRow()
        return str(self.list.item(place).data(_KEY)) if place >= 0 else ""

    def choices(self) -> tuple[SheetChoice, ...]:
        """Return the sheets chosen, in their order; a name is given where it is not the sheet's own."""
        entries = [self.list.item(place) for place in range(self.list.count())]
        if self._single:
            entries = [entry for entry in entries if entry is self.list.currentItem()]
        else:
            entries = [entry for entry in entries if entry.checkState() is Qt.CheckState.Checked]
        return tuple(self._choice(entry) for entry in entries)

    def offer(self, chosen: Sequence[SheetChoice]) -> None:
        """Show a choice; none means the standard set. The sheets not chosen come after."""
        known = [choice for choice in chosen if choice.key in BY_KEY] or list(STANDARD)
        ticked = {choice.key for choice in known}
        before = self.current
        self.list.blockSignals(True)
        self.list.clear()
        for choice in (*known, *(SheetChoice(sheet.key) for sheet in SHEETS if sheet.key not in ticked)):
            entry = QListWidgetItem(choice.name or self._own_name(choice.key))
            entry.setData(_KEY, choice.key)
            entry.setToolTip(self._own_name(choice.key))
            self._mark(entry, ticked=choice.key in ticked)
            self.list.addItem(entry)
        self.list.blockSignals(False)
        keys = [str(self.list.item(place).data(_KEY)) for place in range(self.list.count())]
        self.list.setCurrentRow(keys.index(before) if before in keys else min(1, len(keys) - 1))
        self.changed.emit()

    def set_single(self, single: bool) -> None:
        """Let one sheet be chosen, the current one, or several, the ticked ones."""
        if single != self._single:
            chosen = self.choices()
            self._single = single
            self.offer(() if single or len(chosen) == 1 else chosen)

    def move_current(self, step: int) -> None:
        """Move the current sheet up or down."""
        place = self.list.currentRow()
        if place >= 0 and 0 <= place + step < self.list.count():
            self.list.insertItem(place + step, self.list.takeItem(place))
            self.list.setCurrentRow(place + step)
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LEAST_HEIGHT + _TOOLS_HEIGHT)

    def _tools(self, icons: Icons) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        moves = (
            ("chevron-up", self._words(N_("上移")), "Alt+Up", -1),
            ("chevron-down", self._words(N_("下移")), "Alt+Down", 1),
        )
        for icon, text, key, step in moves:
            action = QAction(icons.icon(icon), text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setToolTip(
                f"{text} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})"
            )
            action.triggered.connect(lambda _=False, step=step: self.move_current(step))
            self.addAction(action)
            row.addWidget(self._button(action))
        rename = QAction(icons.icon("edit"), self._words(N_("改名")), self)
        rename.triggered.connect(lambda: self.list.editItem(self.list.currentItem()))
        row.addWidget(self._button(rename))
        row.addStretch(1)
        sets = QToolButton(self)
        sets.setText(self._words(N_("选择")))
        sets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(sets)
        menu.addAction(self._words(N_("常用工作表")), lambda: self.offer(()))
        menu.addAction(self._words(N_("全部")), lambda: self._tick(ticked=True))
        menu.addAction(self._words(N_("全不选")), lambda: self._tick(ticked=False))
        sets.setMenu(menu)
        row.addWidget(sets)
        return row

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        return button

    def _tick(self, *, ticked: bool) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            self._mark(self.list.item(place), ticked=ticked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit()

    def _mark(self, entry: QListWidgetItem, *, ticked: bool) -> None:
        if self._single:
            entry.setFlags(_FLAGS)
            entry.setData(Qt.ItemDataRole.CheckStateRole, None)
        else:
            entry.setFlags(_FLAGS | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _accept_name(self, entry: QListWidgetItem) -> None:
        """Take a name that was typed; an empty one means the sheet's own."""
        name = " ".join(entry.text().split())[:_LONGEST_NAME]
        wanted = name or self._own_name(str(entry.data(_KEY)))
        if wanted != entry.text():
            entry.setText(wanted)
        else:
            self.changed.emit()

    def _choice(self, entry: QListWidgetItem) -> SheetChoice:
        key, name = str(entry.data(_KEY)), entry.text()
        return SheetChoice(key, "" if name == self._own_name(key) else name)

    def _own_name(self, key: str) -> str:
        return self._words(BY_KEY[key].label)

    def _tell_current(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.current_changed.emit(str(entry.data(_KEY)))
            if self._single:
                self.changed.emit()
