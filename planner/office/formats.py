"""The cell formats of a workbook, each made once. Only `planner.office` imports it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from planner.domain.lights import Light
from planner.office.cell_xml import literal
from planner.reports.computed import SheetLink
from planner.reports.layout import MAX_STEPS
from planner.reports.preset import Font, Preset
from planner.reports.table import Align, Cell, CellType, Column, LightSign, Quantity, Role, Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_DATE = "yyyy-mm-dd"
_PERCENT = "0.0%"
_TODAY = "#d03b3b"
_TODAY_LINE: dict[str, object] = {"left": 1, "right": 1, "left_color": _TODAY, "right_color": _TODAY}


class Look:
    """The number of a cell format, and of its twin for texts that could be taken for a formula."""

    __slots__ = ("_make", "_quoted", "plain")

    def __init__(self, make: "Callable[[bool], int]") -> None:
        self._make = make
        self._quoted: int | None = None
        self.plain = make(False)

    @property
    def quoted(self) -> int:
        """The number of the twin, which keeps a text a text while it is edited."""
        if self._quoted is None:
            self._quoted = self._make(True)
        return self._quoted


class Formats:
    """Gives the look of each part of a table by the preset."""

    def __init__(self, workbook: "Workbook", preset: Preset) -> None:
        self._workbook = workbook
        self._preset = preset
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def title(self) -> Look:
        """The title over the table."""
        return self._free(self._preset.fonts.title, align=Align.CENTRE.value, text_wrap=True)

    def attachment(self) -> Look:
        """The label above the title."""
        return self._free(self._preset.fonts.attachment, text_wrap=True)

    def note(self) -> Look:
        """What stands below the table."""
        return self._free(self._preset.fonts.note, text_wrap=True)

    def edge(self, align: Align) -> Look:
        """What stands under the title at one edge of the table and runs on over the next cells."""
        return self._free(self._preset.fonts.note, align=align.value)

    def heading(self, *, shows: str = "") -> Look:
        """The label of a column; with `shows`, that of a day which reads as this text."""
        look: dict[str, object] = {"align": Align.CENTRE.value, "text_wrap": not shows}
        number_format = literal(shows) if shows else ""
        fill = self._preset.colours.heading
        return self._boxed(_font(self._preset.fonts.heading), **look, bg_color=fill, num_format=number_format)

    def band(self) -> Look:
        """One text across the table."""
        fill = self._preset.colours.band
        look = {"align": Align.LEFT.value, "text_wrap": True, "bg_color": fill}
        return self._boxed({**_font(self._preset.fonts.body), "bold": True}, **look)

    def cell(self, cell: Cell, column: Column, row: Row) -> Look:
        """A cell of a row; only a `Quantity`, a light and a link look otherwise than others of the column."""
        colours = self._preset.colours
        look: dict[str, object] = {
            "align": column.align.value,
            "text_wrap": column.wrap,
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
        elif isinstance(cell, SheetLink):
            look |= {"font_color": colours.lights[Light.BLUE.value], "underline": 1}
        elif row.role is Role.GAP and not column.tinted:
            look["font_color"] = colours.muted
        return self._boxed(_font(self._preset.fonts.body), **look)

    def light(self, light: Light) -> "Format":
        """What a light's word looks like when somebody changes it."""
        return self._format(font_color=self._preset.colours.lights[light.value])

    def bar(self, light: Light, *, today: bool) -> "Format":
        """A period that a measure takes, with today's line through it if today lies in it."""
        return self._format(
            bg_color=self._preset.colours.lights[light.value], **(_TODAY_LINE if today else {})
        )

    def today(self) -> "Format":
        """The period in which today lies."""
        return self._format(**_TODAY_LINE)

    def today_heading(self) -> "Format":
        """The heading of the period in which today lies."""
        return self._format(bg_color=_TODAY, font_color="#ffffff")

    def back(self) -> Look:
        """The words that lead back to the cover, beside the printed area."""
        colour = self._preset.colours.lights[Light.BLUE.value]
        return self._free(self._preset.fonts.note, font_color=colour, underline=1)

    def _free(self, font: Font, **look: object) -> Look:
        return self._look({**_font(font), "valign": "vcenter", **look})

    def _boxed(self, font: dict[str, object], **look: object) -> Look:
        border = {"border": 1, "border_color": self._preset.colours.border, "valign": "vcenter"}
        return self._look({**font, **border, **look})

    def _look(self, look: dict[str, object]) -> Look:
        return Look(lambda quoted: self._format(**look, quote_prefix=quoted)._get_xf_index())

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
        return f"{literal(cell.before)}General{literal(cell.after)}"
    return {CellType.DATE: _DATE, CellType.PERCENT: _PERCENT}.get(kind, "")
