"""A workbook is written whole, or not at all with one reason."""

import errno
import os
from pathlib import Path

import pytest

from planner.app.plan_store import SaveFailed, Trouble
from planner.office.export import export_workbook
from planner.office.files import replace_file, save_failed
from tests.office.workbooks import everything, write
from tests.plans import small_plan
from tests.reports.sources import CHINESE, PRESETS


def test_the_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_text("old")
    written = write(small_plan(), tmp_path)
    assert written.path.read_bytes().startswith(b"PK")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["plan.xlsx"]


def test_a_missing_folder_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed) as failed:
        write(small_plan(), tmp_path / "nowhere")
    assert failed.value.code is Trouble.FOLDER_GONE


def test_a_folder_in_the_way_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").mkdir()
    with pytest.raises(SaveFailed):
        write(small_plan(), tmp_path)
    assert [path.name for path in tmp_path.iterdir() if "planner-home" not in path.name] == ["plan.xlsx"]


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.DISK_FULL),
        (errno.EACCES, Trouble.NO_PERMISSION),
        (errno.EROFS, Trouble.DISK_READ_ONLY),
        (errno.EBUSY, Trouble.IN_USE),
        (errno.ENAMETOOLONG, Trouble.NAME_TOO_LONG),
        (errno.EIO, Trouble.NOT_WRITTEN),
    ],
)
def test_the_old_file_stays_whole_when_the_new_one_fails(
    number: int, trouble: Trouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_text("old")

    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SaveFailed) as failed:
        replace_file(target, b"new")
    assert failed.value.code is trouble
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["plan.xlsx"]


def test_a_file_open_in_excel_is_said_to_be_in_use() -> None:
    error = OSError(errno.EACCES, "sharing violation")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert save_failed(error).code is Trouble.IN_USE


@pytest.mark.skipif(os.name == "nt", reason="the system's own rules for file names")
def test_the_longest_file_name_can_be_written(tmp_path: Path) -> None:
    name = "n" * 250 + ".xlsx"
    assert export_workbook(small_plan(), tmp_path / name, CHINESE, PRESETS, everything()).path.exists()


def test_a_longer_file_name_is_said_to_be_too_long(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed) as failed:
        export_workbook(small_plan(), tmp_path / ("n" * 300 + ".xlsx"), CHINESE, PRESETS, everything())
    assert failed.value.code is Trouble.NAME_TOO_LONG
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
