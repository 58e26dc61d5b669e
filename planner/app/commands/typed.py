"""The command for what a person types into a cell, whatever the cell's field holds."""

from datetime import date

from planner.app.commands.edit import set_field, set_names
from planner.app.facet_terms import field_at
from planner.app.ports import NewId
from planner.domain.changes import ChangeSet
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, FieldType, Value
from planner.domain.periods import parse_typed
from planner.domain.plan import Plan
from planner.domain.unit_cells import split_units

_NAMED = frozenset(("unit", "term"))
"""The kinds of items that are linked by typing their names."""


def set_typed(plan: Plan, item_id: str, key: str, text: str, today: date, new_id: NewId) -> ChangeSet:
    """Make a field say what was typed; a choice is given by its code.

    Refuses as bad_value what the field cannot be read from, and as unknown_field one that is not typed.
    """
    spec = field_at(plan, plan[item_id], key)
    if spec is None or not is_typed(spec):
        raise Refused(Refusal.UNKNOWN_FIELD, item=item_id, field=key)
    if spec.type is FieldType.RELATION:
        return set_names(plan, item_id, key, text, new_id)
    try:
        value = read_typed(spec, text)
    except ValueError:
        raise Refused(Refusal.BAD_VALUE, item=item_id, field=key, value=text) from None
    return set_field(plan, item_id, key, value, today)


def is_typed(spec: Field) -> bool:
    """Whether a field can be filled by typing: all stored ones but yes/no and references, units and terms."""
    if spec.type is FieldType.RELATION:
        return spec.target in _NAMED
    return not spec.system and spec.type not in (FieldType.COMPUTED, FieldType.FLAG, FieldType.REFERENCE)


def read_typed(spec: Field, text: str) -> Value:
    """Return the value that typed text stands for in a stored field; ValueError where it stands for none."""
    match spec.type:
        case FieldType.PARAGRAPH:
            return text.strip()
        case FieldType.NAMES:
            return split_units(text)
        case FieldType.PERIOD:
            return parse_typed(text)
        case FieldType.NUMBER | FieldType.PERCENT:
            plain = text.strip().rstrip("%％")
            return float(plain) if plain else None
        case _:
            return " ".join(text.split())
