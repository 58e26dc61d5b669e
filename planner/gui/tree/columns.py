"""The columns of the tree, read from the field table, and how a person has arranged them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.app.commands.typed import is_typed
from planner.app.facet_terms import facet_fields, is_facet
from planner.domain.fields import Field
from planner.domain.items import Measure, Node, kind_of
from planner.domain.own_fields import is_own, own_fields, spec_of
from planner.domain.plan import Plan

LAYOUT_VERSION = 1

_SHOWN = (
    "number",
    "title",
    "lead",
    "supporting",
    "due_now",
    "light",
    "status",
    "progress",
    "terms",
    "indicators",
)
"""The columns that a new window shows, in this order; all other fields of a measure can be added."""

_WIDTHS = {
    "number": 7,
    "title": 36,
    "lead": 13,
    "supporting": 18,
    "due_now": 15,
    "light": 14,
    "status": 12,
    "progress": 15,
}
"""Where the tree needs another width than the field table, which is meant for a workbook."""

_TYPED_AS = {"due_now": "due"}
"""Computed columns into which a stored field is typed."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field, heading, default width in Latin characters and whether it shows at first.

    `typed` is the field that typing into the column changes, empty where there is none. The label of a
    `given` column is a person's own text.
    """

    key: str
    label: str
    width: int
    visible: bool
    typed: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One column as a person arranged it; the width is in pixels."""

    key: str
    width: int
    visible: bool


def _column(spec: Field) -> Column:
    typed = _TYPED_AS.get(spec.key, spec.key if is_typed(spec) else "")
    return Column(spec.key, spec.label, _WIDTHS.get(spec.key, spec.width), spec.key in _SHOWN, typed)


def _columns() -> tuple[Column, ...]:
    by_key = kind_of(Measure).by_key
    hidden = [key for key in by_key if key not in _SHOWN]
    return tuple(_column(by_key[key]) for key in (*_SHOWN, *hidden))


COLUMNS = _columns()
"""The columns of every plan, always the first ones."""

PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
NUMBER, TITLE, PROGRESS, LIGHT = (PLACES[key] for key in ("number", "title", "progress", "light"))
NODE_KEYS = frozenset(kind_of(Node).by_key)


def columns_of(plan: Plan) -> tuple[Column, ...]:
    """Return all columns of a plan: those of every plan, its facets, the fields that people added."""
    facets = [
        Column(spec.key, spec.label, spec.width, visible=False, typed=spec.key, given=True)
        for spec in facet_fields(plan, kind_of(Measure))
    ]
    own = [
        Column(spec.key, spec.label, spec.width, visible=True, typed=spec.key * is_typed(spec), given=True)
        for spec in map(spec_of, own_fields(plan, "measure"))
    ]
    return (*COLUMNS, *facets, *own)


def save_layout(arrangements: Iterable[Arrangement]) -> str:
    """Return columns, in the order in which they stand, as text to be kept."""
    columns = [{"key": one.key, "width": one.width, "visible": one.visible} for one in arrangements]
    return json.dumps({"version": LAYOUT_VERSION, "columns": columns})


def load_layout(text: str) -> Sequence[Arrangement] | None:
    """Return what `save_layout` kept, without columns that no plan has any more; None for any other text."""
    try:
        kept = json.loads(text)
        if kept["version"] != LAYOUT_VERSION:
            return None
        arrangements = [
            Arrangement(str(one["key"]), int(one["width"]), bool(one["visible"])) for one in kept["columns"]
        ]
    except (ValueError, KeyError, TypeError):
        return None
    return [one for one in arrangements if _can_be(one.key) and one.width > 0]


def _can_be(key: str) -> bool:
    return key in PLACES or is_own(key) or is_facet(key)
