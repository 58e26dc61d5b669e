"""Blocks of a report as a stream of pieces, in order; only `planner.gui.printing.paginator` imports it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

from planner.domain.lights import Light
from planner.gui.printing.canvas import Canvas, Illustration
from planner.gui.printing.forms import form_pieces
from planner.gui.printing.pieces import NEW_PAGE, Flow, Piece
from planner.gui.printing.setter import Setter
from planner.gui.printing.tables import table_pieces
from planner.gui.printing.text import Lines, SetText, Setting
from planner.gui.printing.units import PER_MM
from planner.reports.blocks import (
    Block,
    Contents,
    FormTable,
    Heading,
    LightMark,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Signature,
    TableBlock,
    TextRole,
)
from planner.reports.table import Align
from planner.reports.text_fit import balanced

_PICTURE_GAP = 3 * PER_MM
_BELOW_GRID = 2.5 * PER_MM
_SIGNATURE_GAP = 8 * PER_MM
_LEAST_TEXT = 2
"""How many lines of a paragraph stay together at the end and the beginning of a page."""
_BESIDE_PICTURE = 3
"""How many lines of body text a page with a picture keeps room for, so that its heading stands with it."""
_SMALLEST_PICTURE = 0.7
"""How much smaller, as a part of its height, a picture may become to stand on the page where it belongs."""
_DOT = "…"


@dataclass(slots=True)
class Flowing:
    """Makes the pieces of the sections of one report.

    `labels` fills with the number of the page on which each heading stands; the contents read it when they
    are painted.
    """

    report: Report
    setter: Setter
    shrink: bool = True
    labels: dict[str, str] = field(default_factory=dict)

    def pieces(self, section: Section) -> Iterator[Flow]:
        """Yield the pieces of a section."""
        width, height = (length * PER_MM for length in section.setup.type_area)
        if section.poster:
            yield from _poster(section, width, height)
            return
        above: Block | None = None
        used = 0.0
        for block in section.blocks:
            for number, piece in enumerate(self._block(block, above, (width, height), height - used)):
                placed = _below(above, piece) if number == 0 else piece
                used += placed.before + placed.height if isinstance(placed, Piece) else 0.0
                yield placed
            above = block

    def _block(
        self, block: Block, above: Block | None, area: tuple[float, float], left: float
    ) -> Iterator[Flow]:
        """Yield the pieces of a block; `left` is what the blocks before leave of the section's first page."""
        width, height = area
        match block:
            case Heading():
                yield self._heading(block, width, centred=block.level == 0 or _is_annex(above))
            case Paragraph():
                yield from self._paragraph(block, width)
            case ListItem():
                yield from self._item(block, width)
            case TableBlock():
                yield from table_pieces(block, self.setter, area, shrink=self.shrink)
            case FormTable():
                yield from form_pieces(block, self.setter, width, left)
            case PageBreak():
                yield NEW_PAGE
            case _:
                yield from self._placed(block, width, height)

    def _placed(
        self, block: LightMark | Picture | Signature | Contents, width: float, height: float
    ) -> Iterator[Flow]:
        match block:
            case Picture():
                yield from self._picture(block, width, height)
            case LightMark(light, word, reason, label):
                yield self._light(light, (label, word, reason), width)
            case Signature(fields):
                yield self._signature(fields, width)
            case Contents():
                yield from self._contents(block, width)

    def _heading(self, heading: Heading, width: float, *, centred: bool) -> Piece:
        face = self.setter.face(heading.role)
        setting = Setting(Align.CENTRE) if centred else Setting(first=self.setter.style.indent * face.em)
        words = "\n".join(balanced(heading.text, width, face.em)) if centred else heading.text
        text = self.setter.text(words, heading.role, width, setting)
        gap = 0.25 * face.line if centred else 0.0
        return Piece(text.height + gap, (Lines(text),), keeps_next=True, heading=heading)

    def _paragraph(self, paragraph: Paragraph, width: float) -> Iterator[Piece]:
        face = self.setter.face(paragraph.role)
        body = paragraph.role is TextRole.BODY and paragraph.align is Align.LEFT
        first = self.setter.style.indent * face.em if paragraph.indented else 0.0
        setting = Setting(paragraph.align, first, justified=body)
        runs = paragraph.runs
        if paragraph.role is TextRole.COVER:
            runs = (Run("\n".join(balanced(paragraph.text, width, face.em))),)
        text = self.setter.runs(runs, paragraph.role, width, setting)
        tied = _is_annex(paragraph)
        signs_off = paragraph.role is TextRole.BODY and paragraph.align is Align.RIGHT
        if paragraph.space_before:
            yield Piece(paragraph.space_before * face.line, keeps_next=True)
        for number, piece in enumerate(_lines(text, tied=tied)):
            tied_above = number == 0 and signs_off
            yield replace(piece, keeps_before=tied_above, at_foot=paragraph.at_foot)

    def _item(self, item: ListItem, width: float) -> Iterator[Piece]:
        em = self.setter.face(TextRole.BODY).em
        start = (item.level + self.setter.style.indent) * em
        marker = self.setter.text(item.marker, TextRole.BODY, width)
        hang = start + marker.natural_width + 0.4 * em
        text = self.setter.runs(
            item.runs, TextRole.BODY, width, Setting(first=hang, hang=hang, justified=True)
        )
        for number, piece in enumerate(_lines(text)):
            yield piece if number else replace(piece, marks=(*piece.marks, Lines(marker, start)))

    def _picture(self, picture: Picture, width: float, height: float) -> Iterator[Piece]:
        drawing = picture.drawing
        caption = self.setter.text(picture.caption, TextRole.CAPTION, width, Setting(Align.CENTRE))
        below = caption.height if picture.caption else 0.0
        across = min(picture.width * PER_MM or width, width)
        most = height - below - 2 * _PICTURE_GAP - _BESIDE_PICTURE * self.setter.face(TextRole.BODY).line
        high = min(across * drawing.height / drawing.width, most)

        def painted(height: float) -> Piece:
            area = QRectF((width - across) / 2, 0, across, height)
            return Piece(height, (Illustration(drawing, area),), before=_PICTURE_GAP, keeps_next=bool(below))

        def fit(height: float) -> Piece | None:
            return painted(height) if height >= _SMALLEST_PICTURE * high else None

        yield replace(painted(high), fit=None if picture.width else fit)
        if below:
            yield Piece(below, (Lines(caption),), before=_PICTURE_GAP / 2)

    def _light(self, light: Light, texts: tuple[str, str, str], width: float) -> Piece:
        label, word, reason = texts
        before = self.setter.text(f"{label} " if label else "", TextRole.BODY, width)
        start = before.natural_width
        says = f"{word}（{reason}）" if reason else word
        text = self.setter.text(says, TextRole.BODY, width - start, Setting(light=light))
        return Piece(text.height, (Lines(before), Lines(text, start)))

    def _signature(self, fields: Sequence[str], width: float) -> Piece:
        each = width / max(len(fields), 1)
        texts = [self.setter.text(field, TextRole.TABLE, each) for field in fields]
        marks = [Lines(text, each * place) for place, text in enumerate(texts)]
        height = max((text.height for text in texts), default=0.0)
        return Piece(height, marks, before=_SIGNATURE_GAP, keeps_before=True)

    def _contents(self, block: Contents, width: float) -> Iterator[Piece]:
        title = self.setter.text(block.title, TextRole.TITLE, width, Setting(Align.CENTRE))
        yield Piece(title.height * 1.5, (Lines(title),), keeps_next=True)
        face = self.setter.face(TextRole.BODY)
        room = 3 * face.em
        for entry in self.report.headings(block.depth):
            inset = 2 * face.em * (entry.level - 1)
            text = self.setter.text(entry.text, TextRole.BODY, width - inset - room)
            mark = _Entry(text, self.setter, self.labels, entry.anchor, inset, width)
            yield Piece(text.height, (mark,))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents: text, leader and the number of the page, known when it is painted."""

    text: SetText
    setter: Setter
    labels: Mapping[str, str]
    anchor: str
    inset: float
    width: float

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint it."""
        self.text.paint(canvas, x + self.inset, y)
        number = self.setter.text(
            self.labels.get(self.anchor, ""), TextRole.BODY, self.width, Setting(Align.RIGHT)
        )
        em = self.setter.face(TextRole.BODY).em
        last = y + self.text.height - self.text.line_height
        start = self.inset + self.text.last_width + em / 2
        dots = int((self.width - start - number.natural_width - em / 2) / em)
        if dots > 0:
            leader = self.setter.text(
                _DOT * dots, TextRole.BODY, self.width - start - number.natural_width, Setting(Align.RIGHT)
            )
            leader.paint(canvas, x + start - em / 4, last)
        number.paint(canvas, x, last)


def _lines(text: SetText, *, tied: bool = False) -> Iterator[Piece]:
    """Yield a piece for each line, so that no single one of a paragraph stands on a page."""
    for line in range(text.count):
        near_start = line < _LEAST_TEXT - 1
        near_end = line == text.count - _LEAST_TEXT
        yield Piece(
            text.line_height,
            (Lines(text, first=line, last=line + 1),),
            keeps_next=tied or ((near_start or near_end) and line + 1 < text.count),
        )


def _below(above: Block | None, piece: Flow) -> Flow:
    """Return the first piece of a block, with a gap above it where it stands below a table."""
    if isinstance(piece, Piece) and isinstance(above, TableBlock | FormTable):
        return replace(piece, before=max(piece.before, _BELOW_GRID))
    return piece


def _is_annex(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.role is TextRole.ANNEX


def _poster(section: Section, width: float, height: float) -> Iterator[Piece]:
    for block in section.blocks:
        if isinstance(block, Picture):
            yield Piece(height, (Illustration(block.drawing, QRectF(0, 0, width, height)),))
