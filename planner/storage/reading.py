"""From the bytes of a plan file to its content: strict, fast, and safe with a file that wishes us ill."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from planner.app.document import Content
from planner.app.garbage import collection_paused
from planner.app.log import Entry
from planner.app.plan_store import Finding, Found, OpenFailed, Salvaged, Trouble
from planner.domain.fields import Kind
from planner.domain.items import Item
from planner.domain.plan import Plan
from planner.domain.soundness import faults
from planner.storage import seal
from planner.storage.guards import guarded, has_all_pages, header, unguard
from planner.storage.loader import loader
from planner.storage.salvage import Remains, collect, finding_of, is_safe_id, repair
from planner.storage.schema import (
    APPLICATION_ID,
    HISTORY,
    Cell,
    Format,
    columns,
    decoders,
    fingerprint,
    select,
    texts,
)

_VERSION_TEXT = re.compile(r"[0-9A-Za-z.+-]{1,40}", re.ASCII)
_UNREADABLE = (sqlite3.Error, TypeError, ValueError, LookupError, RecursionError)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The content of a file, its digest, and the older version of the format that it had, if any."""

    content: Content
    digest: bytes
    migrated_from: int | None


def decode(data: bytes, form: Format, *, accept_broken_seal: bool = False) -> Decoded:
    """Read a plan from the bytes of its file; raises `OpenFailed`."""
    with _opened(data, form) as (connection, version):
        migrated_from = None if version == form.version else version
        mark = _seal_of(connection)
        if mark is None or not seal.is_intact(data, mark):
            _migrate_damaged(connection, form, version)
            content = _check_slowly(connection, form, data, accept=accept_broken_seal)
            return Decoded(content, seal.plain_digest(data), migrated_from)
        try:
            _migrate(connection, form, version)
            content = _read(connection, form)
        except _UNREADABLE:
            raise OpenFailed(Trouble.DAMAGED, collect(connection, form).findings) from None
        return Decoded(content, mark, migrated_from)


def salvage(data: bytes, form: Format, new_id: str) -> Salvaged:
    """Read what can be read; `new_id` names the plan where its own identity is lost. Raises `OpenFailed`."""
    with _opened(data, form) as (connection, version):
        _migrate_damaged(connection, form, version)
        remains = collect(connection, form)
    if not remains.items:
        raise OpenFailed(Trouble.DAMAGED, remains.findings)
    plan_id = remains.meta.get("plan_id", "")
    return repair(remains, plan_id if is_safe_id(plan_id) else new_id)


def plan_id_in(data: bytes) -> str | None:
    """Return the identity of the plan in a file that may be damaged, to find its copies by."""
    try:
        with guarded(data) as connection:
            plan_id = _meta(connection).get("plan_id")
    except _UNREADABLE:
        return None
    return str(plan_id) if is_safe_id(plan_id) else None


@contextmanager
def _opened(data: bytes, form: Format) -> Iterator[tuple[sqlite3.Connection, int]]:
    """Open the database, known to have exactly the tables of its version; raises `OpenFailed`."""
    application_id, version = header(data)
    if application_id != APPLICATION_ID:
        raise OpenFailed(Trouble.NOT_A_PLAN)
    with guarded(data) as connection:
        if version > form.version:
            raise OpenFailed(Trouble.NEWER, needed=_program_of(connection))
        _check_schema(connection, form, version)
        yield connection, version


def _check_schema(connection: sqlite3.Connection, form: Format, version: int) -> None:
    migration = form.migrations.get(version)
    if version != form.version and migration is None:
        raise OpenFailed(Trouble.NOT_A_PLAN)
    try:
        found = connection.execute("SELECT type, sql FROM sqlite_master ORDER BY rowid").fetchall()
    except _UNREADABLE:
        raise OpenFailed(Trouble.DAMAGED, (Found(Finding.PAGES),)) from None
    expected = migration.schema if migration else form.fingerprint
    ours = all(kind == "table" and isinstance(sql, str) for kind, sql in found)
    if not ours or fingerprint(sql for _, sql in found) != expected:
        raise OpenFailed(Trouble.DAMAGED, (Found(Finding.TABLE_UNREADABLE, "sqlite_master"),))


def _migrate(connection: sqlite3.Connection, form: Format, version: int) -> None:
    if version == form.version:
        return
    unguard(connection)
    for step in range(version, form.version):
        for statement in form.migrations[step].statements:
            connection.execute(statement)


def _migrate_damaged(connection: sqlite3.Connection, form: Format, version: int) -> None:
    try:
        _migrate(connection, form, version)
    except sqlite3.Error:
        raise OpenFailed(Trouble.DAMAGED, (Found(Finding.PAGES),)) from None


def _check_slowly(connection: sqlite3.Connection, form: Format, data: bytes, *, accept: bool) -> Content:
    remains = collect(connection, form)
    if not has_all_pages(data):
        remains.findings.append(Found(Finding.PAGES))
    if remains.findings:
        raise OpenFailed(Trouble.DAMAGED, remains.findings)
    if not accept:
        raise OpenFailed(Trouble.SEAL_BROKEN)
    return _content_of(remains)


def _content_of(remains: Remains) -> Content:
    plan = Plan(remains.items.values())
    return Content(plan, remains.meta["plan_id"], tuple(remains.entries), remains.meta.get("created", ""))


def _read(connection: sqlite3.Connection, form: Format) -> Content:
    """Read what carries a whole seal; one of `_UNREADABLE` or `OpenFailed` where it was made on purpose."""
    meta = _meta(connection)
    plan_id, created = meta.get("plan_id"), meta.get("created")
    if not is_safe_id(plan_id) or not isinstance(created, str):
        raise ValueError("the plan has no identity")
    with collection_paused():
        items = [item for kind in form.kinds for item in _items(connection, kind)]
        plan = Plan(items)
        if len(plan) != len(items):
            raise ValueError("two items share an id")
        found = [finding_of(fault) for fault in faults(plan, texts_are_known=True)]
        if found:
            raise OpenFailed(Trouble.DAMAGED, found)
        return Content(plan, str(plan_id), _entries(connection), created)


def _items(connection: sqlite3.Connection, kind: Kind) -> list[Item]:
    names = columns(kind)
    load = loader(kind.cls, names, texts=texts(kind), decoders=decoders(kind))
    items: list[Item] = load(connection.execute(select(kind.table, names)))
    return items


def _entries(connection: sqlite3.Connection) -> tuple[Entry, ...]:
    load = loader(Entry, HISTORY, texts=("payload",))
    entries = load(connection.execute(select("history", HISTORY) + " ORDER BY revision"))
    if entries and entries[0].revision < 1:
        raise ValueError("revisions count from one")
    return tuple(entries)


def _seal_of(connection: sqlite3.Connection) -> bytes | None:
    try:
        mark = _meta(connection).get("seal")
    except _UNREADABLE:
        return None
    return mark if isinstance(mark, bytes) else None


def _meta(connection: sqlite3.Connection) -> dict[str, Cell]:
    return dict(connection.execute(select("meta", ("key", "value"))).fetchall())


def _program_of(connection: sqlite3.Connection) -> str:
    """Return the version of the program that wrote a file, or nothing where it doesn't say."""
    try:
        version = _meta(connection).get("program")
    except _UNREADABLE:
        return ""
    return version if isinstance(version, str) and _VERSION_TEXT.fullmatch(version) else ""
