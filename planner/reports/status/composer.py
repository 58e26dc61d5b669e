"""Makes a report of what a template gives: pieces of text become blocks, lines that place something do.

Only `planner.reports.status` imports it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from planner.app.passages import Slot, marked_parts, passage_in
from planner.domain.marks import N_
from planner.reports.blocks import (
    Block,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Signature,
    Stress,
    TextRole,
)
from planner.reports.paper import NumberStyle, Paper
from planner.reports.status.markup import Directive, HeadingPiece, ItemPiece, Piece, read_markup
from planner.reports.status.order import Material, Order
from planner.reports.status.places import PLACES
from planner.reports.status.templates import BrokenTemplate, Templates
from planner.reports.status.values import PlanValues
from planner.reports.table import Align

_PAGES = {
    "portrait": ("portrait", Paper.A4, False),
    "landscape": ("landscape", Paper.A4, True),
    "form": ("form", Paper.A4, False),
    "wide_form": ("form", Paper.A4, True),
    "cover": ("portrait", Paper.A4, False),
    "poster": ("poster", Paper.A3, True),
    "brief": ("form", Paper.A4, False),
}
"""The pages that a template can ask for: margins, paper, and whether they lie."""

_LINES = {
    "subtitle": (TextRole.SUBTITLE, Align.CENTRE),
    "cover": (TextRole.COVER, Align.CENTRE),
    "centre": (TextRole.BODY, Align.CENTRE),
    "foot": (TextRole.BODY, Align.CENTRE),
    "annex": (TextRole.ANNEX, Align.LEFT),
    "note": (TextRole.NOTE, Align.LEFT),
    "right": (TextRole.BODY, Align.RIGHT),
    "plain": (TextRole.BODY, Align.LEFT),
}
_COVER_SPACE = 4.0
_FIELD = re.compile(r"[^:：]+[:：]?")
"""One of the blanks of a signature; each ends in a colon."""
_JOINTS = {"zh": "", "en": " "}


@dataclass(slots=True)
class _Page:
    """A section in the making."""

    kind: str = "portrait"
    header: str = ""
    footer: str = ""
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SlotText:
    """A place for text in a report: its name, the heading above it, and what is computed for it."""

    name: str
    heading: str
    text: str


class Composer:
    """Composes one sheet; `only_computed_text` leaves out tables, pictures and texts written by hand."""

    def __init__(
        self,
        material: Material,
        values: PlanValues,
        templates: Templates,
        order: Order,
        *,
        only_computed_text: bool = False,
    ) -> None:
        self._material = material
        self._values = values
        self._templates = templates
        self._order = order
        self._only_computed_text = only_computed_text
        self._pages = [_Page()]
        self._slot: Slot | None = None
        self._opened: Directive | None = None
        self._replaced = False
        self._read: Counter[str] = Counter()

    def sections(self) -> tuple[Section, ...]:
        """Return the sections; raises `BrokenTemplate`."""
        language = self._material.source.words.language
        file = self._templates.find(self._order.sheet, language)
        text = self._templates.fill(file, self._values.for_order(self._order))
        try:
            for piece in read_markup(text, _JOINTS.get(language, " ")):
                self._take(piece)
            if self._opened is not None:
                self._read[self._opened.source] = 1
                raise self._unplaced(N_("{line} 之后的文字没有用 [[end]] 结束"), self._opened)
        except _Unplaced as unplaced:
            line = _line_of(self._templates.text(file), unplaced.source, self._read[unplaced.source])
            raise BrokenTemplate(file.name, line, str(unplaced)) from unplaced
        pages = [page for page in self._pages if page.blocks]
        return tuple(self._section(page, pages) for page in pages)

    def _take(self, piece: Piece) -> None:
        match piece:
            case Directive():
                self._direct(piece)
            case _ if self._slot is not None and self._replaced:
                pass
            case HeadingPiece(level, text):
                count = sum(isinstance(block, Heading) for page in self._pages for block in page.blocks)
                self._add(Heading(min(level - 1, 4), text, f"h{count + 1}"))
            case ItemPiece(runs, marker, level):
                self._add(ListItem(runs, marker, level))
            case _:
                slot = self._slot.name if self._slot else ""
                self._add(Paragraph(piece.runs, self._body, slot=slot))

    @property
    def _body(self) -> TextRole:
        """The role of plain paragraphs: a brief speaks in the letters of tables."""
        return TextRole.TABLE if self._pages[-1].kind == "brief" else TextRole.BODY

    def _direct(self, line: Directive) -> None:
        first, _, rest = line.rest.partition(" ")
        self._read[line.source] += 1
        if line.name == "end":
            self._close_slot(line)
        elif self._slot is not None and self._replaced:
            return
        elif line.name == "page" and first in _PAGES:
            self._pages.append(_Page(first, self._pages[-1].header, self._pages[-1].footer))
        elif line.name in ("header", "footer"):
            setattr(self._pages[-1], line.name, line.rest)
        elif line.name == "text" and first:
            self._open_slot(first, line)
        elif (line.name, first) in PLACES:
            if self._only_computed_text:
                return
            for block in PLACES[line.name, first](self._material, self._order, rest.strip()):
                self._add(block)
        else:
            self._add(self._line(line))

    def _line(self, line: Directive) -> Block:
        """Return what is a block by itself."""
        match line.name:
            case "break":
                return PageBreak()
            case "contents":
                return Contents(line.rest)
            case "signature":
                return Signature(tuple(field.strip() for field in _FIELD.findall(line.rest)))
            case name if name in _LINES:
                role, align = _LINES[name]
                space = _COVER_SPACE if role is TextRole.COVER else 0.0
                line_block = Paragraph.plain(line.rest, role, align, space)
                return replace(line_block, at_foot=line.name == "foot")
        raise self._unplaced(N_("不认识 {line}"), line)

    def _unplaced(self, pattern: str, line: Directive) -> "_Unplaced":
        return _Unplaced(line.source, self._material.source.words(pattern).format(line=line.source))

    def _open_slot(self, name: str, line: Directive) -> None:
        """Begin a place for text: what was written by hand stands there, else what follows up to the end."""
        if self._slot is not None:
            raise self._unplaced(N_("{line} 之前的文字还没有用 [[end]] 结束"), line)
        self._opened = line
        self._slot = Slot(self._order.sheet, name, self._order.period)
        passage = None
        if not self._only_computed_text:
            passage = passage_in(self._material.source.plan, self._slot)
        self._replaced = passage is not None
        if passage is None:
            return
        runs = [
            Run(part.text, Stress.CHANGED if part.now else Stress.NONE, part.now)
            for part in marked_parts(passage, self._values.facts)
        ]
        for lines in _paragraphs(runs):
            self._add(Paragraph(lines, self._body, slot=name, source=passage.id))

    def _close_slot(self, line: Directive) -> None:
        if self._slot is None:
            raise self._unplaced(N_("{line} 之前没有 [[text 名称]]"), line)
        self._slot = self._opened = None

    def _add(self, block: Block) -> None:
        self._pages[-1].blocks.append(block)

    def _section(self, page: _Page, pages: list[_Page]) -> Section:
        kind, paper, landscape = _PAGES[page.kind]
        poster = page.kind == "poster"
        setup = self._material.style.setup(kind, paper, landscape=landscape)
        if page.kind == "cover":
            setup = replace(setup, numbers=NumberStyle.NONE)
        if self._order.paper is not None:
            setup = setup.on(self._order.paper)
        bound = landscape and any(not _PAGES[other.kind][2] for other in pages)
        setup = replace(setup, bound=bound, header=page.header, footer=page.footer)
        return Section(setup, tuple(page.blocks), page.kind != "cover", poster)


class _Unplaced(Exception):
    """A line places what there is not."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(message)
        self.source = source


def _paragraphs(runs: list[Run]) -> list[tuple[Run, ...]]:
    """Cut runs into paragraphs where their text has line breaks."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        paragraphs[-1].append(replace(run, text=first))
        paragraphs += [[replace(run, text=line)] for line in others]
    kept = (tuple(run for run in paragraph if run.text) for paragraph in paragraphs)
    return [paragraph for paragraph in kept if paragraph]


def _line_of(text: str, source: str, occurrence: int) -> int:
    """Return the line of a template that gave a line of its result, the first of several alike being 1.

    Returns 0 where the line was put together from what was filled in.
    """
    lines = [line.strip() for line in text.splitlines()]
    start = source.split(" ")[:2]
    same = [number for number, line in enumerate(lines, 1) if line == source]
    alike = same or [number for number, line in enumerate(lines, 1) if line.split(" ")[:2] == start]
    return alike[min(occurrence, len(alike)) - 1] if alike else 0


def computed_texts(sections: tuple[Section, ...]) -> list[SlotText]:
    """Return the text that stands in each slot, with the heading above it, in the order of the report."""
    headings: dict[str, str] = {}
    texts: dict[str, list[str]] = {}
    above = ""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                above = block.text
            elif isinstance(block, Paragraph) and block.slot:
                headings.setdefault(block.slot, above)
                texts.setdefault(block.slot, []).append(block.text)
    return [SlotText(name, headings[name], "\n".join(lines)) for name, lines in texts.items()]
