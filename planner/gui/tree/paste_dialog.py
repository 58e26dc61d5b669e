"""Shows what a paste would do before it is done, and lets a person say what is what."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from planner.app.commands.structure import Spot
from planner.app.paste.columns import Columns, column_choices
from planner.app.paste.proposal import Choice, Proposal, with_meaning
from planner.app.words import Words
from planner.gui.dialogs.form import Dialog, plain_label
from planner.gui.tree.paste_result import PasteResult, summary

_SAMPLE_ROWS = 4
_COLUMN_WIDTH = 140
_SIZE = (900, 640)


class PasteDialog(Dialog):
    """`agreed` carries the change set of the paste that a person agreed to."""

    topic = "clipboard"

    agreed = Signal(object)

    def __init__(self, proposal: Proposal, choice: Choice, words: Words, parent: QWidget) -> None:
        super().__init__(words("粘贴预览"), parent)
        self.setObjectName("paste_dialog")
        self.resize(*_SIZE)
        self._proposal = proposal
        self._words = words
        self._table_columns = choice.columns
        self._mode = self._combo(words("粘贴为"), [(words("新的行"), False)])
        if proposal.target.ids:
            self._mode.addItem(words("单元格的内容"), True)
        self._spot = self._combo(
            words("位置"), [(self._spot_name(spot), spot) for spot in proposal.target.spots]
        )
        self._framework = self._combo(
            words("最上面的级别"),
            [(words("都是举措"), 0), (words("第一级是框架层"), 1), (words("前两级是框架层和要素"), 2)],
        )
        self._sample = QTableWidget(self)
        self.result_view = PasteResult(proposal, words, self)
        self._summary = plain_label("")
        self._lay_out()
        self._fill_sample()
        self._mode.setCurrentIndex(int(choice.onto_cells))
        for combo in (self._mode, self._spot, self._framework):
            combo.currentIndexChanged.connect(self._show)
        self._show()
        self.result_view.setFocus()

    def choice(self) -> Choice:
        """What is chosen now."""
        return Choice(
            self._spot.currentData(),
            bool(self._mode.currentData()),
            self._table_columns,
            self._framework.currentData(),
        )

    def set_meaning(self, place: int, key: str) -> None:
        """Say what a column holds; the column that held it before holds nothing then."""
        if self._table_columns is not None:
            self._table_columns = with_meaning(self._table_columns, place, key)
            self._show_meanings(self._table_columns)
            self._show()

    def accept(self) -> None:
        self.agreed.emit(self._pasting.change_set)
        super().accept()

    def _lay_out(self) -> None:
        grid = self._proposal.grid
        head = self._words("剪贴板上有 {rows} 行、{columns} 列").format(
            rows=len(grid.rows), columns=grid.width
        )
        self.column.addWidget(plain_label(head, factor=1.2, bold=True))
        choices = QHBoxLayout()
        choices.setSpacing(20)
        for combo in (self._mode, self._spot, self._framework):
            form = QFormLayout()
            form.addRow(combo.accessibleName(), combo)
            choices.addLayout(form)
        choices.addStretch(1)
        self.column.addLayout(choices)
        self.column.addWidget(self._sample)
        self.column.addWidget(self.result_view, 1)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.buttons)
        self._agree = self.add_accept(self._words("粘贴"))
        self.add_cancel(self._words("取消"))

    def _combo(self, name: str, entries: list[tuple[str, object]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text, value in entries:
            combo.addItem(text, value)
        return combo

    def _spot_name(self, spot: Spot) -> str:
        plan = self._proposal.plan
        if spot.after:
            return self._words("“{title}”之后").format(title=_short(plan[spot.after].value("title")))
        if spot.parent:
            return self._words("“{title}”之下").format(title=_short(plan[spot.parent].value("title")))
        return self._words("计划的末尾")

    def _fill_sample(self) -> None:
        """Show the first rows of a table below a choice of meanings for each column."""
        columns, grid, sample = self._table_columns, self._proposal.grid, self._sample
        sample.setVisible(columns is not None)
        if columns is None:
            return
        first = grid.rows[max(columns.first - 1, 0) :][: _SAMPLE_ROWS - 1]
        sample.setAccessibleName(self._words("各栏的含义"))
        sample.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        sample.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        sample.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sample.setWordWrap(False)
        sample.setColumnCount(grid.width)
        sample.setRowCount(1 + len(first))
        sample.horizontalHeader().hide()
        sample.verticalHeader().hide()
        sample.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        choices = column_choices(self._proposal.plan, self._words, columns.keys)
        for place in range(grid.width):
            sample.setCellWidget(0, place, self._meaning(place, choices))
            for row, cells in enumerate(first, 1):
                sample.setItem(row, place, QTableWidgetItem(" ".join(cells[place].split())))
        sample.setRowHeight(0, sample.cellWidget(0, 0).sizeHint().height())
        height = sum(map(sample.rowHeight, range(sample.rowCount()))) + 2 * sample.frameWidth()
        bar = sample.horizontalScrollBar().sizeHint().height() if grid.width * _COLUMN_WIDTH > _SIZE[0] else 0
        sample.setFixedHeight(height + bar)
        self._show_meanings(columns)

    def _meaning(self, place: int, choices: dict[str, str]) -> QComboBox:
        name = self._words("第 {number} 栏的含义").format(number=place + 1)
        combo = self._combo(name, [(label, key) for key, label in choices.items()])
        combo.setObjectName(f"meaning_{place}")
        combo.setProperty("role", "meaning")
        combo.activated.connect(lambda _index: self.set_meaning(place, str(combo.currentData())))
        return combo

    def _show_meanings(self, columns: Columns) -> None:
        for place, key in enumerate(columns.keys):
            combo = self._sample.cellWidget(0, place)
            if isinstance(combo, QComboBox):
                with QSignalBlocker(combo):
                    combo.setCurrentIndex(combo.findData(str(key)))

    def _show(self) -> None:
        choice = self.choice()
        self._pasting = self._proposal.pasting(choice)
        rows = None if choice.onto_cells else self._proposal.rows(choice)
        for combo in (self._spot, self._framework):
            combo.setEnabled(not choice.onto_cells)
        self._sample.setVisible(not choice.onto_cells and self._table_columns is not None)
        self.result_view.show_result(rows, self._pasting)
        self._summary.setText(summary(self._words, rows, self._pasting))
        self._agree.setEnabled(bool(self._pasting.change_set))


def _short(title: object) -> str:
    text = str(title)
    return text if len(text) <= 14 else f"{text[:13]}…"
