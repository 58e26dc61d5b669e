"""What presets are kept and shown with, for `planner.gui.presets` and whoever opens its editor."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planner.app.words import Words
from planner.gui.dialogs.questions import Questions
from planner.gui.icons import Icons


@dataclass(frozen=True, slots=True)
class Means:
    """What presets are kept and shown with; `seen` gives what the window looks for."""

    folder: Path
    words_for: Callable[[str], Words]
    words: Words
    icons: Icons
    ask: Questions
    seen: Callable[[], str]
