"""One indicator in time: its path from the baseline to the targets, and the values that it has reached.

Told apart without colour: targets are squares on a dashed line, values dots on a full one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10

from planner.app.indicator_standing import IndicatorStanding
from planner.domain.indicator_paths import expected
from planner.domain.indicator_series import Point as Value
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Path, Pen, Point, Rectangle, Text, line
from planner.reports.drawings.canvas import Canvas, Style
from planner.reports.drawings.scene import Scene
from planner.reports.text_fit import width_of

WIDTH, HEIGHT = 640, 300

_PLOT = Box(72, 56, 536, 184)
_STEPS = 4
"""About how many steps the values' axis has."""
_ROUND = (1, 2, 2.5, 5, 10)
"""What the steps between two numbers of the axis are, times a power of ten."""
_PATH_STEPS = 24
_DOT = 9
_SIZE = 13


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days and values are in the plot."""

    first: int
    last: int
    low: float
    high: float
    step: float

    def ticks(self) -> list[float]:
        """Return the round values that the axis names."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    def place(self, day: date, value: float) -> Point:
        across = (day.toordinal() - self.first) / max(self.last - self.first, 1)
        up = (value - self.low) / (self.high - self.low)
        return _PLOT.x + across * _PLOT.width, _PLOT.bottom - up * _PLOT.height


def indicator_chart(scene: Scene, standing: IndicatorStanding) -> Drawing:
    """Draw an indicator; one without any value says so."""
    canvas = Canvas(scene, WIDTH)
    indicator, series = standing.indicator, standing.series
    name = scene.words(N_("{title}（{unit}）")) if indicator.unit else "{title}"
    title = name.format(title=" ".join(indicator.title.split()), unit=indicator.unit)
    canvas.write(Box(24, 14, WIDTH - 48, 34), title, Style((17, 15, 13), align=Align.CENTRE, bold=True))
    values = [*([series.baseline] if series.baseline else []), *series.actuals]
    known = [*values, *series.targets]
    if not known:
        canvas.add(Rectangle(_PLOT, None, Pen("border", dashed=True)))
        canvas.write(_PLOT.inset(20), scene.words(N_("还没有数值")), Style((15,), "text-muted", Align.CENTRE))
        return canvas.drawing(title, HEIGHT)
    scale = _scale(known)
    _axes(canvas, scale)
    _path(canvas, standing, scale)
    _line(canvas, values, scale)
    for target in series.targets:
        x, y = scale.place(target.day, target.value)
        square = Box(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT)
        canvas.add(Rectangle(square, Fill("base"), Pen("accent", 2)))
        _label(canvas, (x, y - 16), f"{target.value:.10g}")
    _legend(canvas)
    return canvas.drawing(title, HEIGHT)


def _scale(points: Sequence[Value]) -> _Scale:
    days = [point.day.toordinal() for point in points]
    values = [point.value for point in points]
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) or 1.0
    least = 0.0 if 0 <= low < spread else low - spread * 0.15
    most = high + spread * 0.2
    step = _round_step((most - least) / _STEPS)
    return _Scale(min(days), max(days), floor(least / step) * step, ceil(most / step) * step, step)


def _round_step(least: float) -> float:
    """Return the smallest round step that is no less than `least`, a positive number."""
    power: float = 10 ** floor(log10(least))
    return next((power * part for part in _ROUND if power * part >= least), power * _ROUND[-1])


def _axes(canvas: Canvas, scale: _Scale) -> None:
    for number, value in enumerate(scale.ticks()):
        _, y = scale.place(date.fromordinal(scale.first), value)
        pen = Pen("grid" if number else "border-strong", 1)
        canvas.add(line((_PLOT.x, y), (_PLOT.right, y), pen))
        box = Box(4, y - 10, _PLOT.x - 10, 20)
        canvas.write(box, _tick_text(value, scale.step), Style((12, 11, 10), "text-muted", Align.RIGHT))
    for day in _years(scale):
        x, _ = scale.place(day, scale.low)
        canvas.add(line((x, _PLOT.bottom), (x, _PLOT.bottom + 5), Pen("border-strong", 1)))
        box = Box(x - 30, _PLOT.bottom + 6, 60, 18)
        canvas.write(box, str(day.year), Style((12,), "text-muted", Align.CENTRE))


def _tick_text(value: float, step: float) -> str:
    """Return a value of the axis with as many decimals as its steps have."""
    return f"{round(value, 2 - floor(log10(step))):.10g}"


def _years(scale: _Scale) -> Iterator[date]:
    """Yield the ends of years in the plot, so few that their names have room."""
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    step = max(1, -(-(last.year - first.year + 1) // 10))
    for year in range(first.year, last.year + 1, step):
        day = date(year, 12, 31)
        if first <= day <= last:
            yield day


def _path(canvas: Canvas, standing: IndicatorStanding, scale: _Scale) -> None:
    series, path = standing.series, standing.indicator.path
    if series.start is None or series.final is None or standing.indicator.direction == "range":
        return
    first, last = series.start.day.toordinal(), series.final.day.toordinal()
    days = [date.fromordinal(first + (last - first) * step // _PATH_STEPS) for step in range(_PATH_STEPS + 1)]
    places = [scale.place(day, value) for day in days if (value := expected(series, path, day)) is not None]
    if len(places) > 1:
        steps = tuple((place,) for place in places[1:])
        canvas.add(Path(places[0], steps, pen=Pen("accent", 1.6, dashed=True)))


def _line(canvas: Canvas, values: Sequence[Value], scale: _Scale) -> None:
    places = [scale.place(value.day, value.value) for value in values]
    for start, end in pairwise(places):
        canvas.add(line(start, end, Pen("text", 2)))
    for value, (x, y) in zip(values, places, strict=True):
        canvas.add(Rectangle(Box(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT), Fill("text"), None, _DOT / 2))
        _label(canvas, (x, y + 16), f"{value.value:.10g}")


def _label(canvas: Canvas, centre: Point, text: str) -> None:
    x, y = centre
    half = width_of(text, _SIZE) / 2 + 4
    left = min(max(x - half, 0), WIDTH - 2 * half)
    canvas.add(Text(Box(left, y - 9, 2 * half, 18), (text,), _SIZE, align=Align.CENTRE))


def _legend(canvas: Canvas) -> None:
    words, y = canvas.scene.words, HEIGHT - 20.0
    left = _PLOT.x
    for text, dashed in ((words(N_("实际值")), False), (words(N_("目标与路径")), True)):
        canvas.add(line((left, y), (left + 34, y), Pen("accent" if dashed else "text", 2, dashed=dashed)))
        mark = Box(left + 17 - _DOT / 2, y - _DOT / 2, _DOT, _DOT)
        if dashed:
            canvas.add(Rectangle(mark, Fill("base"), Pen("accent", 2)))
        else:
            canvas.add(Rectangle(mark, Fill("text"), None, _DOT / 2))
        wide = width_of(text, _SIZE) + 6
        canvas.add(Text(Box(left + 42, y - 10, wide, 20), (text,), _SIZE, "text-muted"))
        left += 42 + wide + 28
