"""The view of the units: the register to type into, and the page of the current unit beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QTableView, QWidget

from planner.app.commands.structure import Spot, add, move_by
from planner.app.commands.units import merge_units
from planner.app.words import Words
from planner.domain.items import Unit
from planner.domain.marks import N_
from planner.gui.dialogs.removal import Confirm, confirm_removal, remove_asking
from planner.gui.owners.merging import ask_kept
from planner.gui.owners.model import USED, UnitsModel
from planner.gui.owners.page import UnitPage
from planner.gui.table_copy import put_table
from planner.gui.views.page import (
    Page,
    action_button,
    offer_menu,
    search_line,
    set_up_table,
    tool_row,
)
from planner.gui.views.stage import Stage

_USED_PLACE = 3
_WIDTHS = (24, 12, 12, 6, 7, 7, 10, 5)
_Flag = QItemSelectionModel.SelectionFlag

AskKept = Callable[[Words, Sequence[Unit], QWidget], str]
"""Asks which of several units stays; returns its id, empty for none."""


class OwnersView(Page):
    """Lists the units; `confirm` asks before one in use is removed, `ask` which of several stays."""

    def __init__(
        self,
        stage: Stage,
        parent: QWidget | None = None,
        *,
        confirm: Confirm = confirm_removal,
        ask: AskKept = ask_kept,
    ) -> None:
        super().__init__(stage, "owners", parent)
        words = self._words
        self._confirm = confirm
        self._ask = ask
        self.model = UnitsModel(stage.bridge, self)
        self.search = search_line(words(N_("查找单位")), self)
        self.search.setToolTip(words(N_("名称、简称、别称或拼音首字母")))
        self.search.textChanged.connect(self._look_for)
        self.table = self._make_table()
        self.page = UnitPage(stage, self)
        self.commands = {
            "edit": self.command("edit", words(N_("修改")), self._edit),
            "add": self.command("plus", words(N_("添加单位")), self.add, "Ins"),
            "merge": self.command("link", words(N_("合并…")), self.merge),
            "up": self.command("move-up", words(N_("上移")), lambda: self.move_units(-1), "Alt+Shift+Up"),
            "down": self.command(
                "move-down", words(N_("下移")), lambda: self.move_units(1), "Alt+Shift+Down"
            ),
            "copy": self.command("copy", words(N_("复制")), self.copy, "Ctrl+C"),
            "remove": self.command("delete", words(N_("删除")), self.remove, "Del"),
        }
        offer_menu(self.table, list(self.commands.values()))
        self._arrange()
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

    def select(self, *unit_ids: str) -> None:
        """Select those of some units that are listed; the first becomes current."""
        ids = list(self.model.ids)
        chosen = QItemSelection()
        indexes = [self.model.index(ids.index(unit_id), 0) for unit_id in unit_ids if unit_id in ids]
        for index in indexes:
            chosen.select(index, index)
        if indexes:
            self.table.selectionModel().setCurrentIndex(indexes[0], _Flag.NoUpdate)
            self.table.selectionModel().select(chosen, _Flag.ClearAndSelect | _Flag.Rows)
            self.table.scrollTo(indexes[0])

    def go_to(self, unit_id: str) -> None:
        """Show the page of a unit, whatever is being looked for."""
        if unit_id not in self.model.ids:
            self.search.clear()
        self.model.refresh()
        self.select(unit_id)

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
        self._show_emptiness()

    def add(self) -> None:
        """Add a unit and put the cursor into its name."""
        document = self._stage.bridge.document
        before = set(document.plan.of(Unit))
        self.search.clear()
        name = self._words(N_("新单位"))
        if self._stage.bridge.run(lambda: add(document.plan, Unit, Spot(), document.new_id, {"title": name})):
            self.model.refresh()
            self.select(next(iter(document.plan.of(Unit).keys() - before), ""))
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def move_units(self, step: int) -> None:
        """Move the selected units one place up (−1) or down (+1) in the register."""
        bridge, chosen = self._stage.bridge, self.selected_ids
        if chosen and bridge.run(lambda: move_by(bridge.plan, chosen, step)):
            self.select(*chosen)

    def copy(self) -> None:
        """Put the selected units on the clipboard, as text and as a table."""
        columns = range(self.model.columnCount())
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        put_table([[self.model.text(row, column) for column in columns] for row in rows])

    def remove(self) -> None:
        """Remove the selected units; where one is used, say where and ask first."""
        remove_asking(self._stage.bridge, self.selected_ids, self._confirm, self)

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

    def _edit(self) -> None:
        self.table.edit(self.table.currentIndex())

    def _look_for(self, typed: str) -> None:
        self.model.look_for(typed)
        self.refresh()

    def _show_emptiness(self) -> None:
        none_found, none_yet = (
            self._words(N_("没有符合的单位，换几个字试试。")),
            self._words(N_("还没有单位。在举措的“牵头单位”里写下名称，或在这里添加。")),
        )
        if self.model.ids:
            self.show_hint("")
        elif self._stage.bridge.plan.of(Unit):
            self.show_hint(none_found)
        else:
            self.show_hint(none_yet, self.commands["add"])

    def _show_current(self) -> None:
        editable, chosen = self._stage.may_edit(), len(self.selected_ids)
        for name, least in (("edit", 1), ("add", 0), ("merge", 2), ("up", 1), ("down", 1), ("remove", 1)):
            self.commands[name].setEnabled(editable and chosen >= least)
        self.commands["copy"].setEnabled(chosen > 0)
        self.page.show_unit(self.current_id)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        set_up_table(table, self._words(N_("单位名录")))
        table.setAlternatingRowColors(True)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        header.moveSection(USED, _USED_PLACE)
        character = table.fontMetrics().averageCharWidth()
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, max(width * character, header.sectionSizeHint(place)))
        table.selectionModel().selectionChanged.connect(self._show_current)
        table.selectionModel().currentRowChanged.connect(self._show_in_inspector)
        return table

    def _show_in_inspector(self) -> None:
        if self.table.hasFocus() and self.current_id:
            self._stage.errands.item_asked.emit(self.current_id)

    def _arrange(self) -> None:
        buttons = [action_button(self.commands[name], self) for name in ("add", "merge", "remove")]
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.page)
        parts.setSizes([520, 480])
        self.lay_out(tool_row(self.search, None, *buttons), parts)
