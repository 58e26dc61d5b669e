"""Tables of a report as the XML of a Word document. Only `planner.office` imports it."""

from collections.abc import Iterator

from planner.office.word.grid import Place, cell_xml, column_widths, light_xml, row_xml, table_xml
from planner.office.word.markup import TWIPS_PER_POINT, ParagraphLook, paragraph_xml, run_xml
from planner.office.word.styles import table_style
from planner.reports.blocks import TextRole
from planner.reports.layout import text_width
from planner.reports.print_style import PrintStyle
from planner.reports.table import Cell, Column, LightSign, Role, Row, Table, cell_text, column_groups
from planner.reports.table_fit import fit, heading_parts


def write_table(table: Table, style: PrintStyle, width: float) -> str:
    """Return a table `width` millimetres wide, its heading repeated on each page and no row split."""
    return _TableWriter(table, style, width).xml()


class _TableWriter:
    """Writes one table."""

    def __init__(self, table: Table, style: PrintStyle, width: float) -> None:
        fitted = fit(table, style.fonts[TextRole.TABLE], width)
        self._table = table
        self._style = style
        self._widths = column_widths(fitted.widths, width)
        self._body = table_style(TextRole.TABLE, fitted.factor)
        self._head = table_style(TextRole.TABLE_HEADING, fitted.factor)
        self._step = fitted.factor * style.fonts[TextRole.TABLE].size * TWIPS_PER_POINT
        self._merged = {
            (row, span.column): row == span.first
            for span in table.spans
            for row in range(span.first, span.last + 1)
        }

    def xml(self) -> str:
        """Return the table."""
        rows = f"{self._heading()}{''.join(self._rows())}"
        return table_xml(self._widths, rows, self._style.colours.border)

    def _heading(self) -> str:
        columns, widths = self._table.columns, self._widths
        labels = [column.label for column in columns]
        if not self._table.grouped:
            return row_xml(map(self._label, labels, widths), heading=True)
        upper: list[str] = []
        lower: list[str] = []
        for name, first, last in column_groups(columns):
            places = range(first, last + 1)
            if name:
                upper.append(self._label(name, sum(widths[first : last + 1]), columns=len(places)))
                lower += (self._label(labels[place], widths[place]) for place in places)
            else:
                upper.append(self._label(labels[first], widths[first], begins=True))
                lower.append(self._label("", widths[first], begins=False))
        return row_xml(upper, heading=True) + row_xml(lower, heading=True)

    def _label(self, text: str, width: int, *, columns: int = 1, begins: bool | None = None) -> str:
        """Return a cell of the heading; one that is too long for a line is broken before its bracket."""
        place = Place(width, columns, begins, self._style.colours.heading)
        if text_width(text) / 2 * self._step > width:
            text = "\n".join(heading_parts(text))
        return cell_xml(place, paragraph_xml(run_xml(text), ParagraphLook(self._head, keep_next=True)))

    def _rows(self) -> Iterator[str]:
        last = len(self._table.rows) - 1
        for number, row in enumerate(self._table.rows):
            if row.role is Role.BAND:
                look = ParagraphLook(self._body, keep_next=number < last or None)
                place = Place(sum(self._widths), len(self._widths), shade=self._style.colours.band)
                yield row_xml([cell_xml(place, paragraph_xml(run_xml(cell_text(row.cells[0])), look))])
            else:
                yield row_xml(self._cells(row, number))

    def _cells(self, row: Row, number: int) -> Iterator[str]:
        shade = self._style.colours.total if row.role is Role.TOTAL else ""
        for index, (column, cell) in enumerate(zip(self._table.columns, row.cells, strict=True)):
            begins = self._merged.get((number, index))
            content = "" if begins is False else self._content(cell, column)
            look = ParagraphLook(self._body, indent=self._indent(column, row), align=column.align)
            place = Place(self._widths[index], begins=begins, shade=shade)
            yield cell_xml(place, paragraph_xml(content, look))

    def _content(self, cell: Cell, column: Column) -> str:
        if isinstance(cell, LightSign):
            return light_xml(cell, self._style)
        return run_xml(cell_text(cell, column.type))

    def _indent(self, column: Column, row: Row) -> str:
        if not column.stepped or not row.level:
            return ""
        return f'<w:ind w:left="{row.level * self._step:.0f}"/>'
