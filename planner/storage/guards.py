"""A database in memory that may be damaged or hostile, opened so that it can do no harm.

Nothing can be attached or written, functions and views of the file don't run, no cell is longer than the
file, and a query that takes too long is broken off.
"""

import sqlite3
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

_MAGIC = b"SQLite format 3\x00"
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_STEPS = 50_000
_SECONDS = 10.0
_BYTES_A_SECOND = 1_000_000


def header(data: bytes) -> tuple[int, int]:
    """Return the application id and the user version of a database; zeros where the bytes are none."""
    if len(data) < 100 or not data.startswith(_MAGIC):
        return 0, 0
    version, application_id = struct.unpack_from(">I4xI", data, 60)
    return application_id, version


def has_all_pages(data: bytes) -> bool:
    """Whether the file is as long as its header says; SQLite itself reads a missing end as zeros."""
    page_size, page_count = struct.unpack_from(">H10xI", data, 16)
    expected: int = (65536 if page_size == 1 else page_size) * page_count
    return len(data) == expected


@contextmanager
def guarded(data: bytes) -> Iterator[sqlite3.Connection]:
    """Open the bytes of a database for reading; queries raise `sqlite3.Error` where they find damage."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        _limit(connection, len(data))
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.set_authorizer(_authorize)
        connection.set_progress_handler(_alarm(_SECONDS + len(data) / _BYTES_A_SECOND), _STEPS)
        yield connection


def unguard(connection: sqlite3.Connection) -> None:
    """Allow writing, to bring tables that are known to be ours to a newer form."""
    connection.set_authorizer(None)
    connection.execute("PRAGMA query_only = OFF")


def _limit(connection: sqlite3.Connection, size: int) -> None:
    for limit, value in (
        (sqlite3.SQLITE_LIMIT_LENGTH, max(size, 100_000)),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (sqlite3.SQLITE_LIMIT_COLUMN, 200),
        (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
        (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ):
        connection.setlimit(limit, value)


def _authorize(action: int, first: str | None, *_rest: str | None) -> int:
    if action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first == "quick_check"):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _alarm(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
