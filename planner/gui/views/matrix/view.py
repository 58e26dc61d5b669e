"""The view of the matrix: two axes to choose, counts or lights, the measures behind a cell in a drawer."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QTableView,
    QToolButton,
    QWidget,
)

from planner.app.conditions.model import FACET_PREFIX
from planner.app.coverage import LAYER
from planner.domain.marks import N_
from planner.gui.drawing.taking import DrawingTaker
from planner.gui.table_copy import put_table, shown_table
from planner.gui.views.drawer import Drawer
from planner.gui.views.matrix.delegate import MatrixDelegate
from planner.gui.views.matrix.model import FIRST, NAME, SUM, MatrixModel
from planner.gui.views.page import Page, offer_menu, set_up_listing, tool_button, tool_row
from planner.gui.views.stage import Stage
from planner.reports.drawing import Drawing
from planner.reports.drawings.matrix import MatrixLook, matrix_figure
from planner.reports.drawings.scene import Scene

_CAUSES = FACET_PREFIX + "causes"
_NAMES = 300
_SUMS = 150
_WIDE_ENOUGH = 900
"""From which width of the view on names have all their room."""

_NARROWEST = 0.7
_LEAST = 64
_ROOMY = 6
_SETTLING_MS = 150


class MatrixView(Page):
    """Shows which measures answer what; `drawer` lists those of the cell that was clicked."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(stage, "matrix", parent)
        words = self._words
        self._stale = True
        self.model = MatrixModel(stage.bridge, self)
        self.table = self._make_table()
        self.rows = self._axis(words(N_("行")))
        self.columns = self._axis(words(N_("列")))
        self.lights = self._toggle("light-on-track", words(N_("状态灯")))
        self.lights.toggled.connect(self._show_lights)
        self.gaps = self._toggle("warning", words(N_("只看缺口")))
        self.gaps.toggled.connect(self._show_matrix)
        self.summary = QLabel(self)
        self.summary.setProperty("role", "muted")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.taker = DrawingTaker(self, words, stage.resources, self._drawing, stage.errands.told.emit)
        offer_menu(
            self.table,
            (
                self.command("list", words(N_("列出这一行的举措")), self.list_row, "Shift+Space"),
                self.command("list", words(N_("列出这一列的举措")), self.list_column, "Ctrl+Space"),
                self.command("copy", words(N_("复制表格")), self.copy_table, "Ctrl+C"),
                self.command("copy", words(N_("复制图片")), self.taker.copy_picture),
                self.command("save", words(N_("保存图片…")), self.taker.save_picture),
            ),
        )
        self.lay_out(self._tools(), self.table)
        self.drawer = Drawer(stage, self)
        self.setFocusProxy(self.table)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settle.timeout.connect(self.refresh)
        stage.bridge.changed.connect(self._outdate)
        stage.bridge.new_day.connect(self._outdate)

    def refresh(self) -> None:
        """Take over what the plan says now, if it has changed since."""
        if self._stale:
            self._stale = False
            self._fill_axes()
            self._show_matrix()

    def show_axes(self, rows: str, columns: str) -> None:
        """Show the measures by two axes, by the keys of `planner.app.coverage.axes`."""
        for box, axis in ((self.rows, rows), (self.columns, columns)):
            box.setCurrentIndex(box.findData(axis))

    def list_at(self, row: int, column: int) -> None:
        """List the measures behind a cell; row −1 stands for a whole column."""
        title, measures = self.model.measures_at(row, column)
        if measures:
            self.drawer.list_items(title, measures)
        elif row >= 0 and column == NAME:
            self._stage.errands.item_asked.emit(self.model.row_id(row))

    def list_row(self) -> None:
        """List the measures of the current row."""
        if self.table.currentIndex().isValid():
            self.list_at(self.table.currentIndex().row(), SUM)

    def list_column(self) -> None:
        """List the measures of the current column."""
        self._open_column(self.table.currentIndex().column())

    def copy_table(self) -> None:
        """Put the matrix on the clipboard as a table, below its headings."""
        put_table(shown_table(self.table))
        self._stage.errands.told.emit("success", self._words(N_("已复制表格，可粘贴到 Excel 或 WPS。")))

    def _drawing(self) -> Drawing:
        """Draw the matrix as it is shown."""
        self.refresh()
        bridge = self._stage.bridge
        scene = Scene(bridge.plan, bridge.derived, bridge.cells, bridge.words)
        look = MatrixLook(
            self.rows.currentData(),
            self.columns.currentData(),
            self.lights.isChecked(),
            self.gaps.isChecked(),
        )
        return matrix_figure(scene, look)

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def _fill_axes(self) -> None:
        """Offer the axes that the plan has now; causes by layers at first, the choice of before later on."""
        known = self.model.axes()
        keys = [key for key, _ in known]
        first = _CAUSES if _CAUSES in keys else keys[-1]
        for box, usual in ((self.rows, first), (self.columns, LAYER)):
            chosen = box.currentData() if box.currentData() in keys else usual
            box.blockSignals(True)
            box.clear()
            for key, name in known:
                box.addItem(name, key)
            box.setCurrentIndex(box.findData(chosen))
            box.blockSignals(False)

    def _show_matrix(self) -> None:
        words = self._words
        self.model.show(self.rows.currentData(), self.columns.currentData(), gaps_only=self.gaps.isChecked())
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place in (NAME, SUM):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
        self._fit_names()
        crowded = self.model.columnCount() - FIRST > _ROOMY
        header.setFixedHeight(self.fontMetrics().height() * (4 if crowded else 2))
        related = self.model.related
        self.summary.setText(self.model.summary if related else "")
        how = N_("举措的分类选了某一项，或选了属于它的一项（如属于某个表现的成因），这一项才算有举措。")
        self.show_hint("" if related else f"{self.model.summary}\n{words(how)}")

    def _fit_names(self) -> None:
        """Give names and sums their room, and names less of it where the view is narrow."""
        share = min(max(self.width() / _WIDE_ENOUGH, _NARROWEST), 1.0)
        self.table.setColumnWidth(NAME, round(_NAMES * share))
        self.table.setColumnWidth(SUM, _SUMS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _show_lights(self, shown: bool) -> None:
        self._delegate.lights = shown
        self.table.viewport().update()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._settle.start()

    def _open(self, index: QModelIndex) -> None:
        self.list_at(index.row(), index.column())

    def _open_column(self, section: int) -> None:
        if section >= FIRST:
            self.list_at(-1, section)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        self._delegate = MatrixDelegate(self._stage.icons, self.model, table)
        table.setItemDelegate(self._delegate)
        set_up_listing(table, self._words(N_("关系矩阵")))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setAlternatingRowColors(False)
        table.setMouseTracking(True)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() * 2)
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(_LEAST)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.sectionClicked.connect(self._open_column)
        table.clicked.connect(self._open)
        table.activated.connect(self._open)
        return table

    def _axis(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._show_matrix)
        return box

    def _toggle(self, icon: str, text: str) -> QToolButton:
        button = tool_button(self._stage.icons, icon, text, self)
        button.setCheckable(True)
        return button

    def _tools(self) -> QLayout:
        axes: list[QWidget] = []
        for box in (self.rows, self.columns):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            axes += [label, box]
        out = self.taker.buttons(self._stage.icons)
        row = tool_row(*axes, 8, self.lights, self.gaps, None, self.summary, 4, *out)
        row.setSpacing(8)
        return row
