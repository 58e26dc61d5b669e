"""Brings filter, colours, columns and saved views of one plan together for the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from planner.app.commands.edit import set_field
from planner.app.commands.structure import remove
from planner.app.conditions.model import Conditions
from planner.app.views import Column, ViewSpec, read_spec, save_view, update_view
from planner.domain.changes import ChangeSet
from planner.domain.items import ROOT, View
from planner.domain.marks import N_
from planner.gui.banner import Banners, Offer
from planner.gui.bridge import Bridge
from planner.gui.filtering.bar import FilterBar
from planner.gui.filtering.colours import Colours
from planner.gui.icons import Icons
from planner.gui.listing.pane import ListPane
from planner.gui.looking.corner import Corner
from planner.gui.looking.name_dialog import NameDialog
from planner.gui.tree.columns import Arrangement
from planner.gui.tree.filter_box import FilterBox
from planner.gui.tree.header import TreeHeader
from planner.gui.tree.view import TreeView
from planner.gui.views.table import LIST, TREE
from planner.gui.views.tabs import ViewTabs


class Looking(QObject):
    """What is seen of the rows, and how: to be saved under a name and brought back."""

    def __init__(  # noqa: PLR0913 - these are the parts that it brings together
        self,
        bridge: Bridge,
        icons: Icons,
        tree: TreeView,
        box: FilterBox,
        tabs: ViewTabs,
        parent: QWidget,
        *,
        may_edit: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self.may_edit = may_edit
        self._bridge = bridge
        self._icons = icons
        self._tree = tree
        self._box = box
        self._tabs = tabs
        self._window = parent
        self.view_id = ""
        self.colours = Colours(bridge, self)
        self.bar = FilterBar(tree.tree_model, self.colours, icons)
        self.corner = Corner(self, icons)
        self.notices = Banners(icons, bridge.words)
        tree.tree_model.strayed.connect(self._tell_strays)
        self.colours.changed.connect(lambda: tree.tree_model.show_stripes(self.colours.roles))
        self.bar.done.connect(self._focus_rows)
        box.rows_asked.connect(self._focus_rows)
        tree.filter_cleared.connect(self.bar.clear)
        tabs.setCornerWidget(self.corner)

    @property
    def bridge(self) -> Bridge:
        """The bridge to the plan."""
        return self._bridge

    @property
    def header(self) -> TreeHeader:
        """The columns of the table in front, be it the list or the tree."""
        return self._list().table.columns if self._tabs.current_view == LIST else self._tree.columns

    def saved(self) -> list[View]:
        """Return the views saved in the plan, in their order."""
        return self._bridge.plan.children(ROOT, View)

    def show_conditions(self) -> None:
        """Open the panel in which conditions are built."""
        if self._tabs.current_view not in (TREE, LIST):
            self._tabs.show_view(TREE)
        self.bar.show_panel(True)

    def seen(self) -> ViewSpec:
        """Return how the rows are looked at now."""
        model, flat = self._tree.tree_model, self._tabs.current_view == LIST
        listed = self._list().table.list_model if flat else None
        shown = [one for one in self.header.arrangements() if one.visible]
        return ViewSpec(
            columns=tuple(Column(one.key, one.width) for one in shown),
            flat=flat,
            sort=listed.sort_key if listed else "",
            descending=listed.descending if listed else False,
            group=listed.group if listed else "",
            colour=self.colours.by,
            looked_for=model.looked_for,
            conditions=model.conditions,
        )

    def look(self, spec: ViewSpec) -> None:
        """Look at the rows in another way."""
        self._tabs.show_view(LIST if spec.flat else TREE)
        self._box.edit.setText(spec.looked_for)
        self.bar.show_conditions(spec.conditions)
        self.colours.colour_by(spec.colour)
        if spec.flat:
            pane = self._list()
            pane.group_by(spec.group)
            pane.table.sort_by(spec.sort, descending=spec.descending)
        if spec.columns:
            self.header.arrange(self._arrangements(spec))
        else:
            self.header.reset_columns()

    def switch(self, view_id: str) -> None:
        """Look at the rows as a saved view says; without one, as a new window does."""
        spec = ViewSpec(conditions=Conditions())
        if view_id:
            spec = read_spec(self._bridge.plan.get(view_id, View).spec)
        self.look(spec)
        self.view_id = view_id

    def save(self) -> None:
        """Ask for a name, and keep in the plan how the rows are looked at."""
        dialog = self._name_dialog(N_("保存视图"), N_("保存"), "")
        dialog.chosen.connect(self._save_as)
        dialog.open()

    def update(self) -> None:
        """Make the current saved view what is seen."""
        if self.view_id in self._bridge.plan:
            self._run(lambda: update_view(self._bridge.plan, self.view_id, self.seen()))

    def rename(self) -> None:
        """Ask for another name for the current saved view."""
        view_id = self.view_id
        if view_id not in self._bridge.plan:
            return
        title = self._bridge.plan.get(view_id, View).title
        dialog = self._name_dialog(N_("重命名视图"), N_("重命名"), title)
        plan, today = self._bridge.plan, self._bridge.derived.today
        dialog.chosen.connect(lambda name: self._run(lambda: set_field(plan, view_id, "title", name, today)))
        dialog.open()

    def remove(self) -> None:
        """Remove the current saved view from the plan; what is seen stays."""
        if self.view_id in self._bridge.plan and self._run(lambda: remove(self._bridge.plan, [self.view_id])):
            self.view_id = ""

    def choose_columns(self) -> None:
        """Let the person choose columns, their order and widths."""
        from planner.gui.looking.columns_dialog import ColumnsDialog

        ColumnsDialog(self.header, self._bridge.words, self._icons, self._window).open()

    def show_own_fields(self) -> None:
        """Let the person define fields of their own."""
        from planner.gui.own_fields.dialog import OwnFieldsDialog

        OwnFieldsDialog(self._bridge, self._icons, self._window).open()

    def _save_as(self, title: str) -> None:
        spec, document = self.seen(), self._bridge.document
        change_set = save_view(document.plan, title, spec, document.new_id)
        if self._run(lambda: change_set):
            self.view_id = change_set.changes[0].item_id

    def _name_dialog(self, title: str, verb: str, name: str) -> NameDialog:
        words = self._bridge.words
        taken = {view.title for view in self.saved() if view.title != name}
        return NameDialog(words(title), words(verb), words, name, taken, self._window)

    def _arrangements(self, spec: ViewSpec) -> list[Arrangement]:
        """Return how all columns stand for a view: those that it names, then the others, hidden."""
        usual = {one.key: one for one in self.header.default_arrangements()}
        shown = [
            Arrangement(column.key, column.width or usual[column.key].width, visible=True)
            for column in spec.columns
            if column.key in usual
        ]
        named = {one.key for one in shown}
        return shown + [Arrangement(key, one.width, False) for key, one in usual.items() if key not in named]

    def _list(self) -> ListPane:
        pane = self._tabs.view(LIST)
        if not isinstance(pane, ListPane):
            raise TypeError(type(pane))
        return pane

    def _run(self, command: Callable[[], ChangeSet]) -> bool:
        return self._bridge.run(command)

    def _tell_strays(self, count: int) -> None:
        """Say below the rows, so that none of them moves, that some would be hidden by now."""
        if not count:
            self.notices.close_notice("strays")
            return
        words, tree = self._bridge.words, self._tree
        seen = tree.viewport().rect().intersects(tree.visualRect(tree.currentIndex()))
        model = tree.tree_model
        self.notices.tell(
            "strays",
            "info",
            words("{count} 行已不符合筛选条件，暂时留在原处。").format(count=count),
            [Offer(words("重新筛选"), model.sift_again), Offer(words("保留"), model.accept_strays)],
        )
        if seen:
            QTimer.singleShot(0, self, lambda: tree.scrollTo(tree.currentIndex()))

    def _focus_rows(self) -> None:
        if (front := self._tabs.currentWidget()) is not None:
            front.setFocus()
