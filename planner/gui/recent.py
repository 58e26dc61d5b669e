"""The plans that were open lately, for the start page and the file menu."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.gui.settings_store import SettingsStore

LIMIT = 10
_KEY = "recent"


@dataclass(frozen=True, slots=True)
class RecentPlan:
    """One plan file, and whether it is still where it was."""

    path: Path
    there: bool


class RecentPlans(QObject):
    """The last ten plan files, the latest first, kept in the settings."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def plans(self) -> list[RecentPlan]:
        """The plans, each looked up on the disk now."""
        return [RecentPlan(Path(text), Path(text).is_file()) for text in self._texts()]

    def add(self, path: Path) -> None:
        """Put a plan that was opened or saved at the head."""
        text = str(path.absolute())
        self._keep((text, *(other for other in self._texts() if other != text)))

    def remove(self, path: Path) -> None:
        """Take one plan from the list."""
        self._keep(tuple(text for text in self._texts() if text != str(path.absolute())))

    def clear(self) -> None:
        """Forget all of them."""
        self._keep(())

    def _texts(self) -> tuple[str, ...]:
        value = self._settings.value(_KEY)
        return value if isinstance(value, tuple) else ()

    def _keep(self, texts: tuple[str, ...]) -> None:
        self._settings.set(_KEY, texts[:LIMIT])
        self.changed.emit()
