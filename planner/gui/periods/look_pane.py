"""A table of a past state or of changes, with its summary; only `planner.gui.periods` imports it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.aside import Aside
from planner.gui.dialogs.blank_hint import BlankHint
from planner.gui.dialogs.form import plain_label
from planner.gui.exporting.outcome_pages import error_sentence
from planner.gui.icons import Icons
from planner.gui.periods.past import Look
from planner.gui.periods.table_model import ReportTableModel

_MOST_WIDTH = 260
_PADDING = 12


class LookPane(QWidget):
    """Shows what is made for it on a thread. `item_asked` carries the id of an item to go to."""

    item_asked = Signal(str)

    def __init__(self, words: Words, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._aside: Aside[Look] = Aside(self._show, self._tell)
        self.summary = plain_label("", bold=True)
        self.model = ReportTableModel(icons, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.hint = BlankHint(self.table)
        self.table.setAccessibleName(words(N_("举措")))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.activated.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.summary.hide()
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)

    def make(self, look: Callable[[], Look]) -> None:
        """Show what a function returns, once it has."""
        self.model.show_table(None)
        self._say(self._words(N_("正在整理……")))
        self._aside.run(look)

    def clear(self, text: str) -> None:
        """Show nothing but a sentence."""
        self._aside.drop()
        self.model.show_table(None)
        self._say(text)

    def drop(self) -> None:
        """Show nothing that is still being made."""
        self._aside.drop()

    def wait(self) -> None:
        """Return when nothing is being made any more."""
        self._aside.wait()

    def _show(self, look: Look) -> None:
        self.hint.say("")
        self.summary.setText(look.summary)
        self.summary.show()
        self.model.show_table(look.table)
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        for section in range(header.count()):
            width = header.sectionSize(section) + _PADDING
            header.resizeSection(section, min(width, _MOST_WIDTH))
        header.setSectionResizeMode(look.table.column_place("task"), QHeaderView.ResizeMode.Stretch)

    def _tell(self, error: Exception) -> None:
        self._say(error_sentence(self._words, error))

    def _say(self, text: str) -> None:
        """Say in the place of the rows why there are none."""
        self.summary.hide()
        self.hint.say(text)

    def _ask(self, index: QModelIndex) -> None:
        if item_id := self.model.item_id(index.row()):
            self.item_asked.emit(item_id)
