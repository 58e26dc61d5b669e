"""Makes the copies of a repeated row, filled with the rows of one of our tables.

Only `planner.office.template` imports it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from html import escape
from itertools import groupby

from lxml import etree

from planner.office.cell_xml import EMPTY
from planner.office.row_writer import column_letters
from planner.office.template.growth import Growth, copied_formula, split_address
from planner.office.template.heights import MAX_ROW_HEIGHT, Room
from planner.office.template.package import MAIN, Element, main
from planner.office.template.reading import Part, Repeat
from planner.office.template.sheet import Area, Sheet
from planner.office.template.values import ValueWriter
from planner.reports.layout import MAX_STEPS
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.table import Cell, CellType, Role, Row, Table, cell_text
from planner.reports.template_fields import ITEM_ID, FieldName, place_in, rows_of

_TASK = "task"
"""The column in which our tables say that a place of the framework has no measure."""
_AT_ONCE = 2000
_NOT_COPIED = ("r", "ht", "customHeight", "spans")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of the repeated row: what it holds, or the formula or the constant that the template has."""

    column: int
    style: int
    parts: Sequence[Part] = ()
    formula: str = ""
    constant: str = EMPTY


class RowFiller:
    """Fills the copies of one repeated row of a sheet; `growths` go by sheet name in lower case."""

    def __init__(self, sheet: Sheet, repeat: Repeat, table: Table, writer: ValueWriter) -> None:
        self._sheet = sheet
        self._repeat = repeat
        self.row = repeat.row
        self._table = table
        self._styles = writer.styles
        self._writer = writer
        fields = {part for parts in repeat.cells.values() for part in parts if isinstance(part, FieldName)}
        self._places = {one: place_in(table, one) for one in fields}
        with_gaps = any(one.column == _TASK for one in fields)
        self._shown = rows_of(table, with_gaps=with_gaps)

    @property
    def gain(self) -> int:
        """How many rows the sheet gains; a row that nothing is filled into stays, empty."""
        return max(len(self._shown) - 1, 0)

    def fill(self, growths: Mapping[str, Growth]) -> list[Area]:
        """Put the copies in the place of the row that they are made from; returns what is merged in them."""
        first = growths[self._sheet.name.lower()].row(self.row)
        template = self._sheet.row(first)
        cells = self._template_cells(template)
        groups = self._groups()
        covered = {
            (number, column)
            for column, pairs in groups.items()
            for start, end in pairs
            for number in range(start + 1, end + 1)
        }
        heights = self._heights(template, cells, groups)
        made: list[Element] = []
        waiting: list[str] = []
        rows = self._rows
        for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
            written = [
                self._blank(cell, first + number)
                if (number, cell.column) in covered
                else self._written(cell, row, number, first, growths)
                for cell in cells
            ]
            waiting.append(self._row_xml(template, first + number, height, written))
            if len(waiting) == _AT_ONCE or number + 1 == len(rows):
                made += etree.fromstring(f'<sheetData xmlns="{MAIN}">{"".join(waiting)}</sheetData>')
                waiting.clear()
        data = self._sheet.data
        place = data.index(template)
        data[place : place + 1] = made
        return self._areas(first, groups)

    @cached_property
    def _rows(self) -> list[Row]:
        blank = Row((None,) * len(self._table.columns), Role.GAP)
        return [self._table.rows[number] for number in self._shown] or [blank]

    @cached_property
    def _beside(self) -> dict[int, int]:
        """The last column that each cell of the repeated row is merged with, by its own."""
        row = self.row
        return {left: right for top, left, bottom, right in self._sheet.merged() if top == bottom == row}

    def _template_cells(self, template: Element) -> list[_Cell]:
        found = {split_address(cell.get("r"))[1]: cell for cell in template}
        cells = []
        for column in sorted({*found, *self._repeat.cells}):
            cell = found.get(column)
            style = int(cell.get("s", "0")) if cell is not None else self._sheet.style(template, column)
            parts = self._repeat.cells.get(column, ())
            formula = cell.find(main("f")) if cell is not None else None
            if parts or cell is None:
                cells.append(_Cell(column, style, parts))
            elif formula is not None and formula.text:
                cells.append(_Cell(column, style, formula=formula.text))
            else:
                cells.append(_Cell(column, style, constant=_constant(cell)))
        return cells

    def _groups(self) -> dict[int, list[tuple[int, int]]]:
        """Return, by the columns that are merged, the first and last of the rows of each merged cell."""
        groups: dict[int, list[tuple[int, int]]] = {}
        for column, parts in self._repeat.cells.items():
            place = (
                self._places.get(parts[0]) if len(parts) == 1 and isinstance(parts[0], FieldName) else None
            )
            keys = self._keys(column, place) if place is not None else None
            if keys is not None:
                groups[column] = []
                start = 0
                for _, same in groupby(keys):
                    end = start + len(list(same)) - 1
                    groups[column].append((start, end))
                    start = end + 1
        return groups

    def _keys(self, column: int, place: int) -> list[object] | None:
        """Return a key for each row, equal where neighbours are merged; None where the column is not."""
        wish = self._repeat.merged.get(column)
        spans = [span for span in self._table.spans if span.column == place]
        if wish is False or (wish is None and (not spans or self._sheet.filtered)):
            return None
        if not spans:
            return [cell_text(row.cells[place]) for row in self._rows]
        keys: dict[int, object] = {
            number: (span.first,) for span in spans for number in range(span.first, span.last + 1)
        }
        return [keys.get(number, number) for number in self._shown] or None

    def _areas(self, first: int, groups: Mapping[int, Sequence[tuple[int, int]]]) -> list[Area]:
        areas = [
            (first + start, column, first + end, self._beside.get(column, column))
            for column, pairs in groups.items()
            for start, end in pairs
            if end > start or column in self._beside
        ]
        areas += [
            (first + number, left, first + number, right)
            for number in range(len(self._rows))
            for left, right in self._beside.items()
            if left not in groups
        ]
        return areas

    def _heights(
        self, template: Element, cells: Sequence[_Cell], groups: Mapping[int, Sequence[tuple[int, int]]]
    ) -> list[float]:
        """Return heights in which all text can be read, never less than that of the template's row."""
        usual = self._sheet.height(template)
        rooms = {
            cell.column: Room.of(
                self._sheet, self._styles, cell.style, cell.column, self._beside.get(cell.column, cell.column)
            )
            for cell in cells
            if cell.parts
        }
        heights = []
        for row in self._rows:
            needed = [usual]
            for cell in cells:
                if cell.parts and cell.column not in groups:
                    text = self._writer.text(_parts(cell, row), partial(self._held, row))
                    needed.append(rooms[cell.column].height(text))
            heights.append(max(needed))
        for cell in cells:
            for start, end in groups.get(cell.column, ()):
                row = self._rows[start]
                text = self._writer.text(cell.parts, partial(self._held, row))
                missing = rooms[cell.column].height(text) - sum(heights[start : end + 1])
                heights[end] += max(missing, 0.0)
        return heights

    def _held(self, row: Row, one: FieldName) -> tuple[Cell, CellType]:
        if one.column == ITEM_ID:
            return row.source, CellType.TEXT
        place = self._places[one]
        if place is None:
            return None, CellType.TEXT
        return row.cells[place], self._table.columns[place].type

    def _written(self, cell: _Cell, row: Row, number: int, first: int, growths: Mapping[str, Growth]) -> str:
        line = first + number
        letters = column_letters(cell.column)
        style, xml = cell.style, cell.constant
        if cell.formula:
            formula = copied_formula(cell.formula, growths, self._sheet.name, self.row, number)
            xml = f"><f>{escape(formula, quote=False)}</f></c>"
        elif cell.parts:
            indent = min(row.level, MAX_STEPS) if self._is_stepped(cell) else 0
            place = f"{self._sheet.name}!{letters}{line}"
            style = self._styles.twin(style, indent=indent)
            style, xml = self._writer.cell(_parts(cell, row), partial(self._held, row), style, place)
        return f'<c r="{letters}{line}" s="{style}"{xml}'

    def _is_stepped(self, cell: _Cell) -> bool:
        return any(
            isinstance(part, FieldName)
            and (place := self._places[part]) is not None
            and self._table.columns[place].stepped
            for part in cell.parts
        )

    def _blank(self, cell: _Cell, line: int) -> str:
        return f'<c r="{column_letters(cell.column)}{line}" s="{cell.style}"{EMPTY}'

    def _row_xml(self, template: Element, line: int, height: float, cells: Sequence[str]) -> str:
        if height > MAX_ROW_HEIGHT:
            self._writer.remarks.append(Remark(RemarkCode.TOO_HIGH, f"{self._sheet.name}!A{line}"))
        kept = "".join(
            f' {name}="{escape(value)}"'
            for name, value in template.attrib.items()
            if name not in _NOT_COPIED and not name.startswith("{")
        )
        tall = min(height, MAX_ROW_HEIGHT)
        return f'<row r="{line}" ht="{tall:.6g}" customHeight="1"{kept}>{"".join(cells)}</row>'


def _parts(cell: _Cell, row: Row) -> Sequence[Part]:
    """Return the parts of a cell; where a row says that there is nothing, without the words around fields."""
    if row.role is not Role.GAP:
        return cell.parts
    return [part for part in cell.parts if not isinstance(part, str)]


def _constant(cell: Element) -> str:
    """Return what stands in a cell that nothing is filled into, as the rest of its tag."""
    value, inline = cell.find(main("v")), cell.find(main("is"))
    kind = f' t="{cell.get("t")}"' if "t" in cell.attrib else ""
    if value is not None:
        return f"{kind}><v>{escape(value.text or '', quote=False)}</v></c>"
    if inline is not None:
        return f"{kind}>{etree.tostring(inline).decode()}</c>"
    return EMPTY
