"""Charts of a table's own numbers, as data; a renderer draws them natively, from the cells.

Only `planner.reports` and what renders its tables import it.
"""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """How the numbers are drawn."""

    BARS = "bars"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over the rows `first` to `last` of a table.

    `categories` is the key of the column that names the bars, `series` the keys of those that give their
    lengths, each with a colour as `#rrggbb`. `percent` means that the axis goes from 0 to 100 percent.
    """

    title: str
    kind: ChartKind
    first: int
    last: int
    categories: str
    series: tuple[tuple[str, str], ...]
    percent: bool = False
