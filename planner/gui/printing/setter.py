"""Sets texts in the faces and colours of one print style; what repeats is set once.

Every module of `planner.gui.printing` may import it.
"""

from collections.abc import Sequence

from planner.gui.printing.faces import Face, Faces
from planner.gui.printing.text import SetText, Setting
from planner.reports.blocks import Run, TextRole
from planner.reports.print_style import PrintStyle

_PLAIN = Setting()
_LONGEST_KEPT = 24
_MOST_KEPT = 2000


class Setter:
    """Sets the texts of one report."""

    def __init__(self, style: PrintStyle) -> None:
        self.style = style
        self.faces = Faces(style)
        self._kept: dict[tuple[str, TextRole, float, Setting], SetText] = {}

    def face(self, role: TextRole, factor: float = 1.0) -> Face:
        """Return the face of a role."""
        return self.faces.face(role, factor)

    def runs(self, runs: Sequence[Run], role: TextRole, width: float, setting: Setting = _PLAIN) -> SetText:
        """Set runs of several looks."""
        return SetText(runs, self.face(role, setting.factor), width, self.style.colours, setting)

    def text(self, text: str, role: TextRole, width: float, setting: Setting = _PLAIN) -> SetText:
        """Set a text of one look; a short one is set once for all its places."""
        key = text, role, width, setting
        if (known := self._kept.get(key)) is not None:
            return known
        made = self.runs((Run(text),), role, width, setting)
        if len(text) <= _LONGEST_KEPT and len(self._kept) < _MOST_KEPT:
            self._kept[key] = made
        return made
