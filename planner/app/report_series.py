"""Progress reports are a series: what stood when the plan was opened is not written over.

Whoever lets a person edit items asks here first.
"""

from planner.domain.items import Item, Report
from planner.domain.plan import Plan


class ReportSeries:
    """Knows which reports stood when it was made; those added since may still be filled in."""

    def __init__(self, plan: Plan) -> None:
        self._stood = frozenset(plan.of(Report))

    def may_edit(self, item: Item) -> bool:
        """Say whether an item may be changed or removed: any but a report that stood before."""
        return item.id not in self._stood
