"""What the deadlines of a plan mean, kept true edit by edit. Only the facts of the checks import it."""

from datetime import date

from planner.app.derived import Derived
from planner.domain.deadlines import Deadline, DeadlineKind
from planner.domain.items import Adjustment, Item, Measure, Milestone, PlanHead
from planner.domain.plan import Plan


class Dues:
    """Holds by id the deadline in force of each measure and milestone, and its last day if it has one."""

    def __init__(self, plan: Plan, derived: Derived) -> None:
        self._plan = plan
        self._derived = derived
        self._read: dict[tuple[str, str], Deadline] = {}
        self.deadlines: dict[str, Deadline] = {}
        self.ends: dict[str, date] = {}
        self._note_all()

    def update(self, item: Item) -> None:
        """Look again at an item that changed or is gone, at its owner, and at the milestones of both."""
        if isinstance(item, PlanHead):
            self._read.clear()
            self._note_all()
        elif isinstance(item, Measure):
            self._update_measure(item.id)
        elif isinstance(item, Milestone | Adjustment):
            self._forget(item.id)
            self._update_measure(item.parent)

    def _update_measure(self, item_id: str) -> None:
        measure = self._plan.find(item_id)
        self._forget(item_id)
        if isinstance(measure, Measure):
            self._note(measure.id, measure, self._derived.due_words(measure))
            for milestone in self._plan.children(item_id, Milestone):
                self._note(milestone.id, measure, milestone.due)

    def _note_all(self) -> None:
        self.deadlines.clear()
        self.ends.clear()
        measures, adjusted = self._plan.of(Measure), self._plan.parents_of(Adjustment)
        for item_id, measure in measures.items():
            words = self._derived.due_words(measure) if item_id in adjusted else measure.due
            self._note(item_id, measure, words)
        for item_id, milestone in self._plan.of(Milestone).items():
            self._note(item_id, measures[milestone.parent], milestone.due)

    def _note(self, item_id: str, measure: Measure, words: str) -> None:
        key = (words, measure.start)
        deadline = self._read.get(key)
        if deadline is None:
            deadline = self._read[key] = self._derived.read_due(measure, words)
        self.deadlines[item_id] = deadline
        if deadline.end is not None and deadline.kind is DeadlineKind.DATE:
            self.ends[item_id] = deadline.end
        else:
            self.ends.pop(item_id, None)

    def _forget(self, item_id: str) -> None:
        self.deadlines.pop(item_id, None)
        self.ends.pop(item_id, None)
