"""Two people see each other; the lock of a dead process is no lock."""

import json
import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from planner.storage.lock import acquire, lock_file
from planner.storage.processes import Process, is_dead, this_process

NOW = "2026-03-01T08:00:00+00:00"


def set_holder(path: Path, process: Process) -> None:
    """Make the lock of a plan another process's."""
    file = lock_file(path)
    entry = json.loads(file.read_text(encoding="utf-8"))
    entry |= {"host": process.host, "pid": process.pid, "born": process.born}
    file.write_text(json.dumps(entry), encoding="utf-8")


@pytest.fixture
def dead() -> Process:
    child = multiprocessing.get_context("spawn").Process(target=int)
    child.start()
    pid = child.pid
    child.join()
    assert pid is not None
    return Process(this_process().host, pid, "")


def test_the_second_opener_learns_who_has_it(plan_path: Path) -> None:
    first = acquire(plan_path, "王芳", NOW)
    second = acquire(plan_path, "李伟", NOW)
    assert first.ours
    assert first.holder is None
    assert not second.ours
    assert second.holder is not None
    assert (second.holder.name, second.holder.since) == ("王芳", NOW)
    second.release()
    assert lock_file(plan_path).exists()
    first.release()
    assert not lock_file(plan_path).exists()


def test_the_lock_of_a_dead_process_is_cleared(plan_path: Path, dead: Process) -> None:
    acquire(plan_path, "王芳", NOW)
    set_holder(plan_path, dead)
    assert acquire(plan_path, "李伟", NOW).ours
    assert len(list(plan_path.parent.glob(".~lock*"))) == 1


def test_a_number_that_was_given_again_is_known_by_its_birth(plan_path: Path) -> None:
    here = this_process()
    if not here.born:
        pytest.skip("this system does not tell when a process was born")
    acquire(plan_path, "王芳", NOW)
    set_holder(plan_path, Process(here.host, here.pid, "another birth"))
    assert acquire(plan_path, "李伟", NOW).ours


def test_another_computers_lock_stands_until_taken_over(plan_path: Path, dead: Process) -> None:
    acquire(plan_path, "王芳", NOW)
    set_holder(plan_path, Process("elsewhere", dead.pid, ""))
    assert acquire(plan_path, "李伟", NOW).holder is not None
    taken = acquire(plan_path, "李伟", NOW, take_over=True)
    assert taken.ours
    assert json.loads(lock_file(plan_path).read_text(encoding="utf-8"))["name"] == "李伟"


def test_a_lock_taken_over_is_not_released_by_its_former_holder(plan_path: Path) -> None:
    former = acquire(plan_path, "王芳", NOW)
    acquire(plan_path, "李伟", NOW, take_over=True)
    former.release()
    assert lock_file(plan_path).exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x"}', "\x00" * 50])
def test_a_lock_that_says_nothing_still_counts(text: str, plan_path: Path) -> None:
    lock_file(plan_path).write_text(text, encoding="utf-8")
    lock = acquire(plan_path, "李伟", NOW)
    assert not lock.ours
    assert lock.holder is not None
    assert acquire(plan_path, "李伟", NOW, take_over=True).ours


def test_a_folder_that_takes_no_lock_means_reading_only(tmp_path: Path) -> None:
    lock = acquire(tmp_path / "gone" / "a.plan", "王芳", NOW)
    assert (lock.ours, lock.holder) == (False, None)


def test_a_very_long_name_can_be_locked(tmp_path: Path) -> None:
    assert acquire(tmp_path / ("长" * 82 + ".plan"), "王芳", NOW).ours


def test_this_process_lives_and_another_computers_may(dead: Process) -> None:
    assert not is_dead(this_process())
    assert is_dead(dead)
    assert not is_dead(Process("elsewhere", dead.pid, ""))


@pytest.mark.skipif(sys.platform == "win32", reason="process 1 is a habit of Unix")
def test_a_process_of_another_user_lives() -> None:
    assert not is_dead(Process(this_process().host, os.getppid(), ""))
