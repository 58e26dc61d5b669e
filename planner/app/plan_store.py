"""How plans are kept, as the use cases see it: a protocol that `planner.storage` fulfils.

A refusal is a code with arguments; whoever shows it words it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.app.ports import Journal

if TYPE_CHECKING:
    from planner.app.document import Content
    from planner.app.log import Entry


class Trouble(StrEnum):
    """Why a plan could not be opened or saved; `planner.app.messages` holds a sentence for each."""

    MISSING = "missing"
    NOT_READABLE = "not_readable"
    TOO_LARGE = "too_large"
    NOT_A_PLAN = "not_a_plan"
    NEWER = "newer"
    SEAL_BROKEN = "seal_broken"
    DAMAGED = "damaged"

    CHANGED_ON_DISK = "changed_on_disk"
    EXISTS = "exists"
    UNTITLED = "untitled"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    DISK_FULL = "disk_full"
    DISK_READ_ONLY = "disk_read_only"
    NO_PERMISSION = "no_permission"
    FOLDER_GONE = "folder_gone"
    IN_USE = "in_use"
    NAME_TOO_LONG = "name_too_long"
    NOT_VERIFIED = "not_verified"
    NOT_WRITTEN = "not_written"

    NOTHING_TO_RECOVER = "nothing_to_recover"
    BASE_CHANGED = "base_changed"


class Finding(StrEnum):
    """What the slow checks of a damaged file found."""

    PAGES = "pages"
    TABLE_UNREADABLE = "table_unreadable"
    BAD_VALUE = "bad_value"
    DUPLICATE_ID = "duplicate_id"
    NO_PARENT = "no_parent"
    WRONG_PLACE = "wrong_place"
    DANGLING = "dangling"
    NO_HEAD = "no_head"
    HISTORY = "history"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: its code and where it stands (table, item, field); never the text of a cell."""

    code: Finding
    table: str = ""
    item: str = ""
    field: str = ""


class StoreRefused(Exception):
    """A plan was not opened or not saved; nothing on disk was changed.

    Details by code: `newer` has `needed` (the program's version, or empty), `too_large` has `limit` in
    bytes, `damaged` has `findings` and may have `backup` (a path), `locked` has `name` and `host`.
    """

    def __init__(self, code: Trouble, findings: Sequence[Found] = (), **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.findings = tuple(findings)
        self.details = details

    def __str__(self) -> str:
        return str(self.code)


class OpenFailed(StoreRefused):
    """A plan could not be opened.

    `seal_broken` means that every check passed all the same: the file may be opened deliberately. What is
    `damaged` may be salvaged.
    """


class SaveFailed(StoreRefused):
    """A plan was not saved; the file that was there before is whole."""


class ChangedOnDisk(SaveFailed):
    """Another program changed the file since it was opened or saved last; it was not overwritten."""

    def __init__(self) -> None:
        super().__init__(Trouble.CHANGED_ON_DISK)


@dataclass(frozen=True, slots=True)
class FileStamp:
    """By what a file on disk is known again: identity, size, time in nanoseconds and digest (hexadecimal)."""

    device: int
    inode: int
    size: int
    modified: int
    digest: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What was read from a file; `migrated_from` is the older version of the format that it had, if any."""

    content: Content
    stamp: FileStamp
    migrated_from: int | None = None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read from a damaged file, and what was lost or put right."""

    content: Content
    findings: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a plan open: the person's name, the computer and since when (ISO 8601)."""

    name: str
    host: str
    since: str


class Lock(Protocol):
    """The claim on a plan file: ours, or another's."""

    @property
    def holder(self) -> Holder | None:
        """Who else has the plan open; None when the claim is ours."""

    @property
    def ours(self) -> bool:
        """Whether we may save: False also where the folder takes no lock file."""

    def release(self) -> None:
        """Give the claim up; does nothing when it is not ours."""


@dataclass(frozen=True, slots=True)
class Base:
    """The saved state on which a journal builds: a file, or the first content of an untitled plan."""

    content: Content
    path: Path | None = None
    digest: str = ""


class OpenJournal(Journal, Protocol):
    """The journal of one open plan."""

    def restart(self, base: Base, entries: Sequence[Entry] = ()) -> None:
        """Build on another saved state from now on, with the entries already made after it.

        Raises `JournalFailed`; the next entry then brings those before it along.
        """

    def remove(self) -> None:
        """Forget everything, as after a close without anything left to save."""


class Match(StrEnum):
    """How a journal fits the file that it belongs to."""

    FITS = "fits"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Edits that a program which ended unexpectedly left unsaved."""

    journal: Path
    path: Path | None
    title: str
    when: str
    entries: tuple[Entry, ...]
    torn: bool
    match: Match


@dataclass(frozen=True, slots=True)
class Recovered:
    """The plan with its unsaved edits, in a journal again; `left_out` are the edits that no longer fit."""

    content: Content
    base: Base
    stamp: FileStamp | None
    journal: OpenJournal
    left_out: tuple[Entry, ...] = ()


class PlanStore(Protocol):
    """Keeps plans in files, and what is not saved yet on this machine."""

    def read(self, path: Path, *, accept_broken_seal: bool = False) -> Stored:
        """Read a plan file; raises `OpenFailed`."""

    def stamp(self, path: Path) -> FileStamp | None:
        """Return the stamp of the file as it stands on disk, None where there is none.

        Raises `OpenFailed`.
        """

    def write(self, path: Path, content: Content, expected: FileStamp | None) -> FileStamp:
        """Put a whole new plan file in the place of the one known by `expected` (None: no file is there yet).

        Raises `ChangedOnDisk` or `SaveFailed`.
        """

    def salvage(self, path: Path) -> Salvaged:
        """Read what can be read from a damaged file; raises `OpenFailed` where nothing can."""

    def lock(self, path: Path, *, take_over: bool = False) -> Lock:
        """Claim a plan file, from its present holder too if `take_over`."""

    def journal(self, base: Base) -> OpenJournal:
        """Return a journal for a plan that was opened or made; nothing is written before its first entry."""

    def recoverable(self) -> list[Recoverable]:
        """Return what dead programs left unsaved, newest first."""

    def recover(self, found: Recoverable, *, partly: bool = False) -> Recovered:
        """Apply the unsaved edits to the file that they belong to.

        Raises `OpenFailed` (base_changed) where that file is not the one they were made on, unless `partly`:
        then each edit that still fits is applied.
        """

    def discard(self, found: Recoverable) -> None:
        """Forget unsaved edits for good."""

    def backup(self, path: Path, plan_id: str, reason: str) -> Path:
        """Keep a copy of a plan file on this machine before something that may be regretted.

        Raises `SaveFailed`.
        """

    def newest_backup(self, plan_id: str) -> Path | None:
        """Return the newest copy of a plan that can be read."""
