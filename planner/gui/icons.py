"""The icons of the window: line drawings that take their colour from the theme each time they are painted.

An icon is handed out once and follows a change of theme by itself: its engine asks for the theme in force
when it paints, so actions and buttons never have to be given a new one.
"""

from ctypes import py_object, pythonapi
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.gui.theme import Theme, contrast

_PLACEHOLDER = "currentColor"
_LEGIBLE = 3.0  # WCAG's least contrast for graphics


class Icons:
    """Icons by file name from `resources/icons`, tinted in the colours of the current theme."""

    def __init__(self, resources: Path, theme: Theme) -> None:
        self._folder = resources / "icons"
        self._theme = theme
        self._sources: dict[str, str] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}

    @property
    def theme(self) -> Theme:
        """The theme whose colours the next painting takes."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Tint from another theme from now on; icons already handed out follow."""
        self._theme = theme
        self._drawings.clear()
        self._pixmaps.clear()

    def names(self) -> frozenset[str]:
        """The names that `icon` knows."""
        return frozenset(path.stem for path in self._folder.glob("*.svg"))

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon of that name in the colour of a theme role; an unknown name or role raises KeyError."""
        key = name, role
        if key not in self._icons:
            self._theme.colour(role)
            self._source(name)
            self._icons[key] = QIcon(_given_to_qt(_ThemedEngine(self, name, role)))
        return self._icons[key]

    def pixmap(self, name: str, role: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
        """The drawing as a picture of `size` logical pixels for a screen of that device pixel ratio."""
        return self.tinted(name, self._theme.colours[role], QSize(size, size), ratio)

    def light(self, light: str) -> QIcon:
        """The sign of a light (`done`, `on-track`, `attention`, `late`, `none`), each of its own shape."""
        return self.icon(f"light-{light}", f"light-{light}")

    def application_icon(self) -> QIcon:
        """The full-colour icon of the program."""
        return self.icon("app")

    def svg(self, name: str, role: str) -> bytes:
        """The drawing in the colour of a role, as the text of an SVG file."""
        return self._source(name).replace(_PLACEHOLDER, self._theme.colours[role]).encode()

    def tinted(self, name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
        """A cached picture of the drawing in any colour, `size` being logical pixels."""
        key = name, colour, size.width(), size.height(), ratio
        if key not in self._pixmaps:
            pixmap = QPixmap((QSizeF(size) * ratio).toSize())
            if not pixmap.isNull():
                pixmap.fill(Qt.GlobalColor.transparent)
                painter = QPainter(pixmap)
                self.draw(painter, name, colour, QRectF(pixmap.rect()))
                painter.end()
            pixmap.setDevicePixelRatio(ratio)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def draw(self, painter: QPainter, name: str, colour: str, area: QRectF) -> None:
        """Paint the drawing, as large as fits, into the middle of an area."""
        side = min(area.width(), area.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(area.center())
        key = name, colour
        if key not in self._drawings:
            content = self._source(name).replace(_PLACEHOLDER, colour)
            self._drawings[key] = QSvgRenderer(QByteArray(content.encode()))
        self._drawings[key].render(painter, square)

    def _source(self, name: str) -> str:
        if name not in self._sources:
            try:
                self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            except FileNotFoundError:
                raise KeyError(name) from None
        return self._sources[name]


class _ThemedEngine(QIconEngine):
    """Paints one drawing in the colour that its role has now, for the mode that Qt asks for."""

    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _given_to_qt(_ThemedEngine(self._icons, self._name, self._role))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        self._icons.draw(painter, self._name, self._colour(mode), QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return self._icons.tinted(self._name, self._colour(mode), size, scale)

    def _colour(self, mode: QIcon.Mode) -> str:
        theme = self._icons.theme
        if mode is QIcon.Mode.Disabled:
            return theme.colours["text-disabled"]
        if mode is QIcon.Mode.Selected and not _legible_when_selected(theme, self._role):
            return theme.colours["selection-text"]
        return theme.colours[self._role]


def _given_to_qt(engine: _ThemedEngine) -> _ThemedEngine:
    """Never let Python free an engine: Qt, whose it is now, does so when the last copy of its icon goes."""
    pythonapi.Py_IncRef(py_object(engine))
    return engine


def _legible_when_selected(theme: Theme, role: str) -> bool:
    return contrast(theme.colour(role), theme.colour("selection")) >= _LEGIBLE
