"""Keeps plans: the one object that window, command line and tests get from `planner.bootstrap`.

It fulfils `planner.app.plan_store.PlanStore`. Its log lines carry counts and codes, never a path or a cell.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from planner.app.document import Content
from planner.app.plan_store import (
    Base,
    FileStamp,
    OpenFailed,
    Recoverable,
    Recovered,
    Salvaged,
    SaveFailed,
    Stored,
    Trouble,
)
from planner.app.ports import Clock, Folders, JournalFailed, NewId
from planner.storage import journal, lock
from planner.storage.backups import Backups
from planner.storage.durable import NotVerified
from planner.storage.journal import JournalFile
from planner.storage.lock import FileLock
from planner.storage.plan_file import PlanFile, save_failed
from planner.storage.recovery import Recovery

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # nothing on stderr where the program keeps no log


class FileStore:
    """Plans as sealed files; journals and backups in the state folder of this machine."""

    def __init__(
        self, files: PlanFile, folders: Folders, clock: Clock, author: Callable[[], str], new_id: NewId
    ) -> None:
        self._files = files
        self._clock = clock
        self._author = author
        self._new_id = new_id
        self._journals = folders.state / "journals"
        self._recovery = Recovery(self._journals, files)
        self._backups = Backups(folders.state / "backups", clock, files.read)

    def read(self, path: Path, *, accept_broken_seal: bool = False) -> Stored:
        """Read a plan file; one of an older format is first kept as it is. Raises `OpenFailed`."""
        began = time.perf_counter()
        try:
            stored = self._files.read(path, accept_broken_seal=accept_broken_seal)
        except OpenFailed as failure:
            _log.warning("not opened: %s, %d findings", failure.code, len(failure.findings))
            if failure.code is Trouble.DAMAGED:
                self._name_backup(path, failure)
            raise
        if stored.migrated_from is not None:
            self._keep_before_migration(path, stored)
        _log.info(
            "opened: revision %d, %d items, %d bytes, %.0f ms",
            stored.content.revision,
            len(stored.content.plan),
            stored.stamp.size,
            (time.perf_counter() - began) * 1000,
        )
        return stored

    def stamp(self, path: Path) -> FileStamp | None:
        """Return the stamp of the file as it stands on disk, None where there is none."""
        return self._files.stamp(path)

    def write(self, path: Path, content: Content, expected: FileStamp | None) -> FileStamp:
        """Put a whole new plan file in the place of the one known by `expected`."""
        began = time.perf_counter()
        try:
            stamp = self._files.write(path, content, expected)
        except SaveFailed as failure:
            _log.warning("not saved: %s", failure.code)
            raise
        _log.info(
            "saved: revision %d, %d items, %d bytes, %.0f ms",
            content.revision,
            len(content.plan),
            stamp.size,
            (time.perf_counter() - began) * 1000,
        )
        return stamp

    def salvage(self, path: Path) -> Salvaged:
        """Read what can be read from a damaged file."""
        salvaged = self._files.salvage(path, self._new_id())
        _log.warning("salvaged: %d items, %d findings", len(salvaged.content.plan), len(salvaged.findings))
        return salvaged

    def lock(self, path: Path, *, take_over: bool = False) -> FileLock:
        """Claim a plan file for the author."""
        return lock.acquire(path, self._author(), self._moment(), take_over=take_over)

    def journal(self, base: Base) -> JournalFile:
        """Return a journal that is written from its first entry on."""
        file = self._journals / f"{base.content.plan_id}-{self._new_id()}{journal.SUFFIX}"
        return JournalFile(file, base, self._files.program, self._files.form, self._clock)

    def recoverable(self) -> list[Recoverable]:
        """Return what dead programs left unsaved, newest first."""
        return self._recovery.find()

    def recover(self, found: Recoverable, *, partly: bool = False) -> Recovered:
        """Apply unsaved edits to their file, a copy of which is kept, and journal them again."""
        stored, content, left_out = self._recovery.replay(found, partly=partly)
        saved, stamp = stored.content, stored.stamp if found.path else None
        if found.path is not None:
            self.backup(found.path, saved.plan_id, "recovery")
        base = Base(saved, found.path, stamp.digest if stamp else "")
        fresh = self.journal(base)
        entries = content.entries[len(saved.entries) :]
        try:
            fresh.restart(base, entries)
        except JournalFailed:
            _log.warning("recovered edits stand in memory and in the old journal only")
        else:
            self.discard(found)
        _log.info("recovered: %d entries, %d left out", len(entries), len(left_out))
        return Recovered(content, base, stamp, fresh, left_out)

    def discard(self, found: Recoverable) -> None:
        """Forget unsaved edits for good."""
        journal.remove(found.journal)

    def backup(self, path: Path, plan_id: str, reason: str) -> Path:
        """Keep a copy of a plan file on this machine."""
        try:
            return self._backups.keep(path, plan_id, reason)
        except NotVerified:
            raise SaveFailed(Trouble.NOT_VERIFIED) from None
        except OSError as error:
            raise save_failed(error) from error

    def newest_backup(self, plan_id: str) -> Path | None:
        """Return the newest copy of a plan that can be read."""
        return self._backups.newest_good(plan_id)

    def _keep_before_migration(self, path: Path, stored: Stored) -> None:
        try:
            self.backup(path, stored.content.plan_id, "migration")
        except SaveFailed as failure:
            raise OpenFailed(Trouble.NOT_READABLE, reason=str(failure.code)) from failure

    def _name_backup(self, path: Path, failure: OpenFailed) -> None:
        plan_id = self._files.plan_id(path)
        backup = self.newest_backup(plan_id) if plan_id else None
        if backup:
            failure.details["backup"] = str(backup)

    def _moment(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")
