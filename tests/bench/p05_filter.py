"""P5: a key in the filter box until the rows are painted."""

from collections.abc import Iterator
from functools import partial

from tests.bench.frame import Benchmark, Row
from tests.bench.trees import bare_table, open_tree, painted_times, show

_GOALS = {10_000: 25.0, 100_000: 150.0}
_KEYS = ("推", "推进", "推", "", "外", "外资", "外资研", "", "管", "", "1", "1.", "", "三", "三季", "")


def run(n: int) -> Iterator[Row]:
    """Each text that the box holds on the way of typing and deleting a few words; the slowest counts."""
    with open_tree(n) as view:
        table = bare_table(view)
        show(table)
        while view.tree_model.search.prepare(n):
            pass
        ours = painted_times([partial(view.set_filter, text) for text in _KEYS])
        reference = painted_times([partial(table.filter_rows, text) for text in _KEYS])
    yield Row("P5", n, max(ours), max(reference), _GOALS[n], absolute=True)


BENCHMARK = Benchmark("P5", "a key in the filter box, painted; the slowest", tuple(_GOALS), run)
