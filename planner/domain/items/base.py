"""What every item of a plan has: an identity, a parent and a place among its siblings."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, Kind, Value, declared_fields

ROOT = ""
"""The parent of everything that stands at the top of the plan."""

KINDS: dict[str, Kind] = {}
"""The kinds of items by key, filled by the declarations of this package and complete once it is imported."""

_KIND_OF: dict[type[Any], Kind] = {}
_REFERENCES: dict[type[Any], tuple[str, ...]] = {}

T = TypeVar("T", bound="Item")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a plan; equal when all fields are equal.

    `id` is unique in the plan and never changes, `parent` is the id of the item it belongs to or `ROOT`,
    `rank` orders it among its siblings (see `planner.domain.ranks`; ties are broken by id).
    """

    id: str
    parent: str = ROOT
    rank: str = ""

    @property
    def kind(self) -> Kind:
        """The kind's row in the table of kinds."""
        return _KIND_OF[type(self)]

    def value(self, key: str) -> Value:
        """Return the stored value of one field.

        Raises `Refused` (unknown_field) for a key that this kind does not store.
        """
        self.stored_field(key)
        value: Value = getattr(self, key)
        return value

    def stored_field(self, key: str) -> Field:
        """Return the field table's row of a stored field, or refuse."""
        spec = self.kind.by_key.get(key)
        if spec is None or not spec.stored:
            raise Refused(Refusal.UNKNOWN_FIELD, item=self.id, field=key)
        return spec

    def with_value(self, key: str, value: Value) -> Self:
        """Return this item with one stored field changed; refuses a value that the field does not take."""
        if not self.stored_field(key).accepts(value):
            raise Refused(Refusal.BAD_VALUE, item=self.id, field=key, value=repr(value))
        changed: dict[str, Any] = {key: value}
        return replace(self, **changed)

    def at(self, parent: str, rank: str) -> Self:
        """Return this item in another place."""
        return replace(self, parent=parent, rank=rank)

    def references(self) -> tuple[str, ...]:
        """Return the ids of the items that this one's reference fields name."""
        return tuple(value for key in _REFERENCES[type(self)] if (value := getattr(self, key)))


def kind(
    key: str, label: str, *, table: str, under: tuple[str, ...] = (ROOT,)
) -> Callable[[type[T]], type[T]]:
    """Register a dataclass as a kind of item that may stand under those in `under`; `ROOT` is the top."""

    def register(cls: type[T]) -> type[T]:
        entry = Kind(key, table, label, cls, under, {spec.key: spec for spec in declared_fields(cls)})
        KINDS[key] = _KIND_OF[cls] = entry
        _REFERENCES[cls] = entry.references
        return cls

    return register


def kind_of(cls: type[Item]) -> Kind:
    """Return the table of kinds' row for a class."""
    return _KIND_OF[cls]
