"""P1: the first window painted, against a bare PySide6 main window; each in a process of its own."""

from collections.abc import Iterator

from tests.bench.frame import Benchmark, Row
from tests.bench.windows import BARE_WINDOW, FIRST_WINDOW, in_turn_as_processes

ROUNDS = 15
GOAL = 1.9


def run(n: int) -> Iterator[Row]:
    """From the start of the process to the end of the first painting."""
    ours, reference = in_turn_as_processes((FIRST_WINDOW,), (BARE_WINDOW,), ROUNDS)
    yield Row("P1", n, ours, reference, GOAL)


BENCHMARK = Benchmark("P1", "first window painted ÷ bare PySide6 window", (0,), run)
