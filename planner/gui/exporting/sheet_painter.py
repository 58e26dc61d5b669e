"""Paints the pages of a sheet as a workbook prints them: always dark on white, in the fonts of its preset.

`planner.gui.exporting` alone imports it.
"""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextOption

from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.exporting.sheet_charts import paint_chart
from planner.gui.exporting.sheet_pages import SheetPage, SheetPages
from planner.gui.fonts import CHINESE_FAMILIES
from planner.gui.paper_colours import INK
from planner.gui.printing.faces import served_family
from planner.gui.printing.units import PER_MM, PER_POINT
from planner.reports import layout
from planner.reports.computed import SheetLink
from planner.reports.preset import Font, PageNumbers
from planner.reports.table import Align, Cell, Column, LightSign, Role, Row, cell_text, column_groups

_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_HAIRLINE = 4.0
_PADDING = layout.CELL_PADDING / 2 * PER_POINT
_STEP = 0.9
"""How many characters a level moves a stepped column in."""
_EDGE_MM = 10


class SheetPainter:
    """Paints single pages; lengths are in tenths of a point."""

    def __init__(self, pages: SheetPages, words: Words) -> None:
        self.pages = pages
        self._words = words
        self._table, self._preset = pages.table, pages.preset
        self._fonts: dict[Font, QFont] = {}
        self._border = QColor(self._preset.colours.border)
        widths = [layout.column_points(column, self._preset) * PER_POINT for column in self._table.columns]
        self._edges = [0.0]
        for width in widths:
            self._edges.append(self._edges[-1] + width)
        self._spans = {(span.first, span.column): span for span in pages.spans}
        self._hidden = {
            (row, span.column) for span in pages.spans for row in range(span.first + 1, span.last + 1)
        }

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages.pages)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page."""
        width, height = self._table.page.size
        return width * PER_MM, height * PER_MM

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the table alone, with all that belongs to it."""
        last = self.pages.pages[-1]
        return self._edges[-1], self._height(SheetPage(0, last.last or len(self._table.rows), True, True))

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, its upper left corner at the painter's origin."""
        page, paper = self.pages.pages[number], self._table.page
        scale = self.pages.scale
        room = self.size[0] - (paper.left + paper.right) * PER_MM
        painter.save()
        painter.translate(
            paper.left * PER_MM + max(room - self._edges[-1] * scale, 0) / 2, paper.top * PER_MM
        )
        painter.scale(scale, scale)
        self.paint_rows(painter, page)
        for place in page.charts:
            area = QRectF(0, place.top * PER_POINT, self._edges[-1], place.height * PER_POINT)
            paint_chart(painter, place.chart, self._table, area, self._font(self._preset.fonts.note))
        painter.restore()
        self._paint_edges(painter, number)

    def paint_rows(self, painter: QPainter, page: SheetPage) -> None:
        """Paint title, heading, rows and notes of a page below the painter's origin."""
        if page.charts:
            return
        top = self._paint_top(painter) if page.opens and not self._table.raw else 0.0
        top = self._paint_heading(painter, top)
        tops = [top]
        for height in self.pages.heights[page.first : page.last]:
            tops.append(tops[-1] + height * PER_POINT)
        for row, (upper, lower) in enumerate(pairwise(tops), page.first):
            if self._table.rows[row].role is Role.BAND:
                self._paint_band(painter, self._table.rows[row], upper, lower)
            else:
                self._paint_row(painter, row, tops, page.first)
        if page.closes:
            self._paint_notes(painter, tops[-1])

    def _height(self, page: SheetPage) -> float:
        table, preset = self._table, self._preset
        parts: list[float] = [
            0.0 if table.raw else layout.top_height(table, preset),
            layout.heading_height(table, preset) + layout.group_height(table, preset),
            *self.pages.heights[page.first : page.last],
            *(layout.text_height(note, preset.fonts.note, table, preset) for note in table.notes),
        ]
        return sum(parts) * PER_POINT

    def _paint_top(self, painter: QPainter) -> float:
        table, preset = self._table, self._preset
        top = 0.0
        if table.attachment:
            height = layout.attachment_height(table, preset) * PER_POINT
            self._text(painter, self._across(top, height), table.attachment, preset.fonts.attachment)
            top += height
        height = layout.title_height(table, preset) * PER_POINT
        self._text(painter, self._across(top, height), table.title, preset.fonts.title, Align.CENTRE)
        top += height
        if table.issuer or table.dated:
            line = self._across(top, preset.row_height * PER_POINT)
            self._text(painter, line, table.issuer, preset.fonts.note, wrap=False)
            self._text(painter, line, table.dated, preset.fonts.note, Align.RIGHT, wrap=False)
            top += line.height()
        return top

    def _paint_heading(self, painter: QPainter, top: float) -> float:
        table, preset = self._table, self._preset
        upper = layout.group_height(table, preset) * PER_POINT
        lower = layout.heading_height(table, preset) * PER_POINT
        fill, font = QColor(preset.colours.heading), preset.fonts.heading
        for number, column in enumerate(table.columns):
            above = 0.0 if column.group else upper
            area = self._cell(number, top + upper - above, lower + above)
            self._box(painter, area, fill)
            self._text(painter, area, column.label, font, Align.CENTRE, wrap=not column.starts)
        for name, first, last in column_groups(table.columns):
            if name:
                area = QRectF(self._edges[first], top, self._edges[last + 1] - self._edges[first], upper)
                self._box(painter, area, fill)
                self._text(painter, area, name, font, Align.CENTRE)
        return top + upper + lower

    def _paint_row(self, painter: QPainter, row: int, tops: list[float], first: int) -> None:
        item = self._table.rows[row]
        for number, (cell, column) in enumerate(zip(item.cells, self._table.columns, strict=True)):
            if (row, number) in self._hidden:
                continue
            span = self._spans.get((row, number))
            last = span.last if span else row
            area = self._cell(number, tops[row - first], tops[last + 1 - first] - tops[row - first])
            self._box(painter, area, self._fill(item, column))
            self._paint_cell(painter, area, cell, column, item)

    def _paint_cell(self, painter: QPainter, area: QRectF, cell: Cell, column: Column, row: Row) -> None:
        if column.starts is not None:
            self._paint_period(painter, area, column, row)
            return
        font = self._preset.fonts.body
        if column.stepped and row.level:
            step = min(row.level, layout.MAX_STEPS) * _STEP * font.size * PER_POINT
            area = area.adjusted(step, 0, 0, 0)
        text = cell_text(cell, column.type)
        bold = row.role is Role.TOTAL
        colour = self._ink(cell, column, row)
        self._text(painter, area, text, font, column.align, wrap=column.wrap, bold=bold, colour=colour)

    def _paint_period(self, painter: QPainter, area: QRectF, column: Column, row: Row) -> None:
        """Fill a period that the row's days take, in the colour of its light."""
        table, line = self._table, self._table.timeline
        if line is None or column.starts is None:
            return
        start, end, sign = (row.cells[table.column_place(key)] for key in (line.start, line.end, line.light))
        after = _months_on(column.starts, line.months)
        taken = isinstance(start, date) and isinstance(end, date) and start < after and end >= column.starts
        if taken and isinstance(sign, LightSign):
            painter.fillRect(area, QColor(self._preset.colours.lights[sign.light.value]))

    def _paint_band(self, painter: QPainter, row: Row, top: float, bottom: float) -> None:
        area = self._across(top, bottom - top)
        self._box(painter, area, QColor(self._preset.colours.band))
        self._text(painter, area, cell_text(row.cells[0]), self._preset.fonts.body, bold=True)

    def _paint_notes(self, painter: QPainter, top: float) -> None:
        notes = list(self._table.notes)
        if self.pages.left_out:
            more = self._words(N_("（预览只显示前面部分，另有 {count} 行。）"))
            notes.append(more.format(count=self.pages.left_out))
        font = self._preset.fonts.note
        for note in notes:
            height = layout.text_height(note, font, self._table, self._preset) * PER_POINT
            self._text(painter, self._across(top, height), note, font)
            top += height

    def _paint_edges(self, painter: QPainter, number: int) -> None:
        """Paint header, footer and page number."""
        width, height = self.size
        paper, font = self._table.page, self._preset.fonts.page_number
        line = font.size * 1.4 * PER_POINT
        left, room = paper.left * PER_MM, width - (paper.left + paper.right) * PER_MM
        head = QRectF(left, _EDGE_MM * PER_MM, room, line)
        foot = QRectF(left, height - _EDGE_MM * PER_MM - line, room, line)
        self._text(painter, head, self.pages.header, font, Align.CENTRE, wrap=False)
        self._text(painter, foot, self.pages.footer, font, wrap=False)
        self._text(painter, foot, self._number(number), font, Align.CENTRE, wrap=False)

    def _number(self, number: int) -> str:
        match self._preset.page_numbers:
            case PageNumbers.NONE:
                return ""
            case PageNumbers.DASHES:
                return f"— {number + 1} —"
            case _:
                pattern = self._words(N_("第 {page} 页 共 {pages} 页"))
                return pattern.format(page=number + 1, pages=self.count)

    def _fill(self, row: Row, column: Column) -> QColor | None:
        colours = self._preset.colours
        if column.tinted and row.tint:
            return QColor(colours.layers[(row.tint - 1) % len(colours.layers)])
        return QColor(colours.total) if row.role is Role.TOTAL else None

    def _ink(self, cell: Cell, column: Column, row: Row) -> QColor | None:
        colours = self._preset.colours
        if isinstance(cell, LightSign):
            return QColor(colours.lights[cell.light.value])
        if isinstance(cell, SheetLink):
            return QColor(colours.lights["blue"])
        return QColor(colours.muted) if row.role is Role.GAP and not column.tinted else None

    def _across(self, top: float, height: float) -> QRectF:
        return QRectF(0, top, self._edges[-1], height)

    def _cell(self, column: int, top: float, height: float) -> QRectF:
        return QRectF(self._edges[column], top, self._edges[column + 1] - self._edges[column], height)

    def _box(self, painter: QPainter, area: QRectF, fill: QColor | None) -> None:
        if fill is not None:
            painter.fillRect(area, fill)
        painter.setPen(QPen(self._border, _HAIRLINE))
        painter.drawRect(area)

    def _text(  # noqa: PLR0913 - all that a text's look consists of
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        font: Font,
        align: Align = Align.LEFT,
        *,
        wrap: bool = True,
        bold: bool = False,
        colour: QColor | None = None,
    ) -> None:
        if not text:
            return
        option = QTextOption(_ALIGN[align] | Qt.AlignmentFlag.AlignVCenter)
        wrapping = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wrapping if wrap else QTextOption.WrapMode.NoWrap)
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.setFont(self._font(font, bold=bold))
        painter.setPen(colour or INK)
        painter.drawText(area.adjusted(_PADDING, 0, -_PADDING, 0), text, option)
        painter.restore()

    def _font(self, font: Font, *, bold: bool = False) -> QFont:
        wanted = Font(font.families, font.size, font.bold or bold)
        made = self._fonts.get(wanted)
        if made is None:
            made = self._fonts[wanted] = _made(wanted)
        return made


def _made(font: Font) -> QFont:
    made = QFont()
    family = served_family(font.families)
    made.setFamilies([family, *(name for name in CHINESE_FAMILIES if name != family)])
    made.setPixelSize(round(font.size * PER_POINT))
    made.setBold(font.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
