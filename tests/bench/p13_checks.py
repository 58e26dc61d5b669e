"""P13: the checks of a whole plan, and after one edit; one bare pass over the same items beside each."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle

from planner.app.checks.checker import Checker
from planner.app.commands.edit import set_field
from planner.app.derived import Derived
from planner.app.touched import touched
from planner.domain.changes import ChangeSet, apply
from planner.domain.items import Measure
from planner.domain.plan import Plan
from tests.bench.frame import Benchmark, Row, in_turn
from tests.bench.sample import make_plan

_TODAY = date(2026, 3, 1)
_WHOLE_GOAL = 150.0
_EDIT_GOAL = 5.0
_ROUNDS = 9
_TYPED = (
    ("title", "完善第{number}项机制"),
    ("due", "{number}月底前"),
    ("status", "done"),
    ("status", "in_progress"),
)


def run(n: int) -> Iterator[Row]:
    """Check all that stands in the plan; then type into one measure after another and check again."""
    plan = make_plan(n)
    ours, reference = in_turn(
        lambda: Checker(plan, Derived(plan, _TODAY)).findings, lambda: _look_at_all(plan), _ROUNDS
    )
    yield Row("P13 whole", n, ours, reference, _WHOLE_GOAL, absolute=True)
    desk = _Desk(plan)
    ours, reference = in_turn(desk.check_edit, desk.bare_edit, 40 * len(_TYPED))
    yield Row("P13 edit", n, ours, reference, _EDIT_GOAL, absolute=True)


def _look_at_all(plan: Plan) -> int:
    return sum(1 for item in plan.items() if item.parent and item.id)


class _Desk:
    """A checked plan in which one measure after another is edited."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._derived = Derived(plan, _TODAY)
        self._checker = Checker(plan, self._derived)
        self._measures = cycle(list(plan.of(Measure)))
        self._typed = cycle(_TYPED)
        self._number = 0

    def check_edit(self) -> None:
        """Check again what an edit can affect; the edit itself is not ours to count, yet small beside it."""
        change_set = self._edit()
        change = touched(self._plan, change_set)
        self._derived.forget(change.rows)
        self._checker.update(change_set)
        len(self._checker.findings)

    def bare_edit(self) -> None:
        self._edit()

    def _edit(self) -> ChangeSet:
        self._number += 1
        key, text = next(self._typed)
        text = text.format(number=self._number % 12 + 1)
        change_set = set_field(self._plan, next(self._measures), key, text, _TODAY)
        apply(self._plan, change_set.changes)
        return change_set


BENCHMARK = Benchmark("P13", "checks of the whole plan, and after one edit", (10_000,), run)
