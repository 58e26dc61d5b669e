"""A program that edits and saves a plan until it is killed; a test starts and kills it.

Usage: `python -m tests.storage.killed_editor PLAN HOME SEED`. It prints the id of each change set once the
edit is acknowledged.
"""

import os
import secrets
import sys
from pathlib import Path
from random import Random

from planner.app.clock import SystemClock
from planner.app.ports import Folders
from planner.app.workspace import Workspace
from planner.storage.plan_file import PlanFile
from planner.storage.store import FileStore
from tests.edits import apply_random_edit


def make_workspace(home: Path) -> Workspace:
    """Return a workspace with the real parts."""
    folders = Folders(home / "config", home / "state", home / "cache", home / "log", home / "documents")
    clock = SystemClock()
    store = FileStore(PlanFile("0.1.0"), folders, clock, str, new_id)
    return Workspace(store, clock, str, new_id)


def new_id() -> str:
    return secrets.token_hex(8)


def main(path: Path, home: Path, seed: int) -> None:
    """Edit without end, and save now and then."""
    random = Random(seed)
    session = make_workspace(home).open(path)
    session.document.subscribe(lambda change_set: os.write(1, f"{change_set.id}\n".encode()))
    while True:
        apply_random_edit(session.document, random)
        assert not session.document.journal_failed
        if random.random() < 0.2:
            session.save()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
