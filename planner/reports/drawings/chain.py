"""The chain from problems over symptoms, causes and measures to indicators, whole or around one item."""

from collections.abc import Mapping

from planner.domain.items import Item, Measure
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Mark, Path, Pen, Rectangle
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Key, Style
from planner.reports.drawings.chain_graph import DrawnChain, Stage, drawn_chain
from planner.reports.drawings.scene import Scene

WIDTH = 1380

_NAMES = {
    Stage.PROBLEM: N_("问题"),
    Stage.SYMPTOM: N_("表现"),
    Stage.CAUSE: N_("成因"),
    Stage.MEASURE: N_("举措"),
    Stage.INDICATOR: N_("指标"),
}
_WIDTHS = (88, 200, 216, 232, 240)
_GAPS = (24, 36, 140, 140)
_ROLES = ("layer-1", "layer-2", "layer-3", "layer-4", "accent")
_ROW = 27
_BOX = 23
_COLUMN_HEAD = 34
_FAINT = 0.3


def chain(scene: Scene, focus: str = "") -> Drawing:
    """Draw the chain; with a `focus` what does not hang together with that item is faint."""
    canvas = Canvas(scene, WIDTH)
    graph = drawn_chain(scene, focus)
    title = scene.figure_title(N_("逻辑链"))
    if graph.empty:
        canvas.head(title, ())
        canvas.nothing(scene.words(N_("还没有问题、成因、举措和指标。填写并关联后，这里会画出逻辑链。")))
        return canvas.drawing(title, HEAD + 240)
    shown = graph.linked(focus) if any(focus in column for column in graph.columns) else frozenset[str]()
    canvas.head(title, _facts(scene, graph, shown))
    height = max(map(len, graph.columns)) * _ROW
    picture = _Picture(canvas, graph, shown, _places(graph, HEAD + _COLUMN_HEAD + 8.0, height))
    picture.draw()
    bottom = HEAD + _COLUMN_HEAD + 8 + height + FOOT
    hint = scene.words(N_("再次单击进入，Esc 显示全部") if shown else N_("单击一项，只看与它相连的"))
    left_out = scene.words(N_("未画出的举措 {count}")).format(count=graph.hidden) if graph.hidden else ""
    note = "　".join(text for text in (left_out, hint) if text)
    canvas.foot(bottom, note, [*canvas.light_keys(), picture.key()])
    return canvas.drawing(title, bottom)


def _facts(scene: Scene, graph: DrawnChain, shown: frozenset[str]) -> list[str]:
    text = scene.words(N_("{name} {count}"))
    return [
        text.format(
            name=scene.words(_NAMES[stage]),
            count=sum(1 for item in graph.columns[stage] if not shown or item in shown),
        )
        for stage in Stage
    ]


def _places(graph: DrawnChain, top: float, height: float) -> dict[str, Box]:
    """Return where each item stands: its column is spread over the height, problems amid what is theirs."""
    places: dict[str, Box] = {}
    x = float(MARGIN)
    for width, gap, column in zip(_WIDTHS, (*_GAPS, 0), graph.columns, strict=True):
        pitch = height / max(len(column), 1)
        for row, item in enumerate(column):
            places[item] = Box(x, top + pitch * (row + 0.5) - _BOX / 2, width, _BOX)
        x += width + gap
    for problem in graph.columns[Stage.PROBLEM]:
        if around := [places[part] for part in graph.parts(problem, Stage.SYMPTOM)]:
            first, last = around[0].y, around[-1].bottom
            places[problem] = Box(MARGIN, first, _WIDTHS[0], last - first)
    return places


class _Picture:
    """Draws the boxes and lines of one chain."""

    def __init__(
        self, canvas: Canvas, graph: DrawnChain, shown: frozenset[str], places: Mapping[str, Box]
    ) -> None:
        self._canvas = canvas
        self._scene = canvas.scene
        self._graph = graph
        self._shown = shown
        self._places = places
        self._loose = graph.loose()
        problems = graph.columns[Stage.PROBLEM]
        self._roles = {problem: _ROLES[rank % len(_ROLES)] for rank, problem in enumerate(problems)}

    def draw(self) -> None:
        """Draw headings, then the lines (those in focus on top), then the boxes."""
        for stage in Stage:
            self._heading(stage)
        for problem in self._graph.columns[Stage.PROBLEM]:
            self._bundle(problem)
        for edge in sorted(self._graph.edges, key=lambda edge: bool(self._shown) and self._lit(*edge)):
            self._line(*edge)
        for stage in Stage:
            for item_id in self._graph.columns[stage]:
                self._box(stage, self._scene.plan[item_id])

    def key(self) -> Key:
        """Return the explanation of the dashed frame."""

        def draw(box: Box) -> None:
            self._canvas.add(Rectangle(box, Fill("base"), Pen("danger", 1.2, dashed=True), 3))

        return draw, self._scene.words(N_("断链 {count}")).format(count=len(self._loose))

    def _lit(self, *items: str) -> bool:
        return not self._shown or all(item in self._shown for item in items)

    def _role(self, item_id: str) -> str:
        return self._roles.get(self._graph.problem_of.get(item_id, item_id), "border-strong")

    def _heading(self, stage: Stage) -> None:
        column = self._graph.columns[stage]
        if not column:
            return
        place = self._places[column[0]]
        text = self._scene.words(_NAMES[stage])
        box = Box(place.x, HEAD, place.width, _COLUMN_HEAD - 6)
        self._canvas.write(box, text, Style((16, 14), "text", Align.CENTRE, bold=True))
        self._canvas.add(Rectangle(Box(box.x, box.bottom, box.width, 2), Fill("border-strong")))

    def _bundle(self, problem: str) -> None:
        """Draw one broad band from a problem's symptoms to its causes, which belong together as a whole."""
        symptoms, causes = (
            [self._places[item] for item in self._graph.parts(problem, stage)]
            for stage in (Stage.SYMPTOM, Stage.CAUSE)
        )
        if not symptoms or not causes:
            return
        left, right = symptoms[0].right, causes[0].x
        middle = (left + right) / 2
        outline = (
            ((middle, symptoms[0].y), (middle, causes[0].y), (right, causes[0].y)),
            ((right, causes[-1].bottom),),
            ((middle, causes[-1].bottom), (middle, symptoms[-1].bottom), (left, symptoms[-1].bottom)),
        )
        lit = not self._shown or problem in self._shown
        fill = Fill(self._roles[problem], 0.2 if lit else 0.05)
        self._canvas.add(Path((left, symptoms[0].y), outline, fill, closed=True))

    def _line(self, first: str, last: str) -> None:
        start, end = self._places[first], self._places[last]
        lit = self._lit(first, last)
        y = min(max(end.centre[1], start.y + 4), start.bottom - 4)
        middle = (start.right + end.x) / 2
        curve = ((middle, y), (middle, end.centre[1]), (end.x, end.centre[1]))
        opacity = (0.85 if self._shown else 0.5) if lit else 0.07
        pen = Pen(self._role(first), 1.8 if lit and self._shown else 1.2, opacity=opacity)
        self._canvas.add(Path((start.right, y), (curve,), pen=pen))

    def _box(self, stage: Stage, item: Item) -> None:
        canvas, box, name = self._canvas, self._places[item.id], self._scene.name(item)
        opacity = 1.0 if self._lit(item.id) else _FAINT
        role = self._role(item.id)
        loose = item.id in self._loose
        frame = (
            Pen("danger", 1.3, dashed=True, opacity=opacity) if loose else Pen(role, 1, opacity=0.8 * opacity)
        )
        canvas.add(Rectangle(box, Fill("base"), None, 4))
        tint = 0.24 if stage is Stage.PROBLEM else 0.08
        canvas.add(Rectangle(box, Fill(role, tint * opacity), frame, 4))
        inner = box.inset(7, 1)
        if stage is Stage.MEASURE:
            light = self._scene.derived.verdict(item.id).light
            canvas.add(Mark(Box(inner.x, box.centre[1] - 6.5, 13, 13), light, opacity))
            inner = Box(inner.x + 18, inner.y, inner.width - 18, inner.height)
        if stage is Stage.PROBLEM:
            style = Style((18, 16, 14, 13), "text", Align.CENTRE, bold=True, opacity=opacity)
        else:
            style = Style((13, 12, 11, 10), "text", opacity=opacity)
        canvas.write(inner, name, style, leading=1.25)
        canvas.spot(item.id, box, name, self._tip(item, name))

    def _tip(self, item: Item, name: str) -> str:
        if isinstance(item, Measure):
            return self._scene.measure_tip(item)
        linked = self._graph.linked(item.id)
        counts = [
            self._scene.words(N_("{name} {count}")).format(
                name=self._scene.words(_NAMES[stage]),
                count=sum(1 for other in self._graph.columns[stage] if other in linked and other != item.id),
            )
            for stage in Stage
            if item.id not in self._graph.columns[stage]
        ]
        return f"{name}\n{'　'.join(counts)}"
