"""By what rows are sorted by a field: numbers as numbers, days as days, choices as they are declared."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.facet_terms import field_at
from planner.app.formulas import formula_value
from planner.domain.fields import Field, FieldType
from planner.domain.items import Item, Measure, Milestone
from planner.domain.own_fields import own_field, value_of
from planner.domain.periods import is_period, last_day
from planner.domain.plan import Plan

T = TypeVar("T", bound=Item)

Collate = Callable[[str], Any]
"""Gives what compares texts as a reader would, as a QCollator's sort key."""


def in_order(items: Sequence[T], order: Callable[[Item], Any], *, descending: bool = False) -> list[T]:
    """Return items in the order of a key; those of the same key keep their order.

    Items whose key is None come last in either direction.
    """
    keyed = [(order(item), item) for item in items]
    known = sorted(
        (pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0], reverse=descending
    )
    return [item for _, item in known] + [item for key, item in keyed if key is None]


class Ordering:
    """Gives the keys by which the items of one plan are sorted; None, for what says nothing, comes last."""

    def __init__(self, plan: Plan, derived: Derived, cells: Cells, collate: Collate) -> None:
        self._plan = plan
        self._derived = derived
        self._cells = cells
        self._collate = collate

    def by(self, key: str) -> Callable[[Item], Any]:
        """Return the sort key for one field."""
        return lambda item: self._key(item, key)

    def _key(self, item: Item, key: str) -> object:
        spec = field_at(self._plan, item, key)
        if spec is None:
            return None
        if spec.type is FieldType.COMPUTED:
            return self._computed(item, key)
        if spec.stored:
            return self._stored(spec, item)
        return self._text(item, key)

    def _stored(self, spec: Field, item: Item) -> object:
        value = value_of(self._plan, item, spec.key)
        match spec.type, value:
            case FieldType.NUMBER | FieldType.PERCENT, _:
                return value
            case FieldType.CHOICE, _:
                return next((n for n, choice in enumerate(spec.choices) if choice.code == value), None)
            case FieldType.FLAG, _:
                return not value
            case FieldType.PERIOD, str(period):
                return last_day(period) if is_period(period) else None
            case FieldType.DEADLINE, _ if isinstance(item, Measure | Milestone):
                return self._due(item)
            case _:
                return self._text(item, spec.key)

    def _computed(self, item: Item, key: str) -> object:
        own = own_field(self._plan, key)
        if own is not None:
            return formula_value(self._plan, self._derived, item, own)
        if key in ("due_date", "due_now") and isinstance(item, Measure | Milestone):
            return self._due(item)
        if key == "progress":
            return self._derived.progress(item.id).percent
        if key == "light":
            return -self._derived.verdict(item.id).light.urgency
        return self._text(item, key)

    def _due(self, item: Measure | Milestone) -> date | None:
        return self._derived.due_date(item)

    def _text(self, item: Item, key: str) -> object:
        text = self._cells.text(item, key)
        return self._collate(text) if text else None
