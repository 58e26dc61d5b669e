"""The paper of a report: its size, its margins and what stands at its edges, in millimetres.

Any room above `app` may import it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Paper(StrEnum):
    """Sizes of paper."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    B5 = "B5"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright sheet."""
        return _SIZES[self]


_SIZES: dict[Paper, tuple[float, float]] = {
    Paper.A0: (841, 1189),
    Paper.A1: (594, 841),
    Paper.A2: (420, 594),
    Paper.A3: (297, 420),
    Paper.A4: (210, 297),
    Paper.A5: (148, 210),
    Paper.B5: (176, 250),
}


class NumberStyle(StrEnum):
    """How pages are numbered."""

    NONE = "none"
    CENTRED = "centred"
    """— 1 — in the middle of the foot."""
    OUTER = "outer"
    """— 1 — at the right on odd pages and at the left on even ones.

    On a landscape sheet that is `bound` at its left: in the lower corner on odd and the upper on even pages.
    """
    OF_TOTAL = "of_total"
    """第 1 页 共 9 页 in the middle of the foot."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The four margins."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How the pages of a section are set up.

    `bound` says that a landscape sheet is bound into a report of portrait pages, which moves its number.
    Header and footer are plain text; empty for none.
    """

    paper: Paper
    landscape: bool
    margins: Margins
    numbers: NumberStyle = NumberStyle.OUTER
    header: str = ""
    footer: str = ""
    bound: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet as it lies."""
        width, height = self.paper.size
        return (height, width) if self.landscape else (width, height)

    @property
    def type_area(self) -> tuple[float, float]:
        """Width and height between the margins."""
        width, height = self.size
        return (
            width - self.margins.left - self.margins.right,
            height - self.margins.top - self.margins.bottom,
        )

    def on(self, paper: Paper) -> "PageSetup":
        """Return the same on another size of paper, its margins as they are."""
        return replace(self, paper=paper)
