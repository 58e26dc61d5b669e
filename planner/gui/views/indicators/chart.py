"""The chart of one indicator, drawn with pyqtgraph.

Every function that draws imports it for itself: its loading takes time that only the first chart waits for.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPalette, QPen
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from planner.app.attainment import number_text
from planner.app.chart_series import ChartSeries
from planner.app.words import Words
from planner.domain.indicator_series import Point, year_of
from planner.domain.marks import N_
from planner.gui.fonts import scaled_font
from planner.gui.theme import Theme

if TYPE_CHECKING:
    import pyqtgraph as pg

_NEAR = 14.0
_LEGEND_ROOM = 30
_TICK_ROOM = 64
_CORRIDOR = "success"
_ACTUAL, _PATH, _TARGET, _FORECAST, _MILESTONE = "accent", "text-faint", "text-muted", "info", "layer-1"


class _Spot(NamedTuple):
    """A place on the chart that says something; `measure` is the one to go to, empty for a value."""

    x: float
    y: float
    text: str
    measure: str = ""


class IndicatorChart(QWidget):
    """Draws one indicator in the colours of a theme; `activated` carries the measure of a milestone.

    Arrow keys walk along its values and milestones, Enter goes to the measure of a milestone.
    """

    activated = Signal(str)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        import pyqtgraph as pg

        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._series: ChartSeries | None = None
        self._spots: list[_Spot] = []
        self._current = -1
        self._ring: pg.ScatterPlotItem | None = None
        self._plot = pg.PlotWidget(self)
        self._plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item = self._plot.getPlotItem()
        self._item.setMenuEnabled(False)
        self._item.hideButtons()
        self._item.layout.setRowFixedHeight(1, _LEGEND_ROOM)
        self._item.getViewBox().setMouseEnabled(x=False, y=False)
        self._legend = pg.LegendItem(colCount=6, horSpacing=10)
        self._legend.setParentItem(self._item)
        self._legend.anchor((0, 0), (0, 0), (44, 26))
        self._plot.scene().sigMouseMoved.connect(self._hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 16, 6)
        layout.addWidget(self._plot)

    @property
    def view(self) -> "pg.GraphicsView":
        """What paints the chart, for pictures of it."""
        return self._plot

    @property
    def spots(self) -> list[str]:
        """What the values and milestones say on hovering, from left to right."""
        return [spot.text for spot in sorted(self._spots)]

    @property
    def current(self) -> str:
        """What the spot that the keys have gone to says, empty before the first key."""
        return self._spots[self._current].text if self._current >= 0 else ""

    def show_series(self, series: ChartSeries, theme: Theme) -> None:
        """Draw an indicator."""
        self._series, self._theme, self._spots, self._current, self._ring = series, theme, [], -1, None
        self.setAccessibleDescription("")
        self._item.clear()
        self._legend.clear()
        self._legend.setLabelTextColor(self._colour("text"))
        self._plot.setBackground(self._colour("base"))
        indicator = series.standing.indicator
        unit = f"（{indicator.unit}）" if indicator.unit else ""
        self.setAccessibleName(self._words(N_("指标图：{title}")).format(title=indicator.title))
        self._title(f"{indicator.title}{unit}")
        low, high = self._frame(series)
        self._draw_today(series, high)
        self._draw_corridor(series)
        self._draw_forecast(series)
        self._draw_path(series)
        self._draw_values(series)
        self._draw_milestones(series, low + (high - low) * 0.045)
        self._spots.sort()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._spots) - 1
        wanted = {
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        spot = self._spots[self._current] if self._current >= 0 else None
        if wanted is not None and last >= 0:
            self._go_to(min(max(wanted, 0), last))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and spot is not None and spot.measure:
            self.activated.emit(spot.measure)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.setVisible(False)
        QToolTip.hideText()

    def _go_to(self, place: int) -> None:
        """Put a ring around a spot and say what it is."""
        import pyqtgraph as pg

        self._current, spot = place, self._spots[place]
        if self._ring is not None:
            self._item.removeItem(self._ring)
        pen = self._pen("focus", self._theme.metrics.focus_width)
        self._ring = pg.ScatterPlotItem([spot.x], [spot.y], symbol="o", size=20, pen=pen, brush=None)
        self._item.addItem(self._ring, ignoreBounds=True)
        self.setAccessibleDescription(spot.text)
        scene = self._item.getViewBox().mapViewToScene(QPointF(spot.x, spot.y))
        QToolTip.showText(self._plot.mapToGlobal(self._plot.mapFromScene(scene)), spot.text, self._plot)

    def _title(self, text: str) -> None:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        self._item.setTitle(
            escaped, color=self._theme.colours["text"], size="12pt", bold=True, justify="left"
        )

    def _frame(self, series: ChartSeries) -> tuple[float, float]:
        """Set axes and range; return the least and the greatest value in sight."""
        (first, last), (low, high) = series.span(), series.bounds()
        room = (high - low) or abs(high) or 1.0
        low, high = low - room * 0.18, high + room * 0.12
        start, end = _place(first) - 0.4, _place(last) + 0.4
        box = self._item.getViewBox()
        box.setXRange(start, end, padding=0)
        box.setYRange(low, high, padding=0)
        font = scaled_font(self.font(), 0.92)
        for name in ("bottom", "left"):
            axis = self._item.getAxis(name)
            axis.setPen(self._pen("border"))
            axis.setTextPen(self._pen("text-muted"))
            axis.setTickFont(font)
            axis.setStyle(tickLength=-4)
        every = max(round((end - start) * _TICK_ROOM / max(self.width() - 90, 200)), 1)
        years = range(round(start) + (round(start) < start), int(end) + 1, every)
        self._item.getAxis("bottom").setTicks([[(float(year), str(year)) for year in years]])
        self._item.getAxis("left").setGrid(36)
        return low, high

    def _draw_today(self, series: ChartSeries, high: float) -> None:
        import pyqtgraph as pg

        place = _place(series.today)
        self._item.addItem(pg.InfiniteLine(place, angle=90, pen=self._pen("border-strong", 1, (2, 4))))
        label = pg.TextItem(self._words(N_("今天")), self._colour("text-muted"), anchor=(0, 0))
        label.setFont(scaled_font(self.font(), 0.9))
        label.setPos(place, high)
        self._item.addItem(label, ignoreBounds=True)

    def _draw_path(self, series: ChartSeries) -> None:
        import pyqtgraph as pg

        if series.path:
            places = [_place(day) for day, _ in series.path]
            pen = self._pen(_PATH, 2, (4, 3))
            curve = pg.PlotDataItem(places, [value for _, value in series.path], pen=pen, antialias=True)
            self._item.addItem(curve)
            self._legend.addItem(curve, self._words(N_("目标路径")))

    def _draw_corridor(self, series: ChartSeries) -> None:
        import pyqtgraph as pg

        if not series.corridor:
            return
        places = [_place(day) for day, _, _ in series.corridor]
        pen = self._pen(_PATH, 1, (4, 3))
        edges = [
            pg.PlotCurveItem(places, [bounds[side] for _, *bounds in series.corridor], pen=pen)
            for side in (0, 1)
        ]
        ground = QColor(self._colour(_CORRIDOR))
        ground.setAlphaF(0.14)
        for edge in edges:
            self._item.addItem(edge)
        self._item.addItem(pg.FillBetweenItem(edges[0], edges[1], brush=pg.mkBrush(ground)))
        self._legend.addItem(edges[0], self._words(N_("目标区间")))

    def _draw_forecast(self, series: ChartSeries) -> None:
        import pyqtgraph as pg

        if not series.forecast:
            return
        places = [_place(one.day) for one in series.forecast]
        edges = [
            pg.PlotCurveItem(
                places, [getattr(one, bound) for one in series.forecast], pen=self._pen("base", 0.1)
            )
            for bound in ("low", "high")
        ]
        band = QColor(self._colour(_FORECAST))
        band.setAlphaF(0.15)
        self._item.addItem(pg.FillBetweenItem(edges[0], edges[1], brush=pg.mkBrush(band)))
        values = [one.value for one in series.forecast]
        curve = pg.PlotDataItem(places, values, pen=self._pen(_FORECAST, 2, (1, 3)), antialias=True)
        self._item.addItem(curve)
        self._legend.addItem(curve, self._words(N_("预测（八成区间）")))
        end = series.forecast[-1]
        text = self._words(N_("{date} 预测 {value}，八成可能在 {low} 与 {high} 之间")).format(
            date=end.day.isoformat(),
            value=number_text(end.value),
            low=number_text(end.low),
            high=number_text(end.high),
        )
        self._spots.append(_Spot(_place(end.day), end.value, text))

    def _draw_values(self, series: ChartSeries) -> None:
        values = series.standing.series
        base = [values.baseline] if values.baseline else []
        actuals = [*base, *values.actuals]
        if actuals:
            pen = self._pen(_ACTUAL, 2.6)
            line = self._points(actuals, "o", _ACTUAL, _ACTUAL, 8, pen)
            self._legend.addItem(line, self._words(N_("实际值")))
        if targets := [*values.targets, *values.ceilings]:
            marks = self._points(targets, "o", _TARGET, "base", 10, None)
            self._legend.addItem(marks, self._words(N_("目标值")))
        self._note(base, N_("{period} 基期值 {value}"))
        self._note(values.actuals, N_("{period} 实际值 {value}"))
        self._note(values.targets, N_("{period} 目标值 {value}"))
        self._note(values.ceilings, N_("{period} 上限 {value}"))

    def _draw_milestones(self, series: ChartSeries, height: float) -> None:
        import pyqtgraph as pg

        first, last = series.span()
        milestones = [one for one in series.milestones if first <= one.day <= last]
        if not milestones:
            return
        places = [_place(one.day) for one in milestones]
        ground = [self._colour(_MILESTONE if one.done else "base") for one in milestones]
        scatter = pg.ScatterPlotItem(
            places,
            [height] * len(places),
            symbol="d",
            size=12,
            pen=self._pen(_MILESTONE, 1.6),
            brush=[pg.mkBrush(colour) for colour in ground],
            data=[one.measure for one in milestones],
            pxMode=True,
        )
        scatter.sigClicked.connect(self._clicked)
        self._item.addItem(scatter)
        sample = pg.ScatterPlotItem(
            [],
            [],
            symbol="d",
            size=12,
            pen=self._pen(_MILESTONE, 1.6),
            brush=pg.mkBrush(self._colour(_MILESTONE)),
        )
        self._legend.addItem(sample, self._words(N_("里程碑")))
        for one, place in zip(milestones, places, strict=True):
            text = self._words(N_("里程碑 {date}：{title}"))
            said = text.format(date=one.day.isoformat(), title=one.title)
            self._spots.append(_Spot(place, height, said, one.measure))

    def _points(
        self, points: Sequence[Point], symbol: str, role: str, ground: str, size: float, pen: QPen | None
    ) -> "pg.PlotDataItem":
        import pyqtgraph as pg

        item = pg.PlotDataItem(
            [_place(point.day) for point in points],
            [point.value for point in points],
            pen=pen,
            symbol=symbol,
            symbolSize=size,
            symbolPen=self._pen(role, 2),
            symbolBrush=pg.mkBrush(self._colour(ground)),
            antialias=True,
        )
        self._item.addItem(item)
        return item

    def _note(self, points: Sequence[Point], text: str) -> None:
        for point in points:
            said = self._words(text).format(period=point.period, value=number_text(point.value))
            self._spots.append(_Spot(_place(point.day), point.value, said))

    def _hover(self, position: QPointF) -> None:
        """Say what the values under the pointer are."""
        box = self._item.getViewBox()
        near = []
        for spot in self._spots:
            distance = box.mapViewToScene(QPointF(spot.x, spot.y)) - position
            if distance.manhattanLength() <= _NEAR:
                near.append((distance.manhattanLength(), spot.text))
        said = "\n".join(text for _, text in sorted(near))
        QToolTip.showText(self._plot.mapToGlobal(self._plot.mapFromScene(position)), said, self._plot)

    def _clicked(self, _scatter: object, spots: "Sequence[pg.SpotItem]", *_event: object) -> None:
        if len(spots):
            self.activated.emit(str(spots[0].data()))

    def _colour(self, role: str) -> QColor:
        return self._theme.colour(role)

    def _pen(self, role: str, width: float = 1.0, dash: Sequence[float] | None = None) -> QPen:
        import pyqtgraph as pg

        return pg.mkPen(self._colour(role), width=width, dash=dash)


def _place(day: date) -> float:
    """Return where a day is on the axis, on which the end of each year bears that year's number."""
    return year_of(day) - 1
