"""P14: the memory of an open plan against the same rows as plain tuples."""

import gc
import sqlite3
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from planner.storage.plan_file import PlanFile
from planner.storage.schema import CURRENT
from tests.bench.frame import Benchmark, Row
from tests.bench.sample import make_content

_GOAL = 2.5


def run(n: int) -> Iterator[Row]:
    """What stays allocated once the plan, or the rows, are there."""
    files = PlanFile("0")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.plan"
        files.write(path, make_content(n), None)
        ours = _megabytes(lambda: files.read(path))
        reference = _megabytes(lambda: _fetch(path))
    yield Row("P14", n, ours, reference, _GOAL, unit="MB")


def _megabytes(make: Callable[[], object]) -> float:
    gc.collect()
    tracemalloc.start()
    kept = make()
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return size / 1e6


def _fetch(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        return [
            database.execute(f'SELECT * FROM "{kind.table}"').fetchall()  # noqa: S608
            for kind in CURRENT.kinds
        ]


BENCHMARK = Benchmark("P14", "memory of an open plan ÷ its rows as tuples", (100_000,), run)
