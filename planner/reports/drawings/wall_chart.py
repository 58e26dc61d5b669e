"""作战图: layers against quarters, each measure in the quarter in which it falls due, with its light.

What has no day, or falls due outside the plan's own quarters, stands in columns of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.domain.deadlines import DeadlineKind
from planner.domain.items import ROOT, Measure
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Pen, Rectangle
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Style
from planner.reports.drawings.scene import Scene, layer_role
from planner.reports.text_fit import LEADING, wrap

WIDTH = 1684
"""With the height that forty measures take it has about the shape of a landscape sheet of A-series paper."""

_LABEL = 150
_TOP = 44
_GAP = 6
_PAD = 5
_NAME, _MOST_NAME = 13, 5
"""The size of a measure's name, and the most lines that it takes."""
_FACT, _MOST_FACTS = 11, 4
_ROUNDING = 0.1
_SIGN = 24
"""The width that the light takes beside the name."""
_LEAST_ROW = 110
_MOST_QUARTERS = 12

Quarter = tuple[int, int]
Cells = dict[Quarter | str, list[Measure]]


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its key and what stands above it."""

    key: Quarter | str
    label: str


@dataclass(frozen=True, slots=True)
class _Card:
    """A measure with its name and facts, and how high each of them stands."""

    measure: Measure
    name: str
    facts: str
    name_height: float
    facts_height: float

    @property
    def height(self) -> float:
        """The height of the whole."""
        return self.name_height + self.facts_height + 2 * _PAD


@dataclass(frozen=True, slots=True)
class _Lane:
    """One layer, or what stands outside of layers: its name, how far it is, and its measures by column."""

    label: str
    share: str
    role: str
    cells: Cells


def wall_chart(scene: Scene) -> Drawing:
    """Draw the wall chart; each measure is a spot."""
    canvas = Canvas(scene, WIDTH)
    lanes = [lane for lane in _lanes(scene) if lane.cells or lane.share]
    columns = _columns(scene, lanes)
    title = scene.figure_title(N_("作战图"))
    measures = sum(len(cards) for lane in lanes for cards in lane.cells.values())
    canvas.head(title, [scene.words(N_("举措 {count}")).format(count=measures)])
    if not measures:
        canvas.nothing(scene.words(N_("还没有举措。")))
        return canvas.drawing(title, HEAD + 220 + FOOT)
    width = (WIDTH - 2 * MARGIN - _LABEL) / len(columns)
    for number, column in enumerate(columns):
        box = Box(MARGIN + _LABEL + number * width, HEAD, width, _TOP)
        canvas.add(Rectangle(box, Fill("header"), Pen("border-strong")))
        canvas.write(box.inset(4), column.label, Style((18, 16, 14, 12), align=Align.CENTRE, bold=True))
    top = float(HEAD + _TOP)
    for lane in lanes:
        top = _draw_lane(canvas, lane, top, [lane.cells.get(column.key, []) for column in columns])
    canvas.foot(top + FOOT, "", canvas.light_keys())
    return canvas.drawing(title, top + FOOT)


def _lanes(scene: Scene) -> Iterator[_Lane]:
    for number, layer in enumerate(scene.layers()):
        cells = _by_column(scene, scene.measures(layer.id))
        yield _Lane(scene.name(layer), scene.standing(layer.id).percent_text, layer_role(number), cells)
    outside = scene.plan.child_ids(ROOT, Measure)
    yield _Lane(scene.words(N_("未分层")), "", "header", _by_column(scene, outside))


def _by_column(scene: Scene, measures: Iterable[str]) -> Cells:
    found: defaultdict[Quarter | str, list[Measure]] = defaultdict(list)
    wanted = set(measures)
    for row in scene.plan.walk():
        if row in wanted:
            measure = scene.plan.get(row, Measure)
            found[_key(scene, measure)].append(measure)
    return found


def _key(scene: Scene, measure: Measure) -> Quarter | str:
    deadline = scene.derived.deadline(measure)
    if deadline.kind is DeadlineKind.DATE and deadline.end is not None:
        return deadline.end.year, (deadline.end.month + 2) // 3
    return {DeadlineKind.RECURRING: "recurring", DeadlineKind.OPEN_ENDED: "open"}.get(deadline.kind, "none")


def _columns(scene: Scene, lanes: Sequence[_Lane]) -> list[_Column]:
    """Return the quarters from the first to the last that has a measure, then what has no day.

    Where these are too many, only the quarters that have one.
    """
    words = scene.words
    keys = {key for lane in lanes for key in lane.cells}
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


def _draw_lane(canvas: Canvas, lane: _Lane, top: float, cells: Sequence[Sequence[Measure]]) -> float:
    """Draw one lane, and return its lower edge."""
    width = (WIDTH - 2 * MARGIN - _LABEL) / len(cells)
    columns = [[_card(canvas.scene, measure, width) for measure in found] for found in cells]
    height = max(_LEAST_ROW, *(sum(card.height + _GAP for card in cards) + _GAP for cards in columns))
    label = Box(MARGIN, top, _LABEL, height)
    ink = "layer-text" if lane.role.startswith("layer") else "text"
    canvas.add(Rectangle(label, Fill(lane.role), Pen("border-strong")))
    name = Box(label.x, label.y + height / 2 - 40, _LABEL, 44).inset(8, 2)
    canvas.write(name, lane.label, Style((26, 22, 18, 14), ink, Align.CENTRE, bold=True))
    share = Box(label.x, label.y + height / 2 + 6, _LABEL, 26).inset(8, 2)
    canvas.write(share, lane.share, Style((16,), ink, Align.CENTRE))
    for number, cards in enumerate(columns):
        box = Box(label.right + number * width, top, width, height)
        canvas.add(Rectangle(box, _soft(lane.role), Pen("border")))
        upper = top + _GAP
        for card in cards:
            _draw_card(canvas, Box(box.x, upper, width, card.height).inset(5, 0), card)
            upper += card.height + _GAP
    return top + height


def _soft(role: str) -> Fill:
    return Fill(f"{role}-soft", 0.5) if role.startswith("layer") else Fill("base-alternate")


def _card(scene: Scene, measure: Measure, width: float) -> _Card:
    """Return the card of a measure for a column, high enough for its name unless that is very long."""
    name = scene.name(measure)
    texts = (scene.cells.text(measure, "lead"), scene.derived.due_words(measure))
    facts = "\n".join(" ".join(text.split()) for text in texts if text)
    room = width - 10 - _SIGN - _PAD
    return _Card(
        measure,
        name,
        facts,
        min(len(wrap(name, room, _NAME)), _MOST_NAME) * _NAME * LEADING + _ROUNDING,
        min(len(wrap(facts, room, _FACT)), _MOST_FACTS) * _FACT * LEADING + _ROUNDING if facts else 0.0,
    )


def _draw_card(canvas: Canvas, box: Box, card: _Card) -> None:
    scene, measure = canvas.scene, card.measure
    canvas.add(Rectangle(box, Fill("base"), Pen("border-strong", 0.8), 4))
    light = scene.derived.verdict(measure.id).light
    canvas.add(Mark(Box(box.x + 6, box.y + 7, 13, 13), light))
    text = Box(box.x + _SIGN, box.y + _PAD, box.width - _SIGN - _PAD, card.name_height)
    canvas.write(text, card.name, Style((_NAME,)))
    below = Box(text.x, text.bottom, text.width, card.facts_height)
    canvas.write(below, card.facts, Style((_FACT,), "text-muted"))
    canvas.spot(measure.id, box, card.name, scene.measure_tip(measure))
