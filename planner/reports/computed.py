"""Cells that a workbook computes from other cells of the same table, with the value that comes out.

A renderer without formulas shows the value. Only `planner.reports` and what renders its tables import it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """The sum of this column over the rows `first` to `last` of the table, counted from 0.

    With `where`, the key of a column, only rows count that have the same text in it as the sum's own row.
    """

    value: float
    first: int
    last: int
    where: str = ""


@dataclass(frozen=True, slots=True)
class RowSum:
    """The sum of some cells of the same row, by the keys of their columns."""

    value: float
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What share one cell of the row is of another, as a percentage, by the keys of their columns."""

    value: float
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A text that leads to another sheet of the workbook, by its key."""

    text: str
    sheet: str


Computed = ColumnSum | RowSum | Share
