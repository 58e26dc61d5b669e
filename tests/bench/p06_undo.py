"""P6: undo and redo of a paste of 1,000 rows, until the tree is painted."""

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from planner.app.commands.placing import paste_spots
from planner.app.paste.proposal import Proposal, Target
from planner.app.paste.reading import read_grid
from planner.domain.changes import ChangeSet
from planner.gui.tree.view import TreeView
from tests.bench.frame import Benchmark, Row
from tests.bench.trees import bare_table, open_tree, painted_times, show

_GOAL = 100.0
_PASTED = 1000
_ROUNDS = 5


def run(n: int) -> Iterator[Row]:
    """Undo and redo the paste in turn; the bare table loses the rows and gets them back."""
    with open_tree(n) as view:
        table = bare_table(view)
        show(table)
        document = view.bridge.document
        change_set = _paste(view)
        document.apply(change_set)
        fewer, all_rows = table.all_rows[_PASTED:], table.all_rows
        ours = _medians([document.undo, document.redo])
        reference = _medians([lambda: table.show_rows(fewer), lambda: table.show_rows(all_rows)])
    for place, name in enumerate(("undo", "redo")):
        yield Row(f"P6 {name}", n, ours[place], reference[place], _GOAL, absolute=True)


def _medians(jobs: Sequence[Callable[[], object]]) -> list[float]:
    """Return the median milliseconds of each job until it is painted, after one round that does not count."""
    rounds = [painted_times(jobs) for _ in range(_ROUNDS + 1)][1:]
    return [median(times) for times in zip(*rounds, strict=True)]


def _paste(view: TreeView) -> ChangeSet:
    """Return a paste of numbered rows with a unit and a deadline each, below the first measure."""
    heading = "序号\t举措名称\t牵头单位\t完成时限"
    rows = (
        f"{number}\t完善第{number}项机制\t第{number % 40}局\t2026年底前" for number in range(1, _PASTED + 1)
    )
    grid = read_grid("\n".join([heading, *rows]), "")
    plan, document = view.bridge.plan, view.bridge.document
    target = Target(paste_spots(plan, view.outline.rows[5].id))
    proposal = Proposal(
        plan, grid, target, view.bridge.words, new_id=document.new_id, today=document.clock.today()
    )
    return proposal.pasting(proposal.first_choice()).change_set


BENCHMARK = Benchmark("P6", "undo and redo of a paste of 1,000 rows, painted", (10_000, 100_000), run)
