"""A report as data: what stands on the pages of a sheet, in order, without saying how it is painted.

The preview, the printer, PDF, Word and HTML render the same blocks. All text is plain text: a renderer
escapes it and interprets nothing in it. Any room above `app` may import this module.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.lights import Light
from planner.reports.drawing import Drawing
from planner.reports.paper import PageSetup
from planner.reports.table import Align, Table


class TextRole(StrEnum):
    """What a text is for; the print style gives each its font, see `planner.reports.print_style`."""

    COVER = "cover"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    BODY = "body"
    ANNEX = "annex"
    """The word 附件 with its number, at the upper left of an annex."""
    CAPTION = "caption"
    TABLE_HEADING = "table_heading"
    TABLE = "table"
    LABEL = "label"
    """The name of a field in a form."""
    NOTE = "note"
    RUNNING = "running"
    """Header and footer."""
    PAGE_NUMBER = "page_number"


HEADING_ROLES = {
    0: TextRole.TITLE,
    1: TextRole.HEADING_1,
    2: TextRole.HEADING_2,
    3: TextRole.HEADING_3,
    4: TextRole.HEADING_4,
}
"""The role of a heading by its level; level 0 is the title of the report."""


class Stress(StrEnum):
    """How a run of text stands out from its paragraph."""

    NONE = "none"
    BOLD = "bold"
    CHANGED = "changed"
    """A number that was another one when the sentence was written: underlined, and told apart in grey."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look, with line breaks or not; `now` is what a changed number is today."""

    text: str
    stress: Stress = Stress.NONE
    now: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; it stays with what follows it.

    `level` 0 is the report's title, 1 to 4 its sections. Those from 1 on stand in the contents and the
    bookmarks, unless they are not to be `listed`. `anchor` is unique in the report where it is given, and is
    what a link leads to. `bookmark` is its text in the bookmarks where that is another.
    """

    level: int
    text: str
    anchor: str = ""
    listed: bool = True
    bookmark: str = ""

    @property
    def role(self) -> TextRole:
        """The role of its text."""
        return HEADING_ROLES[self.level]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `indented` moves its first line in; `space_before` is in lines of its own font.

    `slot` names the place in the template that it fills, where a person may write another text; then `source`
    is the id of the passage that was written. One `at_foot`, and those like it right after, end where the
    page's type area does. An empty paragraph is an empty line.
    """

    runs: tuple[Run, ...]
    role: TextRole = TextRole.BODY
    indented: bool = True
    align: Align = Align.LEFT
    space_before: float = 0.0
    slot: str = ""
    source: str = ""
    at_foot: bool = False

    @classmethod
    def plain(
        cls, text: str, role: TextRole = TextRole.BODY, align: Align = Align.LEFT, space_before: float = 0.0
    ) -> "Paragraph":
        """Return a paragraph of one look; only body text that is not centred is indented."""
        indented = role is TextRole.BODY and align is Align.LEFT
        return cls((Run(text),), role, indented, align, space_before)

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph of a list; `marker` is `•` or a number, `level` is counted from 0."""

    runs: tuple[Run, ...]
    marker: str = "•"
    level: int = 0

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table as wide as the page, its heading repeated on each, no row split; the caption stays with it.

    Its issuer and date stand on a line above it, at the left and right edge, its notes below. Its own title
    is not shown and its paper is that of the section.
    """

    table: Table
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, centred, `width` millimetres wide (0: as the type area), never higher than the page."""

    drawing: Drawing
    caption: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class LightMark:
    """A light on a line: its shape, its word and its reason in words; `label` says whose light it is."""

    light: Light
    word: str
    reason: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Blanks to be filled in by hand, `fields` side by side; it stays with what stands before it."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell of a form: a label or a value, over some columns and rows.

    `height` is the least height in millimetres, room to write in. A cell with a `light` shows its shape
    before the text.
    """

    text: str
    is_label: bool = False
    columns: int = 1
    rows: int = 1
    height: float = 0.0
    align: Align = Align.LEFT
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class FormTable:
    """A form of labelled cells. `widths` are the columns' shares of the page's width.

    A row names only the cells that begin in it: one that hangs down from above takes its place. A row too
    high for one page is split, since its text may be longer than a page.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[FormCell, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        covered = sum(cell.columns * cell.rows for row in self.rows for cell in row)
        if covered != len(self.widths) * len(self.rows):
            raise ValueError(f"cells cover {covered} of {len(self.widths) * len(self.rows)} places")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page; at the beginning or the end of a section it means nothing."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the report's headings down to `depth`, with page numbers."""

    title: str
    depth: int = 2


Block = (
    Heading
    | Paragraph
    | ListItem
    | TableBlock
    | Picture
    | LightMark
    | Signature
    | FormTable
    | PageBreak
    | Contents
)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on paper of one size and orientation; a section begins on a new page.

    Pages are counted through the report, those of a section that is not `numbered`, as a cover, left out.
    `poster` fills the one page with its one picture.
    """

    setup: PageSetup
    blocks: tuple[Block, ...]
    numbered: bool = True
    poster: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `key` is that of its sheet, `style` the name of its print style.

    `subject` says whose it is (a unit, a measure), as for the name of its file. Letters and lines are `scale`
    percent of what the style says.
    """

    key: str
    title: str
    language: str
    sections: tuple[Section, ...]
    subject: str = ""
    style: str = "official"
    scale: int = 100

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks in order."""
        for section in self.sections:
            yield from section.blocks

    def headings(self, depth: int = 4) -> Iterator[Heading]:
        """Yield the headings that the contents and the bookmarks list, down to a level."""
        for block in self.blocks():
            if isinstance(block, Heading) and block.listed and 1 <= block.level <= depth:
                yield block


def joined(reports: Sequence[Report], title: str) -> Report:
    """Return one report with the sections of several of one sheet, at least one, their anchors kept apart."""
    first = reports[0]
    sections = tuple(
        replace(section, blocks=tuple(_anchored(block, number, report) for block in section.blocks))
        for number, report in enumerate(reports, 1)
        for section in report.sections
    )
    return Report(first.key, title, first.language, sections, "", first.style)


def _anchored(block: Block, number: int, report: Report) -> Block:
    """Return a block of the n-th of several reports, its title saying in the bookmarks whose it is."""
    if not isinstance(block, Heading):
        return block
    anchor = f"{number}-{block.anchor}" if block.anchor else ""
    return replace(block, anchor=anchor, bookmark=report.title if block.level == 0 else block.bookmark)
