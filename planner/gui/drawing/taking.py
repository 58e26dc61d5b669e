"""Takes drawings out of the window, in the colours of print, and says what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.drawing import output
from planner.gui.drawing.output import Paper
from planner.gui.drawing.painter import DrawingPainter
from planner.gui.drawing.saving import ask_where, write_figure
from planner.gui.icons import Icons
from planner.gui.theme import Theme, ThemeChoice, load_theme
from planner.reports.drawing import Drawing


class DrawingTaker:
    """Copies and saves what `drawing` returns; `tell` takes a tone of `planner.gui.banner` and a sentence."""

    def __init__(
        self,
        widget: QWidget,
        words: Words,
        resources: Path,
        drawing: Callable[[], Drawing],
        tell: Callable[[str, str], object],
    ) -> None:
        self._widget = widget
        self._words = words
        self._resources = resources
        self._drawing = drawing
        self._tell = tell

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard as a picture."""
        painter, theme = self._print_painter()
        QGuiApplication.clipboard().setImage(output.picture(self._drawing(), painter, theme))
        self._tell("success", self._words(N_("已复制图片。")))

    def save_picture(self, path: Path | None = None) -> None:
        """Write the drawing as PNG or SVG, asking where unless a path is given."""
        drawing = self._drawing()
        path = path or ask_where(self._widget, self._words, drawing.title, "picture")
        if path is None:
            return
        painter, theme = self._print_painter()
        if path.suffix.lower() == ".svg":
            self._write(path, output.svg(drawing, painter))
        else:
            self._write(path, output.png(output.picture(drawing, painter, theme)))

    def save_poster(self, paper: Paper, path: Path | None = None) -> None:
        """Write the drawing as a PDF of one sheet, asking where unless a path is given."""
        drawing = self._drawing()
        path = path or ask_where(self._widget, self._words, f"{drawing.title} {paper}", "poster")
        if path is not None:
            painter, _ = self._print_painter()
            self._write(path, output.poster(drawing, painter, paper))

    def _write(self, path: Path, content: bytes) -> None:
        write_figure(self._words, path, content, self._tell)

    def buttons(self, icons: Icons) -> list[QToolButton]:
        """Make the buttons for all of this."""
        posters = self._button(icons, "print", N_("保存海报（PDF）"))
        menu = QMenu(posters)
        for paper in Paper:
            text = self._words(N_("海报 {paper}（PDF）…")).format(paper=paper)
            menu.addAction(text, partial(self.save_poster, paper))
        posters.setMenu(menu)
        posters.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        copy = self._button(icons, "copy", N_("复制图片"))
        copy.clicked.connect(lambda _checked: self.copy_picture())
        save = self._button(icons, "save", N_("保存图片…"))
        save.clicked.connect(lambda _checked: self.save_picture())
        return [copy, save, posters]

    def _button(self, icons: Icons, icon: str, text: str) -> QToolButton:
        name = self._words(text).removesuffix("…")
        button = QToolButton(self._widget)
        button.setIcon(icons.icon(icon))
        button.setText(name)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _print_painter(self) -> tuple[DrawingPainter, Theme]:
        theme = load_theme(self._resources / "themes" / f"{ThemeChoice.LIGHT}.json")
        return DrawingPainter(Icons(self._resources, theme), self._widget.font()), theme
