"""P3: opening a plan file against fetching the rows of the same tables."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from planner.storage.plan_file import PlanFile
from planner.storage.schema import CURRENT
from tests.bench.frame import Benchmark, Row, in_turn
from tests.bench.sample import make_content

_GOALS = {10_000: 2.0, 100_000: 2.2}
_TABLES = ("meta", *(kind.table for kind in CURRENT.kinds), "history")


def run(n: int) -> Iterator[Row]:
    """Load: read, seal checked, soundness checked, plan built with its index of children."""
    files = PlanFile("0")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "load.plan"
        files.write(path, make_content(n), None)
        ours, reference = in_turn(lambda: files.read(path), lambda: _fetch(path), 9 if n <= 10_000 else 5)
    yield Row("P3", n, ours, reference, _GOALS[n])


def _fetch(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        return [database.execute(f'SELECT * FROM "{table}"').fetchall() for table in _TABLES]  # noqa: S608


BENCHMARK = Benchmark("P3", "load a plan file ÷ fetch its tables", tuple(_GOALS), run)
