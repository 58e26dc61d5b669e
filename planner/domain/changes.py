"""Changes are data: what was, what is to be, and on which item.

Whatever happens to a plan, from a keystroke to a merge, is a `ChangeSet` applied by `apply`: whole, or
refused with the plan as it was. A change set can be inverted, written as JSON (`planner.domain.codec`) and
shown to a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Value
from planner.domain.items import KINDS, RELATION_TARGETS, ROOT, Item, Link, Node
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: under which parent and with which rank."""

    parent: str
    rank: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new item, with all its fields."""

    item: Item

    @property
    def item_id(self) -> str:
        """The item that the change is about."""
        return self.item.id

    def inverse(self) -> "Remove":
        """Return the change that takes this one back."""
        return Remove(self.item)


@dataclass(frozen=True, slots=True)
class Remove:
    """An item taken out, with all its fields as they were."""

    item: Item

    @property
    def item_id(self) -> str:
        """The item that the change is about."""
        return self.item.id

    def inverse(self) -> Insert:
        """Return the change that takes this one back."""
        return Insert(self.item)


@dataclass(frozen=True, slots=True)
class Move:
    """An item put in another place; parent and rank change together."""

    item_id: str
    old: Place
    new: Place

    def inverse(self) -> "Move":
        """Return the change that takes this one back."""
        return Move(self.item_id, self.new, self.old)


@dataclass(frozen=True, slots=True)
class SetField:
    """One stored field of one item from an old to a new value."""

    item_id: str
    key: str
    old: Value
    new: Value

    def inverse(self) -> "SetField":
        """Return the change that takes this one back."""
        return SetField(self.item_id, self.key, self.new, self.old)


Change = Insert | Remove | Move | SetField


@dataclass(frozen=True, slots=True)
class Label:
    """What a change set is called: a code that the catalogue words, and its arguments."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that are applied, undone and recorded together.

    `id`, `author` and `time` (ISO 8601, UTC) are stamped by the document that applies it and empty before.
    """

    label: Label
    changes: tuple[Change, ...]
    id: str = ""
    author: str = ""
    time: str = ""

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> "ChangeSet":
        """Return the change set that takes this one back; not stamped."""
        return ChangeSet(self.label, tuple(change.inverse() for change in reversed(self.changes)))


def apply(plan: Plan, changes: Iterable[Change]) -> None:
    """Apply changes in their order: all of them, or none.

    Raises `Refused` when a change does not fit the plan as it is (stale), names what is not there, or would
    leave an item in a wrong or circular place or with a dangling reference; the plan is then unchanged.
    """
    done: list[Change] = []
    try:
        for change in changes:
            _perform(plan, change)
            done.append(change)
        _check_soundness(plan, done)
    except Refused:
        for change in reversed(done):
            _perform(plan, change.inverse())
        raise


def _perform(plan: Plan, change: Change) -> None:
    match change:
        case Insert(item):
            if item.id in plan:
                raise Refused(Refusal.ITEM_EXISTS, item=item.id)
            plan._put(item)
        case Remove(item):
            if plan[item.id] != item:
                raise Refused(Refusal.STALE_ITEM, item=item.id)
            plan._drop(item.id)
        case Move(item_id, old, new):
            item = plan[item_id]
            if (item.parent, item.rank) != (old.parent, old.rank):
                raise Refused(Refusal.STALE_PLACE, item=item_id)
            plan._put(item.at(new.parent, new.rank))
        case SetField(item_id, key, old, new):
            item = plan[item_id]
            if item.value(key) != old:
                raise Refused(Refusal.STALE_FIELD, item=item_id, field=key)
            plan._put(item.with_value(key, new))


def _check_soundness(plan: Plan, done: list[Change]) -> None:
    """Refuse when what the changes touched is left without a sound place or reference."""
    for item_id in dict.fromkeys(change.item_id for change in done):
        item = plan.find(item_id)
        if item is None:
            _check_gone(plan, item_id)
        else:
            _check_place(plan, item)
            _check_values(item)
            _check_references(plan, item)


def _check_gone(plan: Plan, item_id: str) -> None:
    orphan = next(plan.belongings(item_id), None)
    if orphan is not None:
        raise Refused(Refusal.WRONG_PARENT, item=orphan.id, parent=item_id)
    if referrers := plan.referrers(item_id):
        raise Refused(Refusal.STILL_REFERRED, item=item_id, referrer=referrers[0].id)


def _check_place(plan: Plan, item: Item) -> None:
    parent = None if item.parent == ROOT else plan.find(item.parent)
    if item.parent != ROOT and parent is None:
        raise Refused(Refusal.WRONG_PARENT, item=item.id, parent=item.parent)
    if (ROOT if parent is None else parent.kind.key) not in item.kind.under:
        raise Refused(Refusal.WRONG_PARENT, item=item.id, parent=item.parent)
    for child in plan.belongings(item.id, deep=False):
        if item.kind.key not in child.kind.under:
            raise Refused(Refusal.WRONG_PARENT, item=child.id, parent=item.id)
    seen = {item.id}
    ancestor = parent
    while ancestor is not None:
        if ancestor.id in seen:
            raise Refused(Refusal.CYCLE, item=item.id, parent=item.parent)
        seen.add(ancestor.id)
        ancestor = plan.find(ancestor.parent)
    if isinstance(item, Node) and not _node_depth_is_sound(plan, item, len(seen) - 1):
        raise Refused(Refusal.WRONG_PARENT, item=item.id, parent=item.parent)


def _node_depth_is_sound(plan: Plan, node: Node, depth: int) -> bool:
    """Whether a framework node is a layer at the top, or a component without components of its own."""
    return depth == 0 or (depth == 1 and not plan.child_ids(node.id, Node))


def _check_values(item: Item) -> None:
    for spec in item.kind.stored:
        value = getattr(item, spec.key)
        if value is not spec.default and not spec.accepts(value):
            raise Refused(Refusal.BAD_VALUE, item=item.id, field=spec.key, value=repr(value))


def _check_references(plan: Plan, item: Item) -> None:
    for spec in item.kind.stored:
        target_kind = RELATION_TARGETS[item.relation] if isinstance(item, Link) else spec.target
        if spec.key in item.kind.references and (target_id := getattr(item, spec.key)):
            target = plan.find(target_id)
            if target is None or target.kind is not KINDS[target_kind]:
                raise Refused(Refusal.DANGLING, item=item.id, field=spec.key, target=target_id)
