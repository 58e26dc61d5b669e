"""Random edits through the real commands, for tests that need many: property, crash and performance tests."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

from planner.app.commands import edit, structure
from planner.app.document import Document
from planner.domain.changes import ChangeSet
from planner.domain.errors import Refused
from planner.domain.items import Measure, Milestone, Node
from planner.domain.plan import Plan

TODAY = date(2026, 3, 1)


class StandingClock:
    """A clock that stands still."""

    def today(self) -> date:
        return TODAY

    def now(self) -> datetime:
        return datetime(2026, 3, 1, 8, tzinfo=UTC)


def apply_random_edit(document: Document, random: Random) -> None:
    """Apply one edit that the plan takes, and now and then an undo or a redo."""
    while True:
        step = random.random()
        if step < 0.1 and document.history.next_undo:
            return document.undo()
        if step < 0.15 and document.history.next_redo:
            return document.redo()
        try:
            change_set = _choose(document, random)
        except Refused:
            continue
        if change_set:
            return document.apply(change_set)


def _choose(document: Document, random: Random) -> ChangeSet:
    plan = document.plan
    measures = list(plan.of(Measure))
    if not measures:
        return structure.add(plan, Measure, _some_spot(plan, random), document.new_id)
    chosen = random.choice(measures)
    makers: list[Callable[[], ChangeSet]] = [
        lambda: structure.add(plan, Measure, _some_spot(plan, random), document.new_id),
        lambda: structure.add(plan, Milestone, structure.Spot(chosen), document.new_id),
        lambda: edit.set_field(plan, chosen, "title", f"举措{random.random()}", TODAY),
        lambda: edit.set_field(plan, chosen, "status", random.choice(("in_progress", "done")), TODAY),
        lambda: edit.set_field(plan, chosen, "weight", random.choice((None, 1, 2.5)), TODAY),
        lambda: edit.set_names(
            plan, chosen, "lead", random.choice(("市科委", "市教委、市财政局")), document.new_id
        ),
        lambda: structure.indent(plan, [chosen]),
        lambda: structure.outdent(plan, [chosen]),
        lambda: structure.move_by(plan, [chosen], random.choice((-1, 1))),
        lambda: structure.remove(plan, [chosen] if len(measures) > 8 else []),
    ]
    return random.choice(makers)()


def _some_spot(plan: Plan, random: Random) -> structure.Spot:
    """Return a place in which a measure may stand."""
    parent = random.choice(["", *plan.of(Node), *plan.of(Measure)])
    return structure.Spot(parent, first=random.random() < 0.5)
