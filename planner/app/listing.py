"""Every item of a plan as plain data, in an order that a person would read it in, for other programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.app.cells import Cells
from planner.domain.fields import FieldType, Value
from planner.domain.items import KINDS, ROOT, Item, Measure, Node
from planner.domain.numbering import outline_numbers
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Listed:
    """One item with its outline number, which is empty for what is not a row of the tree.

    `fields` are the stored values by key, `links` the ids that each relation points at, `computed` what is
    derived on the day.
    """

    item: Item
    number: str
    fields: dict[str, Value]
    links: dict[str, list[str]]
    computed: dict[str, str]


def list_items(plan: Plan, cells: Cells, kind: str | None = None) -> Iterator[Listed]:
    """Yield the items of one kind, or of all.

    Rows of the tree come in its order, the rest kind by kind and by place.
    """
    numbers = outline_numbers(plan)
    for item in _in_order(plan):
        if kind is None or item.kind.key == kind:
            yield _listed(item, numbers.get(item.id, ""), cells)


def _in_order(plan: Plan) -> Iterator[Item]:
    tree = [plan[item_id] for item_id in plan.walk()]
    places = {item.id: place for place, item in enumerate(tree)}
    for kind in KINDS.values():
        if kind.cls in (Node, Measure):
            yield from (item for item in tree if type(item) is kind.cls)
        else:
            yield from sorted(
                plan.of(kind.cls).values(),
                key=lambda item: (
                    places.get(item.parent, -1),
                    item.parent != ROOT,
                    item.parent,
                    item.rank,
                    item.id,
                ),
            )


def _listed(item: Item, number: str, cells: Cells) -> Listed:
    specs = item.kind.fields
    return Listed(
        item,
        number,
        {spec.key: item.value(spec.key) for spec in specs if spec.stored},
        {spec.key: cells.targets(item, spec) for spec in specs if spec.type is FieldType.RELATION},
        {
            spec.key: cells.text(item, spec.key)
            for spec in specs
            if spec.type is FieldType.COMPUTED and spec.key != "number"
        },
    )
