"""The pane of all indicators: what each is to reach, where it stands, and which measures serve it."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from planner.app.commands.edit import set_relation
from planner.app.commands.structure import Spot, add, remove
from planner.app.touched import Touched
from planner.domain.items import Indicator, Measure
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.indicators.model import COLUMNS, IndicatorModel, Place
from planner.gui.stretching import Stretching
from planner.gui.table_copy import put_table, shown_table
from planner.gui.views.page import search_line, set_up_listing, tool_button, tool_row

_CELL_PADDING = 20
_Key = QKeySequence.StandardKey


class IndicatorDock(QWidget):
    """Lists all indicators; `activated` carries the id of the one that a person went to.

    `set_measure` says which row of the tree is current, for linking to it. `told` carries a tone of
    `planner.gui.banner` and a sentence.
    """

    activated = Signal(str)
    told = Signal(str, str)

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("indicators")
        self._bridge = bridge
        self._icons = icons
        self._measure = ""
        self._editable = True
        self.model = IndicatorModel(bridge, icons, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = self._make_table()
        words = bridge.words
        self.search = search_line(words("查找指标"), self)
        self.search.textChanged.connect(self._filter)
        self.link_button = tool_button(icons, "link", "", self)
        self.link_button.clicked.connect(self.toggle_link)
        self.add_button = tool_button(icons, "add-indicator", words("新增指标"), self)
        self.add_button.clicked.connect(self.add)
        self.paste_button = tool_button(icons, "paste", words("粘贴数值"), self)
        self.paste_button.clicked.connect(self.paste)
        self.remove_button = tool_button(icons, "delete", words("删除指标"), self)
        self.remove_button.clicked.connect(self.remove)
        self._empty = QLabel(self)
        self._lay_out()
        for key, handler in ((_Key.Copy, self.copy), (_Key.Paste, self.paste)):
            QShortcut(key, self.table, handler, context=Qt.ShortcutContext.WidgetShortcut)
        self.setFocusProxy(self.table)
        bridge.changed.connect(self._follow)
        self._refresh()

    @property
    def current_id(self) -> str:
        """The id of the current indicator, empty when there is none."""
        return self.model.id_at(self._shown.mapToSource(self.table.currentIndex()).row())

    @property
    def hint(self) -> str:
        """What stands in place of the table when it has no rows, else the empty text."""
        return "" if self._empty.isHidden() else self._empty.text()

    def set_measure(self, item_id: str) -> None:
        """Take over which row of the tree is current."""
        self._measure = item_id
        self._refresh()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid editing, as in a plan that was opened to be read."""
        self._editable = editable
        self._refresh()

    def select(self, item_id: str) -> None:
        """Make an indicator the current one, without announcing it."""
        if item_id in self.model.ids:
            index = self._shown.mapFromSource(self.model.index(self.model.ids.index(item_id), Place.TITLE))
            self.table.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.table.scrollTo(index)

    def add(self) -> None:
        """Add an indicator after all others and go to it."""
        document, before = self._bridge.document, set(self.model.ids)
        if self._bridge.run(lambda: add(document.plan, Indicator, Spot(), document.new_id)):
            self.search.clear()
            for item_id in set(self.model.ids) - before:
                self.select(item_id)
                self.activated.emit(item_id)

    def remove(self) -> None:
        """Take the current indicator out of the plan, with its values and the links to it."""
        item_id, place = self.current_id, self.table.currentIndex().row()
        if item_id and self._bridge.run(lambda: remove(self._bridge.plan, [item_id])):
            self.select(self.model.id_at(min(place, len(self.model.ids) - 1)))

    def copy(self) -> None:
        """Put the rows in sight on the clipboard, below their headings."""
        put_table(shown_table(self.table))

    def paste(self) -> None:
        """Paste values from a spreadsheet: of the indicators that it names, else of the current one."""
        from planner.app.indicator_paste.proposal import Goal
        from planner.gui.indicator_values.pasting import ValuesPaster

        if self._editable:
            ValuesPaster(self._bridge, self._icons, self, self.told.emit).paste(Goal(self.current_id))

    def toggle_link(self) -> None:
        """Link the current indicator to the current measure, or take the link away."""
        document, item_id = self._bridge.document, self.current_id
        if not item_id or not self._can_link():
            return
        linked = document.plan.targets(self._measure, "indicator")
        wanted = [known for known in linked if known != item_id] if item_id in linked else [*linked, item_id]
        self._bridge.run(
            lambda: set_relation(document.plan, self._measure, "indicators", wanted, document.new_id)
        )

    def _follow(self, _touched: Touched) -> None:
        self._refresh()

    def _refresh(self) -> None:
        words, plan = self._bridge.words, self._bridge.plan
        can_link = self._can_link()
        linked = frozenset(plan.targets(self._measure, "indicator")) if can_link else frozenset[str]()
        self.model.mark_linked(linked)
        is_linked = self.current_id in linked
        self.link_button.setText(words("解除与当前举措的关联") if is_linked else words("关联到当前举措"))
        self.link_button.setToolTip(plan.get(self._measure, Measure).title if can_link else "")
        self.link_button.setEnabled(self._editable and can_link and bool(self.current_id))
        self.add_button.setEnabled(self._editable)
        self.paste_button.setEnabled(self._editable)
        self.remove_button.setEnabled(self._editable and bool(self.current_id))
        nothing = self._shown.rowCount() == 0
        none_found, none_yet = (
            words("没有符合的指标，换几个字试试。"),
            words("还没有指标。点“新增指标”写下第一个。"),
        )
        self._empty.setText(none_found if self.model.ids else none_yet)
        self._empty.setVisible(nothing)
        self.table.setVisible(not nothing)

    def _can_link(self) -> bool:
        return isinstance(self._bridge.plan.find(self._measure), Measure)

    def _filter(self, looked_for: str) -> None:
        self._shown.setFilterFixedString(looked_for.strip())
        self._refresh()

    def _went_to(self, current: QModelIndex) -> None:
        self._refresh()
        if current.isValid() and self.table.hasFocus():
            self.activated.emit(self.current_id)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._shown)
        set_up_listing(table, self._bridge.words("指标"))
        table.setItemDelegate(_WholeRows(table))
        character = table.fontMetrics().averageCharWidth()
        for place, column in enumerate(COLUMNS):
            table.setColumnWidth(place, column.width * character + _CELL_PADDING)
        Stretching(table, Place.TITLE, COLUMNS[Place.TITLE].width)
        table.selectionModel().currentRowChanged.connect(self._went_to)
        table.clicked.connect(lambda _: self.activated.emit(self.current_id))
        table.activated.connect(lambda _: self.activated.emit(self.current_id))
        return table

    def _lay_out(self) -> None:
        buttons = self.link_button, self.add_button, self.paste_button, self.remove_button
        tools = tool_row(self.search, None, *buttons)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)


class _WholeRows(QStyledItemDelegate):
    """Paints the current row as one: no frame around its current cell."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]  # absent from Qt's stubs
