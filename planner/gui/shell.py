"""The program around its windows: opens them, follows the settings, and answers a second start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.app.words import Words
from planner.gui.context import Context
from planner.gui.dialogs.questions import Questions
from planner.gui.help.helper import Helper
from planner.gui.languages import QtWords, chosen_language
from planner.gui.main_window import MainWindow
from planner.gui.theme import ThemeChoice

if TYPE_CHECKING:
    from planner.app.workspace import Session

Ask = Callable[[QWidget, Words], Questions]


class Shell(QObject):
    """All windows of the running program; `ask` makes what each of them asks with."""

    def __init__(self, context: Context, qt_words: QtWords, ask: Ask = Questions) -> None:
        super().__init__()
        self._ask = ask
        self._context = context
        self._qt_words = qt_words
        self._windows: list[MainWindow] = []
        self.helper = Helper(context)
        context.settings.changed.connect(self._follow)

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """The windows that are open, the latest last."""
        return tuple(self._windows)

    def start(self, paths: Sequence[Path]) -> None:
        """Show the first window; then offer what was left unsaved, and open the plans that were named."""
        window = self.new_window()
        window.show()
        QTimer.singleShot(0, window, lambda: self._begin(window, paths))

    def come_forward(self, paths: Sequence[Path]) -> None:
        """Answer a second start, with the plans that it names."""
        window = self._windows[-1]
        _raise(window)
        for path in paths:
            window.files.open_path(path)

    def new_window(self) -> MainWindow:
        """Make a window with the start page."""
        window = MainWindow(self._context, self, self._ask)
        window.closed.connect(lambda: self._forget(window))
        self._windows.append(window)
        return window

    def show_session(self, session: Session, asking: MainWindow) -> None:
        """Show a plan in the asking window if it has none, else in another."""
        window = asking if asking.session is None else self.new_window()
        window.take(session)
        window.show()
        window.offer_tour()

    def raise_window_of(self, path: Path) -> bool:
        """Bring the window that has this file open to the front; False when there is none."""
        for window in self._windows:
            if window.session is not None and window.session.path == path:
                _raise(window)
                return True
        return False

    def has_others(self, window: MainWindow) -> bool:
        """Whether another window is open."""
        return any(other is not window for other in self._windows)

    def show_help(self, topic: str) -> None:
        """Show a page of the help in the one help window."""
        self.helper.show(topic)

    def quit(self) -> None:
        """Close all windows, with the usual questions; one that stays open keeps the program running."""
        if all(window.close() for window in self.windows):
            QGuiApplication.quit()

    def _begin(self, window: MainWindow, paths: Sequence[Path]) -> None:
        workspace = self._context.workspace()
        for found in workspace.recoverable():
            from planner.gui.dialogs.recovery import Recovery, ask_recovery

            match ask_recovery(found, self._context.words, window):
                case Recovery.RECOVER:
                    window.files.recover(found)
                case Recovery.DISCARD:
                    workspace.discard(found)
        for path in paths:
            window.files.open_path(path)

    def _follow(self, key: str) -> None:
        match key:
            case "theme":
                self._context.themes.apply(ThemeChoice(self._context.settings.text("theme")))
            case "language":
                # A dialog or menu of the old window may still be on the way out.
                QTimer.singleShot(0, self, self._change_language)
            case "text_size":
                self._context.themes.use_text_size(int(self._context.settings.text("text_size")))
                QTimer.singleShot(0, self, self._rebuild_all)

    def _change_language(self) -> None:
        language = chosen_language(self._context.settings.text("language"), QLocale.system())
        if language == self._context.words.language:
            return
        self._qt_words.use(language)
        self._context = replace(self._context, words=self._context.services.words_for(language))
        self._rebuild_all()

    def _rebuild_all(self) -> None:
        """Make all windows anew, in the language and with the text of now."""
        for old in self.windows:
            self._rebuild(old)
        self.helper.use(self._context)

    def _rebuild(self, old: MainWindow) -> None:
        """Put a window of the same place and plan in the place of one."""
        toured = old.tour.place if old.tour is not None else None
        session, row = old.hand_over()
        window = self.new_window()
        window.setGeometry(old.geometry())
        if session is not None:
            window.take(session)
            window.select_row(row)
        window.setWindowState(old.windowState())
        window.show()
        if toured is not None:
            window.start_tour(toured)
        old.close()
        old.deleteLater()

    def _forget(self, window: MainWindow) -> None:
        if window in self._windows:
            self._windows.remove(window)
        if not self._windows:
            self.helper.close()


def _raise(window: MainWindow) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
