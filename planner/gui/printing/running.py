"""What stands at the edges of a page: header, footer and number; only the paginator imports it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planner.gui.printing.canvas import Canvas, Mark
from planner.gui.printing.setter import Setter
from planner.gui.printing.text import Lines, SetText, Setting
from planner.gui.printing.units import PER_MM
from planner.reports.blocks import TextRole
from planner.reports.paper import NumberStyle, PageSetup
from planner.reports.table import Align

_BELOW = 7.0
"""Millimetres from the type area to the line of the number, as official documents have it."""
_LEAST_EDGE = 5.0
"""Millimetres at the paper's edge where many printers can't print."""


Numbering = Callable[[int], str]
"""Says which page of how many one is; asked when the page is painted."""


def running_marks(setup: PageSetup, number: int, setter: Setter, of_total: Numbering) -> Sequence[Mark]:
    """Return the marks of a page with this number, 0 for none, relative to the sheet's corner."""
    marks = [*_running(setup, setter)]
    if number and setup.numbers is NumberStyle.OF_TOTAL:
        marks.append(_OfTotal(setup, number, setter, of_total))
    elif number and setup.numbers is not NumberStyle.NONE:
        marks.append(_number(setup, number, setter))
    return marks


def _running(setup: PageSetup, setter: Setter) -> Iterator[Mark]:
    left, width = setup.margins.left * PER_MM, setup.type_area[0] * PER_MM
    if setup.header:
        text = setter.text(setup.header, TextRole.RUNNING, width, Setting(Align.CENTRE))
        room = setup.margins.top * PER_MM
        yield Lines(text, left, max(room - _BELOW / 2 * PER_MM - text.height, _LEAST_EDGE * PER_MM))
    if setup.footer:
        text = setter.text(setup.footer, TextRole.RUNNING, width, Setting(Align.CENTRE))
        bottom = setup.size[1] * PER_MM - _LEAST_EDGE * PER_MM
        yield Lines(text, left, bottom - text.height)


def _number(setup: PageSetup, number: int, setter: Setter) -> Mark:
    text = setter.text(f"— {number} —", TextRole.PAGE_NUMBER, setup.type_area[0] * PER_MM)
    outer, odd = setup.numbers is NumberStyle.OUTER, number % 2 == 1
    character = setter.face(TextRole.PAGE_NUMBER).em
    if outer and setup.landscape and setup.bound:
        return _beside(setup, text, character, odd=odd)
    spare = setup.type_area[0] * PER_MM - text.natural_width
    across = (spare - character if odd else character) if outer else spare / 2
    return Lines(text, setup.margins.left * PER_MM + across, _foot(setup, text))


def _foot(setup: PageSetup, text: SetText) -> float:
    """Return the top of the number's line: its middle 7 mm below the type area, where there is room."""
    area = (setup.size[1] - setup.margins.bottom) * PER_MM
    middle = min(area + _BELOW * PER_MM, setup.size[1] * PER_MM - _LEAST_EDGE * PER_MM - text.height / 2)
    return max(middle - text.height / 2, area)


def _beside(setup: PageSetup, text: SetText, character: float, *, odd: bool) -> "_Turned":
    """Return the number at the left of a bound landscape sheet, upright when the sheet is turned."""
    margins = setup.margins
    x = (margins.left - _BELOW) * PER_MM
    top, bottom = margins.top * PER_MM, (setup.size[1] - margins.bottom) * PER_MM
    start = bottom - character - text.natural_width if odd else top + character
    return _Turned(text, x, start)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A line that reads downwards, its middle at `x` and its beginning at `y`."""

    text: SetText
    x: float
    y: float

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it."""
        painter = canvas.painter
        painter.save()
        painter.translate(x + self.x + self.text.height / 2, y + self.y)
        painter.rotate(90)
        self.text.paint(canvas, 0.0, 0.0)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _OfTotal:
    """The number of a page and how many there are, in the middle of the foot."""

    setup: PageSetup
    number: int
    setter: Setter
    says: Numbering

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it."""
        width = self.setup.type_area[0] * PER_MM
        text = self.setter.text(self.says(self.number), TextRole.RUNNING, width, Setting(Align.CENTRE))
        text.paint(canvas, x + self.setup.margins.left * PER_MM, y + _foot(self.setup, text))
