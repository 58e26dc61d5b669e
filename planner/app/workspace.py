"""Use cases around whole plans: make, open, save, close and recover them.

Window and command line stand on a `Workspace`; each open plan is a `Session`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from planner.app.document import Content, Document
from planner.app.log import Entry
from planner.app.plan_store import (
    Base,
    FileStamp,
    Found,
    Holder,
    Lock,
    OpenJournal,
    PlanStore,
    Recoverable,
    Recovered,
    SaveFailed,
    Stored,
    Trouble,
)
from planner.app.ports import Clock, JournalFailed, NewId
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Saved:
    """A finished save: where, how the file is known again, and which state of the plan it holds."""

    path: Path
    stamp: FileStamp
    content: Content
    position: str


@dataclass(frozen=True, slots=True)
class SaveJob:
    """A save that is ready to run on any thread: it holds its own snapshot of the plan."""

    store: PlanStore
    path: Path
    content: Content
    expected: FileStamp | None
    position: str

    def run(self) -> Saved:
        """Write the file; raises `ChangedOnDisk` or `SaveFailed`."""
        stamp = self.store.write(self.path, self.content, self.expected)
        return Saved(self.path, stamp, self.content, self.position)


class Session:
    """One open plan: its document and the file that it belongs to.

    `left_out` holds what a recovery or a salvage could not bring back, `findings` what a salvage found.
    """

    def __init__(
        self,
        store: PlanStore,
        document: Document,
        journal: OpenJournal,
        lock: Lock | None = None,
        stored: tuple[Path, FileStamp] | None = None,
    ) -> None:
        self.document = document
        self.path = stored[0] if stored else None
        self.stamp = stored[1] if stored else None
        self.findings: tuple[Found, ...] = ()
        self.left_out: Sequence[Entry] = ()
        self._store = store
        self._journal = journal
        self._lock = lock

    @property
    def read_only(self) -> bool:
        """Whether the plan may only be looked at, or saved elsewhere."""
        return self._lock is not None and not self._lock.ours

    @property
    def locked_by(self) -> Holder | None:
        """Who else has the plan open."""
        return self._lock.holder if self._lock else None

    @property
    def title(self) -> str:
        """What the plan is called in a window title: the name of its file, else its own title."""
        return self.path.stem if self.path else self.document.plan.head.title

    @property
    def modified(self) -> bool:
        """Whether there is something to save."""
        return self.document.history.modified

    def save(self) -> None:
        """Save to the file that the plan belongs to.

        Raises `ChangedOnDisk` or `SaveFailed` (untitled, read_only, disk_full, …).
        """
        self.finish_save(self.prepare_save().run())

    def save_as(self, path: Path, *, overwrite: bool = False) -> None:
        """Save to another file and belong to it from now on.

        Raises `SaveFailed`: exists, unless `overwrite`; locked, when another has that file open.
        """
        path = path.absolute()
        if self.path == path and not self.read_only:
            self.save()
            return
        with _claim(self._store, path) as lock:
            if lock.holder is not None:
                raise SaveFailed(Trouble.LOCKED, name=lock.holder.name, host=lock.holder.host)
            expected = self._store.stamp(path) if overwrite else None
            saved = self._job(path, expected).run()
        self._release_lock()
        self._lock = lock
        self.finish_save(saved)

    def prepare_save(self) -> SaveJob:
        """Take a snapshot for a save that runs while the plan is edited further.

        What the job returns goes to `finish_save`. Raises `SaveFailed` (untitled, read_only).
        """
        if self.path is None:
            raise SaveFailed(Trouble.UNTITLED)
        if self.read_only:
            raise SaveFailed(Trouble.READ_ONLY)
        return self._job(self.path, self.stamp)

    def finish_save(self, saved: Saved) -> None:
        """Take note of a save that succeeded; edits made since its snapshot stay unsaved and journalled."""
        self.path, self.stamp = saved.path, saved.stamp
        self.document.history.mark_saved(saved.position)
        since = saved.content.revision
        entries = [entry for entry in self.document.content.entries if entry.revision > since]
        try:
            self._journal.restart(Base(saved.content, saved.path, saved.stamp.digest), entries)
        except JournalFailed:
            self.document.journal_failed = True

    def close(self) -> None:
        """End the session; what was not saved is given up."""
        self._journal.remove()
        self._release_lock()

    def _job(self, path: Path, expected: FileStamp | None) -> SaveJob:
        content = snapshot(self.document.content)
        return SaveJob(self._store, path, content, expected, self.document.history.position)

    def _release_lock(self) -> None:
        if self._lock is not None:
            self._lock.release()


class Workspace:
    """Makes, opens and recovers plans."""

    def __init__(self, store: PlanStore, clock: Clock, author: Callable[[], str], new_id: NewId) -> None:
        self._store = store
        self._clock = clock
        self._author = author
        self._new_id = new_id

    def create(self, plan: Plan) -> Session:
        """Start an untitled plan from a template, under an identity of its own."""
        created = self._clock.now().isoformat(timespec="seconds")
        return self._untitled(Content(plan.copy(), self._new_id(), created=created))

    def read(self, path: Path, *, accept_broken_seal: bool = False) -> Stored:
        """Read a plan without claiming it, for commands that only look; raises `OpenFailed`."""
        return self._store.read(path, accept_broken_seal=accept_broken_seal)

    def open(self, path: Path, *, accept_broken_seal: bool = False, take_over: bool = False) -> Session:
        """Open a plan file; read-only where another has it open, unless `take_over`.

        Raises `OpenFailed`; a `seal_broken` file opens with `accept_broken_seal`.
        """
        path = path.absolute()
        with _claim(self._store, path, take_over=take_over) as lock:
            stored = self._store.read(path, accept_broken_seal=accept_broken_seal)
        journal = self._store.journal(Base(stored.content, path, stored.stamp.digest))
        return Session(
            self._store, self._document(stored.content, journal), journal, lock, (path, stored.stamp)
        )

    def salvage(self, path: Path) -> Session:
        """Open what can be read of a damaged file as an untitled plan.

        Raises `OpenFailed` where nothing can be read.
        """
        salvaged = self._store.salvage(path)
        session = self._untitled(salvaged.content)
        session.document.history.mark_unsaved()
        session.findings = salvaged.findings
        return session

    def recoverable(self, path: Path | None = None) -> list[Recoverable]:
        """Return what programs that ended unexpectedly left unsaved, of one file or of all, newest first."""
        return [
            found
            for found in self._store.recoverable()
            if path is None or (found.path is not None and found.path == path.absolute())
        ]

    def recover(self, found: Recoverable, *, partly: bool = False) -> Session:
        """Open a plan with its unsaved edits on it, marked as modified.

        Raises `OpenFailed`, see `PlanStore.recover`.
        """
        if found.path is None:
            return self._recovered(self._store.recover(found, partly=partly), None)
        with _claim(self._store, found.path) as lock:
            recovered = self._store.recover(found, partly=partly)
        return self._recovered(recovered, lock)

    def discard(self, found: Recoverable) -> None:
        """Forget unsaved edits for good."""
        self._store.discard(found)

    def _recovered(self, recovered: Recovered, lock: Lock | None) -> Session:
        document = self._document(recovered.content, recovered.journal)
        document.history.mark_unsaved()
        path, stamp = recovered.base.path, recovered.stamp
        stored = (path, stamp) if path and stamp else None
        session = Session(self._store, document, recovered.journal, lock, stored)
        session.left_out = recovered.left_out
        return session

    def _untitled(self, content: Content) -> Session:
        journal = self._store.journal(Base(snapshot(content)))
        return Session(self._store, self._document(content, journal), journal)

    def _document(self, content: Content, journal: OpenJournal) -> Document:
        return Document(content, journal, self._clock, self._author, self._new_id)


@contextmanager
def _claim(store: PlanStore, path: Path, *, take_over: bool = False) -> Iterator[Lock]:
    """Claim a file, and give the claim up again if what follows fails."""
    lock = store.lock(path, take_over=take_over)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def snapshot(content: Content) -> Content:
    """Return a content whose plan no later edit touches."""
    return replace(content, plan=content.plan.copy())
