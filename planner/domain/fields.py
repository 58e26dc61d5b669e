"""The vocabulary in which each kind of item declares its fields, once.

A declaration in `planner.domain.items` is at the same time the dataclass attribute and the row of the field
table that tree columns, inspector, filters, workbooks, import, review and help are read from. A plain field
is stored in the item, a relation is read from links, a computed field is derived from the plan.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, StrEnum
from functools import cached_property
from math import isfinite
from typing import Any, cast

from planner.domain.periods import is_period

Value = str | int | float | bool | tuple[str, ...] | None


class FieldType(Enum):
    """What a field holds, and so how it is edited, checked, compared and printed."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    PERCENT = "percent"
    FLAG = "flag"
    CHOICE = "choice"
    PERIOD = "period"
    DEADLINE = "deadline"
    NAMES = "names"
    ADDRESS = "address"
    REFERENCE = "reference"
    RELATION = "relation"
    COMPUTED = "computed"


class Group(StrEnum):
    """The parts into which an inspector or a form is divided, in their order."""

    MAIN = "main"
    OWNERS = "owners"
    TIME = "time"
    LINKS = "links"
    RECORD = "record"
    SOURCE = "source"
    NOTES = "notes"


_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Choice:
    """One admissible code of a choice field and its label in the source language."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the field table.

    `width` is the column width in Latin characters. `relation` and `role` say which links a relation field
    reads, `target` names the kind that a relation or a reference points at. `system` fields are set by
    commands and not typed by a person.
    """

    key: str
    label: str
    type: FieldType
    default: Value = ""
    group: Group = Group.MAIN
    width: int = 12
    choices: tuple[Choice, ...] = ()
    relation: str = ""
    role: str = ""
    target: str = ""
    system: bool = False

    @property
    def stored(self) -> bool:
        """Whether the item itself carries the value."""
        return self.type not in (FieldType.RELATION, FieldType.COMPUTED)

    def accepts(self, value: object) -> bool:
        """Whether `value` has the type and range that this field stores."""
        accepted = _ACCEPTED.get(self.type, is_text)(value)
        if accepted and self.type is FieldType.CHOICE:
            return any(choice.code == value for choice in self.choices)
        return accepted and self.stored


def is_text(value: object) -> bool:
    """Whether `value` is text that can be written down: lone halves of surrogate pairs can't."""
    return isinstance(value, str) and (value.isascii() or _LONE_SURROGATE.search(value) is None)


def _is_number(value: object) -> bool:
    """Whether `value` is None or a number that a file can hold exactly: finite, whole ones within 64 bits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 1 << 63
    return value is None or (isinstance(value, float) and isfinite(value))


_ACCEPTED: Mapping[FieldType, Callable[[object], bool]] = {
    FieldType.NUMBER: _is_number,
    FieldType.PERCENT: lambda value: _is_number(value) and (value is None or 0 <= cast(float, value) <= 100),
    FieldType.FLAG: lambda value: isinstance(value, bool),
    FieldType.NAMES: lambda value: isinstance(value, tuple) and all(map(is_text, value)),
    FieldType.PERIOD: lambda value: value == "" or (isinstance(value, str) and is_period(value)),
}


def _declare(label: str, kind: FieldType, **options: Any) -> Any:
    spec = Field("", label, kind, **options)
    return field(default=spec.default, metadata={"spec": spec})


def text(label: str, **options: Any) -> Any:
    """One line of text."""
    return _declare(label, FieldType.TEXT, **options)


def paragraph(label: str, **options: Any) -> Any:
    """Text of several lines."""
    return _declare(label, FieldType.PARAGRAPH, **{"width": 40, **options})


def number(label: str, **options: Any) -> Any:
    """A number, or None where it is not given."""
    return _declare(label, FieldType.NUMBER, **{"default": None, **options})


def percent(label: str, **options: Any) -> Any:
    """A share from 0 to 100, or None where it is not given."""
    return _declare(label, FieldType.PERCENT, default=None, **options)


def flag(label: str, **options: Any) -> Any:
    """Yes or no."""
    return _declare(label, FieldType.FLAG, default=False, **options)


def choice(label: str, *choices: tuple[str, str], **options: Any) -> Any:
    """One code of a list; the first is the default."""
    listed = tuple(Choice(code, words) for code, words in choices)
    return _declare(label, FieldType.CHOICE, choices=listed, default=listed[0].code, **options)


def period(label: str, **options: Any) -> Any:
    """A day, month, quarter, half-year or year in ISO text, see `planner.domain.periods`."""
    return _declare(label, FieldType.PERIOD, **options)


def deadline(label: str, **options: Any) -> Any:
    """A deadline in officials' own words, kept as written, see `planner.domain.deadlines`."""
    return _declare(label, FieldType.DEADLINE, group=Group.TIME, width=16, **options)


def names(label: str, **options: Any) -> Any:
    """Several short texts."""
    return _declare(label, FieldType.NAMES, default=(), **options)


def address(label: str, **options: Any) -> Any:
    """A link to open: http, https or mailto."""
    return _declare(label, FieldType.ADDRESS, **options)


def reference(label: str, target: str, **options: Any) -> Any:
    """The id of one item of the kind `target`, or nothing."""
    return _declare(label, FieldType.REFERENCE, target=target, **options)


def relation(label: str, name: str, target: str, role: str = "", **options: Any) -> Field:
    """The items that this one is linked to by the relation `name` in the given role."""
    return Field("", label, FieldType.RELATION, relation=name, role=role, target=target, **options)


def computed(label: str, **options: Any) -> Field:
    """A value derived from the plan, see `planner.app.cells`."""
    return Field("", label, FieldType.COMPUTED, **options)


def declared_fields(cls: type[Any]) -> Iterator[Field]:
    """Yield the field table of a dataclass in the order of its declarations."""
    stored = {entry.name: entry.metadata["spec"] for entry in fields(cls) if "spec" in entry.metadata}
    for key in cls.__annotations__:
        spec = stored.get(key) or vars(cls).get(key)
        if isinstance(spec, Field):
            yield replace(spec, key=key)


@dataclass(frozen=True)
class Kind:
    """A kind of item: its class, its table in the file, where it may stand and its field table."""

    key: str
    table: str
    label: str
    cls: type[Any]
    under: tuple[str, ...]
    by_key: Mapping[str, Field]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The field table, in the order of its declaration."""
        return tuple(self.by_key.values())

    @cached_property
    def stored(self) -> tuple[Field, ...]:
        """The fields that an item carries itself."""
        return tuple(spec for spec in self.by_key.values() if spec.stored)

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The keys of the fields that name another item."""
        return tuple(spec.key for spec in self.by_key.values() if spec.type is FieldType.REFERENCE)
