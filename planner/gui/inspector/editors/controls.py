"""The text controls of the inspector: input methods, Esc and undo behave in them as in a document.

Enter that confirms a composition commits nothing, Esc brings the plan's text back, and undo goes to the plan
where nothing is typed.
"""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDE, _ABOVE = 3, 1
_BELOW = 1  # without it Qt scrolls by a line
_WIDTH, _LEAST_WIDTH = 160, 40
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineControl(QLineEdit):
    """One line; `finished` comes with Enter and when the focus leaves, `given_up` with Esc."""

    finished = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composing = False
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """Replace the text; there is nothing typed any more."""
        position = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(position, len(text)) if self.hasFocus() else 0)
        self.setModified(False)

    def event(self, event: QEvent) -> bool:
        if _is_for_the_plan(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._composing:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if not self._composing:
            self.finished.emit()


class TextControl(QPlainTextEdit):
    """Text that wraps and grows; in a `single_line` Enter ends the entry instead of breaking it."""

    finished = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget, *, single_line: bool) -> None:
        super().__init__(parent)
        self._single_line = single_line
        self._composing = False
        self.setTabChangesFocus(True)
        self.setViewportMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[int, int] = {}
        self.textChanged.connect(self._measure_anew)

    def show_text(self, text: str) -> None:
        """Replace the text; there is nothing typed any more."""
        position = self.textCursor().position()
        self.setPlainText(text)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(position, len(text)), QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if _is_for_the_plan(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._ends_entry(event):
            if not self._composing:
                self.finished.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self._composing:
            self.finished.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.insertPlainText(" ".join(text.split()) if self._single_line else text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            around = 2 * (self.frameWidth() + self.document().documentMargin())
            text = self._text_height(width - around - 2 * _SIDE)
            self._heights[width] = ceil(text + around + 2 * _ABOVE) + _BELOW
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_anew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _ends_entry(self, event: QKeyEvent) -> bool:
        return self._single_line or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _measure_anew(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def _text_height(self, width: float) -> float:
        """Return how high the text is when it is broken into lines of this width."""
        height = 0.0
        block = self.document().begin()
        while block.isValid():
            layout = QTextLayout(block.text(), self.font())
            layout.setTextOption(QTextOption(self.document().defaultTextOption()))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLeadingIncluded(True)
                line.setLineWidth(max(width, 1))
                height += line.height()
            layout.endLayout()
            block = block.next()
        return height


def _is_for_the_plan(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Say whether the keys of undo or redo were pressed where there is nothing typed to take back."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(
        event.matches(key) and not possible for key, possible in zip(_STEPS, (undo, redo), strict=True)
    )
