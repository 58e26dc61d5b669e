"""作战图: layers against quarters, each measure in the quarter in which it falls due, with its light.

What has no day, or falls due outside the plan's own quarters, stands in columns of its own.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.deadlines import DeadlineKind
from planner.domain.items import Measure, Node
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Pen, Rectangle
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Style
from planner.reports.drawings.scene import Scene, layer_role

WIDTH = 1684
"""With the height that forty measures take it has about the shape of a landscape sheet of A-series paper."""

_LABEL = 150
_TOP = 44
_CARD = 62
_GAP = 6
_LEAST_ROW = 110
_MOST_QUARTERS = 12

Quarter = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its key and what stands above it."""

    key: Quarter | str
    label: str


def wall_chart(scene: Scene) -> Drawing:
    """Draw the wall chart; each measure is a spot."""
    canvas = Canvas(scene, WIDTH)
    layers = scene.layers()
    placed = {layer.id: _by_column(scene, layer) for layer in layers}
    columns = _columns(scene, placed.values())
    title = scene.figure_title(N_("作战图"))
    measures = sum(len(cards) for cells in placed.values() for cards in cells.values())
    canvas.head(title, [scene.words(N_("举措 {count}")).format(count=measures)])
    if not measures:
        canvas.nothing(scene.words(N_("还没有举措。")))
        return canvas.drawing(title, HEAD + 220 + FOOT)
    width = (WIDTH - 2 * MARGIN - _LABEL) / len(columns)
    for number, column in enumerate(columns):
        box = Box(MARGIN + _LABEL + number * width, HEAD, width, _TOP)
        canvas.add(Rectangle(box, Fill("header"), Pen("border-strong")))
        canvas.write(box.inset(4), column.label, Style((18, 16, 14, 12), align=Align.CENTRE, bold=True))
    top = HEAD + _TOP + 0.0
    for number, layer in enumerate(layers):
        top = _row(canvas, layer, layer_role(number), top, [placed[layer.id].get(c.key, []) for c in columns])
    canvas.foot(top + FOOT, "", canvas.light_keys())
    return canvas.drawing(title, top + FOOT)


def _by_column(scene: Scene, layer: Node) -> dict[Quarter | str, list[Measure]]:
    found: defaultdict[Quarter | str, list[Measure]] = defaultdict(list)
    rows = (scene.plan[row] for row in scene.plan.walk(layer.id))
    for measure in rows:
        if isinstance(measure, Measure) and not isinstance(scene.plan.find(measure.parent), Measure):
            found[_key(scene, measure)].append(measure)
    return found


def _key(scene: Scene, measure: Measure) -> Quarter | str:
    deadline = scene.derived.deadline(measure)
    if deadline.kind is DeadlineKind.DATE and deadline.end is not None:
        return deadline.end.year, (deadline.end.month + 2) // 3
    return {DeadlineKind.RECURRING: "recurring", DeadlineKind.OPEN_ENDED: "open"}.get(deadline.kind, "none")


def _columns(scene: Scene, cells: Sequence[dict[Quarter | str, list[Measure]]]) -> list[_Column]:
    """Return the quarters from the first to the last that has a measure (or those that have one, where these
    are too many), then what has no day."""
    words = scene.words
    keys = {key for row in cells for key in row}
    quarters = sorted(key for key in keys if isinstance(key, tuple))
    if quarters:
        every = _all_quarters(quarters[0], quarters[-1])
        quarters = every if len(every) <= _MOST_QUARTERS else quarters
    label = words(N_("{year}年{quarter}季度"))
    names = {"recurring": N_("周期任务"), "open": N_("长期任务"), "none": N_("未定时限")}
    return [
        *(_Column((year, quarter), label.format(year=year, quarter=quarter)) for year, quarter in quarters),
        *(_Column(key, words(name)) for key, name in names.items() if key in keys),
    ]


def _all_quarters(first: Quarter, last: Quarter) -> list[Quarter]:
    start, end = (year * 4 + quarter - 1 for year, quarter in (first, last))
    return [(number // 4, number % 4 + 1) for number in range(start, end + 1)]


def _row(canvas: Canvas, layer: Node, role: str, top: float, cells: Sequence[Sequence[Measure]]) -> float:
    """Draw one layer, and return its lower edge."""
    most = max((len(cards) for cards in cells), default=0)
    height = max(_LEAST_ROW, most * (_CARD + _GAP) + _GAP)
    label = Box(MARGIN, top, _LABEL, height)
    canvas.add(Rectangle(label, Fill(role), Pen("border-strong")))
    name = Box(label.x, label.y + height / 2 - 40, _LABEL, 44).inset(8, 2)
    canvas.write(
        name, canvas.scene.name(layer), Style((26, 22, 18, 14), "layer-text", Align.CENTRE, bold=True)
    )
    standing = canvas.scene.standing(layer.id)
    share = Box(label.x, label.y + height / 2 + 6, _LABEL, 26).inset(8, 2)
    canvas.write(share, standing.percent_text, Style((16,), "layer-text", Align.CENTRE))
    width = (WIDTH - 2 * MARGIN - _LABEL) / len(cells)
    for number, cards in enumerate(cells):
        box = Box(label.right + number * width, top, width, height)
        canvas.add(Rectangle(box, Fill(f"{role}-soft", 0.5), Pen("border")))
        for place, measure in enumerate(cards):
            _card(canvas, Box(box.x, top + _GAP + place * (_CARD + _GAP), width, _CARD).inset(5, 0), measure)
    return top + height


def _card(canvas: Canvas, box: Box, measure: Measure) -> None:
    scene = canvas.scene
    canvas.add(Rectangle(box, Fill("base"), Pen("border-strong", 0.8), 4))
    light = scene.derived.verdict(measure.id).light
    canvas.add(Mark(Box(box.x + 6, box.y + 7, 13, 13), light))
    name = scene.name(measure)
    canvas.write(Box(box.x + 24, box.y + 3, box.width - 30, 38), name, Style((14, 13, 12, 11)))
    facts = " ".join(
        text for text in (scene.cells.text(measure, "lead"), scene.derived.due_words(measure)) if text
    )
    below = Box(box.x + 24, box.bottom - 20, box.width - 30, 17)
    canvas.write(below, facts.replace("\n", " "), Style((11, 10), "text-muted"))
    canvas.spot(measure.id, box, name, scene.measure_tip(measure))
