"""Measures on a figure: as rows of a list with headings, as cards with what they consist of, and chips.

Only the figures of this package import it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.items import ROOT, Item, Measure, Node
from planner.reports.drawing import Align, Box, Fill, Mark, Pen, Rectangle
from planner.reports.drawings.canvas import Canvas, Style
from planner.reports.drawings.logic import Division
from planner.reports.drawings.scene import Scene, layer_role
from planner.reports.text_fit import shortened, width_of, wrap

HEADING = 26
MOST_MEASURES = 60
"""More of them in one division nobody could read."""
_LINE = 17
_PAD = 8
_SIZE = 13
_SIGN = 13
_PERCENT = 36
_CHIP = 24
_CHIP_GAP = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: a heading or a measure, and how high it is."""

    item: Item
    height: float
    heading: bool = False


def layer_of(scene: Scene, item_id: str) -> str:
    """Return the colour of the layer under which a measure stands; a quiet one outside of layers."""
    *_, top = (item_id, *scene.plan.ancestors(item_id))
    layers = scene.plan.child_ids(ROOT, Node)
    return layer_role(layers.index(top)) if top in layers else "text-muted"


def entries(scene: Scene, divisions: Sequence[Division], width: float) -> list[Entry]:
    """Return the lines of a list that is so wide; of a division with very many measures the first ones."""
    found = []
    for division in divisions:
        if division.heading is not None:
            found.append(Entry(division.heading, HEADING, heading=True))
        for measure in division.measures[:MOST_MEASURES]:
            item = scene.plan[measure]
            lines = min(len(wrap(scene.name(item), width - _PERCENT - _SIGN - 14, _SIZE)), 2)
            found.append(Entry(item, lines * _LINE + _PAD))
    return found


def split(lines: Sequence[Entry], count: int) -> list[list[Entry]]:
    """Return the lines in so many columns of about one height; no heading stands at the end of one."""
    columns: list[list[Entry]] = [[] for _ in range(count)]
    total = sum(line.height for line in lines)
    column, used = 0, 0.0
    for place, line in enumerate(lines):
        needed = line.height + (lines[place + 1].height if line.heading and place + 1 < len(lines) else 0)
        if column + 1 < count and used + needed / 2 > total * (column + 1) / count and columns[column]:
            column += 1
        columns[column].append(line)
        used += line.height
    return columns


def height_of(lines: Sequence[Entry]) -> float:
    """Return the height of one column of lines."""
    return sum(line.height for line in lines)


def write_list(canvas: Canvas, box: Box, lines: Sequence[Entry], role: str) -> None:
    """Write the lines from the upper edge of the box on."""
    y = box.y
    for line in lines:
        place = Box(box.x, y, box.width, line.height)
        if line.heading:
            name = canvas.scene.name(line.item)
            canvas.write(
                Box(place.x, place.y + 4, place.width, HEADING - 6), name, Style((13, 12), role, bold=True)
            )
            canvas.add(Rectangle(Box(place.x, place.bottom - 2, place.width, 1.2), Fill(role, 0.5)))
            canvas.spot(line.item.id, place, name)
        else:
            measure_row(canvas, place, line.item)
        y += line.height


def measure_row(canvas: Canvas, box: Box, item: Item) -> None:
    """Write a measure on a line: its layer's colour, light, title and percentage."""
    scene = canvas.scene
    standing = scene.together([item.id])
    row = box.inset(0, 2)
    canvas.add(Rectangle(Box(row.x, row.y + 1, 3, row.height - 2), Fill(layer_of(scene, item.id)), None, 1.5))
    canvas.add(Mark(Box(row.x + 8, row.centre[1] - _SIGN / 2, _SIGN, _SIGN), standing.light))
    left = row.x + _SIGN + 13
    title = Box(left, row.y, row.right - _PERCENT - left, row.height)
    canvas.write(title, scene.name(item), Style((_SIZE, 12)))
    percent = Box(row.right - _PERCENT, row.y, _PERCENT, row.height)
    canvas.write(percent, standing.percent_text, Style((12, 11), "text-muted", Align.RIGHT))
    canvas.spot(item.id, row, scene.name(item), scene.measure_tip(item))


def card_height(scene: Scene, width: float, chips: Sequence[Item]) -> float:
    """Return the height of a card of that width with these chips."""
    rows = chip_rows([scene.name(chip) for chip in chips], width - 24)
    return 50 + len(rows) * (_CHIP + _CHIP_GAP) + (6 if rows else 0)


def measure_card(canvas: Canvas, box: Box, item: Item, chips: Sequence[Item], role: str) -> None:
    """Draw a measure as a card: title, light and percentage, below it chips of what it consists of."""
    scene = canvas.scene
    canvas.add(Rectangle(box, Fill("base"), Pen(role, 1.2, opacity=0.7), 5))
    canvas.add(Rectangle(Box(box.x, box.y, 5, box.height), Fill(layer_of(scene, item.id)), None, 2))
    standing = scene.together([item.id])
    light = Box(box.right - 132, box.y + 12, 120, 26)
    canvas.write(
        Box(box.x + 16, box.y + 8, light.x - box.x - 22, 34),
        scene.name(item),
        Style((17, 15, 14, 13, 12), bold=True),
    )
    canvas.light_line(light, standing, Align.RIGHT, percent=True)
    canvas.spot(item.id, box, scene.name(item), scene.measure_tip(item))
    write_chips(canvas, Box(box.x + 14, box.y + 50, box.width - 24, box.height - 50), chips, role)


def write_chips(canvas: Canvas, box: Box, chips: Sequence[Item], role: str) -> None:
    """Write small framed names one after the other, in as many rows as they need."""
    scene = canvas.scene
    names = [scene.name(chip) for chip in chips]
    number = 0
    for place, row in enumerate(chip_rows(names, box.width)):
        x = box.x
        for name, wide in row:
            chip = Box(x, box.y + place * (_CHIP + _CHIP_GAP), wide, _CHIP)
            canvas.add(Rectangle(chip, Fill(role, 0.1), None, 4))
            canvas.write(chip.inset(6, 2), name, Style((_SIZE,), align=Align.CENTRE))
            item = chips[number]
            canvas.spot(
                item.id, chip, names[number], scene.measure_tip(item) if isinstance(item, Measure) else ""
            )
            x, number = x + wide + _CHIP_GAP, number + 1


def chip_rows(names: Sequence[str], width: float) -> list[list[tuple[str, float]]]:
    """Return the names in rows, each with the width of its chip; one wider than a row is shortened."""
    rows: list[list[tuple[str, float]]] = []
    used = width
    for name in names:
        text = shortened(name, width - 16, _SIZE)
        wide = width_of(text, _SIZE) + 16
        if used + wide > width + 0.01:
            rows.append([])
            used = 0.0
        rows[-1].append((text, wide))
        used += wide + _CHIP_GAP
    return rows
