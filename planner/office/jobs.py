"""Exports in a process of their own, so that a window never waits for one.

The plan goes to the process as plain tuples, the file is put in its place by the caller: a job that is
cancelled or dies leaves nothing half-written. Window and command line call it through `planner.bootstrap`.
"""

import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from operator import attrgetter
from pathlib import Path

from planner.app.plan_store import SaveFailed, Trouble
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.domain.items import KINDS, Item
from planner.domain.plan import Plan
from planner.office.export import content_of
from planner.office.files import file_beside, put_in_place, write_whole
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.outcome import Progress, Written
from planner.reports.preset import BrokenPreset
from planner.reports.template_faults import BadTemplate

_AT_ONCE = 2000
"""Items packed without letting another thread run: a few milliseconds."""
_PLACE = ("id", "parent", "rank")
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Where a plan goes, in which form, and by which presets, words and choices."""

    path: Path
    presets: Path
    locale: Path
    options: ExportOptions
    form: ExportFormat = ExportFormat.XLSX


@dataclass(frozen=True, slots=True)
class _Ready:
    """The file beside its place is whole."""

    written: Written


_Message = Progress | _Ready | SaveFailed | BrokenPreset | BadTemplate | Refused


class ExportJob:
    """One export that runs; `poll` it from time to time, or `wait` for it."""

    def __init__(self, plan: Plan, request: ExportRequest) -> None:
        """Start the process; packing a very large plan takes seconds, so a window does it on a thread."""
        self._path = request.path
        self._beside = file_beside(request.path)
        context = multiprocessing.get_context("spawn")
        self._connection, there = context.Pipe()
        self._process = context.Process(target=_work, args=(there, request, self._beside), daemon=True)
        self._process.start()
        there.close()
        with suppress(BrokenPipeError):
            for pack in _packed(plan):
                self._connection.send_bytes(pack)
            self._connection.send_bytes(b"")

    def poll(self) -> Progress | Written | None:
        """Return what is new, if anything is: how far it is, or, once, the finished file.

        Raises `SaveFailed`, also where the process died, `BrokenPreset`, `BadTemplate`, and `Refused` where
        the part is not there; the old file is whole then.
        """
        return self._received() if self._connection.poll() else None

    def wait(self, advance: Callable[[Progress], None] = lambda _: None) -> Written:
        """Return the finished file, telling `advance` how far it is; raises what `poll` does."""
        while True:
            message = self._received()
            if isinstance(message, Written):
                return message
            advance(message)

    def cancel(self) -> None:
        """End the process; nothing is left behind, and the old file is whole."""
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._connection.close()
        self._beside.unlink(missing_ok=True)

    def _received(self) -> Progress | Written:
        try:
            message: _Message = self._connection.recv()
        except (EOFError, OSError):
            message = SaveFailed(Trouble.NOT_WRITTEN)
        if isinstance(message, Progress):
            return message
        self._process.join(_PATIENCE)
        if isinstance(message, Exception):
            self.cancel()
            raise message
        self._connection.close()
        put_in_place(self._beside, self._path)
        return message.written


def _work(connection: Connection, request: ExportRequest, beside: Path) -> None:
    """Write the file beside its place and say so: what the process does."""
    plan = Plan(_unpacked(iter(connection.recv_bytes, b"")))
    words = Words(request.options.language, request.locale)

    def advance(sheet: str, share: float) -> None:
        connection.send(Progress(sheet, share))

    try:
        content, remarks = content_of(plan, words, request.presets, request.options, request.form, advance)
        write_whole(beside, content)
    except (SaveFailed, BrokenPreset, BadTemplate, Refused) as refused:
        connection.send(refused)
    else:
        connection.send(_Ready(Written(request.path, remarks)))


def _packed(plan: Plan) -> Iterator[bytes]:
    """Yield the items of a plan, kind by kind, as tuples of their values."""
    for kind in KINDS.values():
        values = attrgetter(*_PLACE, *(spec.key for spec in kind.stored))
        items = list(plan.of(kind.cls).values())
        for first in range(0, len(items), _AT_ONCE):
            rows = [values(item) for item in items[first : first + _AT_ONCE]]
            yield pickle.dumps((kind.key, rows), pickle.HIGHEST_PROTOCOL)


def _unpacked(packs: Iterator[bytes]) -> Iterator[Item]:
    """Yield the items again; the bytes come from our own parent process alone."""
    for pack in packs:
        key, rows = pickle.loads(pack)  # noqa: S301
        kind = KINDS[key]
        names = (*_PLACE, *(spec.key for spec in kind.stored))
        for row in rows:
            yield kind.cls(**dict(zip(names, row, strict=True)))
