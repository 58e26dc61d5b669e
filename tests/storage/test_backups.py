"""Copies before something that may be regretted: the newest ten, and the newest that can be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.document import Content
from planner.app.plan_store import OpenFailed, Trouble
from planner.storage.plan_file import PlanFile
from planner.storage.store import FileStore


def save_another(files: PlanFile, path: Path, content: Content, number: int) -> bytes:
    files.write(path, replace(content, created=str(number)), files.stamp(path))
    return path.read_bytes()


def test_ten_are_kept(store: FileStore, files: PlanFile, plan_path: Path, content: Content) -> None:
    states = []
    for number in range(13):
        states.append(save_another(files, plan_path, content, number))
        store.backup(plan_path, content.plan_id, "import")
    newest = store.newest_backup(content.plan_id)
    assert newest is not None
    copies = sorted(newest.parent.iterdir())
    assert [copy.read_bytes() for copy in copies] == states[-10:]
    assert newest == copies[-1]


def test_the_same_state_is_kept_once(store: FileStore, plan_path: Path, content: Content) -> None:
    assert store.backup(plan_path, content.plan_id, "a") == store.backup(plan_path, content.plan_id, "b")


def test_a_damaged_copy_is_passed_over(
    store: FileStore, files: PlanFile, plan_path: Path, content: Content
) -> None:
    good = store.backup(plan_path, content.plan_id, "import")
    save_another(files, plan_path, content, 1)
    store.backup(plan_path, content.plan_id, "import").write_bytes(b"damaged")
    assert store.newest_backup(content.plan_id) == good
    assert store.newest_backup("another") is None


def test_a_damaged_plan_names_its_newest_good_copy(
    store: FileStore, plan_path: Path, content: Content
) -> None:
    good = store.backup(plan_path, content.plan_id, "import")
    data = bytearray(plan_path.read_bytes())
    place = data.find("修订条例".encode())
    data[place] ^= 0xFF
    plan_path.write_bytes(data)
    with pytest.raises(OpenFailed) as caught:
        store.read(plan_path)
    assert caught.value.code is Trouble.DAMAGED
    assert caught.value.details["backup"] == str(good)
