"""P5: a key in the filter box until the rows are painted."""

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from tests.bench.frame import Benchmark, Row
from tests.bench.trees import bare_table, open_tree, painted_times, show

_GOALS = {10_000: 25.0, 100_000: 150.0}
_ROUNDS = 5
_KEYS = ("推", "推进", "推", "", "外", "外资", "外资研", "", "管", "", "1", "1.", "", "三", "三季", "")


def run(n: int) -> Iterator[Row]:
    """Each text that the box holds on the way of typing and deleting a few words; the slowest counts."""
    with open_tree(n) as view:
        table = bare_table(view)
        show(table)
        while view.tree_model.search.prepare(n):
            pass
        ours, reference = _slowest_key(view.set_filter), _slowest_key(table.filter_rows)
    yield Row("P5", n, ours, reference, _GOALS[n], absolute=True)


def _slowest_key(set_filter: Callable[[str], None]) -> float:
    """Return the median milliseconds of the slowest key, over some rounds after one that does not count."""
    jobs = [partial(set_filter, text) for text in _KEYS]
    rounds = [painted_times(jobs) for _ in range(_ROUNDS + 1)][1:]
    return max(median(times) for times in zip(*rounds, strict=True))


BENCHMARK = Benchmark("P5", "a key in the filter box, painted; the slowest", tuple(_GOALS), run)
