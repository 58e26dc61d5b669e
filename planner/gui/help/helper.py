"""Holds the one help window of the program; the shell owns it and every window asks it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from planner.gui.context import Context
from planner.gui.help.topics import FIRST
from planner.gui.help.trail import Trail

if TYPE_CHECKING:
    from planner.gui.help.window import HelpWindow


class Helper:
    """Makes the window when help is first asked for, and again for a dialog that would block it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._trail = Trail(FIRST)
        self._window: HelpWindow | None = None

    @property
    def window(self) -> "HelpWindow | None":
        """The help window, if it is there."""
        return self._window

    def show(self, topic: str) -> None:
        """Show a page in front of the window or the dialog that has the focus."""
        owner = QApplication.activeModalWidget()
        self._trail.go_to(topic)
        if self._window is not None and self._window.parentWidget() is not owner:
            self.close()
        if self._window is None:
            self._open()
        else:
            self._window.show_topic(topic)
        self._raise()

    def use(self, context: Context) -> None:
        """Go on in another language, at the same page."""
        self._context = context
        if self._window is not None and self._window.isVisible():
            self.close()
            self._open()
            self._raise()
        else:
            self.close()

    def close(self) -> None:
        """Put the window away; the pages read stay on its trail."""
        if self._window is not None:
            window, self._window = self._window, None
            window.close()
            window.deleteLater()

    def _open(self) -> None:
        from planner.gui.help.window import HelpWindow

        window = HelpWindow(self._context, self._trail, QApplication.activeModalWidget())
        window.destroyed.connect(lambda: self._forget(window))
        self._window = window

    def _raise(self) -> None:
        if self._window is not None:
            if self._window.isMinimized():
                self._window.showNormal()
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()

    def _forget(self, window: "HelpWindow") -> None:
        if self._window is window:
            self._window = None
