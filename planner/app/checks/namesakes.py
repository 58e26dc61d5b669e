"""Which measures bear the same title, kept true edit by edit. Only the facts of the checks import it."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from planner.domain.items import ROOT, Measure
from planner.domain.plan import Plan

Key = tuple[str, str]
_NOBODY: Collection[str] = frozenset()


class Namesakes:
    """Groups measures by title, whatever its spaces and case.

    Measures that are no part of another are compared with all such, parts with those of the same measure.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._keys: dict[str, Key] = {}
        self._groups: defaultdict[Key, set[str]] = defaultdict(set)
        self.update(plan.of(Measure))

    def of(self, measure_id: str) -> Collection[str]:
        """Return the ids of all measures of the same title, this one among them; none without a title."""
        return self._groups.get(self._keys.get(measure_id, ("", "")), _NOBODY)

    def update(self, item_ids: Iterable[str]) -> set[str]:
        """Look at the titles of some items again; return the ids of all in a group that changed."""
        measures, keys, groups = self._plan.of(Measure), self._keys, self._groups
        stirred: set[str] = set()
        for item_id in item_ids:
            old = keys.pop(item_id, None)
            measure = measures.get(item_id)
            if old is not None:
                groups[old].discard(item_id)
                stirred |= groups[old]
            if measure is not None and measure.title:
                parent = measure.parent if measure.parent in measures else ROOT
                new = keys[item_id] = (parent, measure.title.replace(" ", "").casefold())
                group = groups[new]
                if group:
                    stirred |= group
                group.add(item_id)
        return stirred
