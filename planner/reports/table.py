"""The one table that workbook, print preview, Word, CSV and clipboard render.

A table says what stands where and how it is to be read; fonts and colours belong to the preset. Every row
carries all its cells, also those that are shown merged with the row above, so that any renderer may take or
leave the merging. Any room above `app` may import it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from planner.domain.lights import Light
from planner.reports.charts import Chart
from planner.reports.computed import ColumnSum, Computed, RowSum, Share, SheetLink
from planner.reports.paper import Paper

SHAPES = {
    Light.NONE: "○",
    Light.DONE: "✔",
    Light.GREEN: "●",
    Light.BLUE: "◆",
    Light.YELLOW: "▲",
    Light.RED: "■",
}
"""The sign of each light, told apart without colour."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the words around it, as in `≥30` or `5000左右`; kept a number where that can be."""

    number: float
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class LightSign:
    """A light with its word in the table's language."""

    light: Light
    word: str


Cell = str | int | float | date | Quantity | LightSign | Computed | SheetLink | None


class CellType(StrEnum):
    """What a column holds; a cell that has no such value may hold text instead."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"
    """A number from 0 to 100."""
    LIGHT = "light"


class Align(StrEnum):
    """Where a cell's text stands between its left and its right edge."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` is in Latin characters of the body font.

    A `tinted` column takes the colour of the row's layer, a `stepped` one is indented by the row's level.
    Neighbours of one `group` stand under its name in the heading. `leads` is the key of the sheet that has a
    row for what a cell speaks of. A cell takes one of the `choices`, or `several`; none means anything.
    `starts` is the first day of the period that a column of a timeline stands for.
    """

    key: str
    label: str
    width: float
    type: CellType = CellType.TEXT
    align: Align = Align.LEFT
    wrap: bool = True
    tinted: bool = False
    stepped: bool = False
    group: str = ""
    leads: str = ""
    choices: tuple[str, ...] = ()
    several: bool = False
    starts: date | None = None


class Role(StrEnum):
    """What a row is for. A band is one text across the whole table, kept in the first cell."""

    BAND = "band"
    ITEM = "item"
    GAP = "gap"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with a cell for each column.

    `level` is its place in the outline, `tint` the layer that colours it (from 1; 0 for none), `source` the
    id of the item that it shows; `subject` that of the one that it speaks of, where that is another.
    """

    cells: tuple[Cell, ...]
    role: Role = Role.ITEM
    level: int = 0
    tint: int = 0
    source: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Says that the columns with `starts` are filled from the days in two others, a light giving the colour.

    `months` is how long a column's period is.
    """

    start: str
    end: str
    light: str
    months: int


@dataclass(frozen=True, slots=True)
class Span:
    """Rows `first` to `last` of one column that show one common value."""

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Page:
    """The paper that a table is printed on, as wide as one page; margins in millimetres."""

    landscape: bool
    top: float
    bottom: float
    left: float
    right: float
    paper: Paper = Paper.A4

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet as it lies."""
        width, height = self.paper.size
        return (height, width) if self.landscape else (width, height)


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table. `name` is what a sheet or a list of contents calls it.

    `issuer` and `dated` stand under the title at the left and right edge, `notes` below the last row, the
    label `attachment` above the title. `key` names the sheet for links and programs. A `raw` table is for
    computing: no title, nothing merged. One on a `single_page` is made smaller until it fits. `back` are the
    words that lead to the cover, if any.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    page: Page
    spans: tuple[Span, ...] = ()
    issuer: str = ""
    dated: str = ""
    notes: tuple[str, ...] = ()
    key: str = ""
    raw: bool = False
    single_page: bool = False
    back: str = ""
    timeline: Timeline | None = None
    charts: tuple[Chart, ...] = ()
    attachment: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                raise ValueError(f"row {number} of {self.name!r} has {len(row.cells)} cells")

    @property
    def plain(self) -> bool:
        """Whether no cell is merged, so that the rows can be sorted and filtered."""
        return not self.spans and all(row.role is not Role.BAND for row in self.rows)

    @property
    def grouped(self) -> bool:
        """Whether the heading has a second row above, with the names of groups of columns."""
        return any(column.group for column in self.columns)

    @property
    def heading_row(self) -> int:
        """The place of the first heading row on a sheet, counted from 0."""
        return 0 if self.raw else 1 + bool(self.attachment) + bool(self.issuer or self.dated)

    @property
    def first_row(self) -> int:
        """The place of the first of the rows on a sheet, counted from 0."""
        return self.heading_row + (2 if self.grouped else 1)

    def column_place(self, key: str) -> int:
        """Return the place of a column by its key; ValueError where there is none."""
        return [column.key for column in self.columns].index(key)


def cell_text(cell: Cell, kind: CellType = CellType.TEXT) -> str:
    """Return how a cell of a column of this type reads."""
    match cell:
        case str():
            text = cell
        case SheetLink():
            text = cell.text
        case Quantity():
            text = f"{cell.before}{plain_number(cell.number)}{cell.after}"
        case LightSign():
            text = f"{SHAPES[cell.light]} {cell.word}"
        case date():
            text = cell.isoformat()
        case ColumnSum() | RowSum() | Share():
            text = cell_text(cell.value, kind)
        case int() | float():
            text = f"{cell:.1f}%" if kind is CellType.PERCENT else plain_number(cell)
        case _:
            text = ""
    return text


def plain_number(number: float) -> str:
    """Return a number in the digits that a person would write: `4.5`, `5000`."""
    return f"{number:.15g}" if abs(number) < 1e15 else f"{number:.0f}"


def common_spans(columns: Sequence[Column], keys: Mapping[str, Sequence[str]]) -> tuple[Span, ...]:
    """Return the spans of the named columns where neighbouring rows have the same key.

    `keys` gives by a column's key one key for each row; a row that is alone needs no span.
    """
    spans = []
    for index, column in enumerate(columns):
        first = 0
        for _, group in groupby(keys.get(column.key, ())):
            count = len(list(group))
            if count > 1:
                spans.append(Span(index, first, first + count - 1))
            first += count
    return tuple(spans)


def column_groups(columns: Sequence[Column]) -> list[tuple[str, int, int]]:
    """Return the groups of the heading: name, first and last column; a column without one stands alone."""
    groups: list[tuple[str, int, int]] = []
    place = 0
    for name, members in groupby(columns, key=lambda column: column.group):
        count = len(list(members))
        groups += (
            [(name, place, place + count - 1)]
            if name
            else [("", alone, alone) for alone in range(place, place + count)]
        )
        place += count
    return groups
