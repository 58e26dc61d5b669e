"""The columns of each sheet: which, in which order, how wide; and how the sheet's paper lies."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.app.words import Words
from planner.domain.marks import N_
from planner.domain.own_fields import is_own, own_key
from planner.domain.plan import Plan
from planner.gui.icons import Icons
from planner.gui.presets.bound import plain
from planner.gui.presets.draft import Draft
from planner.reports.sheets import BY_KEY, SHEETS, choosable_columns
from planner.reports.table import Column

_KEY = Qt.ItemDataRole.UserRole
_WIDTH = _KEY + 1
_NARROWEST, _WIDEST = 3, 120
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsUserCheckable
)


class ColumnsPage(QWidget):
    """`sheet_chosen` carries the key of the sheet whose columns are shown."""

    sheet_chosen = Signal(str)

    def __init__(self, draft: Draft, plan: Plan, words: Words, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._plan = plan
        self._words = words
        self.sheet, self.orientation = QComboBox(self), QComboBox(self)
        for sheet in SHEETS:
            if sheet.key in draft.get("sheets"):
                self.sheet.addItem(words(sheet.label), sheet.key)
        for code, text in (("portrait", N_("纵向")), ("landscape", N_("横向"))):
            self.orientation.addItem(words(text), code)
        self.list = QListWidget(self)
        self.list.setAccessibleName(words(N_("列")))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setSpacing(2)
        self.width_box = QSpinBox(self)
        self.width_box.setRange(_NARROWEST, _WIDEST)
        self.width_box.setAccessibleName(words(N_("列宽")))
        self.width_box.setSuffix(" " + words(N_("字符")))
        self._lay_out(icons)
        self.sheet.currentIndexChanged.connect(lambda _: self._offer())
        self.orientation.currentIndexChanged.connect(self._turn_paper)
        self.list.currentItemChanged.connect(lambda now, _before: self._show_width(now))
        self.list.itemChanged.connect(lambda _: self._take())
        self.list.model().rowsMoved.connect(lambda *_: self._take())
        self.width_box.valueChanged.connect(self._set_width)
        self.choose_sheet("work_plan")
        self._offer()

    @property
    def key(self) -> str:
        """The sheet whose columns are shown."""
        return str(self.sheet.currentData())

    def choose_sheet(self, key: str) -> None:
        """Show the columns of a sheet, if it has any to choose from."""
        place = self.sheet.findData(key)
        if place >= 0:
            self.sheet.setCurrentIndex(place)

    def move_current(self, step: int) -> None:
        """Move the current column up or down."""
        place = self.list.currentRow()
        if place >= 0 and 0 <= place + step < self.list.count():
            self.list.insertItem(place + step, self.list.takeItem(place))
            self.list.setCurrentRow(place + step)
            self._take()

    def _offer(self) -> None:
        """Show the columns chosen for a sheet, then those that it could have."""
        known = choosable_columns(self._plan, BY_KEY[self.key])
        by_name = {own_key(column.label): key for key, column in known.items() if is_own(key)}
        chosen = {
            by_name.get(key, key): width
            for key, width in self._draft.get("sheets", self.key, "columns").items()
        }
        labels = {key: self._label(key, known.get(key)) for key in (*chosen, *known)}
        common = Counter(labels.values())
        self.list.blockSignals(True)
        self.list.clear()
        for key, label in labels.items():
            column = known.get(key)
            entry = QListWidgetItem(f"{label} ({key})" if common[label] > 1 else label)
            entry.setFlags(_FLAGS)
            entry.setData(_KEY, key)
            entry.setData(_WIDTH, float(chosen.get(key, column.width if column else _NARROWEST)))
            entry.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(entry)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self.orientation.blockSignals(True)
        self.orientation.setCurrentIndex(
            self.orientation.findData(self._draft.get("sheets", self.key, "orientation"))
        )
        self.orientation.blockSignals(False)
        self.sheet_chosen.emit(self.key)

    def _label(self, key: str, column: Column | None) -> str:
        if column is None:
            return key.partition(":")[2] or key
        label = column.label if is_own(key) else self._words(column.label)
        group = "" if is_own(key) else self._words(column.group)
        return f"{group} {label}".strip() or key

    def _take(self) -> None:
        """Put what is ticked into the draft, unless nothing is."""
        entries = [self.list.item(place) for place in range(self.list.count())]
        ticked = [entry for entry in entries if entry.checkState() is Qt.CheckState.Checked]
        columns = {str(entry.data(_KEY)): plain(entry.data(_WIDTH)) for entry in ticked}
        if columns:
            self._draft.put(columns, "sheets", self.key, "columns")

    def _turn_paper(self) -> None:
        self._draft.put(str(self.orientation.currentData()), "sheets", self.key, "orientation")

    def _show_width(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.width_box.blockSignals(True)
            self.width_box.setValue(round(entry.data(_WIDTH)))
            self.width_box.blockSignals(False)

    def _set_width(self, width: int) -> None:
        place = self.list.currentRow()
        if place >= 0:
            self.list.blockSignals(True)
            self.list.item(place).setData(_WIDTH, float(width))
            self.list.blockSignals(False)
            self._take()

    def _lay_out(self, icons: Icons) -> None:
        words = self._words
        rows = QFormLayout()
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.addRow(words(N_("工作表")), self.sheet)
        rows.addRow(words(N_("纸张方向")), self.orientation)
        up = QPushButton(icons.icon("chevron-up"), words(N_("上移")), self)
        down = QPushButton(icons.icon("chevron-down"), words(N_("下移")), self)
        up.clicked.connect(lambda: self.move_current(-1))
        down.clicked.connect(lambda: self.move_current(1))
        foot = QHBoxLayout()
        for button in (up, down):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.width_box)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
