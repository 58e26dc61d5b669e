"""All indicators as small charts of one size, to be compared at a glance: path, values, target, light."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from planner.app.attainment import number_text
from planner.app.chart_series import ChartSeries, chart_series
from planner.app.indicator_facts import by_purpose
from planner.app.messages import LIGHT_NAMES, verdict_sentence
from planner.domain.indicator_series import Point as Value
from planner.domain.indicator_series import year_of
from planner.domain.marks import N_
from planner.reports.drawing import (
    Align,
    Box,
    Drawing,
    Fill,
    Mark,
    Path,
    Pen,
    Point,
    Rectangle,
    line,
    polygon,
)
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Key, Style
from planner.reports.drawings.scene import Scene

FIGURE = N_("指标一览")
_WIDTH = 1240
_COLUMNS = 4
_GAP = 16
_HEIGHT = 176
_PADDING = 14
_DOT = 3.2
_ACTUAL, _PATH, _FORECAST, _CORRIDOR = "accent", "text-faint", "info", "success"


def multiples(scene: Scene) -> Drawing:
    """Lay out a small chart for every indicator, those of one purpose together."""
    charts = [chart_series(scene.plan, scene.derived, one) for one in by_purpose(scene.plan)]
    canvas = Canvas(scene, _WIDTH)
    title = scene.figure_title(FIGURE)
    canvas.head(title, [scene.words(N_("指标 {count}")).format(count=len(charts))])
    rows = max(-(-len(charts) // _COLUMNS), 1)
    height = HEAD + rows * (_HEIGHT + _GAP) + FOOT
    if not charts:
        canvas.nothing(scene.words(N_("还没有指标。")))
    area = Box(MARGIN, HEAD, _WIDTH - 2 * MARGIN, _HEIGHT)
    for place, chart in enumerate(charts):
        column = area.columns(_COLUMNS, _GAP)[place % _COLUMNS]
        top = HEAD + place // _COLUMNS * (_HEIGHT + _GAP)
        _chart(canvas, Box(column.x, top, column.width, _HEIGHT), chart)
    canvas.foot(height, keys=_keys(canvas))
    return canvas.drawing(title, height)


def _chart(canvas: Canvas, box: Box, chart: ChartSeries) -> None:
    scene, standing = canvas.scene, chart.standing
    indicator = standing.indicator
    canvas.add(Rectangle(box, Fill("base"), Pen("border"), 6))
    inner = box.inset(_PADDING, 10)
    name = scene.name(indicator)
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    canvas.write(Box(inner.x, inner.y, inner.width, 34), f"{name}{unit}", Style((13, 12, 11), bold=True))
    plot = Box(inner.x + 4, inner.y + 44, inner.width - 8, inner.height - 86)
    if chart.is_empty:
        canvas.write(plot, scene.words(N_("还没有数值")), Style((12,), "text-faint", Align.CENTRE))
    else:
        _plot(canvas, plot, chart)
    foot = Box(inner.x, inner.bottom - 18, inner.width, 18)
    canvas.add(Mark(Box(foot.x, foot.y + 2, 14, 14), standing.verdict.light))
    word = scene.words(LIGHT_NAMES[standing.verdict.light])
    canvas.write(Box(foot.x + 19, foot.y, 80, 18), word, Style((12,)))
    latest = standing.series.latest
    facts = [number_text(latest.value)] if latest else []
    if goal := standing.series.goal(chart.today):
        facts.append(number_text(goal.value))
    canvas.write(
        Box(foot.x + 90, foot.y, foot.width - 90, 18), " → ".join(facts), Style((12,), align=Align.RIGHT)
    )
    tip = f"{name}\n{verdict_sentence(scene.words, standing.verdict)}"
    canvas.spot(indicator.id, box, name, tip)


def _plot(canvas: Canvas, plot: Box, chart: ChartSeries) -> None:
    first, last = (year_of(day) for day in chart.span())
    low, high = chart.bounds()
    years, values = (last - first) or 1.0, (high - low) or abs(high) or 1.0

    def at(day: date, value: float) -> Point:
        across = (year_of(day) - first) / years if last > first else 0.5
        return plot.x + plot.width * across, plot.bottom - plot.height * (value - low) / values

    base = plot.bottom + 5
    canvas.add(line((plot.x - 4, base), (plot.right + 4, base), Pen("border")))
    if first < year_of(chart.today) < last:
        x, _ = at(chart.today, low)
        canvas.add(line((x, plot.y - 4), (x, base), Pen("border", dashed=True)))
    if chart.corridor:
        ceiling = [at(day, highest) for day, _, highest in chart.corridor]
        floor = [at(day, lowest) for day, lowest, _ in reversed(chart.corridor)]
        canvas.add(polygon([*ceiling, *floor], Fill(_CORRIDOR, 0.14)))
    if chart.forecast:
        upper = [at(one.day, min(one.high, high)) for one in chart.forecast]
        lower = [at(one.day, max(one.low, low)) for one in reversed(chart.forecast)]
        canvas.add(polygon([*upper, *lower], Fill(_FORECAST, 0.14)))
        _join(canvas, [at(one.day, one.value) for one in chart.forecast], Pen(_FORECAST, 1.2, dashed=True))
    _join(canvas, [at(day, value) for day, value in chart.path], Pen(_PATH, 1.4, dashed=True))
    series = chart.standing.series
    known = [series.baseline] if series.baseline else []
    _join(canvas, [at(one.day, one.value) for one in [*known, *series.actuals]], Pen(_ACTUAL, 2.0))
    for target in (*series.targets, *series.ceilings):
        _dot(canvas, at(target.day, target.value), Fill("base"), Pen(_PATH, 1.4))
    for actual in (*known, *series.actuals):
        _dot(canvas, at(actual.day, actual.value), Fill(_ACTUAL))
    _ends(canvas, plot, [*known, *series.actuals, *series.targets])


def _ends(canvas: Canvas, plot: Box, values: Sequence[Value]) -> None:
    """Write the first and the last period below the line."""
    ordered = sorted(values, key=lambda value: value.day)
    if not ordered:
        return
    below = Box(plot.x - 4, plot.bottom + 7, plot.width + 8, 14)
    style = (11,)
    if ordered[0].period != ordered[-1].period:
        canvas.write(below, ordered[0].period, Style(style, "text-faint"))
        canvas.write(below, ordered[-1].period, Style(style, "text-faint", Align.RIGHT))
    else:
        canvas.write(below, ordered[0].period, Style(style, "text-faint", Align.CENTRE))


def _join(canvas: Canvas, points: Sequence[Point], pen: Pen) -> None:
    if len(points) > 1:
        canvas.add(Path(points[0], tuple((point,) for point in points[1:]), pen=pen))


def _dot(canvas: Canvas, centre: Point, fill: Fill, pen: Pen | None = None) -> None:
    x, y = centre
    canvas.add(Rectangle(Box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT), fill, pen, _DOT))


def _keys(canvas: Canvas) -> list[Key]:
    """Explain how values, target path and forecast are drawn."""

    def stroke(pen: Pen, box: Box) -> None:
        canvas.add(line((box.x - 3, box.centre[1]), (box.right + 3, box.centre[1]), pen))

    words = canvas.scene.words
    return [
        (partial(stroke, Pen(_ACTUAL, 2.0)), words(N_("实际值"))),
        (partial(stroke, Pen(_PATH, 1.4, dashed=True)), words(N_("目标路径"))),
        (partial(stroke, Pen(_FORECAST, 1.2, dashed=True)), words(N_("预测"))),
    ]
