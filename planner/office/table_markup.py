"""A table as HTML for the clipboard, as Excel, WPS and Word paste it: merged, framed, in the preset's fonts.

Only `planner.bootstrap` imports it.
"""

from collections.abc import Iterator
from html import escape

from planner.office.safe_text import cleaned
from planner.reports.layout import MAX_STEPS, column_points, row_heights
from planner.reports.preset import Font, Preset
from planner.reports.table import Cell, Column, LightSign, Role, Row, Table, cell_text, column_groups

_HEAD = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
    "<style>br{mso-data-placement:same-cell}</style></head><body>"
)


def table_markup(table: Table, preset: Preset) -> str:
    """Return title, heading, rows and notes of a table; every text is text, whatever it begins with."""
    return _HEAD + "".join(_Markup(table, preset).parts()) + "</table></body></html>"


class _Markup:
    """Writes one table, top down."""

    def __init__(self, table: Table, preset: Preset) -> None:
        self._table = table
        self._preset = preset
        self._width = len(table.columns)
        self._border = f"border:0.5pt solid {preset.colours.border}"

    def parts(self) -> Iterator[str]:
        table, preset = self._table, self._preset
        yield '<table style="border-collapse:collapse">'
        for column in table.columns:
            yield f'<col style="width:{column_points(column, preset):g}pt">'
        if table.attachment:
            yield self._line(table.attachment, preset.fonts.attachment, "left")
        yield self._line(table.title, preset.fonts.title, "center")
        yield from self._edges()
        yield from self._heading()
        yield from self._rows()
        for note in table.notes:
            yield self._line(note, preset.fonts.note, "left")

    def _line(self, text: str, font: Font, align: str) -> str:
        look = f"{_font(font)};text-align:{align}"
        return f'<tr><td colspan="{self._width}" style="{look}">{_text(text)}</td></tr>'

    def _edges(self) -> Iterator[str]:
        table, look = self._table, _font(self._preset.fonts.note)
        if table.issuer or table.dated:
            left = self._width - self._width // 2
            yield f'<tr><td colspan="{left}" style="{look}">{_text(table.issuer)}</td>'
            if left < self._width:
                right = self._width - left
                yield f'<td colspan="{right}" style="{look};text-align:right">{_text(table.dated)}</td>'
            yield "</tr>"

    def _heading(self) -> Iterator[str]:
        fill = self._preset.colours.heading
        look = f"{_font(self._preset.fonts.heading)};{self._border};background-color:{fill};text-align:center"
        columns = self._table.columns
        if self._table.grouped:
            yield "<tr>"
            for name, first, last in column_groups(columns):
                span = f'colspan="{last - first + 1}"' if name else 'rowspan="2"'
                yield f'<th {span} style="{look}">{_text(name or columns[first].label)}</th>'
            yield "</tr>"
            columns = tuple(column for column in columns if column.group)
        cells = "".join(f'<th style="{look}">{_text(column.label)}</th>' for column in columns)
        yield f"<tr>{cells}</tr>"

    def _rows(self) -> Iterator[str]:
        table = self._table
        starts = {(span.first, span.column): span.last - span.first + 1 for span in table.spans}
        hidden = {(row, span.column) for span in table.spans for row in range(span.first + 1, span.last + 1)}
        for number, (row, height) in enumerate(
            zip(table.rows, row_heights(table, self._preset), strict=True)
        ):
            yield f'<tr style="height:{height:g}pt">'
            if row.role is Role.BAND:
                look = f"{_font(self._preset.fonts.body, bold=True)};{self._border}"
                look += f";background-color:{self._preset.colours.band}"
                yield f'<td colspan="{self._width}" style="{look}">{_text(cell_text(row.cells[0]))}</td>'
            else:
                for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
                    if (number, place) not in hidden:
                        yield self._cell(cell, column, row, starts.get((number, place), 1))
            yield "</tr>"

    def _cell(self, cell: Cell, column: Column, row: Row, rows: int) -> str:
        colours = self._preset.colours
        look = f"{_font(self._preset.fonts.body, bold=row.role is Role.TOTAL)};{self._border}"
        look += f";text-align:{column.align};vertical-align:middle"
        if column.tinted and row.tint:
            look += f";background-color:{colours.layers[(row.tint - 1) % len(colours.layers)]}"
        elif row.role is Role.TOTAL:
            look += f";background-color:{colours.total}"
        if isinstance(cell, LightSign):
            look += f";color:{colours.lights[cell.light.value]}"
        if column.stepped and row.level:
            level = min(row.level, MAX_STEPS)
            look += f";mso-char-indent-count:{level};padding-left:{level}em"
        if isinstance(cell, str):
            look += r';mso-number-format:"\@"'
        span = f' rowspan="{rows}"' if rows > 1 else ""
        return f"<td{span} style='{look}'>{_text(cell_text(cell, column.type))}</td>"


def _font(font: Font, *, bold: bool = False) -> str:
    families = ",".join(escape(family.replace("'", "").replace(";", "")) for family in font.families[:2])
    weight = ";font-weight:bold" if font.bold or bold else ";font-weight:normal"
    return f"font-family:{families};font-size:{font.size:g}pt{weight}"


def _text(text: str) -> str:
    return "<br>".join(escape(line) for line in cleaned(text)[0].split("\n"))
