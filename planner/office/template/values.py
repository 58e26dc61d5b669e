"""Writes what is filled into one cell of a template, in the style that the template gives it.

Only `planner.office.template` imports it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from planner.office.cell_xml import (
    EMPTY,
    FIRST_DAY,
    day_xml,
    known_text_xml,
    literal,
    number_xml,
    storable,
)
from planner.office.template.reading import Part, Value
from planner.office.template.styles import Styles
from planner.reports.computed import ColumnSum, RowSum, Share
from planner.reports.outcome import Remark, RemarkCode
from planner.reports.table import Cell, CellType, Quantity, cell_text
from planner.reports.template_fields import FieldName

_DAY = "yyyy-mm-dd"
_PERCENT = "0.0%"

Found = Callable[[FieldName], tuple[Cell, CellType]]
"""Gives what a field holds in the row that is being written."""


def no_row(field: FieldName) -> tuple[Cell, CellType]:
    """Stand in for a row where there is none: only the plan's values are filled in there."""
    raise KeyError(field)


class ValueWriter:
    """Writes cells of one workbook; `remarks` says what could not be written as it stands."""

    def __init__(self, styles: Styles, values: Mapping[str, Cell]) -> None:
        self.styles = styles
        self._values = values
        self.remarks: list[Remark] = []

    def cell(self, parts: Sequence[Part], found: Found, style: int, place: str) -> tuple[int, str]:
        """Return the style of a cell, and the rest of its tag, as in `planner.office.cell_xml`.

        A cell with nothing but one field keeps numbers and days as such; with text around it, it is text.
        """
        if len(parts) == 1 and not isinstance(parts[0], str):
            cell, kind = self._held(parts[0], found)
            return self._typed(cell, kind, style, place)
        return self._text(self.text(parts, found), style, place)

    def text(self, parts: Sequence[Part], found: Found) -> str:
        """Return how the parts of a cell read together."""
        return "".join(
            part if isinstance(part, str) else cell_text(*self._held(part, found)) for part in parts
        )

    def _held(self, part: FieldName | Value, found: Found) -> tuple[Cell, CellType]:
        if isinstance(part, Value):
            return self._values[part.key], CellType.TEXT
        return found(part)

    def _typed(self, cell: Cell, kind: CellType, style: int, place: str) -> tuple[int, str]:
        if isinstance(cell, ColumnSum | RowSum | Share):
            cell = cell.value
        if self.styles.is_text(style):
            return self._text(cell_text(cell, kind), style, place)
        match cell:
            case None:
                return style, EMPTY
            case Quantity() if storable(cell.number):
                shown = f"{literal(cell.before)}General{literal(cell.after)}"
                return self.styles.twin(style, shown_as=shown), number_xml(cell.number)
            case date() if cell >= FIRST_DAY:
                shown = "" if self.styles.shows_day(style) else _DAY
                return self.styles.twin(style, shown_as=shown), day_xml(cell)
            case int() | float() if storable(cell):
                return self._number(cell, kind, style)
        return self._text(cell_text(cell, kind), style, place)

    def _number(self, number: float, kind: CellType, style: int) -> tuple[int, str]:
        if kind is not CellType.PERCENT:
            return style, number_xml(number)
        if self.styles.is_general(style):
            return self.styles.twin(style, shown_as=_PERCENT), number_xml(number / 100)
        return style, number_xml(number / 100 if self.styles.shows_percent(style) else number)

    def _text(self, text: str, style: int, place: str) -> tuple[int, str]:
        xml, quoted, removed, length = known_text_xml(text)
        if removed:
            self.remarks.append(Remark(RemarkCode.CLEANED, place, {"count": str(removed)}))
        if length:
            self.remarks.append(Remark(RemarkCode.SHORTENED, place, {"count": str(length)}))
        return self.styles.twin(style, quoted=quoted), xml
