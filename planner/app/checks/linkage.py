"""The links of a plan from both ends, kept true edit by edit. Only the facts of the checks import it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from planner.domain.items import Link, Measure
from planner.domain.plan import Plan

Roles = Mapping[str, tuple[str, ...]]
"""The ids of the units of an item by their role, in their order."""


class Linkage:
    """Finds links by owner and by target.

    `roles` holds, by owner, the units of all items that have any.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known = dict(plan.of(Link))
        self._from: defaultdict[str, list[Link]] = defaultdict(list)
        self._to: defaultdict[str, dict[str, Link]] = defaultdict(dict)
        self.roles: dict[str, Roles] = {}
        for link in plan.in_order(Link):
            self._from[link.parent].append(link)
            self._to[link.target][link.id] = link
        for owner, links in self._from.items():
            self._note_roles(owner, links)

    def of(self, owner: str) -> Sequence[Link]:
        """Return the links of an item, in their order."""
        return self._from.get(owner, ())

    def to(self, target: str) -> Collection[Link]:
        """Return the links that lead to an item, in no particular order."""
        return self._to[target].values() if target in self._to else ()

    def orders(self) -> list[tuple[str, str]]:
        """Return which measure waits for which other, sorted."""
        waited_for = self._to.keys() & self._plan.of(Measure).keys()
        return sorted((link.parent, target) for target in waited_for for link in self._to[target].values())

    def update(self, link_id: str) -> None:
        """Index a link as it is now, and no longer as it was."""
        old, new = self._known.pop(link_id, None), self._plan.find(link_id)
        if old is not None:
            del self._to[old.target][link_id]
        if isinstance(new, Link):
            self._known[link_id] = new
            self._to[new.target][link_id] = new
        for link in (old, new):
            if isinstance(link, Link):
                links = self._from[link.parent] = self._plan.children(link.parent, Link)
                self._note_roles(link.parent, links)

    def _note_roles(self, owner: str, links: Sequence[Link]) -> None:
        roles: dict[str, tuple[str, ...]] = {}
        for link in links:
            role = link.role
            if role and link.relation == "unit":
                roles[role] = (*roles[role], link.target) if role in roles else (link.target,)
        if roles:
            self.roles[owner] = roles
        else:
            self.roles.pop(owner, None)
