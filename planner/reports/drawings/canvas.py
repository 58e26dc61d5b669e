"""Collects the shapes of a figure, with the words on them, and what all figures have in common.

Only the figures of this package import it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from planner.app.messages import LIGHT_NAMES
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Pen, Rectangle, Shape, Spot, Text
from planner.reports.drawings.scene import Scene, Standing
from planner.reports.text_fit import LEADING, fitted, shortened, width_of

MARGIN = 32
HEAD = 92
"""The height that the title takes, from the upper edge on."""
FOOT = 44
"""The height that the legend takes, up to the lower edge."""
_KEY, _NOTE = 130, 200
"""The widths that a word of the legend may take, and that are kept for the note beside it."""
LEGEND = (Light.DONE, Light.GREEN, Light.BLUE, Light.YELLOW, Light.RED, Light.NONE)
"""The lights in the order in which they are explained."""


Key = tuple[Callable[[Box], None], str]
"""What draws a sign, and its explanation."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written: the first of the sizes at which it fits."""

    sizes: tuple[int, ...]
    role: str = "text"
    align: Align = Align.LEFT
    bold: bool = False
    opacity: float = 1.0


@dataclass(slots=True)
class Canvas:
    """A figure in the making."""

    scene: Scene
    width: float
    shapes: list[Shape] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes over what is there."""
        self.shapes += shapes

    def write(self, box: Box, text: str, style: Style, leading: float = LEADING) -> None:
        """Write a text into a box, broken into lines and shortened where it must be."""
        if not text:
            return
        size, lines = fitted(text, box.width, box.height, style.sizes, leading)
        self.add(Text(box, lines, size, style.role, style.align, style.bold, leading, style.opacity))

    def bar(self, box: Box, percent: float | None, role: str, opacity: float = 1.0) -> None:
        """Draw a bar of progress; without a percentage nothing."""
        if percent is None:
            return
        radius = box.height / 2
        self.add(Rectangle(box, Fill(role, 0.2 * opacity), None, radius))
        done = box.width * min(max(percent, 0.0), 100.0) / 100
        if done >= box.height:
            self.add(Rectangle(Box(box.x, box.y, done, box.height), Fill(role, opacity), None, radius))

    def light_line(self, box: Box, standing: Standing, align: Align, *, percent: bool = False) -> None:
        """Write the light, its word and, if asked for, the percentage in one line."""
        sign = 14
        text = f"{standing.word} {standing.percent_text}" if percent else standing.word
        room = box.width - sign - 4
        size, (text, *_) = fitted(text, room, box.height, (13, 12, 11))
        wide = min(width_of(text, size), room)
        left = box.x + {Align.LEFT: 0, Align.CENTRE: (room - wide) / 2, Align.RIGHT: room - wide}[align]
        self.add(
            Mark(Box(left, box.centre[1] - sign / 2, sign, sign), standing.light),
            Text(Box(left + sign + 4, box.y, wide, box.height), (text,), size),
        )

    def spot(self, item_id: str, box: Box, label: str, tip: str = "") -> None:
        """Let a place stand for an item."""
        self.spots.append(Spot(item_id, box, label, tip))

    def head(self, title: str, facts: Iterable[str]) -> None:
        """Write the title, and under it facts on one line."""
        box = Box(MARGIN, 24, self.width - 2 * MARGIN, 36)
        self.write(box, title, Style((26, 22, 18), align=Align.CENTRE, bold=True))
        line = "　·　".join(fact for fact in facts if fact)
        below = Box(MARGIN, 62, box.width, 22)
        self.write(below, line, Style((14, 13, 12), "text-muted", Align.CENTRE))

    def light_keys(self) -> list[Key]:
        """Return the explanations of all lights."""
        return [(partial(self._light, light), self.scene.words(LIGHT_NAMES[light])) for light in LEGEND]

    def foot(self, height: float, note: str = "", keys: Sequence[Key] = ()) -> None:
        """Explain signs at the lower edge of a figure of that height, and tell the day of the judgement."""
        top, size = height - FOOT, 13
        left = float(MARGIN)
        for draw, text in keys:
            word = shortened(text, _KEY, size)
            wide = width_of(word, size) + 4
            if left + wide > self.width - MARGIN - _NOTE:
                break
            draw(Box(left, top + 11, 14, 14))
            self.add(Text(Box(left + 20, top + 8, wide, 20), (word,), size, "text-muted"))
            left += wide + 40
        today = self.scene.words(N_("截至 {date}")).format(date=self.scene.derived.today.isoformat())
        ending = "　".join(part for part in (note, today) if part)
        box = Box(left, top + 8, self.width - MARGIN - left, 20)
        self.write(box, ending, Style((size, 12, 11), "text-muted", Align.RIGHT))

    def nothing(self, sentence: str) -> None:
        """Say in the middle that there is nothing to draw."""
        box = Box(MARGIN, HEAD + 20, self.width - 2 * MARGIN, 160)
        self.add(Rectangle(box, Fill("panel"), Pen("border", dashed=True), 6))
        self.write(box.inset(40), sentence, Style((18, 16), "text-muted", Align.CENTRE))

    def _light(self, light: Light, box: Box) -> None:
        self.add(Mark(box, light))

    def drawing(self, title: str, height: float) -> Drawing:
        """Return the finished figure."""
        return Drawing(title, self.width, height, tuple(self.shapes), tuple(self.spots))
