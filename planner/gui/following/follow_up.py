"""Opens the dialogs of following up on the current measure, and runs what they say. The desk makes it."""

from PySide6.QtWidgets import QDialog

from planner.app.commands.progress import adjust_deadline, report_progress
from planner.domain.items import Measure
from planner.gui.following.deadline import DeadlineDialog
from planner.gui.following.progress import ReportDialog
from planner.gui.tree.view import TreeView


class FollowUp:
    """What can be put on record about the current measure of a tree."""

    def __init__(self, tree: TreeView) -> None:
        self._tree = tree
        self._bridge = tree.bridge

    def adjust_deadline(self) -> None:
        """Ask for an official change of the deadline, and put it in force."""
        if (measure := self._measure()) is not None:
            dialog = DeadlineDialog(self._bridge, measure, self._tree.window())
            dialog.accepted.connect(lambda: self._adjust(measure.id, dialog))
            _open(dialog)

    def report_progress(self) -> None:
        """Ask for a report of progress, and add it to the series."""
        if (measure := self._measure()) is not None:
            dialog = ReportDialog(self._bridge, measure, self._tree.window())
            dialog.accepted.connect(lambda: self._report(measure.id, dialog))
            _open(dialog)

    def _measure(self) -> Measure | None:
        item = self._bridge.plan.find(self._tree.current_id())
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
