"""From the content of a plan to the bytes of its file: a database built in memory, and sealed."""

import sqlite3
from contextlib import closing
from operator import attrgetter

from planner.app.document import Content
from planner.storage import seal
from planner.storage.schema import APPLICATION_ID, HISTORY, Format, columns, insert, rows


def encode(content: Content, form: Format, program: str) -> tuple[bytearray, bytes]:
    """Return the bytes of a plan file and their seal; `program` is the version of the program that writes."""
    mark = seal.new_mark()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for pragma in (f"application_id = {APPLICATION_ID}", f"user_version = {form.version}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        for statement in form.statements:
            connection.execute(statement)
        meta = {"plan_id": content.plan_id, "created": content.created, "program": program, "seal": mark}
        connection.executemany(insert("meta", 2), meta.items())
        for kind in form.kinds:
            connection.executemany(
                insert(kind.table, len(columns(kind))), rows(kind, content.plan.in_order(kind.cls))
            )
        connection.executemany(insert("history", 2), map(attrgetter(*HISTORY), content.entries))
        connection.execute("COMMIT")
        data = connection.serialize()
    return seal.seal(data, mark)
