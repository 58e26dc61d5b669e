"""What every part of the window shares; built once by `planner.gui.application`."""

from dataclasses import dataclass

from planner.app.words import Words
from planner.app.workspace import Workspace
from planner.gui.icons import Icons
from planner.gui.recent import RecentPlans
from planner.gui.services import Services
from planner.gui.settings_store import LayoutStore, SettingsStore
from planner.gui.theme_manager import ThemeManager


@dataclass(frozen=True, slots=True)
class Context:
    """The shared things; another language means another context with other words."""

    services: Services
    workspace: Workspace
    settings: SettingsStore
    layout: LayoutStore
    recent: RecentPlans
    themes: ThemeManager
    words: Words

    @property
    def icons(self) -> Icons:
        """The icons in the colours of the theme in force."""
        return self.themes.icons
