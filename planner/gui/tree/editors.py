"""What opens when a cell of the tree is edited, by the type of its field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from planner.app.name_suggestions import Suggest
from planner.app.words import Words
from planner.domain.fields import Field
from planner.gui.inspector.name_completer import NameCompleter


class LineEditor(QLineEdit):
    """One line of text without a frame of its own, since the cell is one.

    `composing` says that the keys still belong to the input method: while it shows what is not yet confirmed,
    and until the key that confirms has been dealt with.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.composing = False

    @property
    def at_end(self) -> bool:
        """Whether the cursor stands behind a text, of which nothing is selected."""
        length = len(self.text().encode("utf-16-le")) // 2  # Qt counts in UTF-16
        return self.cursorPosition() == length > 0 and not self.hasSelectedText()

    def event(self, event: QEvent) -> bool:
        if self.composing and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self.composing = True
        elif self.composing:
            QTimer.singleShot(0, self, self._end_composing)

    def _end_composing(self) -> None:
        self.composing = False


class ParagraphEditor(QPlainTextEdit):
    """Text of several lines; Tab leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setTabChangesFocus(True)


class ChoiceEditor(QComboBox):
    """The choices of a field; its list is open at once.

    `chosen` is emitted when one is taken, `left` when the list is closed without.
    """

    chosen = Signal(QWidget)
    left = Signal(QWidget)

    def __init__(self, parent: QWidget, spec: Field, words: Words) -> None:
        super().__init__(parent)
        self._is_chosen = False
        for choice in spec.choices:
            self.addItem(words(choice.label), choice.code)
        self.activated.connect(self._choose)
        QTimer.singleShot(0, self, self.showPopup)

    def hidePopup(self) -> None:
        super().hidePopup()
        QTimer.singleShot(0, self, self._leave)

    def _choose(self) -> None:
        self._is_chosen = True
        self.chosen.emit(self)

    def _leave(self) -> None:
        if not self._is_chosen:
            self.left.emit(self)


class NamesEditor(LineEditor):
    """Names of units or terms, each completed while it is typed; Down opens the list of what there is."""

    def __init__(self, parent: QWidget, suggest: Suggest) -> None:
        super().__init__(parent)
        self._names = NameCompleter(self, suggest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.composing:
            self._names.open()
        else:
            super().keyPressEvent(event)


class DueEditor(LineEditor):
    """Words of a deadline, with what they are read as beside them while typing."""

    def __init__(self, parent: QWidget, hint: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._hint = hint
        self._area = parent
        self._label = QLabel(parent)
        self._label.setProperty("role", "chip")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._show_hint)
        self.destroyed.connect(self._label.deleteLater)

    @property
    def hint(self) -> str:
        """What stands beside the typed words."""
        return self._label.text()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_hint()

    def hideEvent(self, event: QEvent) -> None:
        self._label.hide()
        super().hideEvent(event)  # type: ignore[arg-type]  # Qt hands over a QHideEvent

    def _show_hint(self, typed: str) -> None:
        text = self._hint(typed)
        self._label.setText(text)
        self.setAccessibleDescription(text)
        self._label.setVisible(bool(text))
        self._place_hint()

    def _place_hint(self) -> None:
        self._label.adjustSize()
        below = self.geometry().bottomLeft() + QPoint(0, 2)
        if below.y() + self._label.height() > self._area.height():
            below = self.geometry().topLeft() - QPoint(0, self._label.height() + 2)
        self._label.move(below)
        self._label.raise_()
