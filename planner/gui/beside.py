"""What a desk opens beside its panes: find and replace, the print preview, texts of reports, past states."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from planner.gui.context import Context

if TYPE_CHECKING:
    from planner.gui.desk import Desk
    from planner.gui.periods.opening import LookingBack
    from planner.gui.replacing.dialog import ReplaceDialog


class Beside:
    """Opens the windows on one desk's plan; each is imported when it is first asked for."""

    def __init__(self, desk: Desk, context: Context, window: QMainWindow) -> None:
        self._desk = desk
        self._context = context
        self._window = window
        self._replacing: ReplaceDialog | None = None

    def show_replace(self) -> None:
        """Open find and replace, or bring it to the front."""
        from planner.gui.replacing.dialog import ReplaceDialog

        if self._replacing is None:
            self._replacing = dialog = ReplaceDialog(self._desk.bridge, self._context.icons, self._window)
            dialog.place_asked.connect(self._desk.go_to_place)
            dialog.destroyed.connect(self._forget_replacing)
        self._replacing.set_editable(not self._desk.session.read_only)
        self._replacing.show()
        self._replacing.raise_()
        self._replacing.activateWindow()

    def show_print(self) -> None:
        """Show the status sheets of the plan as they would be printed."""
        from planner.gui.print_preview.opening import open_preview

        desk = self._desk
        desk.commit_typing()
        open_preview(self._context, desk.session, desk.bridge, desk.rows.selected_ids(), self._window)

    def show_passages(self) -> None:
        """Let paragraphs of reports be written by hand."""
        from planner.gui.passages.opening import open_passages

        desk = self._desk
        desk.commit_typing()
        open_passages(self._context, desk.session, desk.bridge, self._window)

    @cached_property
    def looking_back(self) -> LookingBack:
        """What shows past states of the plan, and what has moved since."""
        from planner.gui.periods.opening import LookingBack

        desk = self._desk
        return LookingBack(self._context, desk.session, desk.bridge, self._window, desk.go_to_place)

    def close(self) -> None:
        """Close what stays open beside the desk, before its plan goes."""
        if self._replacing is not None:
            self._replacing.close()

    def _forget_replacing(self) -> None:
        self._replacing = None
