"""A picture as data: shapes in the order of painting, and the spots that stand for items of the plan.

Lengths are units of the picture itself, y grows downwards; a renderer scales the whole. Colours are the
names of theme roles, so that one picture serves a window, a slide and a poster. Any room above `app` may
import it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.lights import Light

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, across: float, down: float | None = None) -> "Box":
        """Return the box made smaller by `across` at the left and right, and by `down` above and below."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def columns(self, count: int, gap: float = 0.0) -> "list[Box]":
        """Return the box cut into columns of one width."""
        width = (self.width - gap * (count - 1)) / count
        return [Box(self.x + (width + gap) * place, self.y, width, self.height) for place in range(count)]

    def overlaps(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the two have an area in common, thinner slivers than `slack` apart."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )

    def contains(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the other lies within this one, up to `slack`."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Fill:
    """The colour of an area: a theme role, more or less opaque."""

    role: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Pen:
    """The colour and width of an outline."""

    role: str
    width: float = 1.0
    dashed: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle, its corners rounded by `radius`."""

    box: Box
    fill: Fill | None = None
    pen: Pen | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """A line from `start` on: each step is one point to go straight to, or three of a cubic curve."""

    start: Point
    steps: tuple[tuple[Point, ...], ...]
    fill: Fill | None = None
    pen: Pen | None = None
    closed: bool = False


class Align(StrEnum):
    """Where the lines of a text stand in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Text:
    """Lines already broken, in the middle of their box's height; `leading` is a line over its size.

    A `turned` text reads upwards, its lines from left to right.
    """

    box: Box
    lines: tuple[str, ...]
    size: int
    role: str = "text"
    align: Align = Align.LEFT
    bold: bool = False
    leading: float = 1.3
    opacity: float = 1.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a light, told apart by colour and shape."""

    box: Box
    light: Light
    opacity: float = 1.0


Shape = Rectangle | Path | Text | Mark


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that stands for an item: what it is called, and the numbers behind it as plain text."""

    item_id: str
    box: Box
    label: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture; `spots` are in the order in which a key walks through them."""

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()

    @property
    def box(self) -> Box:
        """The whole area."""
        return Box(0, 0, self.width, self.height)

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return the spot at a point, the last painted of several."""
        return next(
            (
                spot
                for spot in reversed(self.spots)
                if spot.box.x <= x <= spot.box.right and spot.box.y <= y <= spot.box.bottom
            ),
            None,
        )


def polygon(points: Iterable[Point], fill: Fill | None = None, pen: Pen | None = None) -> Path:
    """Return a closed shape with straight edges."""
    start, *others = points
    return Path(start, tuple((point,) for point in others), fill, pen, closed=True)


def line(start: Point, end: Point, pen: Pen) -> Path:
    """Return a straight line."""
    return Path(start, ((end,),), pen=pen)
