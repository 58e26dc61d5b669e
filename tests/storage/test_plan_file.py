"""What is written is read, and another program can read the tables."""

import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from planner.app.document import Content
from planner.app.plan_store import ChangedOnDisk, OpenFailed, SaveFailed, Trouble
from planner.domain.fields import FieldType, Kind
from planner.domain.items import KINDS, ROOT
from planner.domain.plan import Plan
from planner.storage.plan_file import PlanFile
from planner.storage.reading import decode
from planner.storage.schema import CURRENT, Format
from planner.storage.writing import encode
from tests.plans import small_plan
from tests.strategies import contents


@given(contents())
def test_content_survives_the_file(content: Content) -> None:
    data, digest = encode(content, CURRENT, "0.1.0")
    decoded = decode(bytes(data), CURRENT)
    assert decoded.content == content
    assert decoded.digest == digest
    for kind in KINDS.values():
        assert decoded.content.plan.in_order(kind.cls) == content.plan.in_order(kind.cls)


def test_every_field_filled_survives_the_file(content: Content) -> None:
    filled = [
        kind.cls(f"filled-{kind.key}", "", "A", **_own_texts(kind))
        for kind in KINDS.values()
        if ROOT in kind.under
    ]
    plan = Plan([*content.plan.items(), *filled])
    data, _ = encode(replace(content, plan=plan), CURRENT, "0.1.0")
    assert decode(bytes(data), CURRENT).content.plan == plan


def _own_texts(kind: Kind) -> dict[str, str]:
    free = [spec for spec in kind.stored if spec.accepts("任意文字") and spec.type is not FieldType.REFERENCE]
    return {spec.key: f"{spec.key} 的值" for spec in free}


def test_the_tables_are_plain_to_another_program(plan_path: Path) -> None:
    with closing(sqlite3.connect(plan_path)) as database:
        rows = database.execute("SELECT title, due FROM measures WHERE parent = 'component-1' ORDER BY rank")
        assert rows.fetchall() == [("修订条例", "2025年底前"), ("优化服务", "每季度")]
        assert database.execute("SELECT short_names FROM units WHERE id = 'u1'").fetchone() == ('["市科委"]',)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_same_content_makes_the_same_bytes(content: Content) -> None:
    assert encode(content, CURRENT, "0.1.0") == encode(content, CURRENT, "0.1.0")


def test_saving_leaves_nothing_beside_the_file(files: PlanFile, plan_path: Path, content: Content) -> None:
    files.write(plan_path, content, files.stamp(plan_path))
    assert [path.name for path in plan_path.parent.iterdir()] == [plan_path.name]


def test_leftovers_of_dead_saves_are_removed(files: PlanFile, plan_path: Path, content: Content) -> None:
    names: list[Path] = []

    def die(fresh: Path, _path: Path) -> None:
        names.append(fresh)
        raise KeyboardInterrupt

    dying = replace(files, replacer=replace(files.replacer, replace=die))
    with pytest.raises(KeyboardInterrupt):
        dying.write(plan_path, content, files.stamp(plan_path))
    own = names[0].name
    dead = plan_path.with_name(own.rpartition("-")[0] + "-999999999.tmp")
    dead.write_bytes(b"half")
    foreign = plan_path.with_name(own.rpartition("-")[0] + "elsewhere-999999999.tmp")
    foreign.write_bytes(b"half")
    files.write(plan_path, content, files.stamp(plan_path))
    assert not dead.exists()
    assert foreign.exists()


def test_a_file_changed_on_disk_is_not_overwritten(
    files: PlanFile, plan_path: Path, content: Content
) -> None:
    stamp = files.stamp(plan_path)
    other = replace(content, plan=small_plan(), created="2026-03-02")
    files.write(plan_path, other, stamp)
    theirs = plan_path.read_bytes()
    with pytest.raises(ChangedOnDisk):
        files.write(plan_path, content, stamp)
    assert plan_path.read_bytes() == theirs


def test_a_file_touched_but_not_changed_is_replaced(
    files: PlanFile, plan_path: Path, content: Content
) -> None:
    stamp = files.stamp(plan_path)
    data = plan_path.read_bytes()
    plan_path.unlink()
    plan_path.write_bytes(data)
    assert files.write(plan_path, content, stamp) != stamp


def test_an_existing_file_is_not_overwritten_unasked(
    files: PlanFile, plan_path: Path, content: Content
) -> None:
    with pytest.raises(SaveFailed) as caught:
        files.write(plan_path, content, None)
    assert caught.value.code is Trouble.EXISTS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_mode_of_the_file_is_kept(files: PlanFile, plan_path: Path, content: Content) -> None:
    plan_path.chmod(0o640)
    files.write(plan_path, content, files.stamp(plan_path))
    assert stat.S_IMODE(plan_path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(files: PlanFile, plan_path: Path, content: Content, tmp_path: Path) -> None:
    link = tmp_path / "link.plan"
    link.symlink_to(plan_path)
    files.write(link, replace(content, created="2026-03-02"), files.stamp(link))
    assert link.is_symlink()
    assert files.read(plan_path).content.created == "2026-03-02"


def test_a_very_long_name_is_saved(files: PlanFile, content: Content, tmp_path: Path) -> None:
    path = tmp_path / ("长" * 80 + ".plan")
    files.write(path, content, None)
    assert files.read(path).content == content


def test_a_file_of_a_newer_format_names_the_program_needed(content: Content) -> None:
    data, _ = encode(content, Format(CURRENT.version + 1, CURRENT.kinds), "2.5.0")
    with pytest.raises(OpenFailed) as caught:
        decode(bytes(data), CURRENT)
    assert (caught.value.code, caught.value.details) == (Trouble.NEWER, {"needed": "2.5.0"})
