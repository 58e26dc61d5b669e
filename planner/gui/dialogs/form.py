"""What the program's own dialogs have in common: a head, a body, a row of verbs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.gui.fonts import scaled_font
from planner.gui.help.asking import PROPERTY, ask_for_help


class Dialog(QDialog):
    """A dialog of one column that is deleted when it closes; Esc cancels, F1 explains its `topic`."""

    topic = ""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty(PROPERTY, self.topic)
        help_keys = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        help_keys.activated.connect(lambda: ask_for_help(self))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 18)
        self.column.setSpacing(12)
        self.buttons = QDialogButtonBox()
        self.buttons.setProperty("role", "verbs")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        self.setMinimumWidth(max(self.minimumWidth(), self.column.minimumSize().width()))
        self.resize(self.width(), max(self.height(), self.column.totalHeightForWidth(self.width())))
        super().showEvent(event)

    def add_accept(self, verb: str) -> QPushButton:
        """Add the button that Enter presses."""
        button = self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        return button

    def add_cancel(self, verb: str) -> None:
        """Add the button that Esc stands for."""
        self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.RejectRole)


def plain_label(text: str, role: str = "", *, factor: float = 1.0, bold: bool = False) -> QLabel:
    """A label that shows data as it is, wrapped, that can be selected and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
    if bold or factor != 1.0:
        label.setFont(scaled_font(label.font(), factor, weight))
    return label
