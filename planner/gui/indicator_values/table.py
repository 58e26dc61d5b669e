"""The grid of values on the screen: typed into, copied from and pasted into like a sheet."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from planner.gui.indicator_values.model import FIRST, NAME, UNIT, ValuesModel

_ROW_PADDING = 12
_NAME_WIDTH = 280
_LEAST = 84
_Key = QKeySequence.StandardKey
_Hint = QAbstractItemDelegate.EndEditHint


class ValuesTable(QTableView):
    """Enter goes down after typing, Tab to the right; the signals come with the usual keys."""

    copy_asked = Signal()
    paste_asked = Signal()
    clear_asked = Signal()

    def __init__(self, model: ValuesModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(_LEAST)
        model.modelReset.connect(self.fit_columns)

    def fit_columns(self) -> None:
        """Give the names their room and every other column what its texts need."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        self.setColumnWidth(NAME, _NAME_WIDTH)
        for column in range(UNIT, self.model().columnCount()):
            self.setColumnWidth(column, self.columnWidth(column) + 12)

    def select_cell(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        for key, signal in ((_Key.Copy, self.copy_asked), (_Key.Paste, self.paste_asked)):
            if event.matches(key):
                signal.emit()
                return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().column() >= FIRST:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        current = self.currentIndex()
        if hint is _Hint.SubmitModelCache and current.row() + 1 < self.model().rowCount():
            self.select_cell(current.row() + 1, current.column())
