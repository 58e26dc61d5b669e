"""The window: puts menus, tool bar, start page, desk and status bar together, and decides nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from planner.app.words import Words
from planner.gui.action_set import ActionSet
from planner.gui.context import Context
from planner.gui.dialogs.questions import Questions
from planner.gui.dialogs.shortcuts import ShortcutsDialog
from planner.gui.help.asking import HelpAsked, topic_of
from planner.gui.keys import SETTING as KEYS_SETTING
from planner.gui.keys import KeyMap
from planner.gui.lifecycle import Files
from planner.gui.menus import fill_menu_bar
from planner.gui.placement import keep_on_screen, place_first
from planner.gui.product import NAME
from planner.gui.situation import Situation
from planner.gui.start_page import StartPage
from planner.gui.status_bar import SaveState, StatusBar
from planner.gui.toolbar import ToolBar

if TYPE_CHECKING:
    from planner.app.workspace import Session
    from planner.gui.desk import Desk
    from planner.gui.exporting.exporter import Exporter
    from planner.gui.tour.overlay import Tour

_TOUR_AFTER_MS = 400
"""The plan is seen before it is pointed at."""


class Shell(Protocol):
    """What a window asks of the program around it."""

    def show_session(self, session: Session, asking: MainWindow) -> None:
        """Show a plan in the asking window if it has none, else in another."""

    def raise_window_of(self, path: Path) -> bool:
        """Bring the window that has this file open to the front; False when there is none."""

    def has_others(self, window: MainWindow) -> bool:
        """Whether another window is open."""

    def show_help(self, topic: str) -> None:
        """Show a page of the help in the one help window."""

    def quit(self) -> None:
        """Close all windows, with the usual questions."""


class MainWindow(QMainWindow):
    """One window, with one plan or the start page; `closed` comes when it has been closed for good."""

    closed = Signal()

    def __init__(self, context: Context, shell: Shell, ask: Callable[[QWidget, Words], Questions]) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.context = context
        self.desk: Desk | None = None
        self._exporter: Exporter | None = None
        self.tour: Tour | None = None
        self._words = context.words
        self._shell = shell
        self._ask = ask(self, context.words)
        self.files = Files(context, self._ask, self, self)
        self._keymap = KeyMap(context.settings)
        self._actions = ActionSet(self, context.icons, context.words, self._keymap, self._part)
        self._start = StartPage(context, self._actions)
        self._start.chosen.connect(self.files.open_path)
        self._status = StatusBar(context.icons, context.words)
        self._toolbar = ToolBar(self._actions, context.words, context.themes.theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._start)
        self.setCentralWidget(self._pages)
        self.addToolBar(self._toolbar)
        self.setStatusBar(self._status)
        fill_menu_bar(self.menuBar(), self._actions, context, self.files.open_path)
        self.files.state_changed.connect(self._show_state)
        self._status.checks_asked.connect(self._show_checks)
        context.themes.changed.connect(self._status.refresh_icon)
        context.settings.changed.connect(self._follow_setting)
        self._place()
        self.leave_plan()

    @property
    def session(self) -> Session | None:
        """The plan shown, if there is one."""
        return self.files.session

    def show_session(self, session: Session) -> None:
        """Show a plan here, or in another window where this one has a plan already."""
        self._shell.show_session(session, self)

    def raise_window_of(self, path: Path) -> bool:
        """Bring the window that has this file open to the front; False when there is none."""
        return self._shell.raise_window_of(path)

    def take(self, session: Session) -> None:
        """Show a plan in this window, which has none."""
        from planner.gui.desk import Desk  # the start page need not wait for all the panes
        from planner.gui.panes import enter
        from planner.gui.plan_notices import PlanNotices

        self.files.session = session
        self.desk = desk = Desk(self.context, session, self, self._actions)
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        self._notices = PlanNotices(desk.banners, self.files, self._words)
        self._toolbar.show_filter(desk.panes.filter_box)
        self._toolbar.show()
        self._status.show()
        desk.restore_layout()
        desk.situation_changed.connect(self._show_state)
        desk.counts_changed.connect(self._show_counts)
        desk.checks.changed.connect(lambda: self._status.show_findings(desk.checks.counts))
        desk.panes.tree.filtered.connect(self._status.show_hidden)
        self._show_counts()
        self._show_state()
        self._notices.tell_opened(session)
        enter(desk.views.currentWidget())

    def leave_plan(self) -> None:
        """Show the start page, or close the window where another is open."""
        self.put_away()
        if self._shell.has_others(self) and self.isVisible():
            self.close()
            return
        self._pages.setCurrentWidget(self._start)
        self._toolbar.hide()
        self._status.clear()
        self._status.hide()
        self._start.refresh()
        self._show_state()

    def commit_typing(self) -> None:
        """Hand over what is being typed to the plan."""
        if self.desk is not None:
            self.desk.commit_typing()

    def hand_over(self) -> tuple[Session | None, str]:
        """Give the plan up to another window, with the id of its current row."""
        self.files.settle()
        session, self.files.session = self.files.session, None
        row = self.desk.panes.tree.current_id() if self.desk is not None else ""
        self.put_away()
        return session, row

    def select_row(self, item_id: str) -> None:
        """Make a row of the tree the current one, if it is there."""
        if self.desk is not None:
            self.desk.panes.tree.select(item_id)

    def put_away(self) -> None:
        """Take the desk down; the session stays with whoever holds it."""
        if self._exporter is not None:
            self._exporter.dismantle()
            self._exporter = None
        if self.desk is not None:
            if self.tour is not None:
                self.tour.end()
            self._keep_layout()
            self.desk.dismantle()
            self._pages.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def trigger(self, action_id: str) -> None:
        """Do what an action does, if it can be used now."""
        self._actions[action_id].trigger()

    def show_options(self) -> None:
        """Let the person change the settings."""
        from planner.gui.dialogs.options import OptionsDialog

        OptionsDialog(self.context.settings, self._words, self).exec()

    def show_shortcuts(self) -> None:
        """Let the person look up and change the keys of all actions."""
        ShortcutsDialog(self._keymap, self._words, self).exec()

    def show_palette(self) -> None:
        """Let the person find an action by typing."""
        from planner.gui.palette.palette import CommandPalette

        services = self.context.services
        CommandPalette(
            self._actions, self.context.icons, self._words, services.words_for("en"), services.initials, self
        ).open()

    def show_help(self) -> None:
        """Show the page of the pane that has the focus."""
        self.show_page(topic_of(self.focusWidget()))

    def show_page(self, topic: str) -> None:
        """Show a page of the help."""
        self._shell.show_help(topic)

    def offer_tour(self) -> None:
        """Begin the tour soon, unless the person has had it."""
        if self.context.settings.value("tour"):
            QTimer.singleShot(_TOUR_AFTER_MS, self, self._tour_an_onlooker)

    def _tour_an_onlooker(self) -> None:
        """Begin the tour, unless the person has begun to write: keys would go to it."""
        if self.desk is not None and self.desk.bridge.document.history.next_undo is None:
            self.start_tour()

    def start_tour(self, first: int = 0) -> None:
        """Point at the parts of the window, one after the other from a step on."""
        from planner.gui.tour.overlay import Tour

        if self.desk is not None and self.tour is None:
            self.desk.tree_in_front()
            self.desk.docks.show_inspector(True)
            self.tour = Tour(self.context.icons, self._words, self, first)
            self.tour.ended.connect(self._end_tour)

    def show_about(self) -> None:
        """Tell version, licences and where the log is."""
        from planner.gui.dialogs.about import AboutDialog

        AboutDialog(self.context, self).exec()

    def open_log_folder(self) -> None:
        """Show the log folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.services.folders.log)))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self.files.end_session()
        self._keep_layout()
        event.accept()
        self.closed.emit()

    def customEvent(self, event: QEvent) -> None:
        if isinstance(event, HelpAsked):
            self.show_page(event.topic)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.files.open_path(Path(url.toLocalFile()))

    def _part(self, name: str) -> object:  # noqa: PLR0911 - one line a part
        match name:
            case "files":
                return self.files
            case "shell":
                return self._shell
            case "window":
                return self
            case "desk":
                return self.desk
            case "exporter" if self.desk is not None:
                return self._exporter_of(self.desk)
            case "looking" if self.desk is not None:
                return self.desk.looking
            case "follow_up" if self.desk is not None:
                return self.desk.follow_up
            case "tree" if self.desk is not None:
                return self.desk.tree_in_front()
            case "rows" if self.desk is not None:
                return self.desk.rows_in_front()
        raise KeyError(name)

    def _exporter_of(self, desk: Desk) -> Exporter:
        if self._exporter is None:
            from planner.gui.exporting.exporter import Exporter

            self._exporter = Exporter(self.context, desk, self._ask, self, lambda: self.files.proposal(""))
        return self._exporter

    def _show_state(self) -> None:
        session, desk = self.session, self.desk
        name = self._words(NAME)
        if session is None or desk is None:
            self._actions.update(Situation())
            self.setWindowModified(False)
            self.setWindowTitle(name)
            return
        desk.allow_editing()
        situation = desk.situation()
        self._actions.update(situation)
        self._status.show_selection(situation.selected)
        self._status.show_state(_save_state(self.files))
        title = session.title or self._words("未命名计划")
        self.setWindowTitle(f"{title.replace('[*]', '[*][*]')}[*] - {name}")
        self.setWindowModified(session.modified)
        self._notices.tell_state(session)

    def _show_counts(self) -> None:
        if self.desk is not None:
            self._status.show_counts(self.desk.counts())

    def _follow_setting(self, key: str) -> None:
        if key == KEYS_SETTING:
            self._actions.follow_keys()

    def _end_tour(self) -> None:
        self.tour = None
        self.context.settings.set("tour", False)
        if self.desk is not None:
            self.desk.panes.tree.setFocus()

    def _show_checks(self) -> None:
        if self.desk is not None:
            self.desk.show_view("checks")

    def _place(self) -> None:
        place_first(self)
        self.restoreGeometry(self.context.layout.load("window"))
        keep_on_screen(self)

    def _keep_layout(self) -> None:
        states = {"window": self.saveGeometry()}
        if self.desk is not None:
            states |= self.desk.layout_states()
        self.context.layout.keep(states)


def _save_state(files: Files) -> SaveState:
    session = files.session
    if files.saving:
        return SaveState.SAVING
    if session is None or session.read_only:
        return SaveState.READ_ONLY
    if session.modified:
        return SaveState.MODIFIED
    return SaveState.UNTITLED if session.path is None else SaveState.SAVED
