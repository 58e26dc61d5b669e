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

from planner.app.facet_terms import field_at
from planner.app.name_suggestions import suggestions
from planner.domain.fields import Field, FieldType
from planner.domain.items import Item, Measure
from planner.gui.tree import geometry
from planner.gui.tree.cell_model import CellModel, Index
from planner.gui.tree.columns import TITLE
from planner.gui.tree.editors import ChoiceEditor, DueEditor, LineEditor, NamesEditor, ParagraphEditor

_PARAGRAPH_LINES = 6
_TEXT_OFFSET = 6  # of the text in a line editor from its edge, so that it lies over the cell's own
Hint = QStyledItemDelegate.EndEditHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEVELS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENDING = (*_ENTER, *_LEVELS, Qt.Key.Key_Escape)


class EditingDelegate(QStyledItemDelegate):
    """Edits through the model.

    `level_asked` tells that Tab (+1) or Shift+Tab (−1) was pressed in a title, `next_row_asked` that Enter
    was pressed at its end.
    """

    level_asked = Signal(int)
    next_row_asked = Signal()

    def __init__(self, model: CellModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.model = model
        self._plan = model.bridge.plan
        self._viewport = view.viewport()
        self._in_title = False
        self._text_before = ""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        item, column = self._plan[self.model.row(index.row()).id], self.model.columns[index.column()]
        self._in_title = index.column() == TITLE
        spec = field_at(self._plan, item, column.typed)
        if spec is None:
            raise KeyError(column.typed)
        editor = self._editor(spec, item, parent)
        editor.setAccessibleName(self.model.heading(column))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        self._text_before = text = str(index.data(Qt.ItemDataRole.EditRole))
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

    def finish(self, editor: QWidget) -> None:
        """Hand over what was typed into an editor, and close it."""
        self.commitData.emit(editor)
        self._leave(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, QWidget)
            and self._handle_key(editor, event)
        ):
            return True
        return super().eventFilter(editor, event)

    def _handle_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Do what a key means in an editor beyond what Qt makes of it; says whether it means something."""
        key = Qt.Key(event.key())
        with_modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if isinstance(editor, LineEditor) and editor.composing and key in _ENDING:
            return True
        if isinstance(editor, ParagraphEditor):
            ends = key in _ENTER and with_modifier == Qt.KeyboardModifier.ControlModifier
            if ends:
                self.finish(editor)
            return ends
        if self._in_title and key in _LEVELS:
            self.level_asked.emit(_LEVELS[key])
            return True
        if self._in_title and key in _ENTER and not with_modifier and isinstance(editor, LineEditor):
            self._end_title(editor)
            return True
        return False

    def _end_title(self, editor: LineEditor) -> None:
        """Hand over a title; from its end, go on with the next row. Where nothing was said, nothing is."""
        if not editor.text() and not self._text_before:
            self.closeEditor.emit(editor, Hint.RevertModelCache)
            return
        at_end = editor.at_end
        self.finish(editor)
        if at_end:
            self.next_row_asked.emit()

    def _editor(self, spec: Field, item: Item, parent: QWidget) -> QWidget:
        match spec.type:
            case FieldType.CHOICE:
                editor = ChoiceEditor(parent, spec, self.model.bridge.words)
                editor.chosen.connect(self.finish)
                editor.left.connect(self._leave)
                return editor
            case FieldType.PARAGRAPH:
                return ParagraphEditor(parent)
            case FieldType.RELATION:
                return NamesEditor(parent, suggestions(self._plan, spec, self.model.bridge.initials))
            case FieldType.DEADLINE if isinstance(item, Measure):
                return DueEditor(parent, lambda typed: self.model.explanations.due_hint(item, typed))
            case _:
                return LineEditor(parent)

    def _leave(self, editor: QWidget) -> None:
        self.closeEditor.emit(editor, Hint.NoHint)


def _typed(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""
