"""The plan: its items and the indexes by which they are found.

A plan is changed only by `planner.domain.changes.apply`; everything else reads it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import TypeVar, cast

from planner.domain.errors import Refusal, Refused
from planner.domain.items import PLAN_ID, ROOT, Item, Link, Measure, Node, PlanHead

T = TypeVar("T", bound=Item)


class Plan:
    """All items of one plan, by id, by kind and by parent.

    Two plans are equal when they hold equal items. Lists of siblings are replaced, never changed, so that
    copies can share them.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items: dict[str, Item] = {}
        self._tables: dict[type[Item], dict[str, Item]] = {}
        self._children: dict[type[Item], dict[str, list[str]]] = {}
        self._referrers: dict[str, set[str]] | None = None
        for cls, group in groupby(items, type):
            self._tables.setdefault(cls, {}).update({item.id: item for item in group})
        for cls, table in self._tables.items():
            self._items |= table
            self._children[cls] = _children_index(table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and self._items == other._items

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, item_id: str) -> bool:
        return item_id in self._items

    def __len__(self) -> int:
        return len(self._items)

    def copy(self) -> "Plan":
        """Return an independent plan with the same items."""
        twin = Plan()
        twin._items = self._items.copy()
        twin._tables = {cls: table.copy() for cls, table in self._tables.items()}
        twin._children = {cls: index.copy() for cls, index in self._children.items()}
        return twin

    @property
    def head(self) -> PlanHead:
        """The plan item itself."""
        return cast(PlanHead, self[PLAN_ID])

    def __getitem__(self, item_id: str) -> Item:
        try:
            return self._items[item_id]
        except KeyError:
            raise Refused(Refusal.UNKNOWN_ITEM, item=item_id) from None

    def find(self, item_id: str) -> Item | None:
        """Return the item with this id, if there is one."""
        return self._items.get(item_id)

    def get(self, item_id: str, cls: type[T]) -> T:
        """Return the item with this id and class; refuses when there is none of that class."""
        item = self._items.get(item_id)
        if not isinstance(item, cls):
            raise Refused(Refusal.UNKNOWN_ITEM, item=item_id)
        return item

    def of(self, cls: type[T]) -> Mapping[str, T]:
        """Return all items of one class by id, in no particular order."""
        return cast(Mapping[str, T], self._tables.get(cls, {}))

    def items(self) -> Iterable[Item]:
        """Return all items, in no particular order."""
        return self._items.values()

    def children(self, parent: str, cls: type[T]) -> list[T]:
        """Return the items of one class directly under `parent`, in their order."""
        ids = self._children.get(cls, {}).get(parent, ())
        table = self._tables.get(cls, {})
        return [cast(T, table[item_id]) for item_id in ids]

    def child_ids(self, parent: str, cls: type[Item]) -> list[str]:
        """Return the ids of `children`; a caller must not change the list."""
        return self._children.get(cls, {}).get(parent, [])

    def in_order(self, cls: type[T]) -> list[T]:
        """Return all items of one class, siblings together and in their order."""
        table = cast(dict[str, T], self._tables.get(cls, {}))
        return [table[item_id] for siblings in self._children.get(cls, {}).values() for item_id in siblings]

    def parents_of(self, cls: type[Item]) -> Collection[str]:
        """Return the ids under which items of one class stand, `ROOT` among them."""
        return self._children.get(cls, {}).keys()

    def branches(self, parent: str) -> list[str]:
        """Return the ids of the rows of the tree directly under `parent`: framework nodes, then measures.

        A caller must not change the list.
        """
        nodes, measures = self.child_ids(parent, Node), self.child_ids(parent, Measure)
        return nodes + measures if nodes and measures else nodes or measures

    def walk(self, parent: str = ROOT) -> Iterator[str]:
        """Yield the ids of all rows of the tree under `parent`, each before its own branches."""
        pending = self.branches(parent)[::-1]
        while pending:
            item_id = pending.pop()
            yield item_id
            pending += self.branches(item_id)[::-1]

    def belongings(self, item_id: str, *, deep: bool = True) -> Iterator[Item]:
        """Yield everything of any kind under an item (directly under it, unless `deep`), parents first."""
        pending = [item_id]
        while pending:
            parent = pending.pop()
            for index in self._children.values():
                for child in index.get(parent, ()):
                    yield self._items[child]
                    if deep:
                        pending.append(child)

    def ancestors(self, item_id: str) -> Iterator[str]:
        """Yield the ids of the parent, its parent and so on up to the top."""
        parent = self[item_id].parent
        while parent != ROOT:
            yield parent
            parent = self[parent].parent

    def links(self, owner: str, relation: str, role: str | None = None) -> list[Link]:
        """Return the owner's links of one relation (and role, unless it is None), in their order."""
        return [
            link
            for link in self.children(owner, Link)
            if link.relation == relation and (role is None or link.role == role)
        ]

    def targets(self, owner: str, relation: str, role: str | None = None) -> list[str]:
        """Return the ids that the owner's links of one relation and role point at, in their order."""
        return [link.target for link in self.links(owner, relation, role)]

    def referrers(self, item_id: str) -> list[Item]:
        """Return the items whose reference fields name this one, ordered by id."""
        return [self._items[referrer] for referrer in sorted(self._references().get(item_id, ()))]

    def _references(self) -> dict[str, set[str]]:
        if self._referrers is None:
            self._referrers = {}
            for item in self._items.values():
                for target in item.references():
                    self._referrers.setdefault(target, set()).add(item.id)
        return self._referrers

    def _put(self, item: Item) -> None:
        """Add an item, or replace the one with its id."""
        old = self._items.get(item.id)
        if old is not None and (old.parent, old.rank) == (item.parent, item.rank):
            self._replace(old, item)
            return
        self._drop(item.id)
        self._items[item.id] = item
        table = self._tables.setdefault(type(item), {})
        table[item.id] = item
        index = self._children.setdefault(type(item), {})
        siblings = index.get(item.parent, [])
        place = _place(siblings, item, table)
        index[item.parent] = [*siblings[:place], item.id, *siblings[place:]]
        self._refer(item)

    def _replace(self, old: Item, item: Item) -> None:
        self._items[item.id] = self._tables[type(item)][item.id] = item
        self._unrefer(old)
        self._refer(item)

    def _drop(self, item_id: str) -> None:
        """Take an item out, if it is there."""
        item = self._items.get(item_id)
        if item is None:
            return
        table, index = self._tables[type(item)], self._children[type(item)]
        siblings = index[item.parent]
        place = _place(siblings, item, table)
        if len(siblings) > 1:
            index[item.parent] = siblings[:place] + siblings[place + 1 :]
        else:
            del index[item.parent]
        del self._items[item_id], table[item_id]
        self._unrefer(item)

    def _refer(self, item: Item) -> None:
        if self._referrers is not None:
            for target in item.references():
                self._referrers.setdefault(target, set()).add(item.id)

    def _unrefer(self, item: Item) -> None:
        if self._referrers is not None:
            for target in item.references():
                self._referrers[target].discard(item.id)


def _place(siblings: list[str], item: Item, table: Mapping[str, Item]) -> int:
    """Return where an item stands, or is to stand, among its siblings."""
    return bisect_left(siblings, (item.rank, item.id), key=lambda sibling: (table[sibling].rank, sibling))


def _children_index(table: Mapping[str, Item]) -> dict[str, list[str]]:
    families: defaultdict[str, list[Item]] = defaultdict(list)
    for item in table.values():
        families[item.parent].append(item)
    in_order = attrgetter("rank", "id")
    for siblings in families.values():
        if len(siblings) > 1:
            siblings.sort(key=in_order)
    return {parent: [item.id for item in siblings] for parent, siblings in families.items()}
