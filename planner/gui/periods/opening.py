"""Opens the dialogs of reporting periods on a window's plan."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from planner.app.workspace import Session, snapshot
from planner.gui.bridge import Bridge
from planner.gui.context import Context
from planner.gui.periods.compare import CompareDialog
from planner.gui.periods.dialog import PeriodsDialog
from planner.gui.periods.past import Past
from planner.gui.periods.state import StateDialog
from planner.gui.print_preview.choices import Wanted
from planner.gui.print_preview.opening import open_preview


class LookingBack:
    """Looks back at what a window's plan was; `go_to` shows a measure in the window."""

    def __init__(
        self,
        context: Context,
        session: Session,
        bridge: Bridge,
        window: QWidget,
        go_to: Callable[[str], None],
    ) -> None:
        self._context = context
        self._session = session
        self._bridge = bridge
        self._window = window
        self._go_to = go_to

    def show_periods(self) -> None:
        """Show the periods, and let the next be closed."""
        dialog = PeriodsDialog(self._bridge, self._window, editable=not self._session.read_only)
        dialog.state_asked.connect(self.show_state)
        dialog.compare_asked.connect(self.compare)
        self._open(dialog)

    def show_state(self, period: str) -> None:
        """Show the plan as it was when a period was closed."""
        dialog = StateDialog(self._past(), self._context.icons, period, self._window)
        dialog.item_asked.connect(self._visit)
        dialog.print_asked.connect(lambda name: self._print(Wanted("progress", period=name)))
        self._open(dialog)

    def compare(self, period: str = "") -> None:
        """Show what has moved since a period, the last one where none is named."""
        dialog = CompareDialog(self._past(), self._context.icons, self._window, period)
        dialog.item_asked.connect(self._visit)
        dialog.print_asked.connect(
            lambda name, file: self._print(Wanted("bulletin", compare=name, compare_file=file))
        )
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog beside the plan, until the plan leaves the window."""
        self._bridge.destroyed.connect(dialog.close)
        dialog.setModal(False)
        dialog.show()
        dialog.raise_()

    def _past(self) -> Past:
        bridge, services = self._bridge, self._context.services
        return Past(
            snapshot(bridge.document.content),
            bridge.derived.today,
            bridge.words,
            services.make_sheets,
            lambda path: self._context.workspace().read(path).content,
        )

    def _visit(self, item_id: str) -> None:
        """Go to a measure, unless it is there no more."""
        if item_id in self._bridge.plan:
            self._go_to(item_id)

    def _print(self, wanted: Wanted) -> None:
        open_preview(self._context, self._session, self._bridge, (), self._window, wanted)
