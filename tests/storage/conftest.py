"""What tests of the storage stand on: folders of their own, a store and a workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.app.document import Content
from planner.app.plan_store import Base
from planner.app.ports import Folders
from planner.app.workspace import Workspace
from planner.storage.journal import JournalFile
from planner.storage.plan_file import PlanFile
from planner.storage.store import FileStore
from tests.edits import StandingClock
from tests.plans import counting_ids, small_plan

PROGRAM = "0.1.0"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    home = tmp_path / "home"
    return Folders(home / "config", home / "state", home / "cache", home / "log", home / "documents")


@pytest.fixture
def files() -> PlanFile:
    return PlanFile(PROGRAM)


class ClosingStore(FileStore):
    """A store that closes its journals at the end of a test, and leaves them on the disk as a crash does."""

    def __init__(self, files: PlanFile, folders: Folders) -> None:
        super().__init__(files, folders, StandingClock(), lambda: "王芳", counting_ids("file"))
        self.journals: list[JournalFile] = []

    def journal(self, base: Base) -> JournalFile:
        self.journals.append(super().journal(base))
        return self.journals[-1]


@pytest.fixture
def store(files: PlanFile, folders: Folders) -> Iterator[FileStore]:
    store = ClosingStore(files, folders)
    yield store
    for journal in store.journals:
        journal.close()


@pytest.fixture
def workspace(store: FileStore) -> Workspace:
    return Workspace(store, StandingClock(), lambda: "王芳", counting_ids())


@pytest.fixture
def content() -> Content:
    return Content(small_plan(), "plan-of-tests", created="2026-03-01T08:00:00+00:00")


@pytest.fixture
def plan_path(tmp_path: Path, files: PlanFile, content: Content) -> Path:
    """A saved plan in a folder whose name has Chinese letters and a space."""
    folder = tmp_path / "行动 方案"
    folder.mkdir()
    path = folder / "示例 计划.plan"
    files.write(path, content, None)
    return path
