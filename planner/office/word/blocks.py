"""The blocks of a report as paragraphs and tables of a Word document. Only `planner.office` imports it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.office.word.comments import Comments
from planner.office.word.flow import Flow
from planner.office.word.forms import FormWriter
from planner.office.word.markup import (
    TWIPS_PER_POINT,
    ParagraphLook,
    bookmark,
    field_ends,
    field_xml,
    foot_frame,
    run_xml,
    tinted_run_xml,
    twips,
)
from planner.office.word.pictures import PictureWriter
from planner.office.word.styles import CHANGED, PICTURE, STYLE_IDS, contents_style, indent_xml, line_xml
from planner.office.word.tables import write_table
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
    Stress,
    TableBlock,
    TextRole,
)
from planner.reports.paper import PageSetup
from planner.reports.print_style import PrintStyle
from planner.reports.table import SHAPES, Align, Table

_FULL = 0.97
"""How much of a page's height a picture may take, so that its line still fits."""

_SIGNATURE_SPACE = 1.0


@dataclass(frozen=True, slots=True)
class Tools:
    """What the blocks of one report are written with.

    `pages` gives a heading's page number by its anchor, `marks` a number for each bookmark.
    """

    report: Report
    style: PrintStyle
    pictures: PictureWriter
    comments: Comments
    pages: Mapping[str, str]
    marks: Iterator[int]


class BlockWriter:
    """Writes the blocks of one section."""

    def __init__(self, tools: Tools, setup: PageSetup) -> None:
        self._tools = tools
        self._style = tools.style
        self._area = setup.type_area
        self._flow = Flow()

    def flow(self, section: Section) -> Flow:
        """Return what stands in the section."""
        for block in section.blocks:
            self._write(block)
        return self._flow

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case ListItem():
                self._item(block)
            case TableBlock(table, caption):
                self._table(table, caption)
            case PageBreak():
                self._flow.break_page()
            case _:
                self._place(block)

    def _place(self, block: FormTable | Picture | LightMark | Signature | Contents) -> None:
        match block:
            case FormTable(caption=caption):
                self._caption(caption)
                self._flow.table(FormWriter(self._style, self._area[0]).xml(block))
            case Picture():
                self._picture(block)
            case LightMark():
                self._light(block)
            case Signature(fields):
                self._signature(fields)
            case Contents():
                self._contents(block)

    def _heading(self, heading: Heading) -> None:
        text = run_xml(heading.text)
        if heading.anchor:
            mark = f'w:id="{next(self._tools.marks)}"'
            name = f'w:name="{bookmark(heading.anchor)}"'
            text = f"<w:bookmarkStart {mark} {name}/>{text}<w:bookmarkEnd {mark}/>"
        self._flow.paragraph(text, ParagraphLook(STYLE_IDS[heading.role]))

    def _paragraph(self, paragraph: Paragraph) -> None:
        face = self._style.fonts[paragraph.role]
        is_body = paragraph.role is TextRole.BODY
        indent = ""
        if paragraph.indented and not is_body:
            indent = indent_xml(face, self._style.indent)
        elif is_body and not paragraph.indented:
            indent = indent_xml(face, 0)
        spacing = line_xml(face, before=paragraph.space_before) if paragraph.space_before else ""
        align = paragraph.align if paragraph.align is not Align.LEFT else None
        frame = foot_frame(self._area[0]) if paragraph.at_foot else ""
        style = STYLE_IDS[paragraph.role]
        look = ParagraphLook(style, frame=frame, spacing=spacing, indent=indent, align=align)
        self._flow.paragraph(self._runs(paragraph.runs), look)

    def _item(self, item: ListItem) -> None:
        face = self._style.fonts[TextRole.BODY]
        indent = indent_xml(face, self._style.indent * (item.level + 1))
        look = ParagraphLook(STYLE_IDS[TextRole.BODY], indent=indent)
        self._flow.paragraph(run_xml(f"{item.marker} ") + self._runs(item.runs), look)

    def _runs(self, runs: tuple[Run, ...]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        match run.stress:
            case Stress.BOLD:
                return run_xml(run.text, "<w:b/>")
            case Stress.CHANGED:
                written = run_xml(run.text, f'<w:rStyle w:val="{CHANGED}"/>')
                return self._tools.comments.around(written, f"→ {run.now}") if run.now else written
            case _:
                return run_xml(run.text)

    def _caption(self, caption: str) -> None:
        if caption:
            self._flow.paragraph(run_xml(caption), ParagraphLook(STYLE_IDS[TextRole.CAPTION]))

    def _table(self, table: Table, caption: str) -> None:
        self._caption(caption)
        if table.issuer or table.dated:
            edge = f'<w:tabs><w:tab w:val="right" w:pos="{twips(self._area[0])}"/></w:tabs>'
            look = ParagraphLook(STYLE_IDS[TextRole.TABLE], keep_next=True, tabs=edge)
            self._flow.paragraph(run_xml(f"{table.issuer}\t{table.dated}"), look)
        self._flow.table(write_table(table, self._style, self._area[0]))
        for note in table.notes:
            self._flow.keep_with_next()
            self._flow.paragraph(run_xml(note), ParagraphLook(STYLE_IDS[TextRole.NOTE]))

    def _picture(self, picture: Picture) -> None:
        width, height = self._area
        room = height * _FULL
        if picture.caption:
            room -= self._style.fonts[TextRole.CAPTION].line * 25.4 / 72
        drawn = self._tools.pictures.run(picture.drawing, (min(picture.width or width, width), room))
        self._flow.paragraph(drawn, ParagraphLook(PICTURE, keep_next=bool(picture.caption) or None))
        if picture.caption:
            below = ParagraphLook(STYLE_IDS[TextRole.CAPTION], keep_next=False)
            self._flow.paragraph(run_xml(picture.caption), below)

    def _light(self, mark: LightMark) -> None:
        code = self._style.colours.lights[mark.light]
        reason = f"（{mark.reason}）" if mark.reason else ""
        text = (
            run_xml(f"{mark.label} " if mark.label else "")
            + tinted_run_xml(SHAPES[mark.light], code)
            + run_xml(f" {mark.word}{reason}")
        )
        self._flow.paragraph(text, ParagraphLook(STYLE_IDS[TextRole.BODY]))

    def _signature(self, fields: tuple[str, ...]) -> None:
        """Write the blanks on one line, each at a stop of its own."""
        share = twips(self._area[0]) / len(fields)
        stops = "".join(
            f'<w:tab w:val="left" w:pos="{share * place:.0f}"/>' for place in range(1, len(fields))
        )
        look = ParagraphLook(
            STYLE_IDS[TextRole.TABLE],
            tabs=f"<w:tabs>{stops}</w:tabs>" if stops else "",
            spacing=line_xml(self._style.fonts[TextRole.TABLE], before=_SIGNATURE_SPACE),
        )
        self._flow.keep_with_next()
        self._flow.paragraph(run_xml("\t".join(fields)), look)

    def _contents(self, contents: Contents) -> None:
        """Write the headings with their pages, as a field that Word can make again."""
        self._flow.paragraph(run_xml(contents.title), ParagraphLook(STYLE_IDS[TextRole.TITLE]))
        headings = list(self._tools.report.headings(contents.depth))
        begin, end = field_ends(f'TOC \\o "1-{contents.depth}" \\h \\z \\u')
        right = twips(self._area[0])
        for place, heading in enumerate(headings):
            left = round(2 * (heading.level - 1) * self._style.fonts[TextRole.BODY].size * TWIPS_PER_POINT)
            look = ParagraphLook(
                contents_style(heading.level),
                tabs=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>',
                indent=f'<w:ind w:left="{left}"/>' if left else "",
            )
            mark = bookmark(heading.anchor)
            page = field_xml(f"PAGEREF {mark} \\h", self._tools.pages.get(heading.anchor, ""))
            shown = run_xml(f"{heading.text}\t") + page
            link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{shown}</w:hyperlink>'
            first, last = place == 0, place == len(headings) - 1
            self._flow.paragraph(f"{begin if first else ''}{link}{end if last else ''}", look)
