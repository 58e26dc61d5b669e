"""Files of an older format: kept as they are, then read as if they were of this one."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.document import Content
from planner.app.plan_store import OpenFailed, Trouble
from planner.app.ports import Folders
from planner.domain.fields import Kind
from planner.domain.items import Measure
from planner.storage.plan_file import PlanFile
from planner.storage.schema import CURRENT, Format, Migration
from planner.storage.store import FileStore
from tests.edits import StandingClock
from tests.plans import counting_ids


def without(kind: Kind, *keys: str) -> Kind:
    """Return a kind as it was before some fields were added."""
    left: Mapping[str, object] = {key: spec for key, spec in kind.by_key.items() if key not in keys}
    return replace(kind, by_key=left)


OLD = Format(
    0, tuple(without(kind, "weight", "phone") if kind.cls is Measure else kind for kind in CURRENT.kinds)
)
NEW = Format(
    1,
    CURRENT.kinds,
    {
        0: Migration(
            OLD.fingerprint,
            (
                "ALTER TABLE measures ADD COLUMN phone TEXT NOT NULL DEFAULT ''",
                "ALTER TABLE measures ADD COLUMN weight NUMERIC",
            ),
        )
    },
)


@pytest.fixture
def old_path(tmp_path: Path, content: Content) -> Path:
    path = tmp_path / "old.plan"
    PlanFile("0.0.9", OLD).write(path, content, None)
    return path


def test_an_older_file_is_kept_and_read(old_path: Path, folders: Folders, content: Content) -> None:
    before = old_path.read_bytes()
    store = FileStore(PlanFile("0.1.0", NEW), folders, StandingClock(), str, counting_ids())
    stored = store.read(old_path)
    assert stored.content == content
    assert stored.migrated_from == 0
    assert old_path.read_bytes() == before
    kept = list((folders.state / "backups").rglob("*.plan"))
    assert [copy.read_bytes() for copy in kept] == [before]

    store.read(old_path)
    assert list((folders.state / "backups").rglob("*.plan")) == kept

    store.write(old_path, stored.content, stored.stamp)
    assert store.read(old_path).migrated_from is None


def test_an_older_file_must_have_exactly_the_tables_of_its_version(old_path: Path) -> None:
    other = replace(NEW, migrations={0: Migration("0" * 64, ())})
    with pytest.raises(OpenFailed) as caught:
        PlanFile("0.1.0", other).read(old_path)
    assert caught.value.code is Trouble.DAMAGED


def test_a_version_without_a_way_here_is_refused(old_path: Path) -> None:
    with pytest.raises(OpenFailed) as caught:
        PlanFile("0.1.0", replace(NEW, migrations={})).read(old_path)
    assert caught.value.code is Trouble.NOT_A_PLAN
