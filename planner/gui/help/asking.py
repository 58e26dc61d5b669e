"""How any widget asks for help: the topic lies in a property, and the question goes to the main window.

A pane, view or dialog sets `help_topic` on itself; whatever has the focus inside it is helped by that page.
"""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from planner.gui.help.topics import FIRST

PROPERTY = "help_topic"


class HelpAsked(QEvent):
    """Asks the window that it is sent to for the page of a topic."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, topic: str) -> None:
        super().__init__(self.KIND)
        self.topic = topic


def topic_of(widget: QWidget | None) -> str:
    """The topic of a widget: its own, else that of the nearest widget around it, also beyond its window."""
    while widget is not None:
        if topic := widget.property(PROPERTY):
            return str(topic)
        widget = widget.parentWidget()
    return FIRST


def ask_for_help(widget: QWidget) -> None:
    """Ask the main window of a dialog for the page of what has the focus in it."""
    main = widget.window()
    while (parent := main.parentWidget()) is not None:
        main = parent.window()
    focus: QWidget | None = widget.focusWidget()
    QCoreApplication.sendEvent(main, HelpAsked(topic_of(focus or widget)))
