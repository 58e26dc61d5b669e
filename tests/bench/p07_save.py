"""P7: saving a plan file against writing the same rows into a database file."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from planner.domain.plan import Plan
from planner.storage.plan_file import PlanFile
from planner.storage.schema import CURRENT, columns, insert, rows
from tests.bench.frame import Benchmark, Row, in_turn
from tests.bench.sample import make_content

_GOALS = {10_000: 1.2, 100_000: 1.5}


def run(n: int) -> Iterator[Row]:
    """Save: found unchanged on disk, built, sealed, written, read back, replaced, folder synced."""
    files = PlanFile("0")
    content = make_content(n)
    ready = _tables(content.plan)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "save.plan"
        stamp = files.write(path, content, None)

        def save() -> None:
            files.write(path, content, stamp)

        raw = Path(folder) / "raw.db"
        ours, reference = in_turn(save, lambda: _insert(raw, ready), 9 if n <= 10_000 else 5)
    yield Row("P7", n, ours, reference, _GOALS[n])


def _tables(plan: Plan) -> list[tuple[str, list[tuple[object, ...]]]]:
    return [
        (insert(kind.table, len(columns(kind))), [tuple(row) for row in rows(kind, plan.in_order(kind.cls))])
        for kind in CURRENT.kinds
    ]


def _insert(path: Path, ready: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        for statement in CURRENT.statements:
            database.execute(statement)
        for statement, values in ready:
            database.executemany(statement, values)
        database.commit()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


BENCHMARK = Benchmark("P7", "save a plan file ÷ insert its rows into a file", tuple(_GOALS), run)
