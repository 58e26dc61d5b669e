"""Whatever keeps a save from succeeding, a whole file stays and the trouble is named."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.document import Content
from planner.app.plan_store import SaveFailed, Trouble
from planner.domain.items import Measure
from planner.domain.plan import Plan
from planner.storage.durable import NotVerified, Replacer
from planner.storage.plan_file import PlanFile, save_failed

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs the limits and modes of POSIX")


class Busy:
    """A system in which a file can't be replaced the first `times` times, as while a scanner holds it."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.pauses: list[float] = []

    def replace(self, fresh: Path, path: Path) -> None:
        if len(self.pauses) < self.times:
            raise PermissionError(errno.EACCES, "held")
        fresh.replace(path)

    def busy_files(self, files: PlanFile) -> PlanFile:
        return replace(files, replacer=Replacer(self.replace, self.pauses.append))


@pytest.fixture
def changed(content: Content) -> Content:
    more = [Measure(f"x{number}", "", "Z", title="新增的举措" * 20) for number in range(500)]
    return replace(content, plan=Plan([*content.plan.items(), *more]))


def test_replacing_is_tried_again(files: PlanFile, plan_path: Path, changed: Content) -> None:
    busy = Busy(3)
    busy.busy_files(files).write(plan_path, changed, files.stamp(plan_path))
    assert files.read(plan_path).content == changed
    assert len(busy.pauses) == 3


def test_a_file_that_is_never_replaced_is_written_into(
    files: PlanFile, plan_path: Path, changed: Content
) -> None:
    identity = plan_path.stat().st_ino
    stamp = Busy(1000).busy_files(files).write(plan_path, changed, files.stamp(plan_path))
    assert plan_path.stat().st_ino == identity
    assert files.read(plan_path).content == changed
    assert files.read(plan_path).stamp == stamp
    assert [path.name for path in plan_path.parent.iterdir()] == [plan_path.name]


@posix
def test_a_copy_of_the_old_file_is_there_while_it_is_written_into(
    files: PlanFile, plan_path: Path, changed: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.storage import durable

    before = plan_path.read_bytes()
    whole: list[bytes] = []

    def torn(path: Path, data: bytes) -> None:
        whole.append(path.with_name(path.name + ".bak").read_bytes())
        path.write_bytes(data[:100] if len(whole) == 1 else data)
        if len(whole) == 1:
            raise OSError(errno.EIO, "torn")

    monkeypatch.setattr(durable, "_rewrite", torn)
    with pytest.raises(SaveFailed) as caught:
        Busy(1000).busy_files(files).write(plan_path, changed, files.stamp(plan_path))
    assert caught.value.code is Trouble.NOT_WRITTEN
    assert whole[0] == before
    assert plan_path.read_bytes() == before


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file become larger than `size` bytes, as on a disk that is almost full."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@posix
def test_without_room_the_old_file_stays(files: PlanFile, plan_path: Path, changed: Content) -> None:
    before = plan_path.read_bytes()
    with room_for(len(before)), pytest.raises(SaveFailed) as caught:
        files.write(plan_path, changed, files.stamp(plan_path))
    assert caught.value.code is Trouble.DISK_FULL
    assert plan_path.read_bytes() == before
    assert [path.name for path in plan_path.parent.iterdir()] == [plan_path.name]


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Act as a user without rights, where the tests run as one with all of them."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@posix
def test_in_a_folder_that_takes_no_files_the_old_one_stays(files: PlanFile, changed: Content) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "计划.plan"
        files.write(path, replace(changed, created="earlier"), None)
        before, stamp = path.read_bytes(), files.stamp(path)
        folder.chmod(0o555)
        with as_somebody_else(), pytest.raises(SaveFailed) as caught:
            files.write(path, changed, stamp)
        folder.chmod(0o755)
        assert caught.value.code is Trouble.NO_PERMISSION
        assert path.read_bytes() == before


def test_a_folder_that_is_gone_is_named(files: PlanFile, tmp_path: Path, changed: Content) -> None:
    with pytest.raises(SaveFailed) as caught:
        files.write(tmp_path / "gone" / "a.plan", changed, None)
    assert caught.value.code is Trouble.FOLDER_GONE


def test_what_the_disk_gives_back_is_compared(
    files: PlanFile, plan_path: Path, changed: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, stamp = plan_path.read_bytes(), files.stamp(plan_path)
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path)[:-1] + b"\xff")
    with pytest.raises(SaveFailed) as caught:
        files.write(plan_path, changed, stamp)
    monkeypatch.undo()
    assert caught.value.code is Trouble.NOT_VERIFIED
    assert isinstance(caught.value.__context__, NotVerified)
    assert plan_path.read_bytes() == before


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Trouble.DISK_FULL),
        (errno.EDQUOT, Trouble.DISK_FULL),
        (errno.EROFS, Trouble.DISK_READ_ONLY),
        (errno.EACCES, Trouble.NO_PERMISSION),
        (errno.EBUSY, Trouble.IN_USE),
        (errno.EIO, Trouble.NOT_WRITTEN),
    ],
)
def test_the_systems_errors_are_named(number: int, code: Trouble) -> None:
    assert save_failed(OSError(number, os.strerror(number))).code is code
