"""What a saved view holds (columns, order, filter, grouping, colours), and how its item keeps it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.app.commands.structure import Spot, add
from planner.app.conditions.model import Conditions, from_json, to_json
from planner.app.ports import NewId
from planner.domain.changes import ChangeSet, Label, SetField
from planner.domain.errors import Refusal, Refused
from planner.domain.items import View
from planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Column:
    """A column to show: its field's key, or `facet:` and a facet's key, and its width in pixels.

    0 is the usual width.
    """

    key: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """How to look at the plan; empty texts mean not sorted, not grouped and not coloured.

    `flat` asks for the list of measures instead of the tree, `sort` is a field's key, `group` and `colour`
    are as in `planner.app.grouping`.
    """

    columns: tuple[Column, ...] = ()
    flat: bool = False
    sort: str = ""
    descending: bool = False
    group: str = ""
    colour: str = ""
    looked_for: str = ""
    conditions: Conditions = field(default_factory=Conditions)


def save_view(plan: Plan, title: str, spec: ViewSpec, new_id: NewId) -> ChangeSet:
    """Keep a view in the plan under a name, after those that are there."""
    return add(plan, View, Spot(), new_id, {"title": title, "spec": write_spec(spec)})


def update_view(plan: Plan, view_id: str, spec: ViewSpec) -> ChangeSet:
    """Make a saved view what is seen now."""
    view, text = plan.get(view_id, View), write_spec(spec)
    changes = () if text == view.spec else (SetField(view_id, "spec", view.spec, text),)
    return ChangeSet(Label("update_view", {"name": view.title}), changes)


def write_spec(spec: ViewSpec) -> str:
    """Return a view as JSON text."""
    data = {
        "columns": [[column.key, column.width] for column in spec.columns],
        "flat": spec.flat,
        "sort": spec.sort,
        "descending": spec.descending,
        "group": spec.group,
        "colour": spec.colour,
        "looked_for": spec.looked_for,
        "conditions": to_json(spec.conditions),
    }
    return json.dumps(data, ensure_ascii=False)


def read_spec(text: str) -> ViewSpec:
    """Return what JSON text says of a view; what it does not say is as usual.

    Raises `Refused` (bad_format) for anything else.
    """
    try:
        data = json.loads(text or "{}")
    except (ValueError, RecursionError):
        raise Refused(Refusal.BAD_FORMAT, part="view") from None
    if not isinstance(data, dict):
        raise Refused(Refusal.BAD_FORMAT, part="view")
    return ViewSpec(
        columns=_columns(data.get("columns", [])),
        flat=data.get("flat") is True,
        sort=_text(data, "sort"),
        descending=data.get("descending") is True,
        group=_text(data, "group"),
        colour=_text(data, "colour"),
        looked_for=_text(data, "looked_for"),
        conditions=from_json(data["conditions"]) if "conditions" in data else Conditions(),
    )


def _columns(data: Any) -> tuple[Column, ...]:
    if not isinstance(data, list):
        raise Refused(Refusal.BAD_FORMAT, part="columns")
    return tuple(map(_column, data))


def _column(data: Any) -> Column:
    match data:
        case [str(key), int(width)] if width >= 0:
            return Column(key, width)
    raise Refused(Refusal.BAD_FORMAT, part="columns")


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise Refused(Refusal.BAD_FORMAT, part=key)
    return value
