"""The framework as the building that its names mean: ground, terrace, pillars, and a beam under a roof.

The first layer lies at the bottom, the last one bears the roof; between are pillars and terraces in turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from planner.domain.items import PLAN_ID, Indicator, Node
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Path, Pen, Rectangle
from planner.reports.drawings import masonry
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Style
from planner.reports.drawings.masonry import Part
from planner.reports.drawings.roof import ROOF, roof
from planner.reports.drawings.scene import Scene, Standing, layer_role

WIDTH = 1188
"""With the four layers of the template the figure has the shape of a sheet of A-series paper."""

_GROUND_WIDTH = 860
_TOP_WIDTH = 740
_INSET = 100
_EAVES = 80
_GAP = 6
_LABEL = 128


class Form(Enum):
    """As what a layer is built."""

    GROUND = auto()
    TERRACE = auto()
    PILLARS = auto()
    BEAM = auto()


_ABOVE = {Form.GROUND: 8, Form.TERRACE: 16, Form.PILLARS: 0, Form.BEAM: 12}
_BELOW = {Form.GROUND: 18, Form.TERRACE: 14, Form.PILLARS: 0, Form.BEAM: 10}
_MOST = {Form.GROUND: 8, Form.TERRACE: 8, Form.PILLARS: 10, Form.BEAM: 6}


@dataclass(frozen=True, slots=True)
class Storey:
    """One layer with the parts in each of its rows, the upper row first."""

    node: Node
    form: Form
    role: str
    width: float
    rows: tuple[tuple[Part, ...], ...]

    @property
    def row_height(self) -> float:
        """The height of one row of parts."""
        return masonry.PILLAR if self.form is Form.PILLARS and any(self.rows) else masonry.STONE

    @property
    def height(self) -> float:
        """The height of the layer with its mouldings."""
        rows = len(self.rows) * (self.row_height + _GAP) - _GAP
        return rows + _ABOVE[self.form] + _BELOW[self.form]


def house(scene: Scene) -> Drawing:
    """Draw the framework; each layer, each component and the plan on the roof's plaque is a spot."""
    canvas = Canvas(scene, WIDTH)
    plan = scene.plan
    layers = scene.layers()
    components = [node for layer in layers for node in plan.children(layer.id, Node)]
    title = scene.figure_title(N_("框架"))
    facts = (
        scene.words(N_("框架层 {count}")).format(count=len(layers)),
        scene.words(N_("要素 {count}")).format(count=len(components)),
        scene.words(N_("举措 {count}")).format(count=len(scene.measures())),
        scene.words(N_("指标 {count}")).format(count=len(plan.of(Indicator))),
    )
    canvas.head(title, facts)
    if not layers:
        canvas.nothing(scene.words(N_("还没有框架层。添加层和要素后，这里会建起框架。")))
        return canvas.drawing(title, HEAD + 240)
    bottom = _build(canvas, [*reversed(_storeys(scene, layers))])
    height = bottom + 14 + FOOT
    canvas.foot(height, _hollow_note(scene, components), canvas.light_keys())
    return canvas.drawing(title, height)


def _storeys(scene: Scene, layers: Sequence[Node]) -> list[Storey]:
    storeys = []
    for place, (layer, form) in enumerate(zip(layers, forms(len(layers)), strict=True)):
        role = layer_role(place)
        parts = [_part(scene, node, role) for node in scene.plan.children(layer.id, Node)]
        width = max(_GROUND_WIDTH - _INSET * place, _TOP_WIDTH)
        storeys.append(Storey(layer, form, role, width, _rows(parts, _MOST[form])))
    return storeys


def forms(count: int) -> list[Form]:
    """Return the forms of the layers from the ground up; right under the beam stand pillars."""
    if count == 1:
        return [Form.GROUND]
    between = [Form.TERRACE if place % 2 else Form.PILLARS for place in range(count - 2)]
    return [Form.GROUND, *reversed(between), Form.BEAM]


def _part(scene: Scene, node: Node, role: str) -> Part:
    standing = scene.standing(node.id)
    return Part(node, scene.name(node), standing, role, scene.tip(node, standing))


def _rows(parts: Sequence[Part], most: int) -> tuple[tuple[Part, ...], ...]:
    """Return the parts in rows of about one length; one empty row where there are none."""
    count = max(-(-len(parts) // most), 1)
    cuts = [len(parts) * row // count for row in range(count + 1)]
    return tuple(tuple(parts[first:last]) for first, last in pairwise(cuts))


def _build(canvas: Canvas, storeys: Sequence[Storey]) -> float:
    """Draw the storeys from the top down, and return where the ground ends."""
    top = float(HEAD)
    if storeys[0].form is Form.BEAM:
        eaves = storeys[0].width / 2 + _EAVES
        roof(canvas, Box(WIDTH / 2 - eaves, top, 2 * eaves, ROOF), storeys[0].role)
        _plaque(canvas, Box(WIDTH / 2 - 112, top + 36, 224, 68), storeys[0].role)
        top += ROOF
    for storey in storeys:
        box = Box((WIDTH - storey.width) / 2, top, storey.width, storey.height)
        _labels(canvas, box, storey)
        _mouldings(canvas, box, storey)
        row_top = box.y + _ABOVE[storey.form]
        for row in storey.rows:
            _row(canvas, Box(box.x, row_top, box.width, storey.row_height), storey, row)
            row_top += storey.row_height + _GAP
        top = box.bottom
    ends = (((WIDTH - MARGIN, top),),)
    canvas.add(Path((MARGIN, top), ends, pen=Pen("border-strong", 1.5)))
    return top


def _row(canvas: Canvas, box: Box, storey: Storey, parts: Sequence[Part]) -> None:
    if not parts:
        canvas.add(Rectangle(box, Fill("base"), Pen(storey.role, 1.2, dashed=True, opacity=0.7), 4))
        canvas.write(
            box.inset(12), canvas.scene.words(N_("还没有要素")), Style((14,), "text-muted", Align.CENTRE)
        )
        return
    if storey.form is Form.PILLARS:
        masonry.pillars(canvas, box, parts)
        return
    for part, place in zip(parts, box.inset(_GAP, 0).columns(len(parts), _GAP), strict=True):
        masonry.stone(canvas, place, part)


def _mouldings(canvas: Canvas, box: Box, storey: Storey) -> None:
    """Draw what frames the rows of a storey."""
    role = storey.role
    match storey.form:
        case Form.GROUND:
            canvas.add(Rectangle(box, Fill(role, 0.1)))
            masonry.course(canvas, Box(box.x, box.bottom - 12, box.width, 12), role, 24, 0.5)
        case Form.TERRACE:
            body = Box(box.x, box.y + 6, box.width, box.height - 12)
            for left in (True, False):
                x = box.x - _INSET / 2 if left else box.right
                masonry.stairs(canvas, Box(x, box.y + 6, _INSET / 2, box.height - 6), role, left=left)
            canvas.add(Rectangle(body, Fill(role, 0.1)))
            canvas.add(Rectangle(Box(box.x - 8, box.y, box.width + 16, 10), Fill(role), None, 2))
            masonry.course(canvas, Box(box.x, box.bottom - 9, box.width, 9), role, 22)
        case Form.BEAM:
            canvas.add(Rectangle(box, Fill(role, 0.14)))
            canvas.add(Rectangle(Box(box.x - 14, box.bottom - 5, box.width + 28, 6), Fill(role), None, 2))
        case Form.PILLARS:
            canvas.add(Rectangle(box.inset(4, 0), Fill(role, 0.05)))


def _labels(canvas: Canvas, box: Box, storey: Storey) -> None:
    """Write beside a storey what it is called and for, and on the other side how far it is."""
    scene, layer = canvas.scene, storey.node
    standing = scene.standing(layer.id)
    name = scene.name(layer)
    block = Box(MARGIN, box.centre[1] - 40, _LABEL, 80)
    canvas.write(Box(block.x, block.y, _LABEL, 42), name, Style((30, 24, 20, 16, 14), storey.role, bold=True))
    canvas.write(Box(block.x, block.y + 42, _LABEL, 38), layer.function, Style((14, 13), "text-muted"))
    canvas.spot(layer.id, block, name, scene.tip(layer, standing))
    side = Box(WIDTH - MARGIN - _LABEL, block.y, _LABEL, 80)
    _numbers(canvas, side, storey, standing)


def _numbers(canvas: Canvas, box: Box, storey: Storey, standing: Standing) -> None:
    words = canvas.scene.words
    role = "text-faint" if standing.percent is None else storey.role
    percent = Style((26,), role, Align.RIGHT, bold=True)
    canvas.write(Box(box.x, box.y, box.width, 34), standing.percent_text, percent)
    canvas.light_line(Box(box.x, box.y + 36, box.width, 20), standing, Align.RIGHT)
    count = words(N_("举措 {count}")).format(count=standing.measures)
    canvas.write(Box(box.x, box.y + 58, box.width, 20), count, Style((13,), "text-muted", Align.RIGHT))


def _plaque(canvas: Canvas, box: Box, role: str) -> None:
    """Hang the plaque (匾额) on the roof: how far the whole plan is."""
    scene, standing = canvas.scene, canvas.scene.overall()
    canvas.add(
        Rectangle(box, Fill("base"), Pen(role, 2.5), 3),
        Rectangle(box.inset(5), None, Pen(role, 1, opacity=0.6), 2),
    )
    inner = box.inset(14, 8)
    left, right = inner.columns(2, 8)
    percent = Style((34,), role, Align.RIGHT, bold=True)
    canvas.write(left, standing.percent_text, percent)
    canvas.write(
        Box(right.x, right.y + 3, right.width, 22), scene.words(N_("总体进度")), Style((15, 14), bold=True)
    )
    canvas.light_line(Box(right.x, right.y + 27, right.width, 20), standing, Align.LEFT)
    canvas.spot(PLAN_ID, box, scene.name(scene.plan.head), scene.tip(scene.plan.head, standing))


def _hollow_note(scene: Scene, components: Sequence[Node]) -> str:
    hollow = sum(1 for node in components if not scene.measures(node.id))
    return scene.words(N_("虚线：尚无举措的要素 {count}")).format(count=hollow) if hollow else ""
