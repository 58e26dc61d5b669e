"""The page of all values: the grid, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.indicator_paste.outcome import clear_amounts
from planner.app.indicator_paste.proposal import Goal
from planner.domain.marks import N_
from planner.gui.indicator_values.column_dialog import AskMoment, ask_moment
from planner.gui.indicator_values.model import FIRST, ValuesModel
from planner.gui.indicator_values.pasting import ValuesPaster
from planner.gui.indicator_values.table import ValuesTable
from planner.gui.table_copy import put_table, selected_block, shown_table
from planner.gui.views.page import action_button
from planner.gui.views.stage import Stage


class ValuesPage(QWidget):
    """`tools` are its buttons, for the bar of the view that it is a page of; `ask` asks for a column."""

    def __init__(self, stage: Stage, parent: QWidget | None = None, *, ask: AskMoment = ask_moment) -> None:
        super().__init__(parent)
        self._stage = stage
        self._words = words = stage.bridge.words
        self._ask = ask
        self.model = ValuesModel(stage.bridge, stage.icons, self)
        self.model.misread.connect(lambda text: stage.errands.told.emit("warning", text))
        self.table = ValuesTable(self.model, words(N_("指标值")), self)
        self.table.copy_asked.connect(self.copy)
        self.table.paste_asked.connect(self.paste)
        self.table.clear_asked.connect(self.clear)
        self.table.selectionModel().currentRowChanged.connect(self._went_to)
        self._paster = ValuesPaster(stage.bridge, stage.icons, self, stage.errands.told.emit)
        self.add_action = self._action(N_("添加一栏…"), "plus", self.add_column)
        self.paste_action = self._action(N_("粘贴数值"), "paste", self.paste)
        copy_all = self._action(N_("复制全表"), "copy", self.copy_all)
        self.tools = [action_button(one, self) for one in (self.add_action, self.paste_action, copy_all)]
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    @property
    def current_id(self) -> str:
        """The id of the indicator in the current row, empty without one."""
        row = self.table.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else ""

    def refresh(self) -> None:
        """Take over what the plan says now, staying on the current cell."""
        current, column = self.current_id, max(self.table.currentIndex().column(), 0)
        self.model.editable = editable = self._stage.may_edit()
        self.add_action.setEnabled(editable)
        self.paste_action.setEnabled(editable)
        self.model.refresh()
        if current in self.model.ids and self.current_id != current:
            self.table.select_cell(self.model.ids.index(current), column)

    def paste(self) -> None:
        """Paste what is on the clipboard: by its own names and times, else onto the cells from here on."""
        row, column = self.table.currentIndex().row(), self.table.currentIndex().column()
        if self._stage.may_edit():
            moments = self.model.moments[column - FIRST :] if column >= FIRST else []
            self._paster.paste(Goal(self.current_id, self.model.ids[max(row, 0) :], moments))

    def paste_for(self, indicator_id: str) -> None:
        """Paste what is on the clipboard by its own names, or for an indicator that is current elsewhere."""
        if self._stage.may_edit():
            self._paster.paste(Goal(indicator_id))

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        if self.table.selectionModel().hasSelection():
            put_table(selected_block(self.table.selectionModel()))

    def copy_all(self) -> None:
        """Put the whole grid with its headings on the clipboard."""
        put_table(shown_table(self.table))
        self._stage.errands.told.emit("success", self._words(N_("已复制表格，可粘贴到 Excel 或 WPS。")))

    def clear(self) -> None:
        """Take the selected values away, in one step."""
        if not self._stage.may_edit():
            return
        chosen = [index for index in self.table.selectionModel().selectedIndexes() if index.column() >= FIRST]
        cells = [(self.model.ids[one.row()], self.model.moments[one.column() - FIRST]) for one in chosen]
        places = [(item_id, moment.role, moment.period) for item_id, moment in cells]
        change_set = clear_amounts(self._stage.bridge.plan, places)
        if change_set:
            self._stage.bridge.run(lambda: change_set)

    def add_column(self) -> None:
        """Ask for a further time, and go to its column."""
        moment = self._ask(self._words, self)
        if moment is not None:
            column = self.model.add_column(moment)
            self.table.select_cell(max(self.table.currentIndex().row(), 0), column)
            self.table.setFocus()

    def _went_to(self) -> None:
        if self.current_id and self.table.hasFocus():
            self._stage.errands.item_asked.emit(self.current_id)

    def _action(self, text: str, icon: str, handler: Callable[[], None]) -> QAction:
        action = QAction(self._stage.icons.icon(icon), self._words(text), self)
        action.triggered.connect(lambda _checked: handler())
        return action
