"""Change sets and items as JSON, with the version of the format, for journal, history and exchange.

Reading refuses what is not of this form with `Refused` (bad_format, unknown_kind, unknown_field,
bad_value); it never guesses.
"""

from collections.abc import Mapping
from typing import Any

from planner.domain.changes import Change, ChangeSet, Insert, Label, Move, Place, Remove, SetField
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Value, is_text
from planner.domain.items import KINDS, Item

FORMAT = 1
"""The version of the form written here; a reader refuses a higher one."""

Json = Any


def change_set_to_json(change_set: ChangeSet) -> dict[str, Json]:
    """Return a change set as a JSON object."""
    return {
        "format": FORMAT,
        "id": change_set.id,
        "label": {"code": change_set.label.code, "details": dict(change_set.label.details)},
        "author": change_set.author,
        "time": change_set.time,
        "changes": [change_to_json(change) for change in change_set.changes],
    }


def change_to_json(change: Change) -> dict[str, Json]:
    """Return one change as a JSON object."""
    match change:
        case Insert(item):
            return {"op": "insert", "item": item_to_json(item)}
        case Remove(item):
            return {"op": "remove", "item": item_to_json(item)}
        case Move(item_id, old, new):
            return {"op": "move", "id": item_id, "old": _place_to_json(old), "new": _place_to_json(new)}
        case SetField(item_id, key, old, new):
            return {"op": "set", "id": item_id, "field": key, "old": old, "new": new}


def item_to_json(item: Item) -> dict[str, Json]:
    """Return an item as a JSON object: its kind, its place, and the fields that differ from their default."""
    values = {spec.key: getattr(item, spec.key) for spec in item.kind.stored}
    defaults = {spec.key: spec.default for spec in item.kind.stored}
    return {
        "kind": item.kind.key,
        "id": item.id,
        "parent": item.parent,
        "rank": item.rank,
        "fields": {key: value for key, value in values.items() if value != defaults[key]},
    }


def change_set_from_json(data: Json) -> ChangeSet:
    """Read a change set; refuses a form that is not of this version or an earlier one."""
    entry = _object(data, "change set")
    version = entry.get("format")
    if not isinstance(version, int) or not 1 <= version <= FORMAT:
        raise Refused(Refusal.BAD_FORMAT, part="format")
    label = _object(entry.get("label", {"code": ""}), "label")
    details = _object(label.get("details", {}), "details")
    return ChangeSet(
        Label(_text(label, "code"), {name: _text(details, name) for name in details}),
        tuple(change_from_json(change) for change in _list(entry, "changes")),
        _text(entry, "id", ""),
        _text(entry, "author", ""),
        _text(entry, "time", ""),
    )


def change_from_json(data: Json) -> Change:
    """Read one change."""
    entry = _object(data, "change")
    match entry.get("op"):
        case "insert":
            return Insert(item_from_json(entry.get("item")))
        case "remove":
            return Remove(item_from_json(entry.get("item")))
        case "move":
            return Move(_text(entry, "id"), _place_from_json(entry, "old"), _place_from_json(entry, "new"))
        case "set":
            key = _text(entry, "field")
            return SetField(_text(entry, "id"), key, _value(entry, "old"), _value(entry, "new"))
    raise Refused(Refusal.BAD_FORMAT, part="op")


def item_from_json(data: Json) -> Item:
    """Read an item; every field must be one of its kind's and hold a value of its type."""
    entry = _object(data, "item")
    kind = KINDS.get(_text(entry, "kind"))
    if kind is None:
        raise Refused(Refusal.UNKNOWN_KIND, kind=str(entry["kind"]))
    item_id = _text(entry, "id")
    values = _object(entry.get("fields", {}), "fields")
    for key in values:
        spec = kind.by_key.get(key)
        if spec is None or not spec.stored:
            raise Refused(Refusal.UNKNOWN_FIELD, item=item_id, field=key)
        if not spec.accepts(_value(values, key)):
            raise Refused(Refusal.BAD_VALUE, item=item_id, field=key, value=repr(values[key]))
    item: Item = kind.cls(
        item_id, _text(entry, "parent"), _text(entry, "rank"), **{key: _value(values, key) for key in values}
    )
    return item


def _place_to_json(place: Place) -> dict[str, Json]:
    return {"parent": place.parent, "rank": place.rank}


def _place_from_json(entry: Mapping[str, Json], part: str) -> Place:
    place = _object(entry.get(part), part)
    return Place(_text(place, "parent"), _text(place, "rank"))


def _value(entry: Mapping[str, Json], key: str) -> Value:
    value = entry.get(key)
    if isinstance(value, list | tuple):
        if not all(isinstance(part, str) for part in value):
            raise Refused(Refusal.BAD_FORMAT, part=key)
        return tuple(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise Refused(Refusal.BAD_FORMAT, part=key)


def _object(data: Json, part: str) -> Mapping[str, Json]:
    if not isinstance(data, Mapping):
        raise Refused(Refusal.BAD_FORMAT, part=part)
    return data


def _list(entry: Mapping[str, Json], part: str) -> list[Json]:
    value = entry.get(part)
    if not isinstance(value, list):
        raise Refused(Refusal.BAD_FORMAT, part=part)
    return value


def _text(entry: Mapping[str, Json], part: str, default: str | None = None) -> str:
    value = entry.get(part, default)
    if not isinstance(value, str) or not is_text(value):
        raise Refused(Refusal.BAD_FORMAT, part=part)
    return value
