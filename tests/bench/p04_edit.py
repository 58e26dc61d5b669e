"""P4: an edit until it is acknowledged - applied, in the journal with fsync, painted."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from statistics import quantiles

from planner.domain.items import Measure
from planner.gui.tree.columns import PLACES
from planner.gui.tree.view import TreeView
from tests.bench.frame import Benchmark, Row
from tests.bench.trees import BareTable, bare_table, open_tree, painted_times, show

_GOALS = {10_000: {50: 16.0, 95: 33.0}, 100_000: {95: 50.0}}
_EDITS = 200
_TYPED = (
    ("title", "完善第{number}项机制"),
    ("due_now", "{year}年三季度末"),
    ("status", "in_progress"),
    ("status", "done"),
    ("lead", "第{number}局"),
)


def run(n: int) -> Iterator[Row]:
    """Type into random visible cells, the first edit after opening among them; the bare table in turn."""
    random = Random(4)
    with open_tree(n) as view:
        table = bare_table(view)
        show(table)
        visible = range(view.rowAt(view.viewport().height() - 1))
        measures = [row for row in visible if isinstance(view.tree_model.item(row), Measure)]
        ours, reference = [], []
        for number in range(_EDITS):
            row = random.choice(measures)
            ours += painted_times([_typing(view, row, number)])
            reference += painted_times([_bare_typing(table, row, number)])
    for percent, goal in _GOALS[n].items():
        place = percent - 1
        yield Row(
            f"P4 p{percent}",
            n,
            quantiles(ours, n=100)[place],
            quantiles(reference, n=100)[place],
            goal,
            absolute=True,
        )


def _typing(view: TreeView, row: int, number: int) -> Callable[[], object]:
    key, text = _TYPED[number % len(_TYPED)]
    index = view.tree_model.index(row, PLACES[key])
    return partial(view.tree_model.setData, index, text.format(number=number, year=2025 + number % 3))


def _bare_typing(table: BareTable, row: int, number: int) -> Callable[[], object]:
    return partial(table.edit_cell, row, 1 + number % 3, f"完善第{number}项机制")


BENCHMARK = Benchmark("P4", "edit acknowledged: applied, journalled, painted", tuple(_GOALS), run)
