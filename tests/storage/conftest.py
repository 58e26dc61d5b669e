"""What tests of the storage stand on: folders of their own, a store and a workspace."""

from pathlib import Path

import pytest

from planner.app.document import Content
from planner.app.ports import Folders
from planner.app.workspace import Workspace
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


@pytest.fixture
def store(files: PlanFile, folders: Folders) -> FileStore:
    return FileStore(files, folders, StandingClock(), lambda: "王芳", counting_ids("file"))


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
