"""The tree as a place to write: rows are added, named, placed and removed without leaving the keyboard.

Enter at the end of a title goes on with the next row, Tab and Shift+Tab change its level while it is being
edited, and a new row that Esc or Enter leaves empty is gone as if it had never been.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from planner.app.commands import placing, structure
from planner.app.commands.placing import Placement
from planner.domain.changes import ChangeSet
from planner.domain.items import Measure
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree.columns import TITLE
from planner.gui.tree.editors import LineEditor
from planner.gui.tree.fresh_row import FreshRow
from planner.gui.tree.table import TreeTable

_Hint = QAbstractItemDelegate.EndEditHint


class WritingTree(TreeTable):
    """Adds, names, places and removes rows from the current one on."""

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(bridge, icons, parent)
        self._fresh: FreshRow | None = None
        self._going_on = False
        self.cell_delegate.level_asked.connect(self._change_level)
        self.cell_delegate.next_row_asked.connect(self.add_sibling)

    def add(self, kind: str) -> None:
        """Add a `layer`, `component` or `measure` where one fits from the current row on, and name it."""
        plan, current = self.bridge.plan, self.current_id()
        place_of: dict[str, Callable[[], Placement | None]] = {
            "layer": lambda: placing.layer_place(plan, current),
            "component": lambda: placing.component_place(plan, current),
            "measure": lambda: placing.measure_place(plan, current),
        }
        if (placement := place_of[kind]()) is not None:
            self._add(placement)

    def add_sibling(self) -> None:
        """Add a row of the current one's kind after it, and name it."""
        self._add(placing.beside(self.bridge.plan, self.current_id()))

    def add_above(self) -> None:
        """Add a row of the current one's kind before it, and name it."""
        self._add(placing.above(self.bridge.plan, self.current_id()))

    def add_child(self) -> None:
        """Add a component below a layer, else a measure below the current row, and name it."""
        self._add(placing.below(self.bridge.plan, self.current_id()))

    def following(self, chosen: Sequence[str]) -> str:
        """Return the row next to those that are to go."""
        return placing.next_after_removal(self.bridge.plan, chosen)

    def indent(self) -> None:
        """Put the selected measures below the one above them."""
        self._move(lambda chosen: structure.indent(self.bridge.plan, chosen))

    def outdent(self) -> None:
        """Put the selected sub-measures after the measure that they stand under."""
        self._move(lambda chosen: structure.outdent(self.bridge.plan, chosen))

    def move_up(self) -> None:
        """Move the selected siblings one place up."""
        self._move(lambda chosen: structure.move_by(self.bridge.plan, chosen, -1))

    def move_down(self) -> None:
        """Move the selected siblings one place down."""
        self._move(lambda chosen: structure.move_by(self.bridge.plan, chosen, 1))

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:
        super().closeEditor(editor, hint)
        fresh = self._fresh
        if fresh is None or self._going_on:
            return
        self._fresh = None
        fresh.join()
        if hint == _Hint.RevertModelCache and fresh.withdraw():
            self.select(fresh.origin)

    def _add(self, placement: Placement) -> None:
        self.finish_editing()
        document, origin = self.bridge.document, self.current_id()
        change_set = structure.add(document.plan, placement.cls, placement.spot, document.new_id)
        if self.bridge.run(lambda: change_set):
            row_id = change_set.changes[0].item_id
            fresh = FreshRow(document, row_id, origin)
            self.select(row_id)
            self.setCurrentIndex(self.currentIndex().siblingAtColumn(TITLE))
            self.edit_current()
            self._fresh = fresh

    def _move(self, command: Callable[[list[str]], ChangeSet]) -> None:
        """Do what moves the selected rows, and keep them selected, in sight and being edited."""
        chosen, current = self.selected_ids(), self.current_id()

        def move() -> None:
            if self.bridge.run(lambda: command(chosen)) and current:
                self.select(current)
                self.select_all_of(chosen)

        self._while_editing(move)

    def _change_level(self, step: int) -> None:
        """Indent or outdent the measure whose title is being edited."""
        current = self.bridge.plan.find(self.current_id())
        if isinstance(current, Measure):
            self.select(current.id)
            self.indent() if step > 0 else self.outdent()

    def _while_editing(self, act: Callable[[], None]) -> None:
        """Act, and go on editing the current cell where the cursor was, if it is being edited."""
        editor = self.open_editor()
        if not isinstance(editor, LineEditor):
            self.finish_editing()
            act()
            return
        cursor = editor.cursorPosition()
        self._going_on = True
        self.finish_editing()
        act()
        self._going_on = False
        if self._fresh is not None:
            self._fresh.join()
        self.edit_current()
        if isinstance(editor := self.open_editor(), LineEditor):
            editor.setCursorPosition(cursor)
