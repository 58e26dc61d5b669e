"""Where the chart of an indicator comes to stand as soon as the library that draws it is loaded.

Loading takes up to a second or two; on a thread it holds the window up for no more than a few hundredths, and
it begins when the rest of the view has been painted, whose making would take twice as long beside it.
"""

from importlib import import_module
from threading import Thread

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from planner.app.chart_series import ChartSeries
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.icons import Icons
from planner.gui.views.indicators.chart import IndicatorChart

_LIBRARY = "pyqtgraph"
_POLL_MS = 20
_FIRST_PAINT_MS = 50


class ChartPlace(QWidget):
    """Shows what `show_series` was given last; `activated` carries the measure of a milestone."""

    activated = Signal(str)

    def __init__(self, words: Words, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._icons = icons
        self._series: ChartSeries | None = None
        self._chart: IndicatorChart | None = None
        self._loading = Thread(target=import_module, args=(_LIBRARY,), daemon=True)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)
        waiting = QLabel(words(N_("正在准备图表…")), self)
        waiting.setProperty("role", "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(waiting)
        self._begin = QTimer(self, singleShot=True, interval=_FIRST_PAINT_MS)
        self._begin.timeout.connect(self._load)

    @property
    def chart(self) -> IndicatorChart:
        """The chart, waiting for it if it must be."""
        self._load()
        self._loading.join()
        return self._chart or self._make()

    def show_series(self, series: ChartSeries) -> None:
        """Draw an indicator, now or when it can be drawn."""
        self._series = series
        if self._chart is not None:
            self._chart.show_series(series, self._icons.theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin.start()

    def _load(self) -> None:
        if self._loading.ident is None:
            self._loading.start()
            self._poll.start()

    def _look(self) -> None:
        if self._chart is None and not self._loading.is_alive():
            self._make()

    def _make(self) -> IndicatorChart:
        self._poll.stop()
        self._chart = chart = IndicatorChart(self._words, self._icons.theme, self)
        chart.activated.connect(self.activated)
        self._layout.addWidget(chart)
        self._layout.setCurrentWidget(chart)
        self.setFocusProxy(chart)
        if self._series is not None:
            chart.show_series(self._series, self._icons.theme)
        return chart
