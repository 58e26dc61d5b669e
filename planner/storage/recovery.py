"""Brings back the edits that a program which ended unexpectedly left in its journal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from planner.app.document import Content
from planner.app.log import Entry
from planner.app.plan_store import Match, OpenFailed, Recoverable, Stored, Trouble
from planner.domain.changes import apply
from planner.domain.errors import Refused
from planner.storage import journal
from planner.storage.durable import remove_leftovers
from planner.storage.journal import Lines
from planner.storage.plan_file import PlanFile
from planner.storage.processes import is_dead


class Recovery:
    """Finds and applies the journals of dead processes in one folder."""

    def __init__(self, folder: Path, files: PlanFile) -> None:
        self._folder = folder
        self._files = files

    def find(self) -> list[Recoverable]:
        """Return what was left unsaved, newest first; journals that hold nothing new are removed."""
        found: list[Recoverable] = []
        if not self._folder.is_dir():
            return found
        remove_leftovers(self._folder)
        for file, lines in self._abandoned():
            stored = self._base(file, lines)
            entries = _unsaved(lines, stored)
            if entries:
                header = lines.header
                path = Path(header.path) if header.path else None
                match = _match(lines, stored)
                found.append(
                    Recoverable(file, path, header.title, header.started, entries, lines.torn, match)
                )
            else:
                journal.remove(file)
        return sorted(found, key=lambda each: each.when, reverse=True)

    def replay(self, found: Recoverable, *, partly: bool) -> tuple[Stored, Content, tuple[Entry, ...]]:
        """Return the file as it is, its content with the unsaved edits on it, and the edits that don't fit.

        Raises `OpenFailed`: base_changed unless `partly`, nothing_to_recover, or why the file can't be read.
        """
        lines = journal.read_journal(found.journal) if found.journal.exists() else None
        if lines is None:
            raise OpenFailed(Trouble.NOTHING_TO_RECOVER)
        stored = self._files.read(_base_file(found.journal, lines), accept_broken_seal=True)
        if not partly and _match(lines, stored) is not Match.FITS:
            raise OpenFailed(Trouble.BASE_CHANGED)
        content, left_out = _replayed(stored.content, _unsaved(lines, stored))
        return stored, content, left_out

    def _abandoned(self) -> Iterator[tuple[Path, Lines]]:
        for file in sorted(self._folder.glob(f"*{journal.SUFFIX}")):
            try:
                lines = journal.read_journal(file)
            except OSError:
                continue
            if lines is not None and is_dead(lines.header.process):
                yield file, lines

    def _base(self, file: Path, lines: Lines) -> Stored | None:
        try:
            return self._files.read(_base_file(file, lines), accept_broken_seal=True)
        except OpenFailed:
            return None


def _base_file(file: Path, lines: Lines) -> Path:
    return Path(lines.header.path) if lines.header.path else journal.snapshot_file(file)


def _unsaved(lines: Lines, stored: Stored | None) -> tuple[Entry, ...]:
    """Return the journal's entries that are not in the log of the file."""
    saved = {entry.payload for entry in stored.content.entries} if stored else set()
    return tuple(entry for entry in lines.entries if entry.payload not in saved)


def _match(lines: Lines, stored: Stored | None) -> Match:
    """Say whether the entries build on the file as it is.

    They do when it is the file that the journal began with, or the one that a save put in its place just
    before the crash: its log then holds the first entries of the journal and ends with them.
    """
    if stored is None:
        return Match.GONE
    header, content = lines.header, stored.content
    if content.plan_id != header.plan_id:
        return Match.CHANGED
    if not header.path or stored.stamp.digest == header.digest:
        return Match.FITS
    since = tuple(entry for entry in content.entries if entry.revision > header.revision)
    return Match.FITS if since and lines.entries[: len(since)] == since else Match.CHANGED


def _replayed(content: Content, entries: Sequence[Entry]) -> tuple[Content, tuple[Entry, ...]]:
    """Return a content with the entries applied, counted on from its own, and those that don't fit."""
    plan, log, left_out = content.plan.copy(), list(content.entries), []
    revision = content.revision
    for entry in entries:
        try:
            apply(plan, entry.change_set().changes)
        except Refused:
            left_out.append(entry)
        else:
            revision += 1
            log.append(Entry(revision, entry.payload))
    return replace(content, plan=plan, entries=tuple(log)), tuple(left_out)
