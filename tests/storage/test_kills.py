"""A program killed at any moment loses no edit that it acknowledged.

PLANNER_KILLS sets how often; the real command, document, journal, save and recovery are used.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from planner.app.document import Content
from planner.app.workspace import Session, Workspace
from planner.domain.changes import apply
from planner.domain.plan import Plan
from planner.domain.soundness import faults
from tests.plans import small_plan
from tests.storage.killed_editor import make_workspace

KILLS = int(os.environ.get("PLANNER_KILLS", "30"))
KILLED = 1 if sys.platform == "win32" else -9
ROOT = Path(__file__).parents[2]


def test_no_acknowledged_edit_is_lost(tmp_path: Path) -> None:
    path, home = tmp_path / "计划 一.plan", tmp_path / "home"
    workspace = make_workspace(home)
    session = workspace.create(small_plan())
    session.save_as(path)
    session.close()
    random = Random(20260301)
    acknowledged: list[str] = []
    recoveries = 0
    for seed in range(KILLS):
        acknowledged += acknowledged_before_kill(path, home, seed, random.uniform(0, 0.12))
        recoveries += bool(workspace.recoverable(path))
        session = reopen(workspace, path)
        check(session.document.content, acknowledged)
        session.save()
        session.close()
        assert sorted(file.name for file in tmp_path.iterdir()) == ["home", path.name]
    assert len(acknowledged) > KILLS
    assert recoveries > KILLS / 4


def acknowledged_before_kill(path: Path, home: Path, seed: int, seconds: float) -> list[str]:
    """Run the editor, kill it so long after its first edit, and return the ids that it acknowledged."""
    arguments = [sys.executable, "-m", "tests.storage.killed_editor", str(path), str(home), str(seed)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=ROOT) as editor:
        assert editor.stdout is not None
        first = editor.stdout.readline()
        time.sleep(seconds)
        editor.kill()
        rest = editor.stdout.read()
    assert editor.returncode == KILLED
    return [line.decode() for line in (first + rest).split(b"\n")[:-1]]


def reopen(workspace: Workspace, path: Path) -> Session:
    """Recover the plan if there is something to recover, else open it."""
    found = workspace.recoverable(path)
    return workspace.recover(found[0]) if found else workspace.open(path)


def check(content: Content, acknowledged: list[str]) -> None:
    """Hold the plan against its own log, and the log against what was acknowledged."""
    logged = [entry.change_set() for entry in content.entries]
    ids = [change_set.id for change_set in logged]
    assert len(set(ids)) == len(ids)
    assert set(acknowledged) <= set(ids)
    assert [entry.revision for entry in content.entries] == list(range(1, len(ids) + 1))
    replayed: Plan = small_plan()
    for change_set in logged:
        apply(replayed, change_set.changes)
    assert content.plan == replayed
    assert not list(faults(content.plan))
