"""Paints drawings for documents, dark on white and without a window. Only `planner.bootstrap` imports it."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from planner.gui.drawing.output import picture, png
from planner.gui.drawing.painter import DrawingPainter
from planner.gui.fonts import application_font
from planner.gui.icons import Icons
from planner.gui.theme import load_theme
from planner.reports.drawing import Drawing

_ON_PAPER = "light"


@cache
def qt_without_screen() -> QCoreApplication:
    """Return the Qt that runs, or start one that needs no screen, to last as long as the program."""
    application = QGuiApplication.instance()
    if application is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication([])
    return application


@cache
def png_maker(resources: Path) -> Callable[[Drawing, int], bytes]:
    """Return what paints a drawing as a PNG of so many dots across; starts Qt where nobody has."""
    qt_without_screen()
    theme = load_theme(resources / "themes" / f"{_ON_PAPER}.json")
    painter = DrawingPainter(Icons(resources, theme), application_font(QGuiApplication.font()))

    def paint(drawing: Drawing, dots: int) -> bytes:
        return png(picture(drawing, painter, theme, dots))

    return paint
