"""Edits are on the disk before they are acknowledged, whatever happens on the way."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.app.commands import edit
from planner.app.ports import Folders
from planner.app.workspace import Session, Workspace
from planner.storage import journal
from planner.storage.journal import read_journal
from tests.edits import TODAY
from tests.plans import small_plan


def rename(session: Session, title: str) -> None:
    session.document.apply(edit.set_field(session.document.plan, "m1", "title", title, TODAY))


def journals(folders: Folders) -> list[Path]:
    return sorted((folders.state / "journals").glob("*"))


def written(folders: Folders) -> list[str]:
    """Return the titles that the one journal brings back."""
    lines = read_journal(next(file for file in journals(folders) if file.suffix == journal.SUFFIX))
    assert lines is not None
    assert not lines.torn
    return [entry.change_set().changes[0].new for entry in lines.entries]  # type: ignore[union-attr]


def test_a_plan_that_is_only_looked_at_leaves_nothing(
    workspace: Workspace, plan_path: Path, folders: Folders
) -> None:
    workspace.open(plan_path).close()
    workspace.create(small_plan()).close()
    assert journals(folders) == []


def test_each_edit_is_there_at_once_and_gone_after_a_save(
    workspace: Workspace, plan_path: Path, folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    assert written(folders) == ["一"]
    rename(session, "二\n第二行")
    assert written(folders) == ["一", "二\n第二行"]
    session.save()
    assert journals(folders) == []
    rename(session, "三")
    assert written(folders) == ["三"]
    session.close()
    assert journals(folders) == []


def test_an_untitled_plan_has_its_first_content_beside_the_journal(
    workspace: Workspace, folders: Folders, tmp_path: Path
) -> None:
    session = workspace.create(small_plan())
    rename(session, "一")
    assert {file.suffix for file in journals(folders)} == {".journal", ".plan"}
    session.save_as(tmp_path / "saved.plan")
    assert journals(folders) == []


def test_edits_made_during_a_save_stay_in_the_journal(
    workspace: Workspace, plan_path: Path, folders: Folders
) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    job = session.prepare_save()
    rename(session, "二")
    saved = job.run()
    rename(session, "三")
    session.finish_save(saved)
    assert written(folders) == ["二", "三"]
    assert session.modified
    assert workspace.read(plan_path).content.revision == 1
    session.save()
    assert not session.modified
    assert workspace.read(plan_path).content == session.document.content


class Full:
    """A disk on which nothing more can be written while `full`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        for name in ("_extend", "_header_line"):
            monkeypatch.setattr(journal, name, self._guarded(getattr(journal, name)))

    def _guarded(self, function: Callable[..., object]) -> Callable[..., object]:
        def guarded(*arguments: object) -> object:
            if self.full:
                raise OSError("no space left on device")
            return function(*arguments)

        return guarded


def test_what_could_not_be_written_comes_with_the_next_entry(
    workspace: Workspace, plan_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Full(monkeypatch)
    session = workspace.open(plan_path)
    rename(session, "一")
    disk.full = True
    rename(session, "二")
    rename(session, "三")
    assert session.document.journal_failed
    assert session.document.plan["m1"].value("title") == "三"
    assert written(folders) == ["一"]
    disk.full = False
    rename(session, "四")
    assert not session.document.journal_failed
    assert written(folders) == ["一", "二", "三", "四"]


def test_a_torn_last_line_is_known(workspace: Workspace, plan_path: Path, folders: Folders) -> None:
    session = workspace.open(plan_path)
    rename(session, "一")
    rename(session, "二")
    (file,) = journals(folders)
    whole = file.read_bytes()
    first_two = whole.rindex(b"\n", 0, -1) + 1
    for end in range(first_two, len(whole)):
        file.write_bytes(whole[:end])
        lines = read_journal(file)
        assert lines is not None
        assert len(lines.entries) == 1
        assert lines.torn == (end > first_two)


def test_a_flipped_bit_ends_the_journal(workspace: Workspace, plan_path: Path, folders: Folders) -> None:
    session = workspace.open(plan_path)
    for number in range(3):
        rename(session, str(number))
    (file,) = journals(folders)
    data = bytearray(file.read_bytes())
    second = [place for place, byte in enumerate(data) if byte == ord("\n")][1] + 30
    data[second] ^= 1
    file.write_bytes(data)
    lines = read_journal(file)
    assert lines is not None
    assert (len(lines.entries), lines.torn) == (1, True)


@pytest.mark.parametrize("data", [b"", b"\n", b"junk\n", b"0123456789abcdef {}\n"])
def test_what_is_no_journal_is_passed_over(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.journal"
    file.write_bytes(data)
    assert read_journal(file) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_journals_are_the_owners_alone(workspace: Workspace, plan_path: Path, folders: Folders) -> None:
    rename(workspace.open(plan_path), "一")
    assert (folders.state / "journals").stat().st_mode & 0o077 == 0
