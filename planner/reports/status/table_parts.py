"""Parts of tables: the rows of some measures or of one unit, what is merged merged again.

`planner.reports.status` imports it, and the window where it looks back at a period.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from planner.reports.table import Cell, Column, Role, Row, Table, common_spans


def of_measures(table: Table, chosen: Callable[[str], bool]) -> Table:
    """Return the rows that speak of chosen measures, by their ids, with the bands above them."""
    wanted = [
        row.role in (Role.ITEM, Role.BAND) and (row.role is Role.BAND or chosen(row.subject or row.source))
        for row in table.rows
    ]
    return _with_rows(table, _without_empty_bands(table.rows, wanted))


def of_unit(table: Table, unit_id: str) -> Table:
    """Return the rows below the band of one unit, without the band itself."""
    wanted: list[bool] = []
    inside = False
    for row in table.rows:
        inside = row.source == unit_id if row.role is Role.BAND else inside
        wanted.append(inside and row.role is not Role.BAND)
    return _with_rows(table, wanted)


def with_column(table: Table, column: Column, cell: Callable[[Row], Cell], before: str) -> Table:
    """Return the table with one more column, before that of a key (at the end where there is none)."""
    keys = [known.key for known in table.columns]
    place = keys.index(before) if before in keys else len(keys)
    columns = (*table.columns[:place], column, *table.columns[place:])
    rows = tuple(
        replace(row, cells=(*row.cells[:place], cell(row), *row.cells[place:])) for row in table.rows
    )
    spans = tuple(
        replace(span, column=span.column + 1) if span.column >= place else span for span in table.spans
    )
    return replace(table, columns=columns, rows=rows, spans=spans)


def some_rows(table: Table, skipped: int, most: int) -> Table:
    """Return the table without its first rows, and with no more than `most` of the others if that isn't 0."""
    end = skipped + most if most else len(table.rows)
    return _with_rows(table, [skipped <= place < end for place in range(len(table.rows))])


def empty_columns(table: Table, *keys: str) -> list[str]:
    """Return those of some columns in which no row has anything."""
    return [
        column.key
        for place, column in enumerate(table.columns)
        if column.key in keys and not any(row.cells[place] for row in table.rows)
    ]


def without_columns(table: Table, *keys: str) -> Table:
    """Return the table without some columns; one that it does not have is no matter."""
    places = [place for place, column in enumerate(table.columns) if column.key not in keys]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in table.rows),
        spans=tuple(
            replace(span, column=places.index(span.column)) for span in table.spans if span.column in places
        ),
    )


def _without_empty_bands(rows: Sequence[Row], wanted: list[bool]) -> list[bool]:
    """Take out the bands that no row follows before the next band."""
    followed = False
    kept = list(wanted)
    for place in reversed(range(len(rows))):
        if rows[place].role is Role.BAND:
            kept[place], followed = followed, False
        else:
            followed = followed or wanted[place]
    return kept


def _with_rows(table: Table, wanted: Sequence[bool]) -> Table:
    """Return the table with only the wanted rows; a value that was merged over several still is."""
    keys: dict[str, list[str]] = {}
    for column in {span.column for span in table.spans}:
        owner = {
            row: f"span {span.first}"
            for span in table.spans
            if span.column == column
            for row in range(span.first, span.last + 1)
        }
        keys[table.columns[column].key] = [
            owner.get(row, f"row {row}") for row, keep in enumerate(wanted) if keep
        ]
    rows = tuple(row for row, keep in zip(table.rows, wanted, strict=True) if keep)
    return replace(table, rows=rows, spans=common_spans(table.columns, keys))
