"""One entry for each value of a pasted block, with all that its row and its column say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.app.indicator_paste.columns import (
    ROLES,
    VALUES,
    Columns,
    Layout,
    Part,
    period_of,
    read_role,
    role_at,
)
from planner.app.paste.grid import Grid


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with a value: where it stands, and the texts that say what it is.

    `indicator` is the id where the place itself says it, `period` empty where no time could be read. An entry
    `beyond` the last row or column of what it is pasted onto has no place at all.
    """

    row: int
    column: int
    text: str
    period: str
    role: str
    name: str = ""
    unit: str = ""
    source: str = ""
    notes: str = ""
    indicator: str = ""
    beyond: bool = False


def entries_of(grid: Grid, columns: Columns, today: date, current: str = "") -> Iterator[Entry]:
    """Yield the entries of a block, row by row.

    Values down a column without a heading are those of the indicator `current`.
    """
    values = [place for place, key in enumerate(columns.keys) if key in VALUES]
    for row, cells in enumerate(grid.rows[columns.first :], columns.first):
        for column in values:
            if cells[column].strip():
                yield _entry(cells, columns, row, column, today, current)


def _entry(cells: Sequence[str], columns: Columns, row: int, column: int, today: date, current: str) -> Entry:
    def said(part: Part) -> str:
        place = columns.place(part)
        return " ".join(cells[place].split()) if place is not None else ""

    heading = " ".join(columns.headings[column].split())
    period = columns.periods[column] if columns.layout is Layout.ACROSS else period_of(said(Part.PERIOD))
    down = columns.layout is Layout.DOWN
    return Entry(
        row,
        column,
        cells[column],
        period,
        _role(columns.keys[column], said(Part.ROLE) or (heading if down else ""), period, today),
        heading if down else said(Part.NAME),
        said(Part.UNIT),
        said(Part.SOURCE),
        said(Part.NOTES),
        current if down and not heading else "",
    )


def _role(key: Part, said: str, period: str, today: date) -> str:
    if key in ROLES:
        return key
    return read_role(said) or (role_at(period, today) if period else Part.ACTUAL)
