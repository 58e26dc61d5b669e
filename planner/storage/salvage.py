"""Reads what can be read of a damaged file, row by row, and puts what is left into a sound shape.

Slow and tolerant where `planner.storage.reading` is fast and strict. The file itself is never touched.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.app.document import Content
from planner.app.log import Entry
from planner.app.plan_store import Finding, Found, Salvaged
from planner.domain.errors import Refusal, Refused
from planner.domain.fields import Field, Kind, Value
from planner.domain.items import PLAN_ID, ROOT, Item, Link, Measure, PlanHead
from planner.domain.plan import Plan
from planner.domain.soundness import faults
from planner.storage.schema import HISTORY, PLACE, Cell, Format, columns, decoder, select

_SAFE_ID = re.compile(r"[0-9A-Za-z_-]{1,64}", re.ASCII)
_FINDINGS = {
    Refusal.BAD_VALUE: Finding.BAD_VALUE,
    Refusal.WRONG_PARENT: Finding.WRONG_PLACE,
    Refusal.CYCLE: Finding.WRONG_PLACE,
    Refusal.DANGLING: Finding.DANGLING,
    Refusal.UNKNOWN_ITEM: Finding.NO_HEAD,
}


@dataclass(slots=True)
class Remains:
    """What was read of a file, as it was, with what is wrong with it."""

    items: dict[str, Item] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    findings: list[Found] = field(default_factory=list)


def collect(connection: sqlite3.Connection, form: Format) -> Remains:
    """Read every row that can be read, and run the slow checks."""
    remains = Remains()
    if not _pages_are_sound(connection):
        remains.findings.append(Found(Finding.PAGES))
    for kind in form.kinds:
        for row in _rows(connection, kind.table, columns(kind), remains):
            _add(remains, kind, row)
    for revision, payload in _rows(connection, "history", HISTORY, remains):
        _add_entry(remains, revision, payload)
    for key, value in _rows(connection, "meta", ("key", "value"), remains):
        if isinstance(key, str) and isinstance(value, str):
            remains.meta[key] = value
    if not is_safe_id(remains.meta.get("plan_id")):
        remains.findings.append(Found(Finding.IDENTITY, "meta"))
    remains.findings += [finding_of(fault) for fault in faults(Plan(remains.items.values()))]
    return remains


def is_safe_id(text: object) -> bool:
    """Whether a plan's identity is one that this program gives, and so can name a folder."""
    return isinstance(text, str) and _SAFE_ID.fullmatch(text) is not None


def repair(remains: Remains, plan_id: str) -> Salvaged:
    """Give the remains a sound shape.

    Values that don't fit are emptied and measures without a place go to the top; what has no place without
    its parent, and links that lead nowhere, are left out.
    """
    items = dict(remains.items)
    while broken := list(faults(Plan(items.values()))):
        for fault in broken:
            _mend(items, fault)
    content = Content(Plan(items.values()), plan_id, tuple(remains.entries), remains.meta.get("created", ""))
    return Salvaged(content, tuple(remains.findings))


def finding_of(fault: Refused) -> Found:
    """Return what the slow checks call a fault of the plan."""
    return Found(_FINDINGS[fault.code], item=fault.details["item"], field=fault.details.get("field", ""))


def _pages_are_sound(connection: sqlite3.Connection) -> bool:
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False


def _rows(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], remains: Remains
) -> Iterator[tuple[Cell, ...]]:
    try:
        yield from connection.execute(select(table, names))
    except (sqlite3.Error, UnicodeDecodeError):
        remains.findings.append(Found(Finding.TABLE_UNREADABLE, table))


def _add(remains: Remains, kind: Kind, row: tuple[Cell, ...]) -> None:
    item_id, parent, rank, *cells = row
    if not (isinstance(item_id, str) and isinstance(parent, str) and isinstance(rank, str)):
        remains.findings.append(Found(Finding.BAD_VALUE, kind.table, field=PLACE[0]))
        return
    if item_id in remains.items:
        remains.findings.append(Found(Finding.DUPLICATE_ID, kind.table, item_id))
        return
    values = {}
    for spec, cell in zip(kind.stored, cells, strict=True):
        try:
            values[spec.key] = _value(spec, cell)
        except (ValueError, LookupError, RecursionError):
            remains.findings.append(Found(Finding.BAD_VALUE, kind.table, item_id, spec.key))
    remains.items[item_id] = kind.cls(item_id, parent, rank, **values)


def _value(spec: Field, cell: Cell) -> Value:
    decode = decoder(spec)
    value = decode(cell) if decode else cell
    if isinstance(value, bytes) or not spec.accepts(value):
        raise ValueError(spec.key)
    return value


def _add_entry(remains: Remains, revision: Cell, payload: Cell) -> None:
    previous = remains.entries[-1].revision if remains.entries else 0
    if isinstance(revision, int) and isinstance(payload, str) and revision > previous:
        remains.entries.append(Entry(revision, payload))
    else:
        remains.findings.append(Found(Finding.HISTORY, "history"))


def _mend(items: dict[str, Item], fault: Refused) -> None:
    item_id = fault.details["item"]
    item = items.get(item_id)
    match fault.code:
        case Refusal.UNKNOWN_ITEM:
            items[PLAN_ID] = PlanHead(PLAN_ID)
        case Refusal.BAD_VALUE if item is not None:
            spec = item.kind.by_key[fault.details["field"]]
            items[item_id] = item.with_value(spec.key, spec.default)
        case Refusal.DANGLING if item is not None and not isinstance(item, Link):
            items[item_id] = item.with_value(fault.details["field"], "")
        case Refusal.WRONG_PARENT | Refusal.CYCLE if isinstance(item, Measure) and item.parent != ROOT:
            items[item_id] = item.at(ROOT, item.rank)
        case _:
            items.pop(item_id, None)
