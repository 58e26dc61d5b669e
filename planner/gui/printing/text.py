"""Text set in lines of one height, broken once and painted on any device.

Every module of `planner.gui.printing` may import it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from planner.domain.lights import Light
from planner.gui.printing.canvas import Canvas
from planner.gui.printing.faces import Face
from planner.gui.printing.signs import paint_sign
from planner.reports.blocks import Run, Stress
from planner.reports.print_style import PrintColours
from planner.reports.table import Align

SIGN_ROOM = "\u3000"
"""The blank that a light's sign stands on."""

_MOST_STRETCH = 0.12
"""By how much of a character the letters of a justified line may be moved apart."""

_ALIGNMENT = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_ODD = re.compile(r"[\x00-\x1f\x7f]")
_UNPRINTABLE: dict[int, str | None] = {
    **dict.fromkeys((*range(32), 127), " "),
    ord("\t"): "    ",
    ord("\n"): "\u2028",
    ord("\r"): None,
}


class _Range(Protocol):
    """What a format range has, though the stubs don't say so."""

    start: int
    length: int
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: lengths in units.

    `first` moves the first line in, `hang` the others. A `justified` text fills its lines. Its letters are
    `factor` times as large as those of its role; the sign of a `light` stands before it.
    """

    align: Align = Align.LEFT
    first: float = 0.0
    hang: float = 0.0
    justified: bool = False
    factor: float = 1.0
    light: Light | None = None


_PLAIN = Setting()


class SetText:
    """Lines of text; the sign of a light, if any, stands on the blank at its beginning."""

    def __init__(
        self,
        runs: Sequence[Run],
        face: Face,
        width: float,
        colours: PrintColours,
        setting: Setting = _PLAIN,
    ) -> None:
        self._face = face
        self._colours = colours
        self._light = setting.light
        blank = "" if setting.light is None else SIGN_ROOM
        text = printable(blank + "".join(run.text for run in runs))
        self._layout = QTextLayout(text, face.font)
        if formats := _formats(runs, colours, len(blank)):
            self._layout.setFormats(formats)
        self._stretched: dict[int, QTextLayout] = {}
        self._lines = self._break(width, setting)
        if setting.justified and _units(text) == len(text):
            self._justify(width, setting)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def line_height(self) -> float:
        """The height of each line."""
        return self._face.line

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.count * self._face.line

    @property
    def natural_width(self) -> float:
        """The width of the widest line."""
        return max((line.naturalTextWidth() for line in self._lines), default=0.0)

    @property
    def last_width(self) -> float:
        """Where the last line ends, from the left edge."""
        last = self._lines[-1]
        return last.x() + last.naturalTextWidth()

    def paint(self, canvas: Canvas, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Paint the lines from `first` up to `last`, the upper left corner of the first at a point."""
        painter = canvas.painter
        painter.setPen(QPen(QColor(self._colours.text)))
        origin = QPointF(x, y - first * self._face.line)
        chosen = self._lines[first:last]
        if len(chosen) == self.count and not self._stretched:
            self._layout.draw(painter, origin)
        else:
            for number, line in enumerate(chosen, first):
                if number in self._stretched:
                    self._stretched[number].draw(painter, origin + line.position())
                else:
                    line.draw(painter, origin)
        if self._light is not None and first == 0 and chosen:
            self._paint_sign(canvas, origin, self._light)

    def _paint_sign(self, canvas: Canvas, origin: QPointF, light: Light) -> None:
        em = self._face.em
        left = _x_of(self._lines[0], 0)
        area = QRectF(left, (self._face.line - em) / 2, em, em).translated(origin)
        paint_sign(canvas.painter, light, self._colours.lights[light], area)

    def _break(self, width: float, setting: Setting) -> list[QTextLine]:
        self._layout.setTextOption(_option(setting.align))
        self._layout.setCacheEnabled(True)
        face = self._face
        lines: list[QTextLine] = []
        top = (face.line + face.ascent - face.descent) / 2
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            inset = setting.hang if lines else setting.first
            line.setLineWidth(max(width - inset, face.em))
            line.setPosition(QPointF(inset, top + len(lines) * face.line - line.ascent()))
            lines.append(line)
        self._layout.endLayout()
        return lines

    def _justify(self, width: float, setting: Setting) -> None:
        """Move the letters of each line but the last of a paragraph apart until it fills its width."""
        text = self._layout.text()
        for number, line in enumerate(self._lines[:-1]):
            start, length = line.textStart(), line.textLength()
            part = text[start : start + length]
            inset = setting.hang if number else setting.first
            gaps = len(part.rstrip()) - 1
            spare = width - inset - line.naturalTextWidth()
            if part.endswith("\u2028") or gaps < 1 or not 0 < spare / gaps <= _MOST_STRETCH * self._face.em:
                continue
            self._stretched[number] = self._stretch(part, start, line, spare / gaps)

    def _stretch(self, part: str, start: int, line: QTextLine, extra: float) -> QTextLayout:
        font = QFont(self._face.font)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() + extra)
        layout = QTextLayout(part.rstrip(), font)
        ranges = []
        for old in cast("list[_Range]", self._layout.formats()):
            first, last = max(old.start, start), min(old.start + old.length, start + len(part))
            if first < last:
                ranges.append(_range(first - start, last - first, old.format))
        layout.setFormats(ranges)
        option = QTextOption(self._layout.textOption())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        whole = layout.createLine()
        whole.setLineWidth(line.width() + self._face.em)
        whole.setPosition(QPointF(0, line.ascent() - whole.ascent()))
        layout.endLayout()
        return layout


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of a text as a mark on a page, at a place relative to its piece."""

    text: SetText
    x: float = 0.0
    y: float = 0.0
    first: int = 0
    last: int | None = None

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint them."""
        self.text.paint(canvas, x + self.x, y + self.y, self.first, self.last)


@cache
def _option(align: Align) -> QTextOption:
    option = QTextOption(_ALIGNMENT[align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


def printable(text: str) -> str:
    """Return a text with its line breaks as Qt knows them, and without what can't be shown."""
    return text.translate(_UNPRINTABLE) if _ODD.search(text) else text


def _units(text: str) -> int:
    """Return how long Qt finds a text: characters beyond the first plane count twice."""
    if not text or max(text) <= "\uffff":
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def _formats(runs: Sequence[Run], colours: PrintColours, start: int) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    if all(run.stress is Stress.NONE for run in runs):
        return ranges
    for run in runs:
        length = _units(printable(run.text))
        if run.stress is not Stress.NONE:
            look = QTextCharFormat()
            if run.stress is Stress.BOLD:
                look.setFontWeight(QFont.Weight.Bold)
            else:
                look.setFontUnderline(True)
                look.setForeground(QColor(colours.changed))
            ranges.append(_range(start, length, look))
        start += length
    return ranges


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    found = cast(_Range, made)
    found.start = start
    found.length = length
    found.format = look
    return made


def _x_of(line: QTextLine, place: int) -> float:
    found = cast("tuple[float, int]", line.cursorToX(place))
    return found[0]
