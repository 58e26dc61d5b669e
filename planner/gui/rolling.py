"""Rolls the days of a plan up its tree after it has been shown, so that the first window need not wait."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from planner.gui.bridge import Bridge
from planner.gui.steps import Steps

_AT_ONCE = 400
"""Rows in a step: a few milliseconds."""


class DayRolling(QObject):
    """Begins at once, from the lowest rows up; `done` comes when every row says its days."""

    done = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._steps = Steps(self)
        bridge.derived.rolls_days = False
        self._steps.begin(self._roll())

    def finish(self) -> None:
        """Do what is left at once."""
        self._steps.finish()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._steps.stop()

    def _roll(self) -> Iterator[None]:
        plan, derived = self._bridge.plan, self._bridge.derived
        yield
        for place, item_id in enumerate(reversed(list(plan.walk()))):
            if item_id in plan:
                derived.span(item_id)
            if place % _AT_ONCE == _AT_ONCE - 1:
                yield
        derived.rolls_days = True
        self.done.emit()
