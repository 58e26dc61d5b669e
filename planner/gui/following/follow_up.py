"""Opens the dialogs of following up on a measure, and runs what they say; for desk and inspector."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from planner.app.commands.progress import adjust_deadline, report_progress
from planner.domain.items import Measure
from planner.gui.bridge import Bridge
from planner.gui.following.deadline import DeadlineDialog
from planner.gui.following.progress import ReportDialog


class FollowUp:
    """What can be put on record about a measure: the one named, else that which `current` returns."""

    def __init__(self, bridge: Bridge, pane: QWidget, current: Callable[[], str]) -> None:
        self._bridge = bridge
        self._pane = pane
        self._current = current

    def adjust_deadline(self, measure_id: str = "") -> None:
        """Ask for an official change of the deadline, and put it in force."""
        if (measure := self._measure(measure_id)) is not None:
            dialog = DeadlineDialog(self._bridge, measure, self._pane.window())
            dialog.accepted.connect(lambda: self._adjust(measure.id, dialog))
            _open(dialog)

    def report_progress(self, measure_id: str = "") -> None:
        """Ask for a report of progress, and add it to the series."""
        if (measure := self._measure(measure_id)) is not None:
            dialog = ReportDialog(self._bridge, measure, self._pane.window())
            dialog.accepted.connect(lambda: self._report(measure.id, dialog))
            _open(dialog)

    def _measure(self, measure_id: str) -> Measure | None:
        item = self._bridge.plan.find(measure_id or self._current())
        return item if isinstance(item, Measure) else None

    def _adjust(self, measure_id: str, dialog: DeadlineDialog) -> None:
        document = self._bridge.document
        self._bridge.run(
            lambda: adjust_deadline(
                document.plan,
                measure_id,
                dialog.due.text(),
                reason=dialog.reason.toPlainText(),
                approval=dialog.approval.text(),
                day=dialog.day,
                new_id=document.new_id,
            )
        )

    def _report(self, measure_id: str, dialog: ReportDialog) -> None:
        document = self._bridge.document
        self._bridge.run(
            lambda: report_progress(document.plan, measure_id, dialog.day, dialog.values, document.new_id)
        )


def _open(dialog: QDialog) -> None:
    dialog.setModal(True)
    dialog.open()
