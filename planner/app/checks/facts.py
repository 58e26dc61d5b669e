"""What many rules ask of a plan, answered once: links both ways, deadlines read, what is open.

Only the rules and the checker import it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from planner.app.checks.dues import Dues
from planner.app.checks.linkage import Linkage, Roles
from planner.app.checks.namesakes import Namesakes
from planner.app.derived import Derived
from planner.domain.changes import Change, Insert, Remove
from planner.domain.deadlines import Deadline
from planner.domain.items import ROOT, Facet, Link, Measure, Term
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan

CAUSES = "causes"
"""The key of the facet whose terms are the causes that measures answer."""


class Facts:
    """Answers about one plan, kept true by `refresh` after each change.

    `roles` holds the units of each item by role, `deadlines` the deadline in force of each measure and
    milestone, and `ends` the day by which it is to be done, where its deadline is a day.
    """

    def __init__(self, plan: Plan, derived: Derived, limit_of: Callable[[str], float]) -> None:
        self.plan = plan
        self.derived = derived
        self.limit_of = limit_of
        self.namesakes = Namesakes(plan)
        self._linkage = Linkage(plan)
        self._dues = Dues(plan, derived)
        self.roles: Mapping[str, Roles] = self._linkage.roles
        self.deadlines: Mapping[str, Deadline] = self._dues.deadlines
        self.ends: Mapping[str, date] = self._dues.ends

    @property
    def today(self) -> date:
        """The day by which the plan is judged."""
        return self.derived.today

    @property
    def measures(self) -> Mapping[str, Measure]:
        """All measures by id; one whose parent is among them is a part of another."""
        return self.plan.of(Measure)

    def refresh(self, changes: Iterable[Change]) -> set[str]:
        """Look again at what changes, just applied, made untrue; return measures whose namesakes changed."""
        for change in changes:
            item = change.item if isinstance(change, Insert | Remove) else self.plan.find(change.item_id)
            if isinstance(item, Link):
                self._linkage.update(item.id)
            elif item is not None:
                self._dues.update(item)
        return self.namesakes.update(change.item_id for change in changes)

    def links(self, owner: str) -> Sequence[Link]:
        """Return the links of an item, in their order."""
        return self._linkage.of(owner)

    def links_to(self, target: str) -> Collection[Link]:
        """Return the links that lead to an item, in no particular order."""
        return self._linkage.to(target)

    def orders(self) -> list[tuple[str, str]]:
        """Return which measure waits for which other, sorted."""
        return self._linkage.orders()

    def begin(self, measure: Measure) -> date | None:
        """Return the first day of a measure's own period."""
        return first_day(measure.start) if measure.start else self.deadlines[measure.id].start

    def plan_span(self) -> tuple[date | None, date | None]:
        """Return the first and the last day of the plan, as far as it gives them."""
        head = self.plan.head
        return (
            first_day(head.start) if head.start else None,
            last_day(head.end) if head.end else None,
        )

    def facet_terms(self, key: str) -> dict[str, Term]:
        """Return the terms of the facets of one key, on both levels, by id."""
        found: dict[str, Term] = {}
        for facet in self.plan.children(ROOT, Facet):
            if facet.key == key:
                for term in self.plan.children(facet.id, Term):
                    found[term.id] = term
                    found.update((below.id, below) for below in self.plan.children(term.id, Term))
        return found
