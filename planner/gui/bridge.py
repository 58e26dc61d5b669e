"""Between the document and the views: the one object through which a window reads its plan and changes it.

Views call `run` with a command and listen to `changed`; none of them touches the plan.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.document import Document
from planner.app.messages import refusal_sentence
from planner.app.refusal_names import with_names
from planner.app.search import Initials
from planner.app.touched import touched
from planner.app.words import Words
from planner.domain.changes import ChangeSet
from planner.domain.errors import Refused
from planner.domain.plan import Plan


class Bridge(QObject):
    """Qt's signals for a document's changes.

    `changed` carries a `planner.app.touched.Touched` after each change set, undo and redo; `refused` a
    sentence for the person when a command did not fit; `new_day` comes when the date by which lights are
    judged has moved on. `initials` spell how names sound, where the program can tell.
    """

    changed = Signal(object)
    refused = Signal(str)
    new_day = Signal()

    def __init__(
        self,
        document: Document,
        words: Words,
        parent: QObject | None = None,
        initials: Initials | None = None,
    ) -> None:
        super().__init__(parent)
        self.initials = initials
        self.document = document
        self.words = words
        self.derived = Derived(document.plan, document.clock.today())
        self.cells = Cells(document.plan, self.derived, words)
        self._unsubscribe = document.subscribe(self._tell)

    @property
    def plan(self) -> Plan:
        """The plan, for reading."""
        return self.document.plan

    def run(self, command: Callable[[], ChangeSet]) -> bool:
        """Apply what a command decides; says whether it was accepted, and emits `refused` if not."""
        try:
            self.document.apply(command())
        except Refused as refused:
            self.refuse(refused)
            return False
        return True

    def refuse(self, refused: Refused) -> None:
        """Tell the person why something was refused, by the names of what it is about."""
        named = with_names(refused, self.plan, self.cells, self.words)
        self.refused.emit(refusal_sentence(self.words, named))

    def check_day(self) -> None:
        """Judge everything by the new date if midnight has passed."""
        today = self.document.clock.today()
        if today != self.derived.today:
            self.derived.forget_all(today)
            self.new_day.emit()

    def close(self) -> None:
        """Stop listening to the document."""
        self._unsubscribe()

    def _tell(self, change_set: ChangeSet) -> None:
        change = touched(self.plan, change_set)
        if change.everything:
            self.derived.forget_all(self.derived.today)
        else:
            self.derived.forget(change.rows)
        self.changed.emit(change)
