"""Forms of a report as the XML of a Word document. Only `planner.office` imports it."""

from collections.abc import Sequence

from planner.office.word.grid import Place, cell_xml, column_widths, row_xml, table_xml
from planner.office.word.markup import (
    TWIPS_PER_POINT,
    ParagraphLook,
    paragraph_xml,
    run_xml,
    tinted_run_xml,
    twips,
)
from planner.office.word.styles import STYLE_IDS
from planner.reports.blocks import FormCell, FormTable, TextRole
from planner.reports.layout import line_count
from planner.reports.print_style import PrintStyle
from planner.reports.table import SHAPES

_MOST_LINES_KEPT = 12
"""A row with more lines may be split between pages; all others stay whole."""


class FormWriter:
    """Writes forms `width` millimetres wide."""

    def __init__(self, style: PrintStyle, width: float) -> None:
        self._style = style
        self._width = width

    def xml(self, form: FormTable) -> str:
        """Return a form."""
        widths = column_widths(form.widths, self._width)
        hanging: dict[int, tuple[int, FormCell]] = {}
        rows = []
        for row in form.rows:
            cells, hanging = self._cells(row, widths, hanging)
            height = twips(max((cell.height for cell in row), default=0.0))
            rows.append(row_xml(cells, height=height, whole=self._stays_whole(row, widths)))
        return table_xml(widths, "".join(rows), self._style.colours.border)

    def _cells(
        self, row: Sequence[FormCell], widths: Sequence[int], hanging: dict[int, tuple[int, FormCell]]
    ) -> tuple[list[str], dict[int, tuple[int, FormCell]]]:
        """Return a row's cells, and by column those that hang down into the next with their rows left."""
        cells: list[str] = []
        left: dict[int, tuple[int, FormCell]] = {}
        new = iter(row)
        column = 0
        while column < len(widths):
            continued = column in hanging
            rows, cell = hanging[column] if continued else (0, next(new))
            rows = rows or cell.rows
            width = sum(widths[column : column + cell.columns])
            begins = None if cell.rows == 1 else not continued
            shade = self._style.colours.heading if cell.is_label else ""
            place = Place(width, cell.columns, begins, shade, top=bool(cell.height))
            look = ParagraphLook(_style_of(cell), align=cell.align)
            cells.append(cell_xml(place, paragraph_xml("" if continued else self._content(cell), look)))
            if rows > 1:
                left[column] = rows - 1, cell
            column += cell.columns
        return cells, left

    def _content(self, cell: FormCell) -> str:
        sign = ""
        if cell.light is not None:
            sign = tinted_run_xml(SHAPES[cell.light], self._style.colours.lights[cell.light]) + run_xml(" ")
        return sign + run_xml(cell.text)

    def _stays_whole(self, row: Sequence[FormCell], widths: Sequence[int]) -> bool:
        """Whether a row is so low that it never has to be split."""
        character = self._style.fonts[TextRole.TABLE].size * TWIPS_PER_POINT / 2
        share = sum(widths) / len(widths)
        return all(
            line_count(cell.text, cell.columns * share / character) <= _MOST_LINES_KEPT for cell in row
        )


def _style_of(cell: FormCell) -> str:
    return STYLE_IDS[TextRole.LABEL if cell.is_label else TextRole.TABLE]
