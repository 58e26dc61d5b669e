"""Progress reports are a series: what stood when the plan was opened is not written over.

Whoever lets a person edit items asks here first.
"""

from planner.app.document import Document
from planner.domain.changes import ChangeSet, Insert
from planner.domain.items import Item, Report


class ReportSeries:
    """Knows which reports were added while the plan was open, and so may still be filled in."""

    def __init__(self, document: Document) -> None:
        self._added: set[str] = set()
        document.subscribe(self._note)

    def may_edit(self, item: Item) -> bool:
        """Say whether an item may be changed or removed: any but a report that stood before."""
        return not isinstance(item, Report) or item.id in self._added

    def _note(self, change_set: ChangeSet) -> None:
        self._added.update(
            change.item_id
            for change in change_set.changes
            if isinstance(change, Insert) and isinstance(change.item, Report)
        )
