"""The list with what it is grouped by above it, and a word in its place when it is empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.conditions.model import FACET_PREFIX
from planner.app.grouping import GROUP_NAMES
from planner.app.touched import Touched
from planner.app.words import Words
from planner.domain.items import ROOT, Facet
from planner.domain.marks import N_
from planner.domain.own_fields import own_fields, own_key
from planner.domain.plan import Plan
from planner.gui.icons import Icons
from planner.gui.listing.table import ListTable
from planner.gui.tree.model import TreeModel

_GROUPING_WIDTH = 168
_GROUPABLE = frozenset(("choice", "flag", "unit", "text", "period"))


class ListPane(QWidget):
    """The view of all measures as a list."""

    current_changed = Signal(str)

    def __init__(self, tree: TreeModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words = tree.bridge.words
        self._plan = tree.bridge.plan
        self.table = ListTable(tree, self)
        self.grouping = QComboBox(self)
        self.grouping.setMinimumWidth(_GROUPING_WIDTH)
        self.grouping.setAccessibleName(words(N_("分组")))
        self.open_all = _tool(icons, "expand-all", words(N_("展开所有分组")))
        self.close_all = _tool(icons, "collapse-all", words(N_("收起所有分组")))
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "muted")
        self._lay_out()
        self.setFocusProxy(self.table)
        self._offer_groupings()
        self.grouping.activated.connect(lambda _: self.group_by(str(self.grouping.currentData())))
        self.open_all.clicked.connect(lambda: self.table.list_model.set_all_open(True))
        self.close_all.clicked.connect(lambda: self.table.list_model.set_all_open(False))
        self.table.current_changed.connect(self.current_changed)
        self.table.list_model.modelReset.connect(self._show_state)
        tree.bridge.changed.connect(self._follow)
        self._show_state()

    def group_by(self, key: str) -> None:
        """Group the list by a key of `planner.app.grouping`, or not at all."""
        place = self.grouping.findData(key)
        self.grouping.setCurrentIndex(max(place, 0))
        self.table.list_model.group_by(key if place >= 0 else "")

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid typing into cells."""
        self.table.set_editable(editable)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.list_model.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.table.list_model.sleep()

    def _offer_groupings(self) -> None:
        chosen = self.table.list_model.group
        self.grouping.clear()
        for key, name in groupings(self._plan, self._words):
            self.grouping.addItem(name, key)
        self.grouping.setCurrentIndex(max(self.grouping.findData(chosen), 0))

    def _follow(self, touched: Touched) -> None:
        if touched.kinds & {"facet", "own_field"}:
            self._offer_groupings()
            if self.grouping.currentData() != self.table.list_model.group:
                self.group_by("")

    def _show_state(self) -> None:
        model = self.table.list_model
        count = model.measure_count
        self.count.setText(self._words(N_("共 {count} 项举措")).format(count=count))
        for button in (self.open_all, self.close_all):
            button.setVisible(bool(model.group))
        total = any(True for _ in self._plan.walk())
        self._empty.setText(
            self._words(N_("没有符合筛选的举措。清除筛选后可看到全部。"))
            if total
            else self._words(N_("计划里还没有举措。先在“计划”视图中添加。"))
        )
        self._middle.setCurrentWidget(self.table if count else self._empty)

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setProperty("role", "panel")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        label = QLabel(self._words(N_("分组")), head)
        label.setBuddy(self.grouping)
        for widget in (label, self.grouping, self.open_all, self.close_all):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count)
        self._middle = QStackedLayout()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._middle, 1)


def groupings(plan: Plan, words: Words) -> list[tuple[str, str]]:
    """Return by what measures can be grouped, each with its name; the first is not at all."""
    fields = [own for own in own_fields(plan, "measure") if own.holds in _GROUPABLE]
    return [
        ("", words(N_("不分组"))),
        *((key, words(name)) for key, name in GROUP_NAMES.items()),
        *((FACET_PREFIX + facet.key, facet.title) for facet in plan.children(ROOT, Facet)),
        *((own_key(own.id), own.title) for own in fields),
    ]


def _tool(icons: Icons, icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon, "text-muted"))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
