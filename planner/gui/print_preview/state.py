"""Where the preview stands: at work, ready, or with something to say; only the print preview imports it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.dialogs.form import plain_label

_BAR_WIDTH = 180


class StateBar(QWidget):
    """One line: a sentence, and a bar with a button to stop while something runs."""

    stopped = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text: QLabel = plain_label("", "muted")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(words(N_("停止")))
        self.stop.setObjectName("print_stop")
        self.stop.clicked.connect(self.stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.text, 1)
        line.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.stop)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say something; nothing runs."""
        self.text.setText(sentence)
        self.bar.hide()
        self.stop.hide()

    def advance(self, sentence: str, done: int, total: int) -> None:
        """Say how far something is; a total of 0 means that nobody knows yet."""
        self.text.setText(sentence)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()
        self.stop.show()
