"""Tables, forms and lights of a report as HTML; only `planner.office.html_writer` imports it."""

from collections.abc import Iterator
from html import escape

from planner.domain.lights import Light
from planner.reports.blocks import FormCell, FormTable, LightMark, TextRole
from planner.reports.print_style import PrintStyle
from planner.reports.table import (
    SHAPES,
    LightSign,
    Role,
    Row,
    Table,
    cell_text,
    column_groups,
)
from planner.reports.table_fit import fit


def table_html(table: Table, caption: str, style: PrintStyle, width: float) -> str:
    """Return a table `width` millimetres wide with its caption and notes, its heading on each page."""
    edges = ""
    if table.issuer or table.dated:
        edges = (
            f'<div class="edges {TextRole.TABLE}"><span>{escape(table.issuer)}</span>'
            f"<span>{escape(table.dated)}</span></div>"
        )
    title = f'<caption class="{TextRole.CAPTION}">{escape(caption)}</caption>' if caption else ""
    face = style.fonts[TextRole.TABLE]
    fitted = fit(table, face, width)
    widths = "".join(f'<col style="width:{100 * part / width:.2f}%">' for part in fitted.widths)
    size = f"font-size:{face.size * fitted.factor:g}pt;line-height:{face.line * fitted.factor:g}pt"
    rows = "".join(_rows(table, style))
    notes = "".join(f'<p class="{TextRole.NOTE}">{escape(note)}</p>' for note in table.notes)
    return (
        f'{edges}<table class="{TextRole.TABLE}" style="{size}">{title}<colgroup>{widths}</colgroup>'
        f"<thead>{_heading(table, style, size)}</thead><tbody>{rows}</tbody></table>{notes}"
    )


def form_html(form: FormTable, style: PrintStyle) -> str:
    """Return a form."""
    title = f'<caption class="{TextRole.CAPTION}">{escape(form.caption)}</caption>' if form.caption else ""
    total = sum(form.widths)
    widths = "".join(f'<col style="width:{100 * width / total:.2f}%">' for width in form.widths)
    rows = "".join(f"<tr>{''.join(_form_cell(cell, style) for cell in row)}</tr>" for row in form.rows)
    return (
        f'<table class="{TextRole.TABLE}">{title}<colgroup>{widths}</colgroup><tbody>{rows}</tbody></table>'
    )


def light_html(mark: LightMark, style: PrintStyle) -> str:
    """Return a light on a line of its own."""
    label = f"{escape(mark.label)} " if mark.label else ""
    reason = f"（{escape(mark.reason)}）" if mark.reason else ""
    return f'<p class="{TextRole.BODY}">{label}{_sign(mark.light, style)} {escape(mark.word)}{reason}</p>'


def _heading(table: Table, style: PrintStyle, size: str) -> str:
    cell = f'<th class="{TextRole.TABLE_HEADING}" style="background:{style.colours.heading};{size}"'
    labels = [escape(column.label) for column in table.columns]
    if not table.grouped:
        return f"<tr>{''.join(f'{cell}>{label}</th>' for label in labels)}</tr>"
    upper, lower = "", ""
    for name, first, last in column_groups(table.columns):
        if name:
            upper += f'{cell} colspan="{last - first + 1}">{escape(name)}</th>'
            lower += "".join(f"{cell}>{label}</th>" for label in labels[first : last + 1])
        else:
            upper += f'{cell} rowspan="2">{labels[first]}</th>'
    return f"<tr>{upper}</tr><tr>{lower}</tr>"


def _rows(table: Table, style: PrintStyle) -> Iterator[str]:
    starts = {(span.first, span.column): span.last - span.first + 1 for span in table.spans}
    hidden = {(row, span.column) for span in table.spans for row in range(span.first + 1, span.last + 1)}
    for number, row in enumerate(table.rows):
        if row.role is Role.BAND:
            text = escape(cell_text(row.cells[0]))
            looks = f'colspan="{len(table.columns)}" style="background:{style.colours.band}"'
            yield f"<tr><td {looks}>{text}</td></tr>"
            continue
        cells = (
            _cell(table, row, place, starts.get((number, place), 1), style)
            for place in range(len(table.columns))
            if (number, place) not in hidden
        )
        shade = f' style="background:{style.colours.total}"' if row.role is Role.TOTAL else ""
        yield f"<tr{shade}>{''.join(cells)}</tr>"


def _cell(table: Table, row: Row, place: int, rows: int, style: PrintStyle) -> str:
    column, cell = table.columns[place], row.cells[place]
    if isinstance(cell, LightSign):
        text = f"{_sign(cell.light, style)} {escape(cell.word)}"
    else:
        text = escape(cell_text(cell, column.type))
    indent = f";padding-left:{row.level + 0.4:g}em" if column.stepped and row.level else ""
    span = f' rowspan="{rows}"' if rows > 1 else ""
    return f'<td{span} style="text-align:{column.align}{indent}">{text}</td>'


def _form_cell(cell: FormCell, style: PrintStyle) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    looks = f"text-align:{cell.align}"
    looks += f";height:{cell.height:g}mm;vertical-align:top" if cell.height else ""
    looks += f";background:{style.colours.heading}" if cell.is_label else ""
    role = f' class="{TextRole.LABEL}"' if cell.is_label else ""
    sign = f"{_sign(cell.light, style)} " if cell.light is not None else ""
    return f'<td{spans}{role} style="{looks}">{sign}{escape(cell.text)}</td>'


def _sign(light: Light, style: PrintStyle) -> str:
    return f'<span style="color:{style.colours.lights[light]}">{SHAPES[light]}</span>'
