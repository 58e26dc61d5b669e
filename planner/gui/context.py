"""What every part of the window shares; built once by `planner.gui.application`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.app.words import Words
from planner.gui.icons import Icons
from planner.gui.recent import RecentPlans
from planner.gui.services import Services
from planner.gui.settings_store import LayoutStore, SettingsStore
from planner.gui.theme_manager import ThemeManager

if TYPE_CHECKING:
    from planner.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """The shared things; another language means another context with other words.

    `workspace` is made when it is first asked for: the start page does without what it brings along.
    """

    services: Services
    workspace: "Callable[[], Workspace]"
    settings: SettingsStore
    layout: LayoutStore
    recent: RecentPlans
    themes: ThemeManager
    words: Words

    @property
    def icons(self) -> Icons:
        """The icons in the colours of the theme in force."""
        return self.themes.icons
