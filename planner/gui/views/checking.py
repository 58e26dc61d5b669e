"""Keeps the findings of the checks true while a person edits, without making an edit wait for them.

The rules are imported when they run first, which is after the window has been painted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.changes import Change, ChangeSet, Label
from planner.gui.bridge import Bridge
from planner.gui.steps import Steps

if TYPE_CHECKING:
    from planner.app.checks.checker import Checker
    from planner.app.checks.findings import Finding, Severity

_FIRST_RUN_MS = 600
"""How long after a plan was opened the checks run first: the window is painted and answers by then."""


class CheckRunner(QObject):
    """Runs the checks of one plan: all soon after the start, then what each change can affect.

    `changed` comes when findings may have come or gone. Until the first run there are none.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._checker: Checker | None = None
        self._first_run = Steps(self)
        self._pending: list[Change] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._catch_up)
        self._unsubscribe = bridge.document.subscribe(self._follow)
        bridge.new_day.connect(self._begin_day)
        QTimer.singleShot(_FIRST_RUN_MS, self, self._begin)

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What the checks find, waived findings left out."""
        return self._checker.findings if self._checker else ()

    @property
    def waived(self) -> "list[tuple[Finding, str]]":
        """The findings that the plan lets stand, each with the reason."""
        return self._checker.waived if self._checker else []

    @property
    def has_run(self) -> bool:
        """Whether the checks have run at all."""
        return self._checker is not None

    @property
    def counts(self) -> "Mapping[Severity, int]":
        """How many findings there are of each severity, the worst first."""
        from planner.app.checks.findings import Severity

        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    def run(self) -> None:
        """Run the checks now, if they haven't run yet, or what edits left to do."""
        if self._checker is None and not self._first_run.busy:
            self._begin()
        self._first_run.finish()
        self._catch_up()

    def close(self) -> None:
        """Stop listening to the document."""
        self._first_run.stop()
        self._soon.stop()
        self._unsubscribe()

    def _follow(self, change_set: ChangeSet) -> None:
        if self._checker is not None:
            self._pending += change_set.changes
            self._soon.start()
        elif self._first_run.busy:
            self._begin()

    def _begin(self) -> None:
        """Begin the first run, from the start again if an edit has come in between."""
        if self._checker is None:
            self._first_run.begin(self._run_first())

    def _run_first(self) -> Iterator[None]:
        from planner.app.checks.checker import Checker

        checker = Checker(self._bridge.plan, self._bridge.derived, at_once=False)
        yield from checker.in_steps()
        self._checker = checker
        self.changed.emit()

    def _catch_up(self) -> None:
        if self._checker is not None and self._pending:
            changes, self._pending = tuple(self._pending), []
            self._checker.update(ChangeSet(Label("checked"), changes))
            self.changed.emit()

    def _begin_day(self) -> None:
        if self._checker is not None:
            self._checker.check_all()
            self.changed.emit()
