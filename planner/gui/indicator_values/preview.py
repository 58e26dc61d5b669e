"""The table in the preview of pasted values: the block as it came, each cell with what becomes of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from planner.app.indicator_paste.outcome import Effect, Landing, ValuesPasting, landing_sentence
from planner.app.indicator_paste.proposal import Doubt, ValuesProposal
from planner.app.words import Words
from planner.domain.items import Indicator
from planner.domain.marks import N_
from planner.gui.icons import Icons
from planner.gui.indicator_values.choice import IndicatorChoice, indicator_choices

_MOST_ROWS = 300
_LEAST_WIDTH = 64
_WIDEST = 196
_ROOM = 36
"""Beside a text: its icon and what the cell keeps free."""

_GROUNDS: Mapping[Effect, str] = {
    Effect.NEW: "success-soft",
    Effect.NEW_INDICATOR: "info-soft",
    Effect.CHANGED: "warning-soft",
    Effect.LEFT_OUT: "danger-soft",
}
_SIGNS: Mapping[Effect, tuple[str, str]] = {
    Effect.NEW: ("plus", "success"),
    Effect.NEW_INDICATOR: ("add-indicator", "info"),
    Effect.CHANGED: ("edit", "warning"),
    Effect.LEFT_OUT: ("error", "danger"),
}


class ValuesPreview(QTableWidget):
    """Its first column says to which indicator a row goes, or what does not fit in it.

    `indicator_chosen` carries a name that is not plainly one indicator's and the id of the one that it means.
    """

    indicator_chosen = Signal(str, str)

    def __init__(self, proposal: ValuesProposal, words: Words, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposal = proposal
        self._words = words
        self._icons = icons
        self._indicators = indicator_choices(proposal.plan, words, self)
        self.meanings: list[QComboBox] = []
        self.setAccessibleName(words(N_("将填入的值")))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setColumnCount(proposal.grid.width + 1)

    def offer_meanings(self, meanings: Sequence[QComboBox]) -> None:
        """Put a choice over each column of the block."""
        self.meanings = list(meanings)
        self.setRowCount(1)
        for place, combo in enumerate(meanings, 1):
            self.setCellWidget(0, place, combo)
        heading = QTableWidgetItem(self._words(N_("填入的指标")))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.setItem(0, 0, heading)
        self.setRowHeight(0, max(combo.sizeHint().height() for combo in meanings) + 4)

    def show_pasting(self, pasting: ValuesPasting, first: int) -> None:
        """Show the block; rows above `first` are headings."""
        top = 1 if self.meanings else 0
        rows = self._proposal.grid.rows[:_MOST_ROWS]
        self.setRowCount(top + len(rows))
        for row, cells in enumerate(rows):
            landings = [pasting.landings.get((row, column)) for column in range(len(cells))]
            for column, text in enumerate(cells):
                item = self._item(" ".join(text.split()), landings[column], heading=row < first)
                self.setItem(top + row, column + 1, item)
            said = self._row_says([one for one in landings if one is not None], pasting)
            self.setItem(top + row, 0, self._item(said, None, heading=row < first))
        metrics = self.fontMetrics()
        for column in range(self.columnCount()):
            shown = [self.item(row, column) for row in range(self.rowCount())]
            texts = [item.text() for item in shown if item is not None]
            if column and self.meanings:
                texts.append(f"{self.meanings[column - 1].currentText()}　　")
            needed = max(map(metrics.horizontalAdvance, texts), default=0) + _ROOM
            self.setColumnWidth(column, min(max(needed, _LEAST_WIDTH), _WIDEST))

    def offer_indicators(self, doubts: Mapping[tuple[int, int], Doubt], chosen: Mapping[str, str]) -> None:
        """Put a choice over each name in doubt, after the block has been shown; `chosen` is by name."""
        top = 1 if self.meanings else 0
        places = {(top + row, column + 1): doubt for (row, column), doubt in doubts.items()}
        for row in range(top, self.rowCount()):
            for column in range(self.columnCount()):
                if doubt := places.get((row, column)):
                    self._offer(row, column, doubt, chosen.get(doubt.name, ""))
                elif self.cellWidget(row, column) is not None:
                    self.removeCellWidget(row, column)

    def _offer(self, row: int, column: int, doubt: Doubt, chosen: str) -> None:
        choice = self.cellWidget(row, column)
        if not isinstance(choice, IndicatorChoice) or choice.name != doubt.name:
            choice = IndicatorChoice(doubt.name, self._indicators, self._words, self)
            choice.chosen.connect(self.indicator_chosen)
            self.setCellWidget(row, column, choice)
        otherwise = landing_sentence(self._words, doubt.landing) if column == 0 else doubt.name
        said = self.item(row, column)
        choice.show_choice(chosen, otherwise, said.text() if said else "")

    def _item(self, text: str, landing: Landing | None, *, heading: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        theme = self._icons.theme
        if heading:
            item.setBackground(theme.colour("header"))
        if landing is None:
            item.setForeground(theme.colour("text" if heading else "text-muted"))
            return item
        item.setToolTip(landing_sentence(self._words, landing))
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if landing.effect in _GROUNDS:
            item.setBackground(theme.colour(_GROUNDS[landing.effect]))
            item.setIcon(self._icons.icon(*_SIGNS[landing.effect]))
        return item

    def _row_says(self, landings: Sequence[Landing], pasting: ValuesPasting) -> str:
        """Name the indicators that a row goes to; where anything is left out, say why instead."""
        troubles = dict.fromkeys(
            landing_sentence(self._words, one) for one in landings if one.effect is Effect.LEFT_OUT
        )
        if troubles:
            return self._words(N_("；")).join(troubles)
        known = [self._proposal.plan.find(one.indicator) for one in landings]
        titles = dict.fromkeys(one.title for one in known if isinstance(one, Indicator))
        if titles:
            return self._words(N_("、")).join(titles)
        return self._words(N_("新增指标")) if landings and pasting.new_indicators else ""
