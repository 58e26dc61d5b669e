"""What a person changes in the pages of a report before printing: paper, margins, letters, what runs along.

The window's print preview is the one that asks; any room above `app` may import it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.reports.blocks import Report, Section
from planner.reports.paper import Margins, NumberStyle, PageSetup, Paper

LEAST_MARGIN, MOST_MARGIN = 5.0, 60.0
"""The margins that can be chosen, in millimetres: printers leave out the edge of the paper."""
LEAST_SCALE, MOST_SCALE = 60, 150


class Lie(StrEnum):
    """How the paper lies; as the sheet has it, unless another way is chosen."""

    AS_IS = ""
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class MarginChoice(StrEnum):
    """Which margins: those of the sheet, narrow ones, or four numbers."""

    AS_IS = ""
    NARROW = "narrow"
    OWN = "own"


_NARROW = Margins(15.0, 15.0, 15.0, 15.0)


@dataclass(frozen=True, slots=True)
class PageChoices:
    """The choices; empty ones leave what the sheet has.

    `scale` is that of letters and lines in percent. Where a wide table does not `fit_width`, its letters stay
    as large as the style has them. `margins` count if the `margin` is an own one.
    """

    paper: str = ""
    lie: str = Lie.AS_IS
    margin: str = MarginChoice.AS_IS
    margins: tuple[float, float, float, float] = (25.0, 22.0, 22.0, 22.0)
    scale: int = 100
    fit_width: bool = True
    numbers: str = ""
    header: str = ""
    footer: str = ""

    def report(self, report: Report) -> Report:
        """Return a report on the pages that were chosen."""
        sections = tuple(self._section(section) for section in report.sections)
        return replace(report, sections=sections, scale=self.scale)

    def _section(self, section: Section) -> Section:
        setup = section.setup
        if self.paper:
            setup = setup.on(Paper(self.paper))
        if self.lie and setup.landscape != (self.lie == Lie.LANDSCAPE):
            setup = _turned(setup)
        if self.margin:
            setup = replace(setup, margins=self._margins())
        if not section.poster:
            numbers = NumberStyle(self.numbers) if self.numbers and section.numbered else setup.numbers
            header, footer = (self.header, self.footer) if section.numbered else ("", "")
            setup = replace(setup, numbers=numbers, header=header, footer=footer)
        return replace(section, setup=setup)

    def _margins(self) -> Margins:
        if self.margin == MarginChoice.NARROW:
            return _NARROW
        return Margins(*(min(max(edge, LEAST_MARGIN), MOST_MARGIN) for edge in self.margins))


def _turned(setup: PageSetup) -> PageSetup:
    """Return a sheet lying the other way, its margins as a sheet that is turned has them."""
    old = setup.margins
    if setup.landscape:
        margins = Margins(old.right, old.left, old.top, old.bottom)
    else:
        margins = Margins(old.left, old.right, old.bottom, old.top)
    return replace(setup, landscape=not setup.landscape, margins=margins, bound=False)
