"""The journal of an open plan: each edit on this machine's disk before it is acknowledged.

One file per open plan. Its first line says on which saved state the edits build and which process writes;
each further line is one entry of the plan's log behind its checksum. A line that was torn by a crash is known
by that. An untitled plan has its first content beside the journal, as a plan file of its own.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Any

from planner.app.log import Entry
from planner.app.plan_store import Base
from planner.app.ports import Clock, JournalFailed
from planner.storage.durable import NotVerified, Replacer
from planner.storage.processes import Process, this_process
from planner.storage.schema import Format
from planner.storage.writing import encode

FORMAT = 1
SUFFIX = ".journal"
_CHECK = 16


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a journal: the saved state that it builds on, and the process that writes it."""

    plan_id: str
    title: str
    path: str
    revision: int
    digest: str
    program: str
    started: str
    process: Process


@dataclass(frozen=True, slots=True)
class Lines:
    """A journal as it was found on the disk."""

    header: Header
    entries: tuple[Entry, ...]
    torn: bool


@dataclass(slots=True)
class JournalFile:
    """Writes the journal of one open plan; there is a file only while there are unsaved edits.

    Whatever fails on the way closes the file, and the next entry writes the whole journal anew.
    """

    file: Path
    base: Base
    program: str
    form: Format
    clock: Clock
    _lines: list[bytes] = field(default_factory=list)
    _stream: FileIO | None = None

    def append(self, entry: Entry) -> None:
        """Write one entry, with those that could not be written before; raises `JournalFailed`."""
        line = _line(entry)
        self._lines.append(line)
        try:
            if self._stream is None:
                self._stream = self._begin()
            else:
                _extend(self._stream, line)
        except (OSError, NotVerified) as error:
            self.close()
            raise JournalFailed from error

    def restart(self, base: Base, entries: Sequence[Entry] = ()) -> None:
        """Build on another saved state, with the entries already made after it; raises `JournalFailed`."""
        self.close()
        self.base = base
        self._lines = [_line(entry) for entry in entries]
        try:
            if self._lines:
                self._stream = self._begin()
            else:
                remove(self.file)
        except (OSError, NotVerified) as error:
            raise JournalFailed from error

    def remove(self) -> None:
        """Take the journal off the disk, if it can be done: what it holds is saved, or given up."""
        self.close()
        with suppress(OSError):
            remove(self.file)

    def _begin(self) -> FileIO:
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        base = self.base
        if base.path is None:
            Replacer().put(snapshot_file(self.file), encode(base.content, self.form, self.program)[0])
        Replacer().put(self.file, _header_line(self._header()) + b"".join(self._lines))
        stream = FileIO(self.file, "r+")
        stream.seek(0, os.SEEK_END)
        return stream

    def close(self) -> None:
        """Let go of the file and leave what is in it; the next entry writes it anew."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _header(self) -> Header:
        base, content = self.base, self.base.content
        return Header(
            content.plan_id,
            content.plan.head.title,
            str(base.path or ""),
            content.revision,
            base.digest,
            self.program,
            self.clock.now().isoformat(timespec="seconds"),
            this_process(),
        )


def _extend(stream: FileIO, line: bytes) -> None:
    if stream.write(line) != len(line):
        raise OSError("the disk took a part of the line only")
    os.fsync(stream.fileno())


def read_journal(file: Path) -> Lines | None:
    """Read a journal up to its first torn line; None where not even the first line is whole.

    Raises OSError where it can't be read.
    """
    first, *others = file.read_bytes().split(b"\n")
    header = _read_header(first)
    if header is None:
        return None
    entries: list[Entry] = []
    for line in others[:-1]:
        entry = _read_entry(line)
        if entry is None:
            return Lines(header, tuple(entries), torn=True)
        entries.append(entry)
    return Lines(header, tuple(entries), torn=others[-1:] != [b""])


def snapshot_file(journal: Path) -> Path:
    """Return where the first content of an untitled plan is kept."""
    return journal.with_suffix(".plan")


def remove(journal: Path) -> None:
    """Remove a journal and what belongs to it."""
    journal.unlink(missing_ok=True)
    snapshot_file(journal).unlink(missing_ok=True)


def _line(entry: Entry) -> bytes:
    return _checked(f"{entry.revision} {entry.payload}")


def _checked(text: str) -> bytes:
    data = text.encode(errors="surrogatepass")
    return b"%s %s\n" % (_checksum(data), data)


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest()[:_CHECK].encode()


def _unchecked(line: bytes) -> str | None:
    check, _, data = line.partition(b" ")
    return data.decode(errors="surrogatepass") if check == _checksum(data) else None


def _header_line(header: Header) -> bytes:
    process = header.process
    fields = {name: getattr(header, name) for name in Header.__slots__ if name != "process"}
    fields |= {"format": FORMAT, "host": process.host, "pid": process.pid, "born": process.born}
    return _checked(json.dumps(fields, ensure_ascii=False))


def _read_header(line: bytes) -> Header | None:
    """Read the first line; None where it is torn or of a newer form."""
    text = _unchecked(line)
    fields: dict[str, Any] = json.loads(text) if text else {}
    if fields.pop("format", None) != FORMAT:
        return None
    process = Process(fields.pop("host"), fields.pop("pid"), fields.pop("born"))
    return Header(process=process, **fields)


def _read_entry(line: bytes) -> Entry | None:
    text = _unchecked(line)
    if text is None:
        return None
    revision, _, payload = text.partition(" ")
    return Entry(int(revision), payload)
