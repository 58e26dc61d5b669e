"""The list with what it is grouped by above it, and a word in its place when it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QWidget

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
from planner.gui.views.page import Page, tool_button, tool_row
from planner.gui.views.stage import Stage

_GROUPING_WIDTH = 168
_GROUPABLE = frozenset(("choice", "flag", "unit", "text", "period"))


class ListPane(Page):
    """The view of all measures as a list."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(stage, "listing", parent)
        words, icons = self._words, stage.icons
        self._plan = stage.bridge.plan
        self.table = ListTable(stage.tree.tree_model, self)
        self.grouping = QComboBox(self)
        self.grouping.setMinimumWidth(_GROUPING_WIDTH)
        self.grouping.setAccessibleName(words(N_("分组")))
        self.open_all = _opening(icons, "expand-all", words(N_("展开所有分组")), self)
        self.close_all = _opening(icons, "collapse-all", words(N_("收起所有分组")), self)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        label = QLabel(words(N_("分组")), self)
        label.setBuddy(self.grouping)
        tools = tool_row(label, 4, self.grouping, self.open_all, self.close_all, None, self.count)
        self.lay_out(tools, self.table)
        self.setFocusProxy(self.table)
        self._offer_groupings()
        self.grouping.activated.connect(lambda _: self.group_by(str(self.grouping.currentData())))
        self.open_all.clicked.connect(lambda: self.table.list_model.set_all_open(True))
        self.close_all.clicked.connect(lambda: self.table.list_model.set_all_open(False))
        self.table.current_changed.connect(self._show_measure)
        self.table.list_model.modelReset.connect(self._show_state)
        self.table.set_editable(stage.may_edit())
        self.table.columns.restore_layout(stage.tree.columns.layout_text())
        stage.bridge.changed.connect(self._follow)
        self._show_state()

    def group_by(self, key: str) -> None:
        """Group the list by a key of `planner.app.grouping`, or not at all."""
        place = self.grouping.findData(key)
        self.grouping.setCurrentIndex(max(place, 0))
        self.table.list_model.group_by(key if place >= 0 else "")

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
        none_found, none_yet = (
            self._words(N_("没有符合筛选的举措。清除筛选后可看到全部。")),
            self._words(N_("计划里还没有举措。先在“计划”视图中添加。")),
        )
        self.show_hint("" if count else none_found if total else none_yet)

    def _show_measure(self, item_id: str) -> None:
        if item_id:
            self._stage.errands.item_asked.emit(item_id)


def groupings(plan: Plan, words: Words) -> list[tuple[str, str]]:
    """Return by what measures can be grouped, each with its name; the first is not at all."""
    fields = [own for own in own_fields(plan, "measure") if own.holds in _GROUPABLE]
    return [
        ("", words(N_("不分组"))),
        *((key, words(name)) for key, name in GROUP_NAMES.items()),
        *((FACET_PREFIX + facet.key, facet.title) for facet in plan.children(ROOT, Facet)),
        *((own_key(own.id), own.title) for own in fields),
    ]


def _opening(icons: Icons, icon: str, name: str, parent: QWidget) -> QToolButton:
    button = tool_button(icons, icon, "", parent, "text-muted")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
