"""The working place of one open plan: head, notices and tree in the middle, the other panes as docks."""

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget

from planner.app.messages import step_name
from planner.app.overview import counts
from planner.app.touched import Touched
from planner.app.workspace import Session
from planner.domain.changes import ChangeSet
from planner.domain.items import PLAN_ID, Measure, Node
from planner.gui.action_set import ActionSet
from planner.gui.banner import Banners
from planner.gui.beside import Beside
from planner.gui.bridge import Bridge
from planner.gui.context import Context
from planner.gui.docks import Docks, make_dock
from planner.gui.following.follow_up import FollowUp
from planner.gui.listing.pane import ListPane
from planner.gui.looking.looking import Looking
from planner.gui.panes import Panes, build_panes, enter
from planner.gui.plan_header import PlanHeader
from planner.gui.rolling import DayRolling
from planner.gui.situation import Situation
from planner.gui.tree.looks import shape_of
from planner.gui.tree.rows import RowsTable
from planner.gui.tree.view import TreeView
from planner.gui.views.checking import CheckRunner
from planner.gui.views.stage import Errands, Stage
from planner.gui.views.table import LIST, OWNERS, TREE
from planner.gui.views.tabs import ViewTabs

_DAY_CHECK_MS = 60_000
_COUNTED = frozenset({"measure", "node", "milestone", "indicator"})


class Desk(QWidget):
    """Assembles the panes of one plan in a window and keeps them in step with each other.

    `situation_changed` comes when other actions can be used, `counts_changed` when the plan holds more or
    less than before.
    """

    situation_changed = Signal()
    counts_changed = Signal()

    def __init__(self, context: Context, session: Session, window: QMainWindow, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._context = context
        self._words = context.words
        self._window = window
        self._actions = actions
        self.session = session
        self.bridge = Bridge(session.document, context.words, self, context.services.initials)
        self.panes: Panes = build_panes(context, self.bridge)
        self.banners = Banners(context.icons, context.words)
        self.checks = CheckRunner(self.bridge, self)
        self._errands = Errands(self)
        self.views = ViewTabs(self._stage())
        self.looking = Looking(
            self.bridge,
            context.icons,
            self.panes.tree,
            self.panes.filter_box,
            self.views,
            window,
            may_edit=lambda: not session.read_only,
        )
        self.follow_up = FollowUp(self.bridge, self, self._current_row)
        self._header = PlanHeader(context.words)
        self.docks = Docks(
            window,
            make_dock(window, "inspector", self._words("详情"), self.panes.inspector),
            make_dock(window, "indicators", self._words("指标一览"), self.panes.indicators),
        )
        self.beside = Beside(self, context, window)
        self._lay_out()
        self._connect()
        self.docks.reset()
        self._header.show_plan(self.bridge.plan)
        self.rolling = DayRolling(self.bridge, self)
        self.rolling.done.connect(self.panes.tree.tree_model.tell_all_changed)
        self.rolling.done.connect(self.panes.inspector.refresh)

    def allow_editing(self) -> None:
        """Let the plan be changed, unless it is open for reading only."""
        for pane in (self.panes.tree, self.panes.inspector, self.panes.indicators):
            pane.set_editable(not self.session.read_only)
        self.rows.set_editable(not self.session.read_only)

    def commit_typing(self) -> None:
        """Hand over what is being typed in a cell or in the form."""
        focus = QApplication.focusWidget()
        if focus is not None and self.rows.isAncestorOf(focus):
            self.rows.setFocus()
        elif focus is not None and self.panes.inspector.isAncestorOf(focus):
            focus.clearFocus()
            focus.setFocus()

    def situation(self) -> Situation:
        """What decides which actions can be used now; rows that are out of sight are not acted on."""
        history, rows = self.bridge.document.history, self.rows
        in_sight = self.views.current_view in (TREE, LIST)
        current = rows.current_id() if in_sight else ""
        return Situation(
            plan=True,
            editable=not self.session.read_only,
            undo=self._step(history.next_undo),
            redo=self._step(history.next_redo),
            selected=len(rows.selected_ids()) if in_sight else 0,
            kind=shape_of(self.bridge.plan[current]) if current in self.bridge.plan else "",
        )

    def counts(self) -> dict[str, int]:
        """How much the plan holds."""
        return counts(self.bridge.plan)

    def undo(self) -> None:
        """Take the last step back."""
        self.bridge.document.undo()

    def redo(self) -> None:
        """Bring the step undone last again."""
        self.bridge.document.redo()

    def show_view(self, view_id: str) -> None:
        """Bring a view to the front and put the focus into it."""
        self.views.show_view(view_id)
        enter(self.views.currentWidget())

    @property
    def rows(self) -> RowsTable:
        """The rows that a person works on: those of the list while it is in front, else of the tree."""
        view = self.views.view(LIST) if self.views.current_view == LIST else None
        return view.table if isinstance(view, ListPane) else self.panes.tree

    def rows_in_front(self) -> RowsTable:
        """Return the list if it is in front, else the tree, brought there."""
        if self.views.current_view != LIST:
            self.views.show_view(TREE)
        return self.rows

    def tree_in_front(self) -> TreeView:
        """Bring the tree to the front for what is to be done in it."""
        self.views.show_view(TREE)
        return self.panes.tree

    def go_to(self, item_id: str) -> None:
        """Show an item in the inspector, and select it in the tree if it is a row of it."""
        if isinstance(self.bridge.plan.find(item_id), Node | Measure):
            self.panes.tree.select(item_id)
        self.panes.inspector.show_item(item_id)

    def go_to_place(self, item_id: str) -> None:
        """Go to an item in the tree; one that is no row of it, to the row that it belongs to."""
        self.go_to(item_id)
        plan = self.bridge.plan
        rows = (
            above for above in (item_id, *plan.ancestors(item_id)) if isinstance(plan[above], Node | Measure)
        )
        if row := next(rows, ""):
            self.tree_in_front().select(row)
            self.panes.inspector.show_item(item_id)
            self.panes.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unit(self, unit_id: str) -> None:
        """Show the page of a unit."""
        from planner.gui.owners.view import OwnersView

        view = self.views.view(OWNERS)
        self.show_view(OWNERS)
        if isinstance(view, OwnersView):
            view.go_to(unit_id)

    def show_head(self) -> None:
        """Show the plan's own fields in the inspector: its cover and the rule of its lights."""
        self.docks.show_inspector(True)
        self.panes.inspector.open_item(PLAN_ID)
        enter(self.panes.inspector)

    def focus_filter(self) -> None:
        """Put the cursor into the filter box with its text selected."""
        self._show_rows()
        self.panes.filter_box.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panes.filter_box.edit.selectAll()

    def next_pane(self) -> None:
        """Put the focus into the pane after the one that has it; hidden panes are left out."""
        panes = [pane for pane in self.panes.around(self.views.currentWidget()) if pane.isVisible()]
        focus = QApplication.focusWidget()
        inside = [focus is not None and (pane is focus or pane.isAncestorOf(focus)) for pane in panes]
        here = inside.index(True) if True in inside else -1
        enter(panes[(here + 1) % len(panes)])

    def restore_layout(self) -> None:
        """Arrange the panes as they were left, where that was kept by this version."""
        self.docks.restore(self._context.layout.load("panes"))
        self.panes.tree.columns.restore_layout(self._kept("columns"))
        self.panes.inspector.restore_folds(self._kept("folds"))
        self.views.show_view(self._kept("view"))

    def layout_states(self) -> dict[str, QByteArray]:
        """How panes and columns are arranged, to be kept until the next start."""
        columns = QByteArray(self.panes.tree.columns.layout_text().encode())
        view = QByteArray(self.views.current_view.encode())
        states = {"columns": columns, "view": view}
        if self.views.is_made(LIST) and isinstance(pane := self.views.view(LIST), ListPane):
            states["list_columns"] = QByteArray(pane.table.columns.layout_text().encode())
        self.views.show_view(TREE)
        states["folds"] = QByteArray(self.panes.inspector.folds.text().encode())
        return {"panes": self.docks.state(), **states}

    def _kept(self, name: str) -> str:
        """Return a text that was kept with the layout."""
        return bytes(self._context.layout.load(name).data()).decode()

    def dismantle(self) -> None:
        """Take the docks out of the window and stop listening, before the plan leaves it."""
        self.checks.close()
        self.rolling.stop()
        self.beside.close()
        self.bridge.close()
        self.docks.remove()
        self.panes.filter_box.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.banners)
        layout.addWidget(self.looking.bar)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.looking.notices)
        self.panes.tree.setFrameShape(QFrame.Shape.NoFrame)
        self._actions.attach(self.panes.tree)

    def _connect(self) -> None:
        tree, inspector, indicators = self.panes.tree, self.panes.inspector, self.panes.indicators
        tree.menu_asked.connect(lambda point: self._actions.row_menu(tree).popup(point))
        tree.current_changed.connect(inspector.show_item)
        tree.clicked.connect(lambda _index: self._return_to(tree.current_id()))
        tree.current_changed.connect(indicators.set_measure)
        inspector.activated.connect(tree.select)
        inspector.unit_asked.connect(self.show_unit)
        indicators.activated.connect(inspector.show_item)
        indicators.told.connect(self._errands.told)
        tree.current_changed.connect(self.situation_changed)
        tree.selection_changed.connect(self.situation_changed)
        self.panes.filter_box.edit.textEdited.connect(lambda _text: self._show_rows())
        self.panes.filter_box.add_button(self._actions["conditions"])
        self.views.shown.connect(self._follow_view)
        self.views.made.connect(self._equip)
        self._errands.item_asked.connect(self.go_to)
        self._errands.place_asked.connect(self.go_to_place)
        self._errands.told.connect(lambda tone, text: self.banners.tell("view", tone, text))
        self.bridge.changed.connect(self._follow)
        self.bridge.refused.connect(lambda text: self.banners.tell("refused", "warning", text))
        midnight = QTimer(self)
        midnight.timeout.connect(self.bridge.check_day)
        midnight.start(_DAY_CHECK_MS)
        self.docks.keep_in_step(self._actions)

    def _follow_view(self, view_id: str) -> None:
        self.docks.follow_view(view_id)
        if view_id in (TREE, LIST) and (current := self.rows.current_id()):
            self.panes.inspector.show_item(current)
        self.situation_changed.emit()

    def _equip(self, _view_id: str, view: QWidget) -> None:
        """Give the list, when it is made, the actions on its rows and the columns that it had."""
        if isinstance(view, ListPane):
            table = view.table
            table.columns.restore_layout(self._kept("list_columns"))
            self._actions.attach(table, flat=True)
            table.menu_asked.connect(lambda point: self._actions.row_menu(table, flat=True).popup(point))
            table.selection_changed.connect(self.situation_changed)
            table.clicked.connect(lambda _index: self._return_to(table.current_id()))

    def _return_to(self, row_id: str) -> None:
        """Show a row again that is clicked after something else was opened beside it."""
        if row_id and self.panes.inspector.item_id != row_id:
            self.panes.inspector.show_item(row_id)

    def _current_row(self) -> str:
        return self.rows.current_id()

    def _show_rows(self) -> None:
        """Bring the tree to the front, unless the list is there, which is filtered with it."""
        if self.views.current_view != LIST:
            self.views.show_view(TREE)

    def _follow(self, change: Touched) -> None:
        if change.everything:
            self._header.show_plan(self.bridge.plan)
        if change.shape or change.kinds & _COUNTED:
            self.counts_changed.emit()
        self.banners.close_notice("refused")
        self.situation_changed.emit()

    def _stage(self) -> Stage:
        context = self._context
        return Stage(
            self.bridge,
            context.icons,
            context.services.resources,
            self._errands,
            self.checks,
            self.panes.tree,
            lambda: not self.session.read_only,
        )

    def _step(self, change_set: ChangeSet | None) -> str:
        return step_name(self._words, change_set.label) if change_set else ""
