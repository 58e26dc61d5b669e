"""The framework of the countermeasures: policy, supports and groups as bands, their measures in them."""

from collections.abc import Sequence

from planner.domain.items import ROOT, Item, Measure, Node
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Pen, Rectangle, polygon
from planner.reports.drawings import measure_blocks as blocks
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Key, Style
from planner.reports.drawings.logic import Band, Division, Group, bands
from planner.reports.drawings.scene import Scene, Standing, layer_role

WIDTH = 1188

_ROLE = "accent"
_TITLE = 116
_GAP = 22
_PAD = 12
_MOST_CARDS = 4
_LIST_COLUMNS = 5
_LIST_ROWS = 9
_GROUP_HEAD = 50
_GROUP_GAP = 10


def countermeasures(scene: Scene) -> Drawing:
    """Draw the bands one below the other; each band, group, measure and part of a measure is a spot."""
    canvas = Canvas(scene, WIDTH)
    title = scene.figure_title(N_("对策框架"))
    found = bands(scene)
    facts = [
        scene.words(N_("{name} {count}")).format(name=band.title, count=len(band.measures)) for band in found
    ]
    canvas.head(title, facts[:8])
    if not found:
        canvas.nothing(scene.words(N_("还没有举措。添加举措并归入对策分类后，这里会画出对策框架。")))
        return canvas.drawing(title, HEAD + 240)
    y = HEAD + 4.0
    for number, band in enumerate(found):
        if number:
            _arrow(canvas, y - _GAP / 2)
        y = _band(canvas, band, y) + _GAP
    bottom = y - _GAP + FOOT + 6
    hidden = sum(max(len(division.measures) - blocks.MOST_MEASURES, 0) for division in _divisions(found))
    note = scene.words(N_("未画出的举措 {count}")).format(count=hidden) if hidden else ""
    canvas.foot(bottom, note, [*canvas.light_keys(), *_layer_keys(canvas)])
    return canvas.drawing(title, bottom)


def _divisions(found: Sequence[Band]) -> list[Division]:
    inside = [division for band in found for group in band.groups for division in group.divisions]
    return [*inside, *(Division(None, band.alone) for band in found)]


def _band(canvas: Canvas, band: Band, top: float) -> float:
    """Draw a band from `top` on, and return its lower edge."""
    place = len(canvas.shapes)
    inner = Box(MARGIN + _TITLE + _PAD, top + _PAD, WIDTH - 2 * MARGIN - _TITLE - 2 * _PAD, 0)
    bottom = inner.y
    if band.alone:
        bottom = _alone(canvas, band, inner)
    if band.groups:
        start = bottom + _GROUP_GAP if band.alone else inner.y
        bottom = _groups(canvas, band.groups, Box(inner.x, start, inner.width, 0))
    frame = Box(MARGIN, top, WIDTH - 2 * MARGIN, max(bottom + _PAD - top, 84))
    role = _ROLE if band.item else "text-muted"
    canvas.shapes[place:place] = [Rectangle(frame, Fill(role, 0.06), Pen(role, 1.2, opacity=0.6), 8)]
    _band_title(canvas, band, Box(frame.x, frame.y, _TITLE, frame.height), role)
    return frame.bottom


def _band_title(canvas: Canvas, band: Band, box: Box, role: str) -> None:
    scene, standing = canvas.scene, canvas.scene.together(band.measures)
    canvas.add(Rectangle(box, Fill(role), None, 8))
    text = "accent-text" if band.item else "base"
    block = Box(box.x + 10, box.centre[1] - 34, box.width - 20, 42)
    canvas.write(block, band.title, Style((20, 18, 16, 14, 13), text, Align.CENTRE, bold=True))
    below = Box(block.x, block.bottom + 2, block.width, 36)
    canvas.write(below, _counted(scene, standing), Style((13, 12), text, Align.CENTRE))
    if band.item:
        canvas.spot(band.item.id, box, band.title, scene.tip(band.item, standing))


def _counted(scene: Scene, standing: Standing) -> str:
    count = scene.words(N_("举措 {count}")).format(count=standing.measures)
    return f"{count} · {standing.percent_text}"


def _alone(canvas: Canvas, band: Band, box: Box) -> float:
    """Draw the measures outside of groups: a few as cards, many as a list."""
    scene = canvas.scene
    if len(band.alone) > _MOST_CARDS or band.item is None:
        count = min(_LIST_COLUMNS, -(-len(band.alone) // 3))
        return _list(canvas, box, [Division(None, band.alone)], count, _ROLE)
    places = box.columns(len(band.alone), _GROUP_GAP)
    cards = [(scene.plan[measure], _chips(scene, band, measure)) for measure in band.alone]
    height = max(blocks.card_height(scene, places[0].width, chips) for _, chips in cards)
    for (item, chips), place in zip(cards, places, strict=True):
        blocks.measure_card(canvas, Box(place.x, place.y, place.width, height), item, chips, _ROLE)
    return box.y + height


def _chips(scene: Scene, band: Band, measure: str) -> Sequence[Item]:
    """Return what a measure consists of: the areas that it covers, else its sub-measures."""
    targets = set(scene.plan.targets(measure, "term"))
    return [area for area in band.areas if area.id in targets] or scene.plan.children(measure, Measure)


def _groups(canvas: Canvas, groups: Sequence[Group], box: Box) -> float:
    """Draw the groups side by side, each as wide as its measures need, in as many rows as that takes."""
    y = box.y
    for row in _rows(groups):
        wide = sum(units for _, units in row)
        unit = (box.width + _GROUP_GAP) / max(wide, min(len(groups), _LIST_COLUMNS))
        x = box.x
        frames = []
        for group, units in row:
            place = Box(x, y, units * unit - _GROUP_GAP, 0)
            frames.append((group, place, _group_height(canvas.scene, group, place.width, units), units))
            x += units * unit
        height = max(frame[2] for frame in frames)
        for group, place, _, units in frames:
            _group(canvas, Box(place.x, place.y, place.width, height), group, units)
        y += height + _GROUP_GAP
    return y - _GROUP_GAP


def _rows(groups: Sequence[Group]) -> list[list[tuple[Group, int]]]:
    """Return the groups with their widths in columns, row by row."""
    rows: list[list[tuple[Group, int]]] = []
    used = _LIST_COLUMNS
    for group in groups:
        lines = sum(min(len(division.measures), blocks.MOST_MEASURES) for division in group.divisions) + sum(
            1 for division in group.divisions if division.heading
        )
        units = min(max(-(-lines // (_LIST_ROWS + 1)), 1), _LIST_COLUMNS)
        if used + units > _LIST_COLUMNS:
            rows.append([])
            used = 0
        rows[-1].append((group, units))
        used += units
    return rows


def _columns(box: Box, units: int) -> list[Box]:
    return box.inset(10, 0).columns(units, 16)


def _group_height(scene: Scene, group: Group, width: float, units: int) -> float:
    column = _columns(Box(0, 0, width, 0), units)[0]
    lines = blocks.split(blocks.entries(scene, group.divisions, column.width), units)
    return _GROUP_HEAD + max([24.0, *map(blocks.height_of, lines)]) + 8


def _group(canvas: Canvas, box: Box, group: Group, units: int) -> None:
    scene, standing = canvas.scene, canvas.scene.together(group.measures)
    canvas.add(Rectangle(box, Fill("base"), Pen(_ROLE, 1, opacity=0.5), 6))
    name = scene.name(group.item)
    head = Box(box.x + 10, box.y + 6, box.width - 20, _GROUP_HEAD - 12)
    canvas.write(Box(head.x, head.y, head.width, 24), name, Style((17, 15, 14, 13, 12), _ROLE, bold=True))
    left = Box(head.x, head.y + 22, head.width * 0.58, 18)
    right = Box(left.right, left.y, head.width - left.width, 18)
    canvas.write(left, _counted(scene, standing), Style((12, 11, 10), "text-muted"))
    canvas.light_line(right, standing, Align.RIGHT)
    canvas.spot(
        group.item.id, Box(box.x, box.y, box.width, _GROUP_HEAD), name, scene.tip(group.item, standing)
    )
    _list(canvas, Box(box.x + 10, box.y + _GROUP_HEAD, box.width - 20, 0), group.divisions, units, _ROLE)


def _list(canvas: Canvas, box: Box, divisions: Sequence[Division], count: int, role: str) -> float:
    places = box.columns(count, 16)
    lines = blocks.split(blocks.entries(canvas.scene, divisions, places[0].width), count)
    for place, column in zip(places, lines, strict=True):
        blocks.write_list(canvas, place, column, role)
    return box.y + max(map(blocks.height_of, lines))


def _arrow(canvas: Canvas, y: float) -> None:
    x = WIDTH / 2
    canvas.add(polygon([(x - 16, y - 5), (x + 16, y - 5), (x, y + 6)], Fill(_ROLE, 0.55)))


def _layer_keys(canvas: Canvas) -> list[Key]:
    """Return the explanations of the colours of the first layers."""
    layers = canvas.scene.plan.children(ROOT, Node)[:4]

    def key(place: int, name: str) -> Key:
        def draw(box: Box) -> None:
            canvas.add(Rectangle(Box(box.x + 5, box.y, 4, box.height), Fill(layer_role(place)), None, 2))

        return draw, name

    return [key(place, canvas.scene.name(layer)) for place, layer in enumerate(layers)]
