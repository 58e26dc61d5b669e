"""The way to the goals: stages on a rising road, targets and milestones below it on one axis of time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from planner.app.indicator_facts import amount
from planner.domain.items import ROOT, Facet, Indicator, IndicatorValue, Term
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day
from planner.reports.drawing import Align, Box, Drawing, Fill, Path, Pen, Point, Rectangle, line, polygon
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Style
from planner.reports.drawings.milestone_lanes import Lanes
from planner.reports.drawings.scene import Scene
from planner.reports.drawings.time_axis import TimeAxis, columns

WIDTH = 1188

_LABEL = 96
_END = 96
_MOST_STOPS = 7
_YEAR = 34
_STAGE = 24
_RISE = 84
_AXIS = 28
_YEAR_ROOM = 38
_TARGET = 236
_ROW = 38
_GAP = 10


@dataclass(slots=True)
class Stop:
    """A year of the road: the stages reached by its end, and the targets set for it or a year near it."""

    day: date
    stages: list[Term] = field(default_factory=list)
    targets: list[IndicatorValue] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The year."""
        return str(self.day.year)


def roadmap(scene: Scene) -> Drawing:
    """Draw stages, targets and milestones; each is a spot."""
    canvas = Canvas(scene, WIDTH)
    stops = _stops(scene)
    lanes = Lanes.read(scene)
    title = scene.figure_title(N_("路线图"))
    canvas.head(title, _facts(scene, stops, lanes))
    days = [*(stop.day for stop in stops), *_plan_period(scene)]
    if not days and not lanes.days:
        canvas.nothing(scene.words(N_("还没有阶段、指标目标或里程碑。填写时点后，这里会画出路线图。")))
        return canvas.drawing(title, HEAD + 240)
    left, right = MARGIN + _LABEL + _END, WIDTH - MARGIN - _END
    axis = TimeAxis.laid(days or lanes.days[:1], lanes.days, left, right)
    top = HEAD + 8.0
    road_bottom = _road(canvas, axis, stops, top)
    axis_bottom = _axis(canvas, axis, stops, road_bottom)
    targets_bottom = _targets(canvas, axis, stops, axis_bottom)
    lanes_top = targets_bottom + _GAP
    bottom = lanes.draw(canvas, axis, lanes_top)
    _today(canvas, axis, road_bottom, (lanes_top, bottom))
    canvas.foot(bottom + FOOT, "", lanes.keys(canvas))
    return canvas.drawing(title, bottom + FOOT)


def _facts(scene: Scene, stops: Sequence[Stop], lanes: Lanes) -> list[str]:
    words, period = scene.words, _plan_period(scene)
    facts = []
    if period:
        text = words(N_("计划期 {start}–{end}"))
        facts.append(text.format(start=period[0].year, end=period[-1].year))
    facts.append(words(N_("阶段 {count}")).format(count=sum(len(stop.stages) for stop in stops)))
    facts.append(words(N_("指标目标 {count}")).format(count=sum(len(stop.targets) for stop in stops)))
    facts.append(words(N_("里程碑 {count}")).format(count=lanes.count))
    return facts


def _plan_period(scene: Scene) -> list[date]:
    head = scene.plan.head
    days = [first_day(head.start)] if head.start else []
    return [*days, last_day(head.end)] if head.end else days


def _stops(scene: Scene) -> list[Stop]:
    """Return the years of stages, and those of targets as long as there is room for them."""
    plan = scene.plan
    stops: dict[int, Stop] = {}
    for facet in plan.children(ROOT, Facet):
        for term in plan.children(facet.id, Term):
            if term.period:
                _stop(stops, term.period).stages.append(term)
    targets = [
        value
        for indicator in plan.children(ROOT, Indicator)
        for value in plan.children(indicator.id, IndicatorValue)
        if value.role == "target" and value.period
    ]
    for value in sorted(targets, key=lambda value: value.period):
        if len(stops) < _MOST_STOPS or last_day(value.period).year in stops:
            _stop(stops, value.period).targets.append(value)
        else:
            year = last_day(value.period).year
            stops[min(stops, key=lambda known: abs(known - year))].targets.append(value)
    return [stops[year] for year in sorted(stops)]


def _stop(stops: dict[int, Stop], period: str) -> Stop:
    year = last_day(period).year
    return stops.setdefault(year, Stop(date(year, 12, 31)))


def _road(canvas: Canvas, axis: TimeAxis, stops: Sequence[Stop], top: float) -> float:
    """Draw the road with its stages, and return its foot."""
    places = [axis.place(stop.day) for stop in stops]
    card = _YEAR + _STAGE * max((len(stop.stages) for stop in stops), default=0) + 4
    bottom = top + card + _RISE + 44
    steps = max(len(stops) - 1, 1)
    nodes = [(x, top + card + 20 + _RISE * (1 - place / steps)) for place, x in enumerate(places)]
    start, end = (MARGIN + _LABEL, bottom - 10.0), (WIDTH - MARGIN - 24.0, top + card + 14.0)
    _ribbon(canvas, [start, *nodes, end], bottom)
    cells = columns(places, MARGIN + _LABEL, WIDTH - MARGIN)
    for stop, (x, y), (left, right) in zip(stops, nodes, cells, strict=False):
        canvas.add(line((x, y + 9), (x, bottom), Pen("accent", 1.2, dashed=True, opacity=0.7)))
        reached = Fill("accent" if stop.day <= canvas.scene.derived.today else "base")
        canvas.add(Rectangle(Box(x - 9, y - 9, 18, 18), reached, Pen("accent", 4), 9))
        half = min(x - left, right - x) - 3
        _stage_card(canvas, Box(x - half, y - 16 - card, 2 * half, card), stop)
    return bottom


def _ribbon(canvas: Canvas, nodes: Sequence[Point], bottom: float) -> None:
    steps = []
    for (x, y), (next_x, next_y) in pairwise(nodes):
        middle = (x + next_x) / 2
        steps.append(((middle, y), (middle, next_y), (next_x, next_y)))
    hill = (*steps, ((nodes[-1][0], bottom),), ((nodes[0][0], bottom),))
    canvas.add(Path(nodes[0], hill, Fill("accent", 0.06), closed=True))
    canvas.add(Path(nodes[0], tuple(steps), pen=Pen("accent", 12, opacity=0.3)))
    x, y = nodes[-1]
    canvas.add(polygon([(x + 6, y - 15), (x + 24, y), (x + 6, y + 15)], Fill("accent", 0.3)))


def _stage_card(canvas: Canvas, box: Box, stop: Stop) -> None:
    """Write the year and what is reached by then right above its place on the road."""
    top = box.bottom - _STAGE * max(len(stop.stages), 1)
    year = Box(box.x, top - _YEAR, box.width, _YEAR)
    canvas.write(year, stop.label, Style((25, 18), "accent", Align.CENTRE, bold=True))
    if not stop.stages:
        text = canvas.scene.words(N_("指标目标 {count}")).format(count=len(stop.targets))
        canvas.write(Box(box.x, top, box.width, _STAGE), text, Style((14, 12), "text-muted", Align.CENTRE))
    for number, term in enumerate(stop.stages):
        place = Box(box.x, top + _STAGE * number, box.width, _STAGE)
        name = canvas.scene.name(term)
        canvas.write(place, name, Style((17, 15, 14, 13, 12), align=Align.CENTRE, bold=True))
        tip = "\n".join(text for text in (f"{stop.label} {name}", term.content) if text)
        canvas.spot(term.id, place, name, tip)


def _axis(canvas: Canvas, axis: TimeAxis, stops: Sequence[Stop], top: float) -> float:
    """Draw the axis with the plan's own period in it, and return its lower edge."""
    bar = Box(MARGIN + _LABEL, top, WIDTH - 2 * MARGIN - _LABEL, _AXIS)
    canvas.add(Rectangle(bar, Fill("header"), Pen("border"), 4))
    period = _plan_period(canvas.scene)
    if len(period) == 2:
        start, end = axis.place(period[0]), axis.place(period[1])
        canvas.add(Rectangle(Box(start, top, end - start, _AXIS), Fill("accent", 0.14)))
        canvas.add(Rectangle(Box(start, bar.bottom - 4, end - start, 4), Fill("accent")))
    label = Box(MARGIN, top, _LABEL - 8, _AXIS)
    canvas.write(label, canvas.scene.words(N_("时间")), Style((15, 13), bold=True))
    named = {stop.day.year for stop in stops}
    for year in range(axis.days[0].year, axis.days[-1].year + 1):
        _tick(canvas, axis, year, top, named=year in named)
    return bar.bottom


def _tick(canvas: Canvas, axis: TimeAxis, year: int, top: float, *, named: bool) -> None:
    """Mark the end of a year, and name the year where it has room or the road stops there."""
    start, end = axis.place(date(year - 1, 12, 31)), axis.place(date(year, 12, 31))
    roomy = end - start >= _YEAR_ROOM
    if not named and not roomy:
        return
    left = start if roomy else end - _YEAR_ROOM
    style = Style((13,), "text" if named else "text-muted", Align.CENTRE, bold=named)
    canvas.write(Box(left, top + 1, end - left, _AXIS - 4), str(year), style)
    mark = Pen("accent", 2) if named else Pen("border-strong", 0.8, opacity=0.6)
    canvas.add(line((end, top), (end, top + _AXIS), mark))


def _targets(canvas: Canvas, axis: TimeAxis, stops: Sequence[Stop], top: float) -> float:
    """List the targets below their years, and return where the longest list ends."""
    stops = [stop for stop in stops if stop.targets]
    if not stops:
        return top
    label = Box(MARGIN, top + _GAP, _LABEL - 8, 26)
    canvas.write(label, canvas.scene.words(N_("指标目标")), Style((15, 13), bold=True))
    cells = columns([axis.place(stop.day) for stop in stops], MARGIN + _LABEL, WIDTH - MARGIN)
    return max(
        _target_list(canvas, Box(left + 2, top + _GAP, right - left - 4, 0), stop)
        for stop, (left, right) in zip(stops, cells, strict=True)
    )


def _target_list(canvas: Canvas, box: Box, stop: Stop) -> float:
    """Write the targets of a year in as many columns as there is room for, and return the lower edge."""
    head, inner = 26, Box(box.x + 14, box.y, box.width - 24, 0)
    count = min(max(int(inner.width / _TARGET), 1), len(stop.targets))
    places = inner.columns(count, 16)
    rows = -(-len(stop.targets) // count)
    frame = Box(box.x, box.y, box.width, head + rows * _ROW + 6)
    canvas.add(Rectangle(frame, Fill("panel"), Pen("border"), 5))
    canvas.add(Rectangle(Box(box.x, box.y, 4, frame.height), Fill("accent"), None, 2))
    words = canvas.scene.words
    title = Box(inner.x, box.y + 4, inner.width, head - 6)
    canvas.write(title, words(N_("到 {year} 年")).format(year=stop.label), Style((13,), "accent", bold=True))
    for number, value in enumerate(stop.targets):
        place = places[number // rows]
        row = Box(place.x, box.y + head + number % rows * _ROW, place.width, _ROW)
        if number % rows:
            canvas.add(line((row.x, row.y), (row.right, row.y), Pen("border", 0.8)))
        _target(canvas, row, value, stop)
    return frame.bottom


def _target(canvas: Canvas, row: Box, value: IndicatorValue, stop: Stop) -> None:
    scene = canvas.scene
    indicator = scene.plan.get(value.parent, Indicator)
    text = f"{amount(scene.words, value)} {indicator.unit}".strip()
    if value.period != stop.label:
        text = scene.words(N_("{value}（{period}）")).format(value=text, period=value.period)
    number = min(row.width * 0.35, 90)
    name = scene.name(indicator)
    canvas.write(Box(row.x, row.y + 2, row.width - number - 6, row.height - 4), name, Style((13, 12, 11)))
    style = Style((15, 13, 12, 11), "accent", Align.RIGHT, bold=True)
    canvas.write(Box(row.right - number, row.y + 2, number, row.height - 4), text, style)
    tip = scene.words(N_("到 {year} 年")).format(year=stop.label)
    canvas.spot(indicator.id, row, name, f"{name}\n{tip}：{text}")


def _today(canvas: Canvas, axis: TimeAxis, axis_top: float, lanes: tuple[float, float]) -> None:
    """Mark the day on the axis, and with a line through the lanes."""
    today = canvas.scene.derived.today
    if not axis.days[0] <= today <= axis.days[-1]:
        return
    x = axis.place(today)
    for top, bottom in ((axis_top - 8, axis_top + _AXIS), lanes):
        canvas.add(line((x, top), (x, bottom), Pen("danger", 1.8, dashed=True)))
    tag = Box(x - 26, axis_top - 28, 52, 20)
    canvas.add(Rectangle(tag, Fill("danger"), None, 4))
    canvas.write(tag, canvas.scene.words(N_("今天")), Style((13, 11), "base", Align.CENTRE, bold=True))
