"""Edits that a crash left unsaved come back, once, and on the plan that they belong to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.commands import edit, structure
from planner.app.plan_store import Match, OpenFailed, Trouble
from planner.app.ports import Folders
from planner.app.workspace import Session, Workspace
from planner.domain.items import Measure
from planner.storage import lock, recovery
from planner.storage.plan_file import PlanFile
from tests.edits import TODAY
from tests.plans import small_plan


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make every process that wrote a journal or a lock so far one that has ended."""

    def end_all() -> None:
        for module in (recovery, lock):
            monkeypatch.setattr(module, "is_dead", lambda process: True)

    return end_all


def rename(session: Session, title: str, item_id: str = "m1") -> None:
    session.document.apply(edit.set_field(session.document.plan, item_id, "title", title, TODAY))


def title(session: Session, item_id: str = "m1") -> str:
    return session.document.plan.get(item_id, Measure).title


def journals(folders: Folders) -> list[Path]:
    return sorted((folders.state / "journals").glob("*"))


def test_the_journal_of_a_living_program_is_left_alone(workspace: Workspace, plan_path: Path) -> None:
    rename(workspace.open(plan_path), "一")
    assert workspace.recoverable() == []


def test_unsaved_edits_come_back(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None], folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    session.save()
    rename(session, "二")
    rename(session, "三")
    expected = session.document.content
    crash()
    (found,) = workspace.recoverable(plan_path)
    assert (found.path, found.match, found.torn, found.title) == (plan_path, Match.FITS, False, "小计划")
    assert [entry.revision for entry in found.entries] == [2, 3]

    back = workspace.recover(found)
    assert back.document.content == expected
    assert back.modified
    assert back.path == plan_path
    assert len(journals(folders)) == 1
    assert len(list((folders.state / "backups").rglob("*-recovery.plan"))) == 1
    back.save()
    assert workspace.read(plan_path).content == expected
    assert workspace.recoverable() == []


def test_a_crash_right_after_recovery_loses_nothing(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None]
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    crash()
    back = workspace.recover(workspace.recoverable()[0])
    rename(back, "二")
    (found,) = workspace.recoverable()
    assert title(workspace.recover(found)) == "二"


def test_an_untitled_plan_comes_back(
    workspace: Workspace, crash: Callable[[], None], folders: Folders
) -> None:
    session = workspace.create(small_plan())
    rename(session, "一")
    rename(session, "二")
    expected = session.document.content
    crash()
    (found,) = workspace.recoverable()
    assert (found.path, found.match) == (None, Match.FITS)
    back = workspace.recover(found)
    assert back.document.content == expected
    assert (back.path, back.modified) == (None, True)
    assert len(journals(folders)) == 2


def test_a_crash_between_replacing_and_restarting_brings_nothing_twice(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None], folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    rename(session, "二")
    job = session.prepare_save()
    rename(session, "三")
    job.run()
    crash()
    (found,) = workspace.recoverable()
    assert found.match is Match.FITS
    assert [entry.revision for entry in found.entries] == [3]
    assert workspace.recover(found).document.content == session.document.content


def test_a_journal_whose_edits_are_all_saved_is_removed(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None], folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    session.prepare_save().run()
    crash()
    assert workspace.recoverable() == []
    assert journals(folders) == []


def test_a_torn_line_is_said_and_the_rest_comes_back(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None], folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    rename(session, "二")
    (file,) = journals(folders)
    file.write_bytes(file.read_bytes()[:-5])
    crash()
    (found,) = workspace.recoverable()
    assert found.torn
    assert title(workspace.recover(found)) == "一"


def test_edits_for_a_file_that_changed_are_applied_only_on_demand(
    workspace: Workspace, files: PlanFile, plan_path: Path, crash: Callable[[], None]
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    rename(session, "又", "m2")
    session.document.apply(structure.remove(session.document.plan, ["m1"]))
    stored = files.read(plan_path)
    changed = replace(stored.content, plan=stored.content.plan.copy())
    other = workspace.create(changed.plan)
    rename(other, "别处改的")
    files.write(plan_path, replace(other.document.content, plan_id=stored.content.plan_id), stored.stamp)
    other.close()
    crash()
    (found,) = workspace.recoverable()
    assert found.match is Match.CHANGED
    with pytest.raises(OpenFailed) as caught:
        workspace.recover(found)
    assert caught.value.code is Trouble.BASE_CHANGED
    back = workspace.recover(found, partly=True)
    assert [entry.revision for entry in back.left_out] == [1, 3]
    assert (title(back), title(back, "m2")) == ("别处改的", "又")
    assert back.document.revision == 2


def test_edits_for_a_file_that_is_gone_are_kept(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None], folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    data = plan_path.read_bytes()
    plan_path.unlink()
    crash()
    (found,) = workspace.recoverable()
    assert found.match is Match.GONE
    with pytest.raises(OpenFailed) as caught:
        workspace.recover(found)
    assert caught.value.code is Trouble.MISSING
    plan_path.write_bytes(data)
    assert title(workspace.recover(workspace.recoverable()[0])) == "一"


def test_edits_can_be_given_up(
    workspace: Workspace, plan_path: Path, crash: Callable[[], None], folders: Folders
) -> None:
    rename(workspace.open(plan_path), "一")
    crash()
    workspace.discard(workspace.recoverable()[0])
    assert workspace.recoverable() == []
    assert journals(folders) == []
