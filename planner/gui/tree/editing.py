"""Opens, fills and closes the editors of the tree's cells."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.domain.fields import Field, FieldType
from planner.domain.items import Item, Measure, Unit
from planner.domain.own_fields import field_of
from planner.gui.tree import geometry
from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import TITLE
from planner.gui.tree.editors import ChoiceEditor, DueEditor, LineEditor, ParagraphEditor, UnitsEditor

_PARAGRAPH_LINES = 6
_TEXT_OFFSET = 6  # of the text in a line editor from its edge, so that it lies over the cell's own
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EditingDelegate(QStyledItemDelegate):
    """Edits through the model; `level_asked` tells that Tab (+1) or Shift+Tab (−1) was pressed in a title."""

    level_asked = Signal(int)

    def __init__(self, model: CellModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.model = model
        self._plan = model.bridge.plan
        self._viewport = view.viewport()
        self._in_title = False

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        item, column = self._plan[self.model.row(index.row()).id], self.model.columns[index.column()]
        self._in_title = index.column() == TITLE
        spec = field_of(self._plan, item, column.typed)
        if spec is None:
            raise KeyError(column.typed)
        editor = self._editor(spec, item, parent)
        editor.setAccessibleName(self.model.heading(column))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = _typed(editor)
        if text != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect  # type: ignore[attr-defined]  # absent from Qt's stubs
        if index.column() == TITLE:
            cell = geometry.title_rect(cell, self.model.row(index.row()).depth)
            cell.adjust(-_TEXT_OFFSET, 0, geometry.PADDING, 0)
        else:
            cell.adjust(geometry.PADDING - _TEXT_OFFSET, 0, 0, 0)
        if isinstance(editor, ParagraphEditor):
            cell.setHeight(max(cell.height(), editor.fontMetrics().lineSpacing() * _PARAGRAPH_LINES))
            beyond = cell.bottom() - self._viewport.rect().bottom()
            cell.translate(0, -max(beyond, 0))
        editor.setGeometry(cell)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, QWidget)
        ):
            if self._in_title and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._finish(editor)
                self.level_asked.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if isinstance(editor, ParagraphEditor) and event.key() in _ENTER and with_control:
                self._finish(editor)
                return True
        return super().eventFilter(editor, event)

    def _editor(self, spec: Field, item: Item, parent: QWidget) -> QWidget:
        match spec.type:
            case FieldType.CHOICE:
                editor = ChoiceEditor(parent, spec, self.model.bridge.words)
                editor.chosen.connect(self._finish)
                editor.left.connect(self._leave)
                return editor
            case FieldType.PARAGRAPH:
                return ParagraphEditor(parent)
            case FieldType.RELATION:
                return UnitsEditor(parent, self._unit_names())
            case FieldType.DEADLINE if isinstance(item, Measure):
                return DueEditor(parent, lambda typed: self.model.explanations.due_hint(item, typed))
            case _:
                return LineEditor(parent)

    def _unit_names(self) -> list[str]:
        units = self._plan.children("", Unit)
        return list(dict.fromkeys(name for unit in units for name in (unit.display_name, *unit.all_names)))

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self._leave(editor)

    def _leave(self, editor: QWidget) -> None:
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _typed(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
