"""Files that are damaged, foreign or made to do harm are refused, never read as something else."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from planner.app.document import Content
from planner.app.plan_store import Finding, OpenFailed, Trouble
from planner.domain.items import Link, Measure, Milestone
from planner.domain.plan import Plan
from planner.storage import seal
from planner.storage.plan_file import PlanFile
from planner.storage.reading import decode, salvage
from planner.storage.schema import CURRENT
from planner.storage.writing import encode

FLIPS = int(os.environ.get("PLANNER_FLIPS", "60"))


def failure(path: Path, files: PlanFile) -> OpenFailed:
    with pytest.raises(OpenFailed) as caught:
        files.read(path)
    return caught.value


def edit_outside(path: Path, *statements: str) -> None:
    """Change a plan as another program would."""
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def resealed(path: Path) -> None:
    """Give a file that was changed outside a seal that fits, as somebody could on purpose."""
    with closing(sqlite3.connect(path)) as database:
        mark = database.execute("SELECT value FROM meta WHERE key = 'seal'").fetchone()[0]
    path.write_bytes(seal.seal(path.read_bytes(), mark)[0])


def test_every_flipped_bit_is_found(content: Content) -> None:
    data, _ = encode(content, CURRENT, "0.1.0")
    random = Random(20260301)
    header = [(place, bit) for place in range(100) for bit in range(8)]
    anywhere = [(random.randrange(len(data)), random.randrange(8)) for _ in range(FLIPS)]
    for place, bit in header + anywhere:
        damaged = bytearray(data)
        damaged[place] ^= 1 << bit
        with pytest.raises(OpenFailed):
            decode(bytes(damaged), CURRENT)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Trouble.NOT_A_PLAN),
        (b"hello", Trouble.NOT_A_PLAN),
        (b"PK\x03\x04" + bytes(200), Trouble.NOT_A_PLAN),
        (b"SQLite format 3\x00", Trouble.NOT_A_PLAN),
        (b"SQLite format 3\x00" + bytes(500), Trouble.NOT_A_PLAN),
        (b"SQLite format 3\x00" + Random(1).randbytes(8192), Trouble.NOT_A_PLAN),
    ],
    ids=["empty", "text", "zip", "header only", "header and zeros", "header and junk"],
)
def test_what_is_no_plan_is_refused(data: bytes, code: Trouble, files: PlanFile, tmp_path: Path) -> None:
    path = tmp_path / "x.plan"
    path.write_bytes(data)
    assert failure(path, files).code is code


def test_another_programs_database_is_no_plan(files: PlanFile, tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    edit_outside(path, "CREATE TABLE places (id INTEGER)")
    assert failure(path, files).code is Trouble.NOT_A_PLAN


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_is_damaged(share: float, files: PlanFile, plan_path: Path) -> None:
    data = plan_path.read_bytes()
    plan_path.write_bytes(data[: int(len(data) * share)])
    assert failure(plan_path, files).code is Trouble.DAMAGED


def test_a_missing_file_a_folder_and_a_file_too_large(files: PlanFile, plan_path: Path) -> None:
    assert failure(plan_path.with_name("none.plan"), files).code is Trouble.MISSING
    assert failure(plan_path.parent, files).code is Trouble.NOT_READABLE
    small = replace(files, max_size=1000)
    assert failure(plan_path, small).details == {"limit": "1000"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among files")
def test_a_pipe_is_not_waited_for(files: PlanFile, tmp_path: Path) -> None:
    path = tmp_path / "pipe.plan"
    os.mkfifo(path)
    assert failure(path, files).code is Trouble.NOT_READABLE


def test_what_another_program_changed_is_opened_deliberately_only(files: PlanFile, plan_path: Path) -> None:
    edit_outside(plan_path, "UPDATE measures SET title = '别处改的' WHERE id = 'm1'")
    assert failure(plan_path, files).code is Trouble.SEAL_BROKEN
    stored = files.read(plan_path, accept_broken_seal=True)
    assert stored.content.plan.get("m1", Measure).title == "别处改的"
    assert files.write(plan_path, stored.content, stored.stamp)
    assert files.read(plan_path).content == stored.content


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE measures SET status = 'fine' WHERE id = 'm1'", Finding.BAD_VALUE),
        ("UPDATE measures SET title = x'00' WHERE id = 'm1'", Finding.BAD_VALUE),
        ("UPDATE links SET reading = 2 WHERE id = 'k1'", Finding.BAD_VALUE),
        ("UPDATE units SET aliases = '{}' WHERE id = 'u1'", Finding.BAD_VALUE),
        ("UPDATE measures SET id = 'm2' WHERE id = 'm1'", Finding.DUPLICATE_ID),
        ("UPDATE measures SET id = 'u1' WHERE id = 'm2'", Finding.DUPLICATE_ID),
        ("UPDATE measures SET parent = 'm1b' WHERE id = 'm1'", Finding.WRONG_PLACE),
        ("UPDATE milestones SET parent = 'u1'", Finding.WRONG_PLACE),
        ("UPDATE framework SET parent = 'component-1' WHERE id = 'layer-2'", Finding.WRONG_PLACE),
        ("UPDATE links SET target = 'm1' WHERE id = 'k1'", Finding.DANGLING),
        ("DELETE FROM units WHERE id = 'u1'", Finding.DANGLING),
        ('DELETE FROM "plan"', Finding.NO_HEAD),
        ("INSERT INTO history VALUES (-1, '')", Finding.HISTORY),
        ("UPDATE meta SET value = '../../etc' WHERE key = 'plan_id'", Finding.IDENTITY),
    ],
)
@pytest.mark.parametrize("seal_it", [False, True], ids=["seal broken", "sealed on purpose"])
def test_unsound_content_is_found(
    statement: str, finding: Finding, *, seal_it: bool, files: PlanFile, plan_path: Path
) -> None:
    edit_outside(plan_path, statement)
    if seal_it:
        resealed(plan_path)
    found = failure(plan_path, files)
    assert found.code is Trouble.DAMAGED
    assert finding in {each.code for each in found.findings}
    with pytest.raises(OpenFailed):
        files.read(plan_path, accept_broken_seal=True)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER harm AFTER INSERT ON history BEGIN DELETE FROM measures; END",
        "CREATE VIEW harm AS SELECT * FROM measures",
        "CREATE TABLE more (x)",
        "CREATE INDEX harm ON measures (title)",
        "ALTER TABLE measures ADD COLUMN more TEXT",
        "DROP TABLE history",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(statement: str, files: PlanFile, plan_path: Path) -> None:
    edit_outside(plan_path, statement)
    resealed(plan_path)
    assert failure(plan_path, files).code is Trouble.DAMAGED


def test_salvage_keeps_what_can_be_read(files: PlanFile, plan_path: Path, content: Content) -> None:
    edit_outside(
        plan_path,
        "UPDATE measures SET status = 'fine', parent = 'nowhere' WHERE id = 'm3'",
        "DELETE FROM measures WHERE id = 'm1'",
        "DELETE FROM units WHERE id = 'u2'",
        'DELETE FROM "plan"',
    )
    before = plan_path.read_bytes()
    salvaged = files.salvage(plan_path, "another")
    plan = salvaged.content.plan
    assert salvaged.content.plan_id == content.plan_id
    assert (plan.get("m3", Measure).status, plan.get("m3", Measure).parent) == ("not_started", "")
    assert plan.get("m1a", Measure).parent == ""
    assert not plan.of(Milestone)
    assert set(plan.of(Link)) == {"k4"}
    assert {Finding.BAD_VALUE, Finding.WRONG_PLACE, Finding.NO_HEAD} <= {
        each.code for each in salvaged.findings
    }
    assert plan_path.read_bytes() == before


def test_salvage_reads_the_pages_that_are_whole(content: Content) -> None:
    many = [Measure(f"x{number:04}", "", f"{number:04}", title="举措" * 20) for number in range(2000)]
    whole = replace(content, plan=Plan([*content.plan.items(), *many]))
    data, _ = encode(whole, CURRENT, "0.1.0")
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = bytes(4096)
    with pytest.raises(OpenFailed) as caught:
        decode(bytes(data), CURRENT)
    assert caught.value.code is Trouble.DAMAGED
    salvaged = salvage(bytes(data), CURRENT, "another").content
    kept = salvaged.plan.of(Measure)
    assert len(kept) > 500
    assert all(kept[item_id] == whole.plan[item_id] for item_id in kept if item_id.startswith("x"))


def test_slow_queries_are_broken_off(monkeypatch: pytest.MonkeyPatch, content: Content) -> None:
    from planner.storage import guards

    monkeypatch.setattr(guards, "_SECONDS", -(10.0**6))
    monkeypatch.setattr(guards, "_STEPS", 1)
    data, _ = encode(content, CURRENT, "0.1.0")
    with pytest.raises(OpenFailed):
        decode(bytes(data), CURRENT)


def test_nothing_can_be_attached_or_written(content: Content, tmp_path: Path) -> None:
    from planner.storage.guards import guarded

    data, _ = encode(content, CURRENT, "0.1.0")
    refused: list[Callable[[sqlite3.Connection], object]] = [
        lambda database: database.execute(f"ATTACH '{tmp_path / 'other.db'}' AS other"),
        lambda database: database.execute("DELETE FROM measures"),
        lambda database: database.execute("SELECT load_extension('x')"),
        lambda database: database.execute("PRAGMA writable_schema = ON"),
    ]
    with guarded(bytes(data)) as database:
        for attempt in refused:
            with pytest.raises(sqlite3.DatabaseError):
                attempt(database)
