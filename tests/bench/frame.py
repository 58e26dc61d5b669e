"""What every benchmark is made of: sizes, rows of results, and measuring two things in turn."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Job = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One result: ours and the reference in `unit`; the goal is for the ratio or, if `absolute`, ours."""

    id: str
    n: int
    ours: float
    reference: float
    goal: float
    unit: str = "ms"
    absolute: bool = False

    @property
    def ratio(self) -> float:
        """Ours by the reference."""
        return self.ours / self.reference

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return (self.ours if self.absolute else self.ratio) <= self.goal


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One goal: its id, what is measured, for which numbers of measures, and the function that measures."""

    id: str
    title: str
    sizes: tuple[int, ...]
    run: Callable[[int], Iterable[Row]]


def in_turn(ours: Job, reference: Job, rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of two jobs that are run in turn, after one round that doesn't count."""
    times: tuple[list[float], list[float]] = ([], [])
    for round_number in range(rounds + 1):
        for job, taken in zip((ours, reference), times, strict=True):
            gc.collect()
            began = time.perf_counter()
            result = job()
            if round_number:
                taken.append((time.perf_counter() - began) * 1000)
            del result
    return statistics.median(times[0]), statistics.median(times[1])
