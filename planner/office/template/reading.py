"""What a template wants filled in, and all that is wrong with it. Only `planner.office.template` imports it.

A row with placeholders of fields repeats. In a sheet without one, the row below a heading whose cells are
named after fields does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.office.row_writer import column_letters
from planner.office.template.placeholders import BadPlaceholder, Piece, Placeholder, is_marked, pieces_of
from planner.office.template.sheet import Sheet
from planner.reports.sheets import BY_KEY
from planner.reports.template_faults import Fault, FaultCode
from planner.reports.template_fields import FieldName, TemplateNames

_LEAST_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the plan as a whole, by its key."""

    key: str


Part = str | FieldName | Value
"""A stretch of a cell: text that stays, or what is filled in."""


@dataclass(slots=True)
class Repeat:
    """A row that is repeated for the rows of one of our sheets: the parts of its cells by column.

    `merged` says by column whether equal neighbours are to be merged, where the template says so.
    """

    row: int
    table: str
    cells: dict[int, list[Part]]
    merged: dict[int, bool] = field(default_factory=dict)


@dataclass(slots=True)
class Wishes:
    """What one sheet wants: single cells by row and column, and rows that repeat, top down.

    `unnamed` are the headings beside known ones that name no field, by the place of their cell.
    """

    sheet: Sheet
    cells: dict[tuple[int, int], list[Part]] = field(default_factory=dict)
    repeats: list[Repeat] = field(default_factory=list)
    unnamed: dict[str, str] = field(default_factory=dict)


class Reader:
    """Reads the sheets of one template and collects what is wrong."""

    def __init__(self, names: TemplateNames) -> None:
        self._names = names
        self.faults: list[Fault] = []

    def wishes(self, sheets: Sequence[Sheet]) -> list[Wishes]:
        """Return what each sheet wants; look at `faults` afterwards."""
        read = [self._marked(sheet) for sheet in sheets]
        any_marked = bool(self.faults) or any(wishes.cells or wishes.repeats for wishes in read)
        for wishes in read:
            if not wishes.repeats and (wishes.cells or not any_marked):
                self._read_headings(wishes)
        if not self.faults and not any(wishes.cells or wishes.repeats for wishes in read):
            self.faults.append(Fault(FaultCode.NOTHING_TO_FILL))
        return read

    def values_in(self, text: str, place: str) -> list[Part] | None:
        """Return the parts of a text outside the cells, with the plan's values only; None if bad."""
        pieces = self._pieces(text, place)
        return None if pieces is None else [self._value(piece, place) for piece in pieces]

    def _marked(self, sheet: Sheet) -> Wishes:
        wishes = Wishes(sheet)
        rows: dict[int, dict[int, list[Piece]]] = {}
        for row, column, cell in sheet.cells():
            text = sheet.text(cell)
            if is_marked(text):
                pieces = self._pieces(text, _place(sheet, row, column))
                if pieces is not None:
                    rows.setdefault(row, {})[column] = pieces
        for row, cells in rows.items():
            named = [piece for pieces in cells.values() for piece in pieces if isinstance(piece, Placeholder)]
            if any(piece.table or self._names.value(piece.name) is None for piece in named):
                wishes.repeats.append(self._repeat(sheet, row, cells, named))
            else:
                for column, pieces in cells.items():
                    place = _place(sheet, row, column)
                    wishes.cells[row, column] = [self._value(piece, place) for piece in pieces]
        return wishes

    def _repeat(
        self, sheet: Sheet, row: int, cells: dict[int, list[Piece]], named: Sequence[Placeholder]
    ) -> Repeat:
        table = self._table_of(sheet, row, cells, named)
        repeat = Repeat(row, table, {})
        for column, pieces in cells.items():
            place = _place(sheet, row, column)
            repeat.cells[column] = [self._part(piece, table, place) for piece in pieces]
            for piece in pieces:
                if isinstance(piece, Placeholder) and piece.merged is not None:
                    repeat.merged[column] = piece.merged
        return repeat

    def _table_of(
        self, sheet: Sheet, row: int, cells: dict[int, list[Piece]], named: Sequence[Placeholder]
    ) -> str:
        """Return the sheet of ours that a row takes its fields from: the one it names, or knows most of."""
        chosen = ""
        for column, pieces in cells.items():
            for piece in pieces:
                if isinstance(piece, Placeholder) and piece.table:
                    key = self._names.sheet(piece.table)
                    if key is None:
                        self._fault(FaultCode.UNKNOWN_SHEET, _place(sheet, row, column), name=piece.table)
                    chosen = chosen or key or ""
        return chosen or self._names.best_sheet([piece.name for piece in named])

    def _part(self, piece: Piece, table: str, place: str) -> Part:
        if isinstance(piece, str):
            return piece
        other = self._names.sheet(piece.table) if piece.table else table
        if other is None:
            return ""
        if other != table:
            self._fault(FaultCode.OTHER_TABLE, place, name=piece.name, table=BY_KEY[table].label)
            return ""
        found = self._names.field(table, piece.name)
        if found is not None:
            return found
        if self._names.value(piece.name) is None and self._is_field(piece.name):
            self._fault(FaultCode.OTHER_TABLE, place, name=piece.name, table=BY_KEY[table].label)
            return ""
        return self._value(piece, place)

    def _value(self, piece: Piece, place: str) -> Part:
        if isinstance(piece, str):
            return piece
        key = self._names.value(piece.name)
        if key is not None:
            return Value(key)
        if self._is_field(piece.name):
            self._fault(FaultCode.NOT_HERE, place, name=piece.name)
        else:
            nearest = self._names.nearest(piece.name)
            self._fault(FaultCode.UNKNOWN_NAME, place, name=piece.name, nearest=nearest)
        return ""

    def _is_field(self, name: str) -> bool:
        return any(self._names.field(sheet, name) for sheet in self._names.tables())

    def _pieces(self, text: str, place: str) -> list[Piece] | None:
        try:
            return pieces_of(text)
        except BadPlaceholder as bad:
            code, said = bad.args
            self._fault(code, place, name=said)
            return None

    def _read_headings(self, wishes: Wishes) -> None:
        """Find the row whose cells are named after most fields, and let the row below it repeat."""
        sheet = wishes.sheet
        texts: dict[int, dict[int, str]] = {}
        for row, column, cell in sheet.cells():
            text = " ".join(sheet.text(cell).split())
            if text:
                texts.setdefault(row, {})[column] = text
        hanging = {(top, left): bottom for top, left, bottom, _ in sheet.merged() if bottom > top}
        for (top, left), bottom in hanging.items():
            if left in texts.get(top, {}) and any(column != left for column in texts.get(bottom, {})):
                texts[bottom].setdefault(left, texts[top][left])
        best: tuple[int, int, str] = (0, 0, "")
        for row, named in texts.items():
            table = self._table_of_headings(sheet, list(named.values()))
            count = sum(self._names.field(table, text) is not None for text in named.values())
            if count > best[0] and count * 2 >= len(named):
                best = (count, row, table)
        count, row, table = best
        if count < _LEAST_HEADINGS:
            return
        below = 1 + max([row, *(hanging.get((row, column), row) for column in texts[row])])
        cells: dict[int, list[Part]] = {}
        for column, text in texts[row].items():
            found = self._names.field(table, text)
            if found is not None:
                cells[column] = [found]
            else:
                wishes.unnamed[_place(sheet, row, column)] = text
        wishes.repeats.append(Repeat(below, table, cells))

    def _table_of_headings(self, sheet: Sheet, headings: Sequence[str]) -> str:
        named = self._names.sheet(sheet.name)
        best = self._names.best_sheet(headings)
        if named is None:
            return best
        known = [sum(self._names.field(key, text) is not None for text in headings) for key in (named, best)]
        return named if known[0] >= known[1] else best

    def _fault(self, code: FaultCode, place: str, **details: str) -> None:
        self.faults.append(Fault(code, place, details))


def _place(sheet: Sheet, row: int, column: int) -> str:
    return f"{sheet.name}!{column_letters(column)}{row}"


def wanted_columns(wishes: Sequence[Wishes]) -> dict[str, list[str]]:
    """Return the columns of each of our sheets that the template asks for."""
    wanted: dict[str, list[str]] = {}
    for one in wishes:
        for repeat in one.repeats:
            columns = wanted.setdefault(repeat.table, [])
            columns += [
                part.column
                for parts in repeat.cells.values()
                for part in parts
                if isinstance(part, FieldName) and part.column not in columns
            ]
    return wanted
