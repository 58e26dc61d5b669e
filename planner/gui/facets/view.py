"""The view of the facets: their terms as a tree to type into, and tagging the selected measures."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from planner.app.commands.edit import set_field
from planner.app.commands.facets import add_facet, add_term, move_entries, retag, tag
from planner.app.commands.structure import Spot, can_stand_under, indent, move_by, outdent
from planner.domain.changes import ChangeSet
from planner.domain.items import Facet, Measure, Term
from planner.domain.marks import N_
from planner.gui.dialogs.removal import Confirm, confirm_removal, remove_asking
from planner.gui.facets.tree import NAME, EntryTree
from planner.gui.views.page import Page, action_button, offer_menu, tool_row
from planner.gui.views.stage import Stage

_TOOLS = ("facet", "term", "below", "remove")
_MOVES = ("up", "down", "outdent", "indent")


class FacetsView(Page):
    """Lists facets with their terms; `confirm` asks before what is in use is removed."""

    def __init__(
        self, stage: Stage, parent: QWidget | None = None, *, confirm: Confirm = confirm_removal
    ) -> None:
        super().__init__(stage, "facets", parent)
        words = self._words
        self._confirm = confirm
        self.list = EntryTree(stage.bridge, self)
        self.list.renamed.connect(self._rename)
        self.list.dropped.connect(self.move_to)
        self.list.tagged.connect(self.tag_rows)
        self.list.currentItemChanged.connect(lambda *_: self._went_to())
        self.list.itemSelectionChanged.connect(self._show_current)
        self.commands = {
            "edit": self.command("edit", words(N_("修改")), self._edit),
            "facet": self.command("plus", words(N_("添加分类")), self.add_facet),
            "term": self.command("term", words(N_("添加类目")), self.add_term, "Ins"),
            "below": self.command("add-sub-measure", words(N_("添加下级")), self.add_below, "Alt+Ins"),
            "up": self.command("move-up", words(N_("上移")), lambda: self._move_by(-1), "Alt+Shift+Up"),
            "down": self.command("move-down", words(N_("下移")), lambda: self._move_by(1), "Alt+Shift+Down"),
            "outdent": self.command("outdent", words(N_("升一级")), self._outdent, "Alt+Shift+Left"),
            "indent": self.command("indent", words(N_("降一级")), self._indent, "Alt+Shift+Right"),
            "remove": self.command("delete", words(N_("删除")), self.remove, "Del"),
            "tag": self.command("link", "", self.tag),
        }
        offer_menu(self.list, list(self.commands.values()))
        self.broader = QComboBox(self)
        self.broader.setAccessibleName(words(N_("所属")))
        self.broader.setToolTip(words(N_("所属")))
        self.broader.setMinimumContentsLength(18)
        self.broader.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.broader.activated.connect(self._set_broader)
        self.lay_out(self._tools(), self.list)
        self.setFocusProxy(self.list)
        stage.bridge.changed.connect(self.refresh)
        stage.tree.selection_changed.connect(self._show_current)

    @property
    def current_id(self) -> str:
        """The id of the current facet or term, empty without one."""
        return self.list.current_id

    def select(self, *item_ids: str) -> None:
        """Select facets or terms that are there; the first becomes current."""
        self.list.select(item_ids)

    def refresh(self) -> None:
        """Take over what the plan says now, staying with the current entry."""
        if not self.isVisible():
            return
        self.list.set_editable(self._stage.may_edit())
        self.list.refresh()
        self._show_current()
        none_yet = self._words(N_("还没有分类。分类可以是问题、成因、政策领域等，用来筛选、着色和看缺口。"))
        self.show_hint("" if self.list.ids else none_yet, self.commands["facet"])

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

    def move_to(self, item_ids: Sequence[str], spot: Spot) -> None:
        """Move facets, or terms between facets and levels, and keep them selected."""
        plan = self._stage.bridge.plan
        self._move(item_ids, lambda: move_entries(plan, item_ids, spot))

    def remove(self) -> None:
        """Remove the selected entries; where one is used, say where and ask first."""
        remove_asking(self._stage.bridge, self.list.selected_ids, self._confirm, self)

    def tag(self) -> None:
        """Give the current term to the selected measures, or take it from them where all have it."""
        document, current, rows = self._stage.bridge.document, self.current_id, self._measures()
        self._stage.bridge.run(lambda: tag(document.plan, rows, current, document.new_id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _edit(self) -> None:
        self.list.editItem(self.list.currentItem(), NAME)

    def _move_by(self, step: int) -> None:
        chosen, plan = self.list.selected_ids, self._stage.bridge.plan
        self._move(chosen, lambda: move_by(plan, chosen, step))

    def _indent(self) -> None:
        chosen, plan = self.list.selected_ids, self._stage.bridge.plan
        self._move(chosen, lambda: indent(plan, chosen, Term))

    def _outdent(self) -> None:
        chosen, plan = self.list.selected_ids, self._stage.bridge.plan
        self._move(chosen, lambda: outdent(plan, chosen, Term))

    def _move(self, item_ids: Sequence[str], command: Callable[[], ChangeSet]) -> None:
        if self._stage.bridge.run(command):
            self.list.select(item_ids)

    def _add(self, cls: type[Facet | Term], command: Callable[[], ChangeSet]) -> None:
        plan = self._stage.bridge.plan
        before = set(plan.of(cls))
        if self._stage.bridge.run(command):
            self.list.clearSelection()
            self.select(next(iter(plan.of(cls).keys() - before), ""))
            self.list.setFocus()
            self._edit()

    def _rename(self, item_id: str, title: str) -> None:
        document = self._stage.bridge.document
        today = document.clock.today()
        self._stage.bridge.run(lambda: set_field(document.plan, item_id, "title", title, today))

    def _set_broader(self) -> None:
        document, current, chosen = self._stage.bridge.document, self.current_id, self.broader.currentData()
        today = document.clock.today()
        self._stage.bridge.run(lambda: set_field(document.plan, current, "broader", chosen, today))

    def tag_rows(self, term_id: str, rows: Sequence[str]) -> None:
        """Give a term to those of some rows that are measures."""
        document = self._stage.bridge.document
        measures = [row for row in rows if isinstance(document.plan.find(row), Measure)]
        self._stage.bridge.run(lambda: retag(document.plan, measures, (term_id,), (), document.new_id))

    def _measures(self) -> Sequence[str]:
        plan = self._stage.bridge.plan
        return [row for row in self._stage.tree.selected_ids() if isinstance(plan.find(row), Measure)]

    def _went_to(self) -> None:
        self._show_current()
        if self.list.hasFocus() and self.current_id:
            self._stage.errands.item_asked.emit(self.current_id)

    def _show_current(self) -> None:
        plan, editable = self._stage.bridge.plan, self._stage.may_edit()
        item, rows = plan.find(self.current_id), self._measures()
        term = item if isinstance(item, Term) else None
        for name, command in self.commands.items():
            command.setEnabled(editable and (item is not None or name == "facet"))
        top_term = term is not None and not isinstance(plan[term.parent], Term)
        self.commands["below"].setEnabled(editable and top_term)
        self.commands["indent"].setEnabled(editable and term is not None and self._can_indent(term))
        self.commands["outdent"].setEnabled(editable and term is not None and not top_term)
        carried = bool(rows) and all(self.current_id in plan.targets(row, "term") for row in rows)
        text = N_("从所选 {count} 项举措取下") if carried else N_("贴到所选 {count} 项举措")
        self.commands["tag"].setText(self._words(text).format(count=len(rows)))
        self.commands["tag"].setEnabled(editable and term is not None and bool(rows))
        self._offer_broader(term)

    def _can_indent(self, term: Term) -> bool:
        plan = self._stage.bridge.plan
        above = plan.child_ids(term.parent, Term)[: plan.child_ids(term.parent, Term).index(term.id)]
        return bool(above) and can_stand_under(plan, term, above[-1])

    def _offer_broader(self, term: Term | None) -> None:
        plan = self._stage.bridge.plan
        self.broader.setEnabled(self._stage.may_edit() and term is not None)
        self.broader.clear()
        self.broader.addItem(self._words(N_("不属于其他类目")), "")
        if term is not None:
            facet = [term.id, *plan.ancestors(term.id)][-1]
            for other in plan.in_order(Term):
                if facet not in plan.ancestors(other.id):
                    self.broader.addItem(other.title, other.id)
            self.broader.setCurrentIndex(max(self.broader.findData(term.broader), 0))

    def _tools(self) -> QLayout:
        moves = [action_button(self.commands[name], self) for name in _MOVES]
        for button in moves:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        buttons = [action_button(self.commands[name], self) for name in _TOOLS]
        return tool_row(*buttons, 8, *moves, None, self.broader, action_button(self.commands["tag"], self))
