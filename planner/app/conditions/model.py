"""Conditions as data, and their form in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from planner.domain.errors import Refusal, Refused

FACET_PREFIX = "facet:"
"""Before the key of a facet: the terms of that facet alone, as if they were a field."""

_DEEPEST = 16


class Operator(StrEnum):
    """How a field is compared; `planner.app.conditions.operators` says which fields take it."""

    CONTAINS = "contains"
    LACKS = "lacks"
    IS = "is"
    IS_NOT = "is_not"
    EMPTY = "empty"
    FILLED = "filled"
    EQUAL = "equal"
    UNEQUAL = "unequal"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    FROM_TO = "from_to"
    DURING = "during"
    OVERDUE = "overdue"
    ANY_OF = "any_of"
    ALL_OF = "all_of"
    NONE_OF = "none_of"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison: a field's key (or `facet:` and a facet's key), how, and with what, all as text.

    `values` are one text, two bounds, the codes or ids to choose from, or nothing, as the operator asks.
    """

    field: str
    operator: Operator
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditions:
    """Several conditions, or groups of them, of which all or, with `every` False, any must hold."""

    parts: "tuple[Condition | Conditions, ...]" = ()
    every: bool = True

    def __bool__(self) -> bool:
        return any(self.parts)


def to_json(conditions: Conditions) -> dict[str, Any]:
    """Return conditions as a JSON object."""
    return {"all" if conditions.every else "any": [_part_to_json(part) for part in conditions.parts]}


def from_json(data: Any) -> Conditions:
    """Read conditions; raises `Refused` (bad_format) for anything else."""
    return _group(data, 0)


def _part_to_json(part: Condition | Conditions) -> dict[str, Any]:
    if isinstance(part, Conditions):
        return to_json(part)
    return {"field": part.field, "operator": part.operator.value, "values": list(part.values)}


def _group(data: Any, depth: int) -> Conditions:
    if isinstance(data, Mapping) and depth < _DEEPEST and len(data) == 1:
        for key, every in (("all", True), ("any", False)):
            if isinstance(parts := data.get(key), list):
                return Conditions(tuple(_part(part, depth) for part in parts), every)
    raise Refused(Refusal.BAD_FORMAT, part="conditions")


def _part(data: Any, depth: int) -> Condition | Conditions:
    if not (isinstance(data, Mapping) and "field" in data):
        return _group(data, depth + 1)
    field, operator, values = data.get("field"), data.get("operator"), data.get("values", [])
    known = next((known for known in Operator if known == operator), None)
    texts = isinstance(values, list) and all(isinstance(value, str) for value in values)
    if not isinstance(field, str) or known is None or not texts:
        raise Refused(Refusal.BAD_FORMAT, part="conditions")
    return Condition(field, known, tuple(values))
