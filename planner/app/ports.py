"""What the use cases need from the outside world, as protocols.

`planner.bootstrap` hands in what fulfils them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planner.app.log import Entry

NewId = Callable[[], str]
"""Gives an id that no other item has or will have."""


class Clock(Protocol):
    """Knows what day and what time it is."""

    def today(self) -> date:
        """Return the day by which deadlines and lights are judged."""

    def now(self) -> datetime:
        """Return the present moment, with a time zone."""


class Journal(Protocol):
    """Keeps each edit safe on this machine between two saves of the plan file."""

    def append(self, entry: Entry) -> None:
        """Write one entry and return once it is on the disk.

        Raises `JournalFailed` when it can't be written.
        """


class JournalFailed(Exception):
    """The journal could not be written; the edit stands in memory only."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this machine keeps the program's own files."""

    config: Path
    state: Path
    cache: Path
    log: Path
    documents: Path
