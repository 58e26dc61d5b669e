"""The cell formats of a workbook, each made once. Only `planner.office` imports it."""

from typing import TYPE_CHECKING, Any

from planner.reports.layout import MAX_STEPS
from planner.reports.preset import Font, Preset
from planner.reports.table import Align, Cell, CellType, Column, LightSign, Quantity, Role, Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_DATE = "yyyy-mm-dd"
_PERCENT = "0.0%"


class Formats:
    """Gives the format of each part of a table by the preset."""

    def __init__(self, workbook: "Workbook", preset: Preset) -> None:
        self._workbook = workbook
        self._preset = preset
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def title(self, *, quote: bool) -> "Format":
        """The title over the table."""
        return self._free(
            self._preset.fonts.title, align=Align.CENTRE.value, text_wrap=True, quote_prefix=quote
        )

    def note(self, *, quote: bool) -> "Format":
        """What stands below the table."""
        return self._free(self._preset.fonts.note, text_wrap=True, quote_prefix=quote)

    def edge(self, *, quote: bool, align: Align) -> "Format":
        """What stands under the title at one edge of the table and runs on over the next cells."""
        return self._free(self._preset.fonts.note, align=align.value, quote_prefix=quote)

    def heading(self, *, quote: bool) -> "Format":
        """The label of a column."""
        fill = self._preset.colours.heading
        look = {"align": Align.CENTRE.value, "text_wrap": True, "bg_color": fill, "quote_prefix": quote}
        return self._boxed(_font(self._preset.fonts.heading), **look)

    def band(self, *, quote: bool) -> "Format":
        """One text across the table."""
        fill = self._preset.colours.band
        look = {"align": Align.LEFT.value, "text_wrap": True, "bg_color": fill, "quote_prefix": quote}
        return self._boxed({**_font(self._preset.fonts.body), "bold": True}, **look)

    def cell(self, cell: Cell, column: Column, row: Row, *, quote: bool) -> "Format":
        """A cell of a row."""
        colours = self._preset.colours
        look: dict[str, object] = {
            "align": column.align.value,
            "text_wrap": column.wrap,
            "quote_prefix": quote,
            "indent": min(row.level, MAX_STEPS) if column.stepped else 0,
            "num_format": _number_format(cell, column.type),
        }
        if column.tinted and row.tint:
            look["bg_color"] = colours.layers[(row.tint - 1) % len(colours.layers)]
        elif row.role is Role.TOTAL:
            look["bg_color"] = colours.total
        if row.role is Role.TOTAL:
            look["bold"] = True
        if isinstance(cell, LightSign):
            look["font_color"] = colours.lights[cell.light.value]
        elif row.role is Role.GAP and not column.tinted:
            look["font_color"] = colours.muted
        return self._boxed(_font(self._preset.fonts.body), **look)

    def _free(self, font: Font, **look: object) -> "Format":
        return self._format(**_font(font), valign="vcenter", **look)

    def _boxed(self, font: dict[str, object], **look: object) -> "Format":
        border = {"border": 1, "border_color": self._preset.colours.border, "valign": "vcenter"}
        return self._format(**{**font, **border, **look})

    def _format(self, **look: object) -> "Format":
        key = tuple(sorted(look.items()))
        made = self._made.get(key)
        if made is None:
            properties: dict[str, Any] = {name: value for name, value in look.items() if value}
            made = self._made[key] = self._workbook.add_format(properties)
        return made


def _font(font: Font) -> dict[str, object]:
    return {"font_name": font.families[0], "font_size": font.size, "bold": font.bold}


def _number_format(cell: Cell, kind: CellType) -> str:
    if isinstance(cell, Quantity):
        return f"{_literal(cell.before)}General{_literal(cell.after)}"
    return {CellType.DATE: _DATE, CellType.PERCENT: _PERCENT}.get(kind, "")


def _literal(text: str) -> str:
    return '"' + text.replace('"', "”") + '"' if text else ""
