"""Shows a page of the help in the colours of the theme: Markdown, pictures from the resources, no raw HTML.

Only the help window imports it.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from planner.gui.icons import Icons

ICON_SCHEME = "icon"
"""`icon:deadline#info` is an icon in the colour of the role `info`; without a role, of that of its name."""

_WIDEST_LINE, _LEAST_MARGIN = 780, 28
_ICON, _EDGE = 16, 18
_TALLEST = 16_000

_STYLE = """
h1 {{ font-size: xx-large; font-weight: bold; margin: 24px 0 10px 0; }}
h2 {{ font-size: x-large; font-weight: bold; margin: 22px 0 6px 0; }}
h3 {{ font-size: large; font-weight: bold; margin: 18px 0 6px 0; }}
p, li {{ line-height: 145%; }}
p {{ margin: 7px 0; }}
li {{ margin: 4px 0; }}
a {{ color: {link}; text-decoration: none; }}
table {{ border-collapse: collapse; margin: 10px 0; }}
th, td {{ border: 1px solid {border}; padding: 5px 10px; }}
th {{ background-color: {header}; color: {text-muted}; font-weight: 600; text-align: left; }}
pre {{ background-color: {panel}; margin: 8px 0; }}
code {{ background-color: {panel}; font-family: monospace; }}
blockquote {{ color: {text-muted}; margin: 8px 20px; }}
"""


class PageBrowser(QTextBrowser):
    """One page at a time; links to other pages are announced by `anchorClicked`, as `topic:ID`."""

    def __init__(self, icons: Icons, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._folder = folder
        self._html = ""
        self._pictured = False
        self._fitted_to = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def show_page(self, markdown: str, sought: list[str]) -> None:
        """Show a page from its beginning, with the words looked for marked."""
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        self._html = parser.render(markdown).replace("<p><img", '<p style="line-height: 100%"><img')
        self._pictured = "<img" in self._html
        self._render()
        self._mark(sought)

    def _render(self) -> None:
        self._fitted_to = self.viewport().width()
        document = self.document()
        document.setDocumentMargin(_EDGE)
        document.setDefaultStyleSheet(_STYLE.format(**self._icons.theme.colours))
        self.setHtml(self._html)

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        url = QUrl(name)
        if url.scheme() == ICON_SCHEME:
            icon = url.path()
            role = url.fragment() or (icon if icon in self._icons.theme.colours else "text")
            return self._icons.pixmap(icon, role, _ICON, self.devicePixelRatioF()).toImage()
        path = (self._folder / url.path()).resolve()
        if url.scheme() or not path.is_relative_to(self._folder.parent.parent.resolve()):
            return None
        return self._fitted(QImage(str(path)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = event.size().width() + self.viewportMargins().left() + self.viewportMargins().right()
        margin = max((room - _WIDEST_LINE) // 2, _LEAST_MARGIN)
        self.setViewportMargins(margin, 0, margin, 0)
        super().resizeEvent(event)
        if self._pictured and self.viewport().width() != self._fitted_to:
            self._render()

    def _fitted(self, picture: QImage) -> QImage:
        """A picture no wider than the lines of text, sharp on the screen it is on."""
        ratio = self.devicePixelRatioF()
        room = QSize(int((self.viewport().width() - 3 * _EDGE) * ratio), _TALLEST)
        if picture.width() > room.width():
            picture = picture.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        picture.setDevicePixelRatio(ratio)
        return picture

    def _mark(self, sought: list[str]) -> None:
        marks = []
        for word in sought:
            cursor = self.document().find(word)
            while not cursor.isNull():
                marks.append(self._marked(cursor))
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)
        if marks:
            first = min(marks, key=lambda mark: mark.cursor.position())  # type: ignore[attr-defined]
            self.setTextCursor(QTextCursor(self.document()))
            self._reveal(first.cursor.selectionStart())  # type: ignore[attr-defined]

    def _reveal(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _marked(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        looks = QTextCharFormat()
        looks.setBackground(self._icons.theme.colour("warning-soft"))
        selection.cursor = cursor  # type: ignore[attr-defined]  # absent from Qt's stubs
        selection.format = looks  # type: ignore[attr-defined]
        return selection


def open_outside(url: QUrl) -> None:
    """Open a web address in the person's browser."""
    QDesktopServices.openUrl(url)
