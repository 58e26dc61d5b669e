"""The view of the facets: their terms as a tree to type into, and tagging the selected measures."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.app.commands.edit import set_field
from planner.app.commands.facets import add_facet, add_term, tag
from planner.app.commands.structure import move_by, remove
from planner.app.usage import usage_summary
from planner.domain.changes import ChangeSet
from planner.domain.items import ROOT, Facet, Measure, Term
from planner.domain.marks import N_
from planner.gui.dialogs.removal import confirm_removal
from planner.gui.fonts import scaled_font
from planner.gui.views.stage import Stage

_ROW_PADDING = 10
_ID = Qt.ItemDataRole.UserRole
_NAME, _BROADER, _USED = range(3)


class FacetsView(QWidget):
    """Lists facets with their terms; `confirm` asks before what is in use is removed."""

    def __init__(
        self,
        stage: Stage,
        parent: QWidget | None = None,
        *,
        confirm: Callable[..., bool] = confirm_removal,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self._stage = stage
        self._words = words = stage.bridge.words
        self._confirm = confirm
        self.buttons = {
            "facet": self._button("plus", words(N_("添加分类")), self.add_facet),
            "term": self._button("term", words(N_("添加类目")), self.add_term),
            "below": self._button("add-sub-measure", words(N_("添加下级")), self.add_below),
            "up": self._button("move-up", words(N_("上移")), lambda: self.move_current(-1)),
            "down": self._button("move-down", words(N_("下移")), lambda: self.move_current(1)),
            "remove": self._button("delete", words(N_("删除")), self.remove),
            "tag": self._button("link", "", self.tag),
        }
        self._entries: dict[str, QTreeWidgetItem] = {}
        self.list = self._make_list()
        self.broader = QComboBox(self)
        self.broader.setAccessibleName(words(N_("所属")))
        self.broader.setToolTip(words(N_("所属")))
        self.broader.setMinimumContentsLength(16)
        self.broader.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.broader.activated.connect(self._set_broader)
        self._lay_out()
        self.setFocusProxy(self.list)
        stage.bridge.changed.connect(self.refresh)
        stage.tree.selection_changed.connect(self._show_current)

    @property
    def current_id(self) -> str:
        """The id of the current facet or term, empty without one."""
        index = self.list.currentIndex().siblingAtColumn(_NAME)
        return str(index.data(_ID)) if index.isValid() else ""

    def select(self, item_id: str) -> None:
        """Make a facet or a term the current one, if it is there."""
        if entry := self._entries.get(item_id):
            self.list.setCurrentItem(entry)

    def refresh(self) -> None:
        """Take over what the plan says now, staying with the current entry."""
        if not self.isVisible():
            return
        current = self.current_id
        self.list.blockSignals(True)
        self.list.clear()
        self._entries.clear()
        plan = self._stage.bridge.plan
        for facet in plan.children(ROOT, Facet):
            entry = self._entry(self.list.invisibleRootItem(), facet)
            entry.setFont(_NAME, scaled_font(self.font(), 1.0, QFont.Weight.DemiBold))
            self._add_terms(entry, facet.id)
        self.list.expandAll()
        self.list.blockSignals(False)
        self.select(current if current in self._entries else next(iter(self._entries), ""))
        self._show_current()

    def add_facet(self) -> None:
        """Add a facet and put the cursor into its name."""
        document, title = self._stage.bridge.document, self._words(N_("新分类"))
        self._add(Facet, lambda: add_facet(document.plan, title, document.new_id))

    def add_term(self) -> None:
        """Add a term after the current one, or last in the current facet."""
        document, current, title = self._stage.bridge.document, self.current_id, self._words(N_("新类目"))
        self._add(Term, lambda: add_term(document.plan, current, title, document.new_id))

    def add_below(self) -> None:
        """Add a term under the current one."""
        document, current, title = self._stage.bridge.document, self.current_id, self._words(N_("新类目"))
        self._add(Term, lambda: add_term(document.plan, current, title, document.new_id, below=True))

    def move_current(self, step: int) -> None:
        """Move the current entry one place up (−1) or down (+1)."""
        bridge, current = self._stage.bridge, self.current_id
        bridge.run(lambda: move_by(bridge.plan, [current], step))

    def remove(self) -> None:
        """Remove the current entry; where it is used, say where and ask first."""
        bridge, current = self._stage.bridge, self.current_id
        sentence = usage_summary(bridge.plan, current, self._words, bridge.cells)
        if not sentence or self._confirm(self._words, sentence, self):
            bridge.run(lambda: remove(bridge.plan, [current]))

    def tag(self) -> None:
        """Give the current term to the selected measures, or take it from them where all have it."""
        document, current, rows = self._stage.bridge.document, self.current_id, self._measures()
        self._stage.bridge.run(lambda: tag(document.plan, rows, current, document.new_id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _add(self, cls: type[Facet | Term], command: Callable[[], ChangeSet]) -> None:
        plan = self._stage.bridge.plan
        before = set(plan.of(cls))
        if self._stage.bridge.run(command):
            self.select(next(iter(plan.of(cls).keys() - before), ""))
            self.list.editItem(self.list.currentItem(), _NAME)

    def _add_terms(self, above: QTreeWidgetItem, parent: str) -> None:
        for term in self._stage.bridge.plan.children(parent, Term):
            self._add_terms(self._entry(above, term), term.id)

    def _entry(self, above: QTreeWidgetItem, item: Facet | Term) -> QTreeWidgetItem:
        bridge = self._stage.bridge
        broader = bridge.cells.name(item.broader) if isinstance(item, Term) else ""
        used = str(len(bridge.plan.referrers(item.id)) or "") if isinstance(item, Term) else ""
        entry = QTreeWidgetItem(above, [item.title, broader, used])
        entry.setData(_NAME, _ID, item.id)
        entry.setSizeHint(_NAME, QSize(0, self.fontMetrics().height() + _ROW_PADDING))
        if self._stage.may_edit():
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
        self._entries[item.id] = entry
        return entry

    def _renamed(self, entry: QTreeWidgetItem, column: int) -> None:
        if column != _NAME:
            return
        document, item_id, title = self._stage.bridge.document, entry.data(_NAME, _ID), entry.text(_NAME)
        today = document.clock.today()
        self._stage.bridge.run(lambda: set_field(document.plan, item_id, "title", title.strip(), today))

    def _set_broader(self) -> None:
        document, current, chosen = self._stage.bridge.document, self.current_id, self.broader.currentData()
        today = document.clock.today()
        self._stage.bridge.run(lambda: set_field(document.plan, current, "broader", chosen, today))

    def _measures(self) -> Sequence[str]:
        plan = self._stage.bridge.plan
        return [row for row in self._stage.tree.selected_ids() if isinstance(plan.find(row), Measure)]

    def _show_current(self) -> None:
        plan, editable = self._stage.bridge.plan, self._stage.may_edit()
        item, rows = plan.find(self.current_id), self._measures()
        term = item if isinstance(item, Term) else None
        for name, button in self.buttons.items():
            button.setEnabled(editable and (item is not None or name == "facet"))
        top_term = term is not None and not isinstance(plan[term.parent], Term)
        self.buttons["below"].setEnabled(editable and top_term)
        carried = bool(rows) and all(self.current_id in plan.targets(row, "term") for row in rows)
        text = N_("从所选 {count} 项举措取下") if carried else N_("贴到所选 {count} 项举措")
        self.buttons["tag"].setText(self._words(text).format(count=len(rows)))
        self.buttons["tag"].setEnabled(editable and term is not None and bool(rows))
        self.broader.setEnabled(editable and term is not None)
        self.broader.clear()
        self.broader.addItem(self._words(N_("不属于其他类目")), "")
        if term is not None:
            facet = [term.id, *plan.ancestors(term.id)][-1]
            for other in plan.in_order(Term):
                if facet not in plan.ancestors(other.id):
                    self.broader.addItem(other.title, other.id)
            self.broader.setCurrentIndex(max(self.broader.findData(term.broader), 0))

    def _make_list(self) -> QTreeWidget:
        words, tree = self._words, QTreeWidget(self)
        tree.setAccessibleName(words(N_("分类和类目")))
        tree.setHeaderLabels([words(N_("名称")), words(N_("所属")), words(N_("引用"))])
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setAlternatingRowColors(True)
        tree.setEditTriggers(tree.EditTrigger.DoubleClicked | tree.EditTrigger.EditKeyPressed)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_BROADER, 30 * tree.fontMetrics().averageCharWidth())
        header.resizeSection(_USED, 8 * tree.fontMetrics().averageCharWidth())
        tree.itemChanged.connect(self._renamed)
        tree.currentItemChanged.connect(lambda *_: self._show_current())
        return tree

    def _button(self, icon: str, text: str, handler: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._stage.icons.icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda _checked: handler())
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 6)
        bar.setSpacing(4)
        for name, button in self.buttons.items():
            if name == "tag":
                bar.addStretch(1)
                bar.addWidget(self.broader)
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
