"""A bubble of the tour: what something is for, how far the tour is, the way on. Only the overlay makes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.gui.fonts import scaled_font
from planner.gui.tour.steps import STEPS

_TEXT_WIDTH = 23
"""Of a line of text, in characters of Chinese."""


class Bubble(QFrame):
    """Shows one step by its place; `moved` carries a step forward or back, `left` means enough of it."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.setAutoFillBackground(True)
        self._words = words
        self._title = _label(self, scaled_font(self.font(), 1.15, QFont.Weight.DemiBold))
        self._text = _label(self, self.font())
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self.skip = QPushButton(words("跳过"), self)
        self.back = QPushButton(words("上一步"), self)
        self.next = QPushButton(self)
        self.next.setProperty("role", "primary")
        self.skip.setFlat(True)
        self.skip.clicked.connect(self.left)
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.next.clicked.connect(lambda: self.moved.emit(1))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            button.setAutoDefault(True)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(6)
        column.addLayout(row)

    def show_step(self, place: int) -> None:
        """Say what a step says, and put the focus on the way on."""
        step, last = STEPS[place], place == len(STEPS) - 1
        self._title.setText(self._words(step.title))
        self._text.setText(self._words(step.text))
        self._count.setText(f"{place + 1} / {len(STEPS)}")
        self.setAccessibleName(self._words(step.title))
        self.setAccessibleDescription(self._words(step.text))
        self.next.setText(self._words("知道了") if last else self._words("下一步"))
        self.skip.setVisible(not last)
        self.back.setEnabled(place > 0)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        buttons = [button for button in (self.skip, self.back, self.next) if button.isVisible()]
        usable = [button for button in buttons if button.isEnabled()]
        here = next((place for place, button in enumerate(usable) if button.hasFocus()), 0)
        usable[(here + (1 if forward else -1)) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _label(parent: QWidget, font: QFont) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font)
    label.setWordWrap(True)
    label.setFixedWidth(parent.fontMetrics().horizontalAdvance("字" * _TEXT_WIDTH))
    return label
