"""Puts a theme on the running application and follows the desktop where that was chosen.

Built once by the composition of the window; whoever caches colours listens to `changed`.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtWidgets import QApplication

from planner.gui.fonts import application_font
from planner.gui.icons import Icons
from planner.gui.style import palette, style_sheet, write_pictures
from planner.gui.theme import Theme, ThemeChoice, load_theme


class ThemeManager(QObject):
    """Owns the theme in force and the icons tinted from it; `apply` changes both while windows are open."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._folder = resources / "themes"
        self._template = (self._folder / "style.qss").read_text(encoding="utf-8")
        self._pictures = QTemporaryDir()
        self._choice = ThemeChoice.SYSTEM
        self._theme = self._chosen_theme()
        self.icons = Icons(resources, self._theme)
        application.setStyle("Fusion")
        self._platform_font = application.font()
        self.use_text_size(100)
        application.setWindowIcon(self.icons.application_icon())
        application.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def apply(self, choice: ThemeChoice) -> None:
        """Give every window the colours, measures and icons of a choice, now."""
        self._choice = choice
        self._theme = self._chosen_theme()
        self.icons.set_theme(self._theme)
        pictures = write_pictures(self.icons, Path(self._pictures.path()))
        self._application.setPalette(palette(self._theme))
        self._application.setStyleSheet(style_sheet(self._theme, self._template, pictures))
        self.changed.emit()

    def use_text_size(self, percent: int) -> None:
        """Let all text be so many percent of the platform's size; what stands already may keep its own."""
        self._application.setFont(application_font(self._platform_font, percent / 100))

    def follow_system(self) -> None:
        """Take over the desktop's change between light and dark, if the person left it to the desktop."""
        if self._choice is ThemeChoice.SYSTEM:
            self.apply(ThemeChoice.SYSTEM)

    def _chosen_theme(self) -> Theme:
        choice = self._choice
        if choice is ThemeChoice.SYSTEM:
            dark = system_scheme(self._application) is Qt.ColorScheme.Dark
            choice = ThemeChoice.DARK if dark else ThemeChoice.LIGHT
        return load_theme(self._folder / f"{choice.value}.json")


def system_scheme(application: QApplication) -> Qt.ColorScheme:
    """Whether the desktop is light or dark, or Unknown where it does not say."""
    return application.styleHints().colorScheme()
