"""The parts that the house is built of: stones, pillars, courses and stairs; the roof has its own file.

Only `planner.reports.drawings.house` imports it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.items import Node
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Fill, Path, Pen, Point, Rectangle, Text, polygon
from planner.reports.drawings.canvas import Canvas, Style
from planner.reports.drawings.scene import Standing
from planner.reports.text_fit import fitted

STONE = 80
"""The height of a stone."""
PILLAR = 276
"""The height of a pillar from its base to the beam on it."""

_PLINTH = 54
_CORBEL = 34
_VERTICAL_SIZES = (17, 16, 15, 14, 13)
_VERTICAL_LEADING = 1.12
_COLUMN_PITCH = 1.4
_BREAK_AFTER = "与及和的"


@dataclass(frozen=True, slots=True)
class Part:
    """A component as a part of the building, in the colour of its layer."""

    node: Node
    title: str
    standing: Standing
    role: str
    tip: str

    @property
    def hollow(self) -> bool:
        """Whether no measure fills it."""
        return not self.standing.measures


def stone(canvas: Canvas, box: Box, part: Part) -> None:
    """Lay a stone: title, light, percentage and the number of measures; hollow where there are none."""
    if part.hollow:
        canvas.add(Rectangle(box, Fill("base"), Pen(part.role, 1.2, dashed=True, opacity=0.7), 4))
    else:
        canvas.add(Rectangle(box, Fill(f"{part.role}-soft"), Pen(part.role, 1.2, opacity=0.8), 4))
    inner = box.inset(9, 7)
    foot = Box(inner.x, inner.bottom - 27, inner.width, 19)
    canvas.write(
        Box(inner.x, inner.y, inner.width, inner.height - 29),
        part.title,
        Style((16, 15, 14, 13, 12), align=Align.CENTRE),
    )
    if part.hollow:
        canvas.write(foot, canvas.scene.words(N_("无举措")), Style((13,), "text-muted", Align.CENTRE))
    else:
        canvas.light_line(foot, part.standing, Align.CENTRE, percent=True)
        canvas.bar(Box(inner.x, inner.bottom - 4, inner.width, 4), part.standing.percent, part.role)
    canvas.spot(part.node.id, box, part.title, part.tip)


def pillars(canvas: Canvas, box: Box, parts: Sequence[Part]) -> None:
    """Raise a row of pillars, their titles written on them downwards where the script allows."""
    places = box.columns(len(parts))
    rooms = [_room(place) for place in places]
    inscriptions = [_vertical(part.title, room) for part, room in zip(parts, rooms, strict=True)]
    size = min((found[0] for found in inscriptions if found), default=_VERTICAL_SIZES[-1])
    rows = max((len(text) for found in inscriptions if found for text in found[1]), default=0)
    for part, place, room, found in zip(parts, places, rooms, inscriptions, strict=True):
        _pillar(canvas, place, part)
        role = "text" if part.hollow else "layer-text"
        if found:
            _write_downwards(canvas, room, found[1], size, rows, role)
        else:
            _write_upwards(canvas, room, part.title, role)


def _pillar(canvas: Canvas, box: Box, part: Part) -> None:
    """Raise one pillar with corbels and plinth."""
    centre, half = box.centre[0], _half(box)
    shaft = Box(centre - half, box.y, 2 * half, box.height - _PLINTH)
    if part.hollow:
        canvas.add(Rectangle(shaft, Fill("base"), Pen(part.role, 1.4, dashed=True)))
    else:
        canvas.add(Rectangle(shaft, Fill(part.role)))
        canvas.add(Rectangle(Box(shaft.x + half * 0.14, shaft.y, 3, shaft.height), Fill("layer-text", 0.3)))
    for side in (-1, 1):
        _corbel(canvas, (centre + side * half, box.y), side * (box.width / 2 - half - 1), part.role)
    canvas.add(
        Rectangle(
            Box(centre - half - 3, box.y + _CORBEL, 2 * half + 6, 5), Fill(part.role), Pen("base", 0.8), 1
        )
    )
    _plinth(canvas, Box(box.x + 2, shaft.bottom, box.width - 4, _PLINTH), part)
    canvas.spot(part.node.id, box, part.title, part.tip)


def _half(box: Box) -> float:
    return min(box.width * 0.34, 42)


def _room(box: Box) -> Box:
    """Return where on a pillar its title has room."""
    half = _half(box)
    top = box.y + _CORBEL + 5
    shaft = Box(box.centre[0] - half, top, 2 * half, box.bottom - _PLINTH - top)
    return shaft.inset(half * 0.16, 8)


def course(canvas: Canvas, box: Box, role: str, count: int, offset: float = 0.0) -> None:
    """Lay a low course of plain blocks, the joints moved by a part of a block."""
    canvas.add(Rectangle(box, Fill(role, 0.3)))
    wide = box.width / count
    for place in range(count + 1):
        joint = box.x + (place + offset) * wide
        if box.x < joint < box.right:
            canvas.add(Path((joint, box.y), (((joint, box.bottom),),), pen=Pen("base", 1.2)))


def stairs(canvas: Canvas, box: Box, role: str, *, left: bool) -> None:
    """Lay steps that lead from the outer lower corner of the box up to its inner upper one."""
    count = 5
    tread, rise = box.width / count, box.height / count
    points: list[Point] = [(box.right, box.bottom), (box.x, box.bottom)]
    for step in range(count):
        points += [
            (box.x + tread * step, box.bottom - rise * (step + 1)),
            (box.x + tread * (step + 1), box.bottom - rise * (step + 1)),
        ]
    if not left:
        points = [(box.x + box.right - x, y) for x, y in points]
    canvas.add(polygon(points, Fill(f"{role}-soft"), Pen(role, 1, opacity=0.6)))


def _corbel(canvas: Canvas, root: Point, reach: float, role: str) -> None:
    """Draw the corbel (雀替) that spreads from the head of a pillar along the beam, scalloped below."""
    x, y = root
    outline: tuple[tuple[Point, ...], ...] = (
        ((x + reach, y),),
        ((x + reach, y + 6), (x + reach * 0.8, y + 9), (x + reach * 0.62, y + 10)),
        ((x + reach * 0.62, y + 18), (x + reach * 0.36, y + 20), (x + reach * 0.28, y + 20)),
        ((x + reach * 0.26, y + 28), (x + reach * 0.08, y + _CORBEL), (x, y + _CORBEL)),
    )
    canvas.add(Path((x, y), outline, Fill(role, 0.7), closed=True))


def _plinth(canvas: Canvas, box: Box, part: Part) -> None:
    """Draw the drum (柱础) under a pillar, which carries its light and its percentage."""
    drum = Box(box.x + 2, box.y, box.width - 4, box.height)
    fill, pen = Fill("base"), Pen(part.role, 1.2, dashed=part.hollow, opacity=0.8)
    canvas.add(Rectangle(drum, fill, pen, 8))
    upper, lower = drum.inset(3, 5), drum.inset(6, 5)
    if part.hollow:
        canvas.write(upper, canvas.scene.words(N_("无举措")), Style((13, 12), "text-muted", Align.CENTRE))
        return
    percent = Box(upper.x, upper.y, upper.width, 17)
    line = Box(upper.x, upper.y + 18, upper.width, 17)
    canvas.write(percent, part.standing.percent_text, Style((15, 13), align=Align.CENTRE, bold=True))
    canvas.light_line(line, part.standing, Align.CENTRE)
    canvas.bar(Box(lower.x, drum.bottom - 8, lower.width, 3.5), part.standing.percent, part.role)


def _write_downwards(canvas: Canvas, box: Box, texts: Sequence[str], size: int, rows: int, role: str) -> None:
    """Write columns of at most `rows` characters, the first one at the right."""
    pitch, step = size * _COLUMN_PITCH, size * _VERTICAL_LEADING
    left = box.centre[0] + pitch * (len(texts) / 2 - 1)
    top = box.centre[1] - rows * step / 2
    for place, text in enumerate(texts):
        column = Box(left - pitch * place, top, pitch, len(text) * step)
        canvas.add(Text(column, tuple(text), size, role, Align.CENTRE, bold=True, leading=_VERTICAL_LEADING))


def _write_upwards(canvas: Canvas, box: Box, title: str, role: str) -> None:
    """Write a title in Latin letters, or in several scripts, turned by a quarter."""
    size, lines = fitted(title, box.height, box.width, (16, 15, 14, 13, 12, 11))
    canvas.add(Text(box, lines, size, role, Align.CENTRE, bold=True, turned=True))


def _vertical(title: str, box: Box) -> tuple[int, tuple[str, ...]] | None:
    """Return the largest size and the columns, the first to be read first; None where it can't be set so."""
    if any(char.isascii() or char in "，、；：“”‘’（）《》" for char in title):
        return None
    for size in _VERTICAL_SIZES:
        for texts in ((title,), _halves(title)):
            high = max(map(len, texts)) * size * _VERTICAL_LEADING
            wide = (len(texts) - 1) * size * _COLUMN_PITCH + size
            if high <= box.height and wide <= box.width:
                return size, texts
    return None


def _halves(title: str) -> tuple[str, str]:
    """Cut a title about its middle, after a conjunction if there is one, else at an even place."""
    middle = len(title) / 2
    joints = [place + 1 for place, char in enumerate(title[:-2]) if char in _BREAK_AFTER and place > 1]
    cut = min(joints, key=lambda joint: abs(joint - middle), default=len(title) // 4 * 2 + 2)
    return title[:cut], title[cut:]
