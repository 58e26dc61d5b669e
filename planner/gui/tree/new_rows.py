"""Which rows a change set adds, for whoever selects them afterwards."""

from planner.domain.changes import ChangeSet, Insert
from planner.domain.items import Measure, Node


def top_rows(change_set: ChangeSet) -> list[str]:
    """Return the ids of the new rows that stand under none of the others."""
    rows = [
        change.item
        for change in change_set.changes
        if isinstance(change, Insert) and isinstance(change.item, Node | Measure)
    ]
    new = {row.id for row in rows}
    return [row.id for row in rows if row.parent not in new]
