"""The view of the indicators: attainment with the chart of the current one, all values, or all charts."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)

from planner.app.chart_series import ChartSeries, chart_series
from planner.domain.marks import N_
from planner.gui.drawing import output
from planner.gui.drawing.figures import Figure
from planner.gui.drawing.pane import FiguresPane
from planner.gui.drawing.saving import ask_where, write_figure
from planner.gui.indicator_values.page import ValuesPage
from planner.gui.stretching import Stretching
from planner.gui.table_copy import put_table, shown_table
from planner.gui.views.indicators.chart import IndicatorChart
from planner.gui.views.indicators.chart_place import ChartPlace
from planner.gui.views.indicators.model import AttainmentModel
from planner.gui.views.indicators.pictures import chart_image, chart_svg
from planner.gui.views.page import Page, offer_menu, set_up_listing, tool_button, tool_row
from planner.gui.views.stage import Stage
from planner.reports.drawings.multiples import multiples

_LEAST_COLUMN = 64
_LEAST_TITLE = 24
ATTAINMENT, VALUES, MULTIPLES = range(3)
PAGES = (
    (N_("达成情况"), "list"),
    (N_("数值表"), "columns"),
    (N_("全部小图"), "indicator"),
)
_MULTIPLES = Figure("multiples", N_("指标一览"), "indicator", lambda scene, _focus: multiples(scene))


class IndicatorsView(Page):
    """Shows how far the indicators are; the chart is that of the current row."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(stage, "attainment", parent)
        self._stale = True
        self.model = AttainmentModel(stage.bridge, stage.icons, self)
        self.table = self._make_table()
        self._place = ChartPlace(self._words, stage.icons, self)
        self._place.activated.connect(stage.errands.item_asked)
        self.multiples = FiguresPane(stage.bridge, stage.icons, stage.resources, figures=(_MULTIPLES,))
        self.multiples.activated.connect(self._enter)
        self.multiples.told.connect(stage.errands.told)
        self.values = ValuesPage(stage, self)
        self._pages = QStackedWidget(self)
        self._choice = QButtonGroup(self)
        self._arrange()
        self.setFocusProxy(self.table)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        stage.bridge.changed.connect(self._outdate)
        stage.bridge.new_day.connect(self._outdate)

    @property
    def chart(self) -> IndicatorChart:
        """The chart of the current indicator."""
        return self._place.chart

    @property
    def current_id(self) -> str:
        """The id of the current indicator, empty without one."""
        row = self.table.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else ""

    def select(self, indicator_id: str) -> None:
        """Make an indicator the current one, if it is there."""
        if indicator_id in self.model.ids:
            self.table.setCurrentIndex(self.model.index(self.model.ids.index(indicator_id), 0))

    def refresh(self) -> None:
        """Take over what the plan says now, if it has changed since."""
        if not self._stale:
            return
        self._stale = False
        current = self.current_id
        self.model.refresh()
        if self._pages.currentWidget() is self.values:
            self.values.refresh()
        self.select(current)
        if not self.current_id and self.model.ids:
            self.table.setCurrentIndex(self.model.index(0, 0))
        none_yet = self._words(N_("还没有指标。从 Excel 粘贴一张表，或在“计划”视图下方的“指标”窗格中添加。"))
        self.show_hint("" if self.model.ids else none_yet, self.values.paste_action)
        self._draw()

    def show_page(self, number: int) -> None:
        """Show attainment with a chart, all values, or all charts: a place in `PAGES`."""
        self._pages.setCurrentIndex(number)
        self._choice.button(number).setChecked(True)

    def copy_table(self) -> None:
        """Put the table of attainment on the clipboard, below its headings."""
        put_table(shown_table(self.table))
        self._stage.errands.told.emit("success", self._words(N_("已复制表格，可粘贴到 Excel 或 WPS。")))

    def paste_values(self) -> None:
        """Paste values from a spreadsheet: of the indicators that it names, else of the current one."""
        self.values.paste_for(self.current_id)

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture, in the colours of print."""
        if (series := self._series()) is not None:
            image = chart_image(self._words, self._stage.resources, series)
            QGuiApplication.clipboard().setImage(image)
            self._stage.errands.told.emit("success", self._words(N_("已复制图片。")))

    def save_picture(self, path: Path | None = None) -> None:
        """Write the chart as PNG or SVG, asking where unless a path is given."""
        series = self._series()
        if series is None:
            return
        path = path or ask_where(self, self._words, series.standing.indicator.title, "picture")
        if path is None:
            return
        resources = self._stage.resources
        if path.suffix.lower() == ".svg":
            content = chart_svg(self._words, resources, series)
        else:
            content = output.png(chart_image(self._words, resources, series))
        write_figure(self._words, path, content, self._stage.errands.told.emit)

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._draw()

    def _series(self) -> ChartSeries | None:
        self.refresh()
        bridge, current = self._stage.bridge, self.current_id
        return chart_series(bridge.plan, bridge.derived, current) if current in bridge.plan else None

    def _draw(self) -> None:
        bridge, current = self._stage.bridge, self.current_id
        self._place.setVisible(current in bridge.plan)
        if current in bridge.plan:
            self._place.show_series(chart_series(bridge.plan, bridge.derived, current))

    def _went_to(self, current: QModelIndex) -> None:
        if current.isValid():
            self._draw()
            if self.table.hasFocus():
                self._stage.errands.item_asked.emit(self.current_id)

    def _enter(self, indicator_id: str) -> None:
        """Go from a small chart to the large one."""
        self.show_page(ATTAINMENT)
        self.select(indicator_id)
        self._stage.errands.item_asked.emit(indicator_id)

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        set_up_listing(table, self._words(N_("指标达成情况")))
        header = table.horizontalHeader()
        header.setMinimumSectionSize(_LEAST_COLUMN)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        Stretching(table, 0, _LEAST_TITLE)
        table.selectionModel().currentRowChanged.connect(self._went_to)
        table.clicked.connect(lambda _index: self._stage.errands.item_asked.emit(self.current_id))
        return table

    def _arrange(self) -> None:
        words = self._words
        choices = []
        for number, (text, icon) in enumerate(PAGES):
            button = tool_button(self._stage.icons, icon, words(text), self)
            button.clicked.connect(partial(self.show_page, number))
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._choice.addButton(button, number)
            choices.append(button)
        self._outputs = [
            self._output(words(N_("复制图片")), "copy", self.copy_picture),
            self._output(words(N_("保存图片…")), "save", self.save_picture),
        ]
        detail = QSplitter(Qt.Orientation.Vertical)
        detail.setChildrenCollapsible(False)
        detail.addWidget(self.table)
        detail.addWidget(self._place)
        detail.setSizes([320, 380])
        self._pages.addWidget(detail)
        self._pages.addWidget(self.values)
        self._pages.addWidget(self.multiples)
        self._pages.currentChanged.connect(self._follow_page)
        self._follow_page(ATTAINMENT)
        offer_menu(
            self.table,
            (
                self.command("copy", words(N_("复制表格")), self.copy_table, "Ctrl+C"),
                self.command("paste", words(N_("粘贴数值")), self.paste_values, "Ctrl+V"),
                self.command("copy", words(N_("复制图片")), self.copy_picture),
                self.command("save", words(N_("保存图片…")), self.save_picture),
            ),
        )
        self.lay_out(tool_row(*choices, None, *self._outputs, *self.values.tools), self._pages)

    def _follow_page(self, number: int) -> None:
        """The small charts bring their own ways out."""
        for button in self._outputs:
            button.setVisible(number == ATTAINMENT)
        for button in self.values.tools:
            button.setVisible(number == VALUES)
        if number == VALUES:
            self.values.refresh()

    def _output(self, text: str, icon: str, handler: Callable[[], None]) -> QToolButton:
        button = tool_button(self._stage.icons, icon, text, self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setToolTip(text.removesuffix("…"))
        button.setAccessibleName(text.removesuffix("…"))
        button.clicked.connect(lambda _checked: handler())
        return button
