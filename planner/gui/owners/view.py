"""The view of the units: the register to type into, and the page of the current unit beside it."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.commands.structure import Spot, add, remove
from planner.app.commands.units import merge_units
from planner.app.usage import usage_summary
from planner.domain.items import Unit
from planner.domain.marks import N_
from planner.gui.dialogs.removal import confirm_removal
from planner.gui.owners.merging import ask_kept
from planner.gui.owners.model import UnitsModel
from planner.gui.owners.page import UnitPage
from planner.gui.views.stage import Stage

_ROW_PADDING = 12
_WIDTHS = (23, 12, 12, 6, 7, 7, 10, 5)
_Flag = QItemSelectionModel.SelectionFlag


class OwnersView(QWidget):
    """Lists the units; `confirm` asks before one in use is removed, `ask` which of several stays."""

    def __init__(
        self,
        stage: Stage,
        parent: QWidget | None = None,
        *,
        confirm: Callable[..., bool] = confirm_removal,
        ask: Callable[..., str] = ask_kept,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("owners")
        self._stage = stage
        self._words = words = stage.bridge.words
        self._confirm = confirm
        self._ask = ask
        self.model = UnitsModel(stage.bridge, self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(words(N_("查找单位")))
        self.search.setAccessibleName(words(N_("查找单位")))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self._look_for)
        self.add_button = self._button("plus", words(N_("添加单位")), self.add)
        self.merge_button = self._button("link", words(N_("合并…")), self.merge)
        self.remove_button = self._button("delete", words(N_("删除")), self.remove)
        self.table = self._make_table()
        self.page = UnitPage(stage, self)
        self._lay_out()
        self.setFocusProxy(self.table)
        stage.bridge.changed.connect(self.refresh)
        stage.bridge.new_day.connect(self.refresh)
        self.refresh()

    @property
    def selected_ids(self) -> list[str]:
        """The ids of the selected units from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.ids[row] for row in rows]

    @property
    def current_id(self) -> str:
        """The id of the current unit, empty without one."""
        index = self.table.currentIndex()
        return self.model.ids[index.row()] if index.isValid() else ""

    def select(self, unit_id: str) -> None:
        """Make a unit the current one, if it is listed."""
        if unit_id in self.model.ids:
            self.table.selectionModel().setCurrentIndex(
                self.model.index(list(self.model.ids).index(unit_id), 0), _Flag.ClearAndSelect | _Flag.Rows
            )

    def refresh(self) -> None:
        """Take over what the plan says now, staying with the current unit."""
        self.model.editable = self._stage.may_edit()
        if not self.isVisible():
            return
        current = self.current_id
        self.model.refresh()
        if self.current_id != current or not current:
            self.select(current if current in self.model.ids else next(iter(self.model.ids), ""))
        self._show_current()

    def add(self) -> None:
        """Add a unit and put the cursor into its name."""
        document = self._stage.bridge.document
        before = set(document.plan.of(Unit))
        self.search.clear()
        name = self._words(N_("新单位"))
        if self._stage.bridge.run(lambda: add(document.plan, Unit, Spot(), document.new_id, {"title": name})):
            self.model.refresh()
            self.select(next(iter(document.plan.of(Unit).keys() - before), ""))
            self.table.edit(self.table.currentIndex())

    def remove(self) -> None:
        """Remove the selected units; where one is used, say where and ask first."""
        bridge, units = self._stage.bridge, self.selected_ids
        uses = [usage_summary(bridge.plan, unit, self._words, bridge.cells) for unit in units]
        sentence = "\n".join(filter(None, uses))
        if units and (not sentence or self._confirm(self._words, sentence, self)):
            bridge.run(lambda: remove(bridge.plan, units))

    def merge(self) -> None:
        """Make the selected units one, after asking which stays."""
        bridge = self._stage.bridge
        units = [bridge.plan.get(unit, Unit) for unit in self.selected_ids]
        if len(units) > 1 and (kept := self._ask(self._words, units, self)):
            bridge.run(lambda: merge_units(bridge.plan, kept, [unit.id for unit in units]))
            self.select(kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _look_for(self, typed: str) -> None:
        self.model.look_for(typed)
        self.refresh()

    def _show_current(self) -> None:
        editable, chosen = self._stage.may_edit(), len(self.selected_ids)
        self.add_button.setEnabled(editable)
        self.remove_button.setEnabled(editable and chosen > 0)
        self.merge_button.setEnabled(editable and chosen > 1)
        self.page.show_unit(self.current_id)

    def _button(self, icon: str, text: str, handler: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._stage.icons.icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda _checked: handler())
        return button

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self._words(N_("单位名录")))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROW_PADDING)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        character = table.fontMetrics().averageCharWidth()
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, width * character)
        table.selectionModel().selectionChanged.connect(self._show_current)
        return table

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(4)
        bar.addWidget(self.search, 1)
        bar.addStretch(1)
        for button in (self.add_button, self.merge_button, self.remove_button):
            bar.addWidget(button)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.page)
        parts.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(parts, 1)
