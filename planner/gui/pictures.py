"""Pictures of the main views of a plan, taken without a screen and without a trace in anyone's settings."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.app.ports import Folders
from planner.app.workspace import Session, Workspace
from planner.domain.items import Measure
from planner.domain.plan import Plan
from planner.gui.application import make_context, start_qt
from planner.gui.context import Context
from planner.gui.desk import Desk
from planner.gui.dialogs.about import AboutDialog
from planner.gui.dialogs.options import OptionsDialog
from planner.gui.dialogs.shortcuts import ShortcutsDialog
from planner.gui.drawing.figures import FIGURES
from planner.gui.drawing.pane import FiguresPane
from planner.gui.keys import KeyMap
from planner.gui.languages import QtWords
from planner.gui.main_window import MainWindow
from planner.gui.services import Services
from planner.gui.settings_store import SettingsStore
from planner.gui.shell import Shell
from planner.gui.views.table import TREE, VIEWS

WINDOW = QSize(1440, 900)
_SETTLING = 4
"""How often events are let through before a picture: layouts of layouts take more than one round."""


class Look(Protocol):
    """How the pictures are to look."""

    @property
    def language(self) -> str:
        """`zh` or `en`."""

    @property
    def theme(self) -> str:
        """One of the values of the setting `theme`."""


def take_pictures(services: Services, plan: Path, folder: Path, look: Look) -> list[Path]:
    """Save a PNG of every main view of a plan file; returns the files, raises `OpenFailed` or OSError.

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
        for name, dialog in self._dialogs():
            self._keep_dialog(name, dialog())
        return self._saved

    def _keep_views(self, desk: Desk) -> None:
        """Picture the window with each view in front, and each figure by itself."""
        for view in VIEWS:
            if view.id != TREE:
                desk.show_view(view.id)
                self._keep(f"view-{view.id}", self._window)
        figures = desk.views.view("figures")
        if isinstance(figures, FiguresPane):
            for figure in FIGURES:
                figures.show_figure(figure.key)
                figures.refresh()
                self._keep(f"figure-{figure.key}", figures)
        desk.show_view(TREE)

    def _dialogs(self) -> Sequence[tuple[str, Callable[[], QDialog]]]:
        context, window = self._context, self._window
        return (
            ("options", lambda: OptionsDialog(context.settings, context.words, window)),
            ("shortcuts", lambda: ShortcutsDialog(KeyMap(context.settings), context.words, window)),
            ("about", lambda: AboutDialog(context, window)),
        )

    def _keep_dialog(self, name: str, dialog: QDialog) -> None:
        dialog.show()
        self._keep(name, dialog)
        dialog.close()

    def _keep(self, name: str, widget: QWidget) -> None:
        for _ in range(_SETTLING):
            self._application.processEvents()
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
