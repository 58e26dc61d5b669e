"""How high a cell of a template must be for its text. Only `planner.office.template` imports it."""

from dataclasses import dataclass

from planner.office.template.sheet import Sheet
from planner.office.template.styles import Styles
from planner.reports.layout import line_count

MAX_ROW_HEIGHT = 409

_POINTS_PER_CHARACTER = 5.25
"""Of the default font, by which the widths of columns are counted."""
_LINE = 1.35
_PADDING = 5.0
_SAFETY = 0.96


@dataclass(frozen=True, slots=True)
class Room:
    """What a cell gives its text: a width in Latin characters, and the height of a line in points."""

    characters: float
    line: float
    wraps: bool

    @classmethod
    def of(cls, sheet: Sheet, styles: Styles, style: int, first: int, last: int) -> "Room":
        """Return the room of a cell of a style that reaches from one column to another."""
        points = sum(sheet.width(column) for column in range(first, last + 1)) * _POINTS_PER_CHARACTER
        size = styles.size(style)
        wraps = points > 0 and styles.wraps(style)
        return cls(max((points - _PADDING) / (size / 2) * _SAFETY, 2.0), size * _LINE, wraps)

    def height(self, text: str) -> float:
        """Return the height that a text needs in points."""
        lines = line_count(text, self.characters) if self.wraps else 1
        return lines * self.line + _PADDING
