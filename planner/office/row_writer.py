"""Writes the cells of a table's rows, each with its look. Only `planner.office` imports it."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from planner.office.cell_xml import (
    EMPTY,
    FIRST_DAY,
    day_xml,
    formula_xml,
    known_text_xml,
    number_xml,
    storable,
    text_xml,
)
from planner.office.formats import Formats, Look
from planner.office.row_stream import RowStream
from planner.reports.computed import ColumnSum, Computed, RowSum, Share, SheetLink
from planner.reports.outcome import RemarkCode
from planner.reports.table import Cell, CellType, LightSign, Quantity, Row, Table, cell_text

_Mark = tuple[str, str, Look]
"""What stands before and behind the number of the line in a cell's tag, by the look that it has."""

RemarkOn = Callable[..., None]
"""Takes a code, a line, a column and numbers for the sentence."""


class RowWriter:
    """Writes lines of a sheet from the top, each whole; lines and columns count from 0."""

    def __init__(self, table: Table, formats: Formats, remark: RemarkOn) -> None:
        self._table = table
        self._formats = formats
        self._remark = remark
        self._letters = [column_letters(column) for column in range(len(table.columns) + 2)]
        self._marks: dict[tuple[object, ...], Sequence[_Mark]] = {}
        self._cell_looks: dict[tuple[object, ...], Look] = {}
        self._id_look = formats.note()
        self.stream = RowStream()
        self.line = 0

    def free(
        self, cells: Sequence[tuple[int, str, Look]], height: float, blank: Sequence[tuple[int, Look]] = ()
    ) -> None:
        """Write a line that is no row of the table: texts and blank cells by column."""
        parts = {column: self._text(column, text, look) for column, text, look in cells}
        for column, look in blank:
            parts.setdefault(column, f'<c r="{self._letters[column]}{self.line + 1}" s="{look.plain}"/>')
        self._end([parts[column] for column in sorted(parts)], height, 0)

    def heading(self, days: dict[int, date], labels: dict[int, tuple[str, Look]], height: float) -> None:
        """Write the line of labels; a day stands where one is given for a column."""
        parts = []
        for column, (label, look) in labels.items():
            if column in days:
                place = f"{self._letters[column]}{self.line + 1}"
                parts.append(f'<c r="{place}" s="{look.plain}"{day_xml(days[column])}')
            else:
                parts.append(self._text(column, label, look))
        self._end(parts, height, 0)

    def row(self, row: Row, height: float | None, covered: Collection[int], level: int) -> None:
        """Write a row of the table; the cells of `covered` columns are blank, as a merged one hides them."""
        number = self.line + 1
        parts: list[str] = []
        for column, (cell, (start, style, look)) in enumerate(
            zip(row.cells, self._marks_of(row), strict=True)
        ):
            if cell is None or column in covered:
                parts.append(f"{start}{number}{style}/>")
            elif cell.__class__ is str:
                xml, quoted, removed, length = known_text_xml(cell)
                parts.append(f"{start}{number}{_style(look.quoted) if quoted else style}{xml}")
                if removed or length:
                    self._remark_on_text(column, removed, length)
            else:
                parts.append(self._other(column, cell, row, look))
        if row.source and not self._table.raw:
            parts.append(self._text(len(row.cells), row.source, self._id_look))
        self._end(parts, height, level)

    def _end(self, parts: list[str], height: float | None, level: int) -> None:
        self.line += 1
        tall = f' ht="{height:.6g}" customHeight="1"' if height is not None else ""
        deep = f' outlineLevel="{level}"' if level else ""
        self.stream.add(f'<row r="{self.line}"{tall}{deep}>{"".join(parts)}</row>')

    def _text(self, column: int, text: str, look: Look) -> str:
        xml, quoted, removed, length = text_xml(text)
        if removed or length:
            self._remark_on_text(column, removed, length)
        style = look.quoted if quoted else look.plain
        return f'<c r="{self._letters[column]}{self.line + 1}" s="{style}"{xml}'

    def _remark_on_text(self, column: int, removed: int, length: int) -> None:
        if removed:
            self._remark(RemarkCode.CLEANED, self.line, column, count=removed)
        if length:
            self._remark(RemarkCode.SHORTENED, self.line, column, count=length)

    def _other(self, column: int, cell: Cell, row: Row, look: Look) -> str:
        """Write what is no text; what a number or a day can't hold becomes text after all."""
        kind = self._table.columns[column].type
        xml = EMPTY
        match cell:
            case Quantity() if storable(cell.number):
                look, xml = self._special(column, cell, row), number_xml(cell.number)
            case date() if cell >= FIRST_DAY:
                xml = day_xml(cell)
            case int() | float() if storable(cell):
                xml = number_xml(cell / 100 if kind is CellType.PERCENT else cell)
            case ColumnSum() | RowSum() | Share():
                value = cell.value / 100 if kind is CellType.PERCENT else cell.value
                xml = formula_xml(self._formula(column, cell), value)
            case LightSign() | SheetLink():
                return self._text(column, cell_text(cell), self._special(column, cell, row))
            case _:
                return self._text(column, cell_text(cell, kind), look)
        return f'<c r="{self._letters[column]}{self.line + 1}" s="{look.plain}"{xml}'

    def _formula(self, column: int, cell: Computed) -> str:
        number = self.line + 1
        match cell:
            case RowSum(_, keys):
                return f"SUM({','.join(f'{self._letter(key)}{number}' for key in keys)})"
            case Share(_, part, whole):
                return f'IFERROR({self._letter(part)}{number}/{self._letter(whole)}{number},"")'
            case ColumnSum(_, first, last, where):
                own = self._range(self._letters[column], first, last)
                if not where:
                    return f"SUM({own})"
                names = self._range(self._letter(where), first, last)
                return f"SUMPRODUCT(EXACT({names},{self._letter(where)}{number})*1,{own})"

    def _range(self, letters: str, first: int, last: int) -> str:
        top = self._table.first_row + 1
        return f"{letters}${top + first}:{letters}${top + last}"

    def _letter(self, key: str) -> str:
        return self._letters[self._table.column_place(key)]

    def _marks_of(self, row: Row) -> Sequence[_Mark]:
        key = (row.role, row.tint, row.level)
        known = self._marks.get(key)
        if known is None:
            looks = [self._formats.cell(None, column, row) for column in self._table.columns]
            known = self._marks[key] = [
                (f'<c r="{letters}', _style(look.plain), look)
                for letters, look in zip(self._letters, looks, strict=False)
            ]
        return known

    def _special(self, column: int, cell: Quantity | LightSign | SheetLink, row: Row) -> Look:
        variant = (cell.before, cell.after) if isinstance(cell, Quantity) else type(cell)
        light = cell.light if isinstance(cell, LightSign) else None
        key = (column, row.role, row.tint, row.level, variant, light)
        known = self._cell_looks.get(key)
        if known is None:
            known = self._cell_looks[key] = self._formats.cell(cell, self._table.columns[column], row)
        return known


def _style(number: int) -> str:
    return f'" s="{number}"'


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: A, B … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(65 + place) + letters
    return letters
