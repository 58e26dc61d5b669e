"""Undo and redo: the one stack of a document, without Qt."""

from dataclasses import dataclass, field, replace

from planner.domain.changes import ChangeSet


@dataclass(slots=True)
class History:
    """The change sets that can be undone and redone, and the point at which the plan was last saved."""

    _done: list[ChangeSet] = field(default_factory=list)
    _undone: list[ChangeSet] = field(default_factory=list)
    _saved: str | None = ""

    @property
    def next_undo(self) -> ChangeSet | None:
        """The change set that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> ChangeSet | None:
        """The change set that redo would bring again."""
        return self._undone[-1] if self._undone else None

    @property
    def modified(self) -> bool:
        """Whether the plan differs from what was saved."""
        return self._saved != self.position

    @property
    def position(self) -> str:
        """The id of the last change set that stands, empty before the first."""
        return self._done[-1].id if self._done else ""

    def push(self, change_set: ChangeSet) -> None:
        """Record a change set that was applied; what could be redone is forgotten."""
        if any(undone.id == self._saved for undone in self._undone):
            self._saved = None
        self._done.append(change_set)
        self._undone.clear()

    def join_since(self, first: str) -> str:
        """Make the step with the id `first`, if it stands, and all after it one, and return the id of that.

        It keeps the name of the first.
        """
        ids = [step.id for step in self._done]
        if first not in ids[:-1]:
            return first
        place = ids.index(first)
        joined = self._done[place:]
        changes = tuple(change for step in joined for change in step.changes)
        self._done[place:] = [replace(joined[-1], label=joined[0].label, changes=changes)]
        if self._saved in ids[place:-1]:
            self._saved = None
        return joined[-1].id

    def drop_last(self) -> None:
        """Record that the last change set was taken back for good."""
        self._done.pop()

    def step_back(self) -> None:
        """Record that the last change set was undone."""
        self._undone.append(self._done.pop())

    def step_forward(self) -> None:
        """Record that the change set undone last was applied again."""
        self._done.append(self._undone.pop())

    def mark_saved(self, position: str | None = None) -> None:
        """Record that the plan on disk is the plan as it stands, or as it stood at `position`."""
        self._saved = self.position if position is None else position

    def mark_unsaved(self) -> None:
        """Record that no saved state can be reached any more, as after a recovery."""
        self._saved = None
