"""A database in memory that may be damaged or hostile, opened so that it can do no harm.

Nothing can be attached or written, functions and views of the file don't run, no cell is longer than the
file, and a query that takes too long is broken off.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

_HEADER = b"SQLite format 3\x00"
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_CHECKS = frozenset({"application_id", "user_version", "quick_check"})
_STEPS = 50_000
_SECONDS = 10.0
_BYTES_A_SECOND = 1_000_000


def looks_like_sqlite(data: bytes) -> bool:
    """Whether the bytes begin as an SQLite database does."""
    return len(data) >= 100 and data.startswith(_HEADER)


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
    if action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first in _CHECKS):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _alarm(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
