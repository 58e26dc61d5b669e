"""Where a unit, a term or anything else is used, before it is removed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.app.cells import Cells
from planner.app.words import Words
from planner.domain.fields import FieldType
from planner.domain.items import Item, Link, OwnValue
from planner.domain.marks import N_
from planner.domain.own_fields import field_of, own_key
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Usage:
    """One use: which item names it, in which of its fields, and which item is named."""

    item_id: str
    key: str
    target: str


def usages(plan: Plan, item_id: str) -> list[Usage]:
    """Return where an item, or anything under it, is named by items outside of it."""
    inside = {item_id, *(item.id for item in plan.belongings(item_id))}
    return [usage for target in sorted(inside) for usage in _of(plan, target) if usage.item_id not in inside]


@dataclass(frozen=True, slots=True)
class InUse:
    """A sentence for each item that is used, and every use as the name of a field and of who has it."""

    sentence: str
    places: tuple[tuple[str, str], ...]


def in_use(plan: Plan, item_ids: Iterable[str], words: Words, cells: Cells) -> InUse | None:
    """Say where any of some items are used; None where nothing is lost with them."""
    wanted = list(item_ids)
    sentences = filter(None, (usage_summary(plan, item_id, words, cells) for item_id in wanted))
    places = [
        (words(_label(plan, usage)), cells.name(usage.item_id))
        for item_id in wanted
        for usage in usages(plan, item_id)
    ]
    return InUse("\n".join(sentences), tuple(places)) if places else None


def usage_summary(plan: Plan, item_id: str, words: Words, cells: Cells) -> str:
    """Say in a sentence by how much an item is used, as 牵头单位 3 处; empty where it is not."""
    counts = Counter(_label(plan, usage) for usage in usages(plan, item_id))
    if not counts:
        return ""
    parts = [
        words(N_("{field} {count} 处")).format(field=words(label), count=count)
        for label, count in counts.items()
    ]
    places = words(N_("，")).join(parts)
    return words(N_("“{name}”仍在使用：{places}")).format(name=cells.name(item_id), places=places)


def _label(plan: Plan, usage: Usage) -> str:
    spec = field_of(plan, plan[usage.item_id], usage.key)
    return spec.label if spec else usage.key


def _of(plan: Plan, target: str) -> Iterator[Usage]:
    for referrer in plan.referrers(target):
        if isinstance(referrer, Link):
            owner = plan[referrer.parent]
            if key := _relation_key(owner, referrer):
                yield Usage(owner.id, key, target)
        elif isinstance(referrer, OwnValue):
            yield Usage(referrer.parent, own_key(referrer.field), target)
        else:
            for key in referrer.kind.references:
                if referrer.value(key) == target:
                    yield Usage(referrer.id, key, target)


def _relation_key(owner: Item, link: Link) -> str:
    """Return the key of the field that shows a link; one without its own role is shown by none."""
    return next(
        (
            spec.key
            for spec in owner.kind.fields
            if spec.type is FieldType.RELATION
            and spec.relation == link.relation
            and spec.role in ("", link.role)
        ),
        "",
    )
