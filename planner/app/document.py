"""The open plan: the only road by which its data changes.

`Document.apply` changes the plan, writes the change set to the journal, records it for undo and in the log,
and tells the listeners. Everything else reads.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.app.history import History
from planner.app.log import Entry
from planner.app.ports import Clock, Journal, JournalFailed, NewId
from planner.domain.changes import ChangeSet, Label, apply
from planner.domain.plan import Plan

Listener = Callable[[ChangeSet], None]


@dataclass(frozen=True, slots=True)
class Content:
    """What a plan file holds: the plan and the log of all that was done to it; copies share `plan_id`."""

    plan: Plan
    plan_id: str
    entries: tuple[Entry, ...] = ()
    created: str = ""

    @property
    def revision(self) -> int:
        """How many change sets were applied since the plan was made."""
        return self.entries[-1].revision if self.entries else 0


class Document:
    """A plan being edited."""

    def __init__(
        self, content: Content, journal: Journal, clock: Clock, author: Callable[[], str], new_id: NewId
    ) -> None:
        self.plan = content.plan
        self.clock = clock
        self.new_id = new_id
        self.history = History()
        self.journal_failed = False
        self._content = content
        self._entries = list(content.entries)
        self._journal = journal
        self._author = author
        self._listeners: list[Listener] = []

    @property
    def revision(self) -> int:
        """The number of the plan's present state."""
        return self._entries[-1].revision if self._entries else 0

    @property
    def plan_id(self) -> str:
        """The id that the plan's file and its copies share."""
        return self._content.plan_id

    @property
    def content(self) -> Content:
        """What is to be saved."""
        return replace(self._content, entries=tuple(self._entries))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each change set once applied, undone or redone; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, change_set: ChangeSet) -> None:
        """Apply a change set as one step of undo; an empty one does nothing.

        Raises `Refused`, and leaves the plan as it was, if it does not fit.
        """
        if change_set:
            applied = self._commit(change_set)
            self.history.push(applied)
            self._tell(applied)

    def undo(self) -> None:
        """Take the last step back; does nothing when there is none."""
        step = self.history.next_undo
        if step is not None:
            applied = self._commit(replace(step.inverse(), label=_again("undo", step.label)))
            self.history.step_back()
            self._tell(applied)

    def redo(self) -> None:
        """Bring the step that was undone last again; does nothing when there is none."""
        step = self.history.next_redo
        if step is not None:
            applied = self._commit(replace(step, label=_again("redo", step.label)))
            self.history.step_forward()
            self._tell(applied)

    def withdraw(self) -> None:
        """Take the last step back for good, as a row that was begun and left: redo doesn't bring it again."""
        step = self.history.next_undo
        if step is not None:
            applied = self._commit(replace(step.inverse(), label=_again("undo", step.label)))
            self.history.drop_last()
            self._tell(applied)

    def use_journal(self, journal: Journal) -> None:
        """Write edits to another journal from now on, as after saving under another name."""
        self._journal = journal
        self.journal_failed = False

    def _commit(self, change_set: ChangeSet) -> ChangeSet:
        stamped = replace(
            change_set,
            id=self.new_id(),
            author=self._author(),
            time=self.clock.now().isoformat(timespec="seconds"),
        )
        apply(self.plan, stamped.changes)
        entry = Entry.of(self.revision + 1, stamped)
        self._entries.append(entry)
        try:
            self._journal.append(entry)
            self.journal_failed = False
        except JournalFailed:
            self.journal_failed = True
        return stamped

    def _tell(self, change_set: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(change_set)


def _again(code: str, label: Label) -> Label:
    return Label(code, {"step": label.code, **label.details})
