"""The tables of a plan file, made from the field tables: one for each kind of item, one row for each item.

Beside them stand `meta` (what the file is, and its seal) and `history` (every change set ever applied). Only
`planner.storage` imports this module.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from planner.domain.fields import Field, FieldType, Kind, Value
from planner.domain.items import KINDS, Item

APPLICATION_ID = 0x504F4C50
"""Marks an SQLite database as a plan; the letters POLP."""

PLACE = ("id", "parent", "rank")
"""The columns that every kind has before its own."""

HISTORY = ("revision", "payload")

Cell = str | int | float | bytes | None
"""A value as SQLite stores it."""

_AFFINITY = {
    FieldType.NUMBER: "NUMERIC",
    FieldType.PERCENT: "NUMERIC",
    FieldType.FLAG: "INTEGER NOT NULL",
}
_FLAGS: Mapping[Cell, bool] = {0: False, 1: True}


@dataclass(frozen=True, slots=True)
class Migration:
    """How a file of one version becomes one of the next: SQL for its tables.

    `schema` is the `fingerprint` of the older version's tables, by which they are known to be ours.
    """

    schema: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """One version of the file format: its number, the kinds it keeps and how older versions become it."""

    version: int
    kinds: tuple[Kind, ...]
    migrations: Mapping[int, Migration] = field(default_factory=dict)

    @property
    def statements(self) -> tuple[str, ...]:
        """The SQL that makes the tables, as SQLite keeps it in its schema."""
        return (
            "CREATE TABLE meta (key TEXT NOT NULL, value NOT NULL)",
            *(_create_table(kind) for kind in self.kinds),
            "CREATE TABLE history (revision INTEGER PRIMARY KEY, payload TEXT NOT NULL)",
        )

    @property
    def fingerprint(self) -> str:
        """Identifies exactly these tables."""
        return fingerprint(self.statements)


def fingerprint(statements: Iterable[str]) -> str:
    """Return the SHA-256 over the SQL of all tables, in the order in which they were made."""
    return hashlib.sha256("\n".join(statements).encode()).hexdigest()


def columns(kind: Kind) -> tuple[str, ...]:
    """Return the columns of a kind's table."""
    return PLACE + tuple(spec.key for spec in kind.stored)


def select(table: str, names: Sequence[str]) -> str:
    """Return the query for some columns of a table, in that order."""
    listed = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {listed} FROM "{table}"'  # noqa: S608 - names come from the field tables


def insert(table: str, count: int) -> str:
    """Return the statement that adds a row of `count` values to a table."""
    return f'INSERT INTO "{table}" VALUES ({", ".join("?" * count)})'  # noqa: S608


def rows(kind: Kind, items: Iterable[Item]) -> Iterable[tuple[Cell, ...]]:
    """Return the rows of items of one kind."""
    plain: Iterable[tuple[Any, ...]] = map(attrgetter(*columns(kind)), items)
    named = [place for place, spec in enumerate(kind.stored, len(PLACE)) if spec.type is FieldType.NAMES]
    return map(_names_encoder(named), plain) if named else plain


def texts(kind: Kind) -> tuple[str, ...]:
    """Return the columns of a kind's table whose cells are the text that the item holds."""
    return PLACE + tuple(spec.key for spec in kind.stored if spec.type not in _AFFINITY and not decoder(spec))


def decoders(kind: Kind) -> dict[str, Callable[[Cell], Value]]:
    """Return how to read the columns that are not stored as they are; each raises ValueError or KeyError."""
    found = {spec.key: decoder(spec) for spec in kind.stored}
    return {key: decode for key, decode in found.items() if decode is not None}


def decoder(spec: Field) -> Callable[[Cell], Value] | None:
    """Return how to read one field's cells, None where a cell is the value."""
    match spec.type:
        case FieldType.FLAG:
            return _FLAGS.__getitem__
        case FieldType.NAMES:
            return _names
        case _:
            return None


def _create_table(kind: Kind) -> str:
    place = [f'"{name}" TEXT NOT NULL' for name in PLACE]
    own = [f'"{spec.key}" {_AFFINITY.get(spec.type, "TEXT NOT NULL")}' for spec in kind.stored]
    return f'CREATE TABLE "{kind.table}" (\n    ' + ",\n    ".join(place + own) + "\n)"


def _names_encoder(places: Sequence[int]) -> Callable[[tuple[Any, ...]], tuple[Cell, ...]]:
    def encode(row: tuple[Any, ...]) -> tuple[Cell, ...]:
        cells = list(row)
        for place in places:
            cells[place] = json.dumps(cells[place], ensure_ascii=False)
        return tuple(cells)

    return encode


def _names(cell: Cell) -> tuple[str, ...]:
    if not isinstance(cell, str):
        raise ValueError("names are kept as text")  # noqa: TRY004 - a damaged file, not a caller's mistake
    names = json.loads(cell)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("names are kept as a list of texts")
    return tuple(names)


CURRENT = Format(1, tuple(KINDS.values()))
"""The format that this program writes; a new field makes it one higher and adds a migration from this one."""
