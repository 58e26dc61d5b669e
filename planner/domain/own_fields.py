"""Fields of one's own as rows of the field table, and how their values are read. Any room may import it.

Their keys are `own:` and the id of the definition, so that they stand beside the keys of declared fields.
"""

from collections.abc import Callable, Mapping

from planner.domain.fields import Choice, Field, FieldType, Group, Kind, Value
from planner.domain.items import ROOT, Item, OwnField, OwnValue
from planner.domain.plan import Plan

_PREFIX = "own:"

_TYPES: Mapping[str, FieldType] = {
    "text": FieldType.PARAGRAPH,
    "number": FieldType.NUMBER,
    "period": FieldType.PERIOD,
    "choice": FieldType.CHOICE,
    "flag": FieldType.FLAG,
    "unit": FieldType.REFERENCE,
    "formula": FieldType.COMPUTED,
}
_EMPTY: Mapping[FieldType, Value] = {FieldType.NUMBER: None, FieldType.FLAG: False}
_YES = "1"


def own_key(field_id: str) -> str:
    """Return the key of a field of one's own."""
    return _PREFIX + field_id


def is_own(key: str) -> bool:
    """Whether a key is that of a field of one's own."""
    return key.startswith(_PREFIX)


def own_field(plan: Plan, key: str) -> OwnField | None:
    """Return the definition of a field of one's own, if the key names one."""
    found = plan.find(key.removeprefix(_PREFIX)) if is_own(key) else None
    return found if isinstance(found, OwnField) else None


def spec_of(own: OwnField) -> Field:
    """Return the row of the field table that a definition stands for; its label is the person's own text."""
    kind = _TYPES[own.holds]
    return Field(
        own_key(own.id),
        own.title,
        kind,
        default=_EMPTY.get(kind, ""),
        group=Group.NOTES,
        width=16,
        choices=tuple(Choice(text, text) for text in ("", *own.options)) if kind is FieldType.CHOICE else (),
        target="unit" if kind is FieldType.REFERENCE else "",
    )


def own_fields(plan: Plan, kind_key: str) -> list[OwnField]:
    """Return the definitions for one kind of item, in their order."""
    return [own for own in plan.children(ROOT, OwnField) if own.subject == kind_key]


def fields_of(plan: Plan, kind: Kind) -> tuple[Field, ...]:
    """Return the whole field table of a kind in a plan: the declared fields, then those of one's own."""
    return kind.fields + tuple(map(spec_of, own_fields(plan, kind.key)))


def field_of(plan: Plan, item: Item, key: str) -> Field | None:
    """Return the row of the field table that `key` names for an item, declared or of one's own, if any."""
    own = own_field(plan, key)
    if own is None:
        return item.kind.by_key.get(key)
    return spec_of(own) if own.subject == item.kind.key else None


def own_value(plan: Plan, item_id: str, own: OwnField) -> OwnValue | None:
    """Return the item that holds what another one says in a field of one's own."""
    return next((value for value in plan.children(item_id, OwnValue) if value.field == own.id), None)


def own_value_id(item_id: str, own: OwnField) -> str:
    """Return the id of what holds a new value: two people who fill the same field meet in the same item."""
    return f"{item_id}:{own.id}"


def value_of(plan: Plan, item: Item, key: str) -> Value:
    """Return the value of a stored field, declared or of one's own; refuses a key that stores none."""
    own = own_field(plan, key)
    if own is None:
        return item.value(key)
    kept = own_value(plan, item.id, own)
    kind = _TYPES[own.holds]
    if kept is None:
        return _EMPTY.get(kind, "")
    return kept.unit if kind is FieldType.REFERENCE else _READ.get(kind, str)(kept.text)


def stored_text(value: Value) -> str:
    """Return the text by which a value of one's own is stored; empty for none and for no."""
    if isinstance(value, bool):
        return _YES if value else ""
    return "" if value is None else repr(value) if isinstance(value, float) else str(value)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


_READ: Mapping[FieldType, Callable[[str], Value]] = {
    FieldType.NUMBER: _number,
    FieldType.FLAG: lambda text: text == _YES,
}
