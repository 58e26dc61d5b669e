"""Starts Qt, once, for the window and for pictures: font, look, language, and the shared context."""

import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.gui.context import Context
from planner.gui.crash import CrashReporter, start_log
from planner.gui.dialogs.crashed import tell_crash
from planner.gui.languages import QtWords, chosen_language
from planner.gui.product import IDENTIFIER
from planner.gui.recent import RecentPlans
from planner.gui.services import Services
from planner.gui.settings_store import LayoutStore, SettingsStore
from planner.gui.shell import Shell
from planner.gui.single_instance import SingleInstance
from planner.gui.theme import ThemeChoice
from planner.gui.theme_manager import ThemeManager


def run(services: Services, paths: Sequence[Path]) -> int:
    """Show the window, with the plans that are named, until it is closed; returns the exit code."""
    scale(services.folders.config)
    application = start_qt()
    instance = SingleInstance(services.folders.state)
    if instance.hand_over(paths):
        return 0
    stop_log = start_log(services.folders.log)
    qt_words = QtWords(application)
    context = make_context(services, application)
    qt_words.use(context.words.language)
    shell = Shell(context, qt_words)
    CrashReporter(lambda: tell_crash(context.words, services.folders.log)).install()
    instance.asked.connect(shell.come_forward)
    shell.start(paths)
    instance.listen()
    code = application.exec()
    stop_log()
    return code


def scale(folder: Path) -> None:
    """Enlarge everything as was chosen, unless the environment says how; Qt reads this when it starts."""
    percent = SettingsStore(folder).text("scale")
    if percent != "100":
        os.environ.setdefault("QT_SCALE_FACTOR", str(int(percent) / 100))


def start_qt() -> QApplication:
    """Make the one application object."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(IDENTIFIER)
    application.setDesktopFileName(IDENTIFIER)
    return application


def make_context(services: Services, application: QApplication) -> Context:
    """Build what all windows share, in the look and the language that were chosen."""
    settings = SettingsStore(services.folders.config, application)
    words = services.words_for(chosen_language(settings.text("language"), QLocale.system()))
    themes = ThemeManager(application, services.resources)
    themes.use_text_size(int(settings.text("text_size")))
    themes.apply(ThemeChoice(settings.text("theme")))
    return Context(
        services=services,
        workspace=cache(lambda: services.new_workspace(lambda: settings.text("author"))),
        settings=settings,
        layout=LayoutStore(services.folders.state),
        recent=RecentPlans(settings, application),
        themes=themes,
        words=words,
    )
