"""Pictures of all views and dialogs of a plan, taken without a screen or a trace in anyone's settings."""

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, cast

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.ports import Folders
from planner.app.workspace import Session, Workspace
from planner.domain.items import Measure
from planner.domain.plan import Plan
from planner.gui.all_dialogs import openings, while_open
from planner.gui.application import make_context, start_qt
from planner.gui.context import Context
from planner.gui.desk import Desk
from planner.gui.drawing.figures import FIGURES
from planner.gui.drawing.pane import FiguresPane
from planner.gui.help.helper import Helper
from planner.gui.help.topics import FIRST
from planner.gui.languages import QtWords
from planner.gui.main_window import MainWindow
from planner.gui.services import Services
from planner.gui.settings_store import SettingsStore
from planner.gui.shell import Shell
from planner.gui.views.table import TREE, VIEWS

WINDOW = QSize(1440, 900)
_SETTLING_MS, _PREVIEW_MS = 150, 700
"""How long pictures wait: layouts of layouts take more than one round, and previews are made aside."""


class Look(Protocol):
    """How the pictures are to look."""

    @property
    def language(self) -> str:
        """`zh` or `en`."""

    @property
    def theme(self) -> str:
        """One of the values of the setting `theme`."""


def take_pictures(services: Services, plan: Path, folder: Path, look: Look) -> list[Path]:
    """Save a PNG of every view and dialog on a plan file; returns the files, raises `OpenFailed` or OSError.

    The scale is Qt's own, to be set in the environment before Qt starts.
    """
    application = cast(QApplication | None, QApplication.instance()) or start_qt()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        apart = replace(services, folders=_folders(Path(home)))
        settings = SettingsStore(apart.folders.config)
        settings.set("language", look.language)
        settings.set("theme", look.theme)
        context = make_context(apart, application)
        qt_words = QtWords(application)
        qt_words.use(look.language)
        window = Shell(context, qt_words).new_window()
        try:
            with closing(_session(context.workspace(), plan)) as session:
                return _Album(application, context, window, folder).take(session)
        finally:
            window.hand_over()
            window.close()
            window.deleteLater()
            qt_words.use("en")
            application.setStyleSheet("")
            context.themes.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Album:
    def __init__(self, application: QApplication, context: Context, window: MainWindow, folder: Path) -> None:
        self._application = application
        self._context = context
        self._window = window
        self._folder = folder
        self._saved: list[Path] = []

    def take(self, session: Session) -> list[Path]:
        """Take all pictures of one plan."""
        self._window.resize(WINDOW)
        self._window.show()
        self._keep("start", self._window)
        self._window.take(session)
        self._window.select_row(_fullest_measure(session.document.plan))
        self._keep("plan", self._window)
        desk = self._window.desk
        if desk is not None:
            self._keep("inspector", desk.panes.inspector)
            self._keep("indicators", desk.panes.indicators)
            self._keep_views(desk)
            self._keep_dialogs(desk)
        return self._saved

    def _keep_views(self, desk: Desk) -> None:
        """Picture the window with each view in front, and each figure by itself."""
        for view in VIEWS:
            if view.id != TREE:
                desk.show_view(view.id)
                self._keep(f"view-{view.id}", self._window, patience=_PREVIEW_MS)
        figures = desk.views.view("figures")
        if isinstance(figures, FiguresPane):
            for figure in FIGURES:
                figures.show_figure(figure.key)
                figures.refresh()
                self._keep(f"figure-{figure.key}", figures)
        desk.show_view(TREE)

    def _keep_dialogs(self, desk: Desk) -> None:
        """Picture every dialog, and the window's help and tour."""
        for name, opening in openings(self._window, desk).items():
            while_open(opening, partial(self._keep, f"dialog-{name}", patience=_PREVIEW_MS))
        self._window.start_tour()
        self._keep("tour", self._window)
        if self._window.tour is not None:
            self._window.tour.end()
        helper = Helper(self._context)
        helper.show(FIRST)
        if helper.window is not None:
            self._keep("help", helper.window)
        helper.close()

    def _keep(self, name: str, widget: QWidget, *, patience: int = _SETTLING_MS) -> None:
        settled = QDeadlineTimer(patience)
        while not settled.hasExpired():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SETTLING_MS)
        path = self._folder / f"{len(self._saved) + 1:02}-{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        self._saved.append(path)


def _session(workspace: Workspace, path: Path) -> Session:
    """A plan as after opening its file, without a claim on it."""
    session = workspace.create(workspace.read(path).content.plan)
    session.path = path.absolute()
    return session


def _fullest_measure(plan: Plan) -> str:
    """The id of the measure that has most to show; empty without measures."""
    measures = [item_id for item_id in plan.walk() if item_id in plan.of(Measure)]
    return max(measures, key=lambda item_id: sum(1 for _ in plan.belongings(item_id, deep=False)), default="")


def _folders(home: Path) -> Folders:
    return Folders(home / "config", home / "state", home / "cache", home / "log", home / "documents")
