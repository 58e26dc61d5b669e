"""P2: opening a plan, from the start of the process to the painted tree, against a bare PySide6 window."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from planner.storage.plan_file import PlanFile
from tests.bench.frame import Benchmark, Row
from tests.bench.sample import make_content
from tests.bench.windows import BARE_WINDOW, PAINTED_TREE, in_turn_as_processes

_GOALS = {10_000: 2.6, 100_000: 8.0}


def run(n: int) -> Iterator[Row]:
    """The plan is given as the program's argument."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "open.plan"
        PlanFile("0").write(path, make_content(n), None)
        ours, reference = in_turn_as_processes(
            (PAINTED_TREE, str(path)), (BARE_WINDOW,), 11 if n <= 10_000 else 5
        )
    yield Row("P2", n, ours, reference, _GOALS[n])


BENCHMARK = Benchmark("P2", "start to painted tree ÷ bare PySide6 window", tuple(_GOALS), run)
