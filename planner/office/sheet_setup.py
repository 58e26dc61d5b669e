"""Sets a written sheet up for the screen and for paper: widths, filters, choices, lights, print set-up.

Only `planner.office` imports it.
"""

from typing import TYPE_CHECKING

from planner.app.words import Words
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.office.formats import Formats
from planner.office.lists_sheet import Lists
from planner.office.row_writer import column_letters
from planner.office.safe_text import cleaned, column_names
from planner.office.sheet_writer import WrittenSheet
from planner.reports import layout
from planner.reports.paper import Paper
from planner.reports.preset import PageNumbers, Preset
from planner.reports.table import SHAPES, CellType, Column, Role, Table, Timeline

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_PAPERS = {Paper.A3: 8, Paper.A4: 9, Paper.A5: 11, Paper.B5: 13}
"""The numbers that Excel has for sizes of paper."""
_MM_PER_INCH = 25.4
_FOOTER_MM = 10
_LONGEST_RUNNING = 100
"""Excel takes 255 signs with fonts and numbers among them."""
_ID_WIDTH = 12
_WIDEST_RAW = 60
_RAW_SCALE = 60
"""Percent: made as narrow as a page, most data sheets could not be read; they go on to the right instead."""
_MADE_TO_FIT = (45, 70)
"""A data sheet whose page would need a scale between these is made as narrow as it: hardly smaller, whole."""
_DEFAULT_CHARACTER = 7
_DEFAULT_PADDING = 5
_PIXELS_PER_POINT = 96 / 72
_TABLE_STYLE = "Table Style Light 9"


class SheetSetup:
    """Sets up the sheets of one workbook."""

    def __init__(
        self,
        workbook: "Workbook",
        formats: Formats,
        lists: Lists,
        words: Words,
        preset: Preset,
        running: tuple[str, str],
    ) -> None:
        """Set sheets up whose `running` header and footer are these texts."""
        self._header, self._footer = running
        self._workbook = workbook
        self._formats = formats
        self._lists = lists
        self._words = words
        self._preset = preset

    def apply(self, sheet: WrittenSheet, table: Table) -> None:
        """Set one sheet up; the rows are written."""
        frame = sheet.frame
        self._extent(sheet, table)
        self._widths(frame, table)
        self._paper(sheet, table)
        self._panes(frame, table)
        if table.rows:
            self._name_rows(frame, table)
            self._choices(frame, table)
            self._lights(frame, table)
            if table.timeline:
                self._timeline(frame, table, table.timeline)

    def _extent(self, sheet: WrittenSheet, table: Table) -> None:
        """Make the sheet's declared extent that of its rows, and let numbers be stored as text."""
        width = len(table.columns) - table.raw
        extent = self._workbook.add_format({"hidden": True})
        sheet.frame.write_blank(0, 0, None, extent)
        sheet.frame.write_blank(max(sheet.last_line, 0), width, None, extent)
        everything = f"$A$1:${column_letters(width)}${sheet.last_line + 1}"
        sheet.frame.ignore_errors({"number_stored_as_text": everything})

    def _widths(self, frame: "Worksheet", table: Table) -> None:
        for number, column in enumerate(table.columns):
            if table.raw:
                frame.set_column(number, number, _raw_width(column))
            else:
                frame.set_column(number, number, _column_width(layout.column_points(column, self._preset)))
        if not table.raw:
            place = len(table.columns)
            frame.set_column(place, place, _ID_WIDTH, None, {"hidden": True})

    def _paper(self, sheet: WrittenSheet, table: Table) -> None:
        frame, page = sheet.frame, table.page
        frame.set_paper(_PAPERS[page.paper])
        if page.landscape:
            frame.set_landscape()
        frame.set_margins(
            *(margin / _MM_PER_INCH for margin in (page.left, page.right, page.top, page.bottom))
        )
        if table.raw:
            if _MADE_TO_FIT[0] <= _raw_scale(table) < _MADE_TO_FIT[1]:
                frame.fit_to_pages(1, 0)
            else:
                frame.set_print_scale(_RAW_SCALE)
            frame.print_across()
            frame.repeat_columns(0)
        else:
            frame.fit_to_pages(1, int(table.single_page))
            frame.center_horizontally()
        edge = {"margin": _FOOTER_MM / _MM_PER_INCH}
        frame.set_header(self._running("&C", self._header), edge)
        frame.set_footer(self._running("&L", self._footer) + self._page_numbers(), edge)
        if sheet.pages > 1 or not table.charts:
            frame.repeat_rows(table.heading_row, table.first_row - 1)
        frame.print_area(0, 0, max(sheet.last_line, 0), len(table.columns) - 1)
        if not table.raw:
            frame.hide_gridlines(2)

    def _running(self, part: str, text: str) -> str:
        shown = cleaned(text)[0][:_LONGEST_RUNNING].replace("&", "&&")
        return f"{part}{self._running_font()}{shown}" if shown else ""

    def _page_numbers(self) -> str:
        match self._preset.page_numbers:
            case PageNumbers.NONE:
                return ""
            case PageNumbers.DASHES:
                return f"&C{self._running_font()}— &P —"
            case _:
                numbers = self._words(N_("第 {page} 页 共 {pages} 页")).format(page="&P", pages="&N")
                return f"&C{self._running_font()}{numbers}"

    def _running_font(self) -> str:
        font = self._preset.fonts.page_number
        return f'&"{font.families[0]},Regular"&{font.size:g} '

    def _panes(self, frame: "Worksheet", table: Table) -> None:
        first_period = next((place for place, column in enumerate(table.columns) if column.starts), 0)
        frame.freeze_panes(table.first_row, 1 if table.raw else first_period)
        frame.outline_settings(symbols_below=False)
        filtered = sum(row.role is not Role.TOTAL for row in table.rows)
        if table.plain and filtered and not table.raw:
            last = (first_period or len(table.columns)) - 1
            frame.autofilter(table.first_row - 1, 0, table.first_row - 1 + filtered, last)

    def _name_rows(self, frame: "Worksheet", table: Table) -> None:
        """Name the rows of the table for formulas; those of a raw one are a table of the workbook."""
        name = table.key.replace(".", "_")
        last, width = _last_row(table), len(table.columns) - 1
        if table.raw:
            headers = [{"header": name} for name in column_names(column.label for column in table.columns)]
            options = {"name": name, "columns": headers, "style": _TABLE_STYLE}
            frame.add_table(0, 0, last, width, options)
        elif name:
            quoted = frame.get_name().replace("'", "''")
            cells = f"$A${table.first_row + 1}:${column_letters(width)}${last + 1}"
            self._workbook.define_name(f"{name}_rows", f"='{quoted}'!{cells}")

    def _choices(self, frame: "Worksheet", table: Table) -> None:
        for number, column in enumerate(table.columns):
            if column.choices:
                options: dict[str, object] = {
                    "validate": "list",
                    "source": f"={self._lists.name_of(column.choices)}",
                    "error_type": "warning",
                    "error_title": self._words(N_("不在列表中")),
                    "error_message": self._words(N_("这一项不在可选的列表中，确定要这样填吗？")),
                    "show_error": not column.several,
                }
                frame.data_validation(table.first_row, number, _last_row(table), number, options)

    def _lights(self, frame: "Worksheet", table: Table) -> None:
        """Colour the words of lights by their sign, so that a changed word changes its colour."""
        for number, column in enumerate(table.columns):
            if column.type is CellType.LIGHT:
                for light, shape in SHAPES.items():
                    rule = {
                        "type": "text",
                        "criteria": "begins with",
                        "value": shape,
                        "format": self._formats.light(light),
                    }
                    frame.conditional_format(table.first_row, number, _last_row(table), number, rule)

    def _timeline(self, frame: "Worksheet", table: Table, timeline: Timeline) -> None:
        """Fill the periods between the days of each row in the colour of its light, and mark today's."""
        periods = [number for number, column in enumerate(table.columns) if column.starts]
        if not periods:
            return
        left, right, top = periods[0], periods[-1], table.first_row
        start, end, sign = (
            f"${column_letters(table.column_place(key))}{top + 1}"
            for key in (timeline.start, timeline.end, timeline.light)
        )
        period = f"{column_letters(left)}${top}"
        after = f"EDATE({period},{timeline.months})"
        is_today = f"{self._lists.as_of}>={period},{self._lists.as_of}<{after}"
        taken = f'{start}<>"",{start}<{after},{end}>={period}'
        body = (top, left, _last_row(table), right)
        for light in (*(one for one in Light if one is not Light.NONE), Light.NONE):
            shines = f'LEFT({sign},1)="{SHAPES[light]}"' if light is not Light.NONE else "TRUE"
            for now in (True, False):
                condition = f"=AND({taken},{shines}{f',{is_today}' if now else ''})"
                bar = self._formats.bar(light, today=now)
                frame.conditional_format(
                    *body, {"type": "formula", "criteria": condition, "format": bar, "stop_if_true": True}
                )
        line = {"type": "formula", "criteria": f"=AND({is_today})", "format": self._formats.today()}
        frame.conditional_format(*body, line)
        heading = {**line, "format": self._formats.today_heading()}
        frame.conditional_format(top - 1, left, top - 1, right, heading)


def _last_row(table: Table) -> int:
    """Return the line of the last row of a table that is no sum."""
    items = sum(row.role is not Role.TOTAL for row in table.rows)
    return table.first_row + max(items, 1) - 1


def _raw_width(column: Column) -> float:
    """Return how wide a column of a data sheet is, in the characters that Excel counts by."""
    return min(column.width, _WIDEST_RAW) + 2


def _raw_scale(table: Table) -> float:
    """Return the scale in percent at which a data sheet is as wide as its page."""
    pixels = sum(_raw_width(column) * _DEFAULT_CHARACTER + _DEFAULT_PADDING for column in table.columns)
    room = (table.page.size[0] - table.page.left - table.page.right) * layout.POINTS_PER_MM
    return 100 * room * _PIXELS_PER_POINT / pixels


def _column_width(points: float) -> float:
    """Return a width in points in the characters of the workbook's default font, which Excel counts by."""
    return (points * _PIXELS_PER_POINT - _DEFAULT_PADDING) / _DEFAULT_CHARACTER
