"""Open, edit, save and close whole plans through the workspace, on real files."""

import logging
from pathlib import Path

import pytest

from planner.app.commands import edit
from planner.app.plan_store import ChangedOnDisk, OpenFailed, PlanStore, SaveFailed, Trouble
from planner.app.ports import Folders
from planner.app.workspace import Session, Workspace
from planner.storage.lock import lock_file
from planner.storage.store import FileStore
from tests.edits import TODAY
from tests.plans import small_plan


def rename(session: Session, title: str) -> None:
    session.document.apply(edit.set_field(session.document.plan, "m1", "title", title, TODAY))


def code_of(failure: pytest.ExceptionInfo[SaveFailed]) -> Trouble:
    return failure.value.code


def test_the_store_is_what_the_use_cases_ask_for(store: FileStore) -> None:
    asked_for: PlanStore = store
    assert asked_for.recoverable() == []


def test_a_plan_is_made_saved_and_opened(workspace: Workspace, tmp_path: Path) -> None:
    session = workspace.create(small_plan())
    assert (session.path, session.title, session.modified) == (None, "小计划", False)
    rename(session, "一")
    assert session.modified
    with pytest.raises(SaveFailed) as failure:
        session.save()
    assert code_of(failure) is Trouble.UNTITLED
    session.save_as(tmp_path / "计划.plan")
    assert (session.title, session.modified, session.read_only) == ("计划", False, False)
    session.close()
    again = workspace.open(tmp_path / "计划.plan")
    assert again.document.content == session.document.content
    again.close()
    assert [file.name for file in tmp_path.iterdir() if file.name != "home"] == ["计划.plan"]


def test_undo_back_to_the_saved_state_clears_the_mark(workspace: Workspace, plan_path: Path) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    session.save()
    rename(session, "二")
    assert session.modified
    session.document.undo()
    assert not session.modified
    session.document.undo()
    assert session.modified


def test_the_second_opener_reads_only_and_may_save_elsewhere(
    workspace: Workspace, plan_path: Path, tmp_path: Path
) -> None:
    first = workspace.open(plan_path)
    second = workspace.open(plan_path)
    assert second.read_only
    assert second.locked_by is not None
    assert second.locked_by.name == "王芳"
    with pytest.raises(SaveFailed) as failure:
        second.save()
    assert code_of(failure) is Trouble.READ_ONLY
    second.save_as(tmp_path / "另存.plan")
    assert not second.read_only
    second.close()
    assert lock_file(plan_path).exists()
    first.close()
    assert not lock_file(plan_path).exists()


def test_a_plan_taken_over_is_ours(workspace: Workspace, plan_path: Path) -> None:
    workspace.open(plan_path)
    assert not workspace.open(plan_path, take_over=True).read_only


def test_two_who_save_do_not_overwrite_each_other(workspace: Workspace, plan_path: Path) -> None:
    first = workspace.open(plan_path)
    second = workspace.open(plan_path, take_over=True)
    rename(first, "一")
    first.save()
    rename(second, "二")
    with pytest.raises(ChangedOnDisk):
        second.save()
    assert second.modified
    assert workspace.read(plan_path).content == first.document.content


def test_saving_as_never_overwrites_unasked(workspace: Workspace, plan_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.plan"
    other.write_bytes(b"precious")
    session = workspace.open(plan_path)
    with pytest.raises(SaveFailed) as failure:
        session.save_as(other)
    assert code_of(failure) is Trouble.EXISTS
    assert (other.read_bytes(), session.path) == (b"precious", plan_path)
    assert not lock_file(other).exists()
    session.save_as(other, overwrite=True)
    assert workspace.read(other).content == session.document.content
    assert not lock_file(plan_path).exists()


def test_saving_as_a_plan_that_another_has_open_is_refused(
    workspace: Workspace, plan_path: Path, tmp_path: Path
) -> None:
    other = workspace.create(small_plan())
    other.save_as(tmp_path / "other.plan")
    session = workspace.open(plan_path)
    with pytest.raises(SaveFailed) as failure:
        session.save_as(tmp_path / "other.plan", overwrite=True)
    assert (code_of(failure), failure.value.details["name"]) == (Trouble.LOCKED, "王芳")


def test_a_file_that_is_gone_is_written_anew(workspace: Workspace, plan_path: Path) -> None:
    session = workspace.open(plan_path)
    plan_path.unlink()
    rename(session, "一")
    session.save()
    assert workspace.read(plan_path).content == session.document.content


def test_a_plan_that_does_not_open_keeps_no_claim(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "x.plan"
    path.write_bytes(b"hello")
    with pytest.raises(OpenFailed):
        workspace.open(path)
    assert not lock_file(path).exists()


def test_a_salvaged_plan_is_untitled_and_modified(workspace: Workspace, plan_path: Path) -> None:
    data = bytearray(plan_path.read_bytes())
    place = data.find("修订条例".encode())
    data[place] ^= 0xFF
    plan_path.write_bytes(data)
    session = workspace.salvage(plan_path)
    assert (session.path, session.modified) == (None, True)
    assert session.findings
    assert plan_path.read_bytes() == data


def test_the_log_names_no_path_and_no_words_of_the_plan(
    workspace: Workspace, plan_path: Path, folders: Folders, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    session = workspace.open(plan_path)
    rename(session, "机密标题")
    session.save()
    session.close()
    plan_path.write_bytes(plan_path.read_bytes()[:5000])
    with pytest.raises(OpenFailed):
        workspace.open(plan_path)
    assert "revision 1" in caplog.text
    for word in ("机密", "修订", "小计划", "王芳", plan_path.stem, str(folders.state)):
        assert word not in caplog.text
