"""Paper, margins, header, footer and page numbers of a section. Only `planner.office` imports it."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.app.words import Words
from planner.office.word.markup import (
    TWIPS_PER_POINT,
    ParagraphLook,
    field_xml,
    paragraph_xml,
    run_xml,
    twips,
)
from planner.office.word.styles import STYLE_IDS
from planner.reports.blocks import Section, TextRole
from planner.reports.paper import NumberStyle, PageSetup
from planner.reports.print_style import PrintStyle
from planner.reports.table import Align

_EDGE_GAP = 6.0
"""Millimetres between the type area and header or footer, where there is room for them."""

_NUMBER_WIDTH = 20.0
_DASHED = "— {number} —"


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The header and footer of odd and of even pages, each as paragraphs."""

    header: str
    even_header: str
    footer: str
    even_footer: str


def page_frame(section: Section, style: PrintStyle, words: Words) -> PageFrame:
    """Return what stands at the edges of a section's pages."""
    setup = section.setup
    header, footer = (_running(text) for text in (setup.header, setup.footer))
    numbers = setup.numbers if section.numbered else NumberStyle.NONE
    match numbers:
        case NumberStyle.NONE:
            return PageFrame(header, header, footer, footer)
        case NumberStyle.CENTRED:
            foot = footer + _number(_dashed(), Align.CENTRE)
            return PageFrame(header, header, foot, foot)
        case NumberStyle.OF_TOTAL:
            foot = footer + _number(_of_total(words), Align.CENTRE)
            return PageFrame(header, header, foot, foot)
        case NumberStyle.OUTER if setup.bound and setup.landscape:
            odd, even = (_framed_number(setup, style, upper=upper) for upper in (False, True))
            return PageFrame(header, even + header, odd + footer, footer)
        case _:
            odd, even = (
                footer + _number(_dashed(), align, _outer_indent(align, style))
                for align in (Align.RIGHT, Align.LEFT)
            )
            return PageFrame(header, header, odd, even)


def section_xml(section: Section, references: Mapping[str, str], style: PrintStyle, *, restart: bool) -> str:
    """Return the properties of a section; `references` are the ids of its headers and footers.

    The keys of `references` are `header default`, `header even` and so on. With `restart` its pages are
    counted from 1.
    """
    setup = section.setup
    width, height = (twips(side) for side in setup.size)
    edges = setup.margins
    number = style.fonts[TextRole.PAGE_NUMBER].line * TWIPS_PER_POINT
    above, below = (
        max(twips(edge - _EDGE_GAP) - round(number), twips(5)) for edge in (edges.top, edges.bottom)
    )
    marks = "".join(
        f'<w:{name.split()[0]}Reference w:type="{name.split()[1]}" r:id="{relation}"/>'
        for name, relation in references.items()
    )
    lies = ' w:orient="landscape"' if setup.landscape else ""
    start = '<w:pgNumType w:start="1"/>' if restart else ""
    return (
        f'<w:sectPr>{marks}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{lies}/>'
        f'<w:pgMar w:top="{twips(edges.top)}" w:right="{twips(edges.right)}"'
        f' w:bottom="{twips(edges.bottom)}" w:left="{twips(edges.left)}"'
        f' w:header="{above}" w:footer="{below}" w:gutter="0"/>{start}</w:sectPr>'
    )


def _running(text: str) -> str:
    """Return a line of the header or footer."""
    return paragraph_xml(run_xml(text), ParagraphLook(STYLE_IDS[TextRole.RUNNING], align=Align.CENTRE))


def _number(content: str, align: Align, indent: str = "") -> str:
    return paragraph_xml(content, ParagraphLook(STYLE_IDS[TextRole.PAGE_NUMBER], indent=indent, align=align))


def _dashed() -> str:
    before, after = _DASHED.split("{number}")
    return run_xml(before) + field_xml("PAGE", "1") + run_xml(after)


def _of_total(words: Words) -> str:
    before, _, rest = words("第 {number} 页　共 {total} 页").partition("{number}")
    between, _, after = rest.partition("{total}")
    return (
        run_xml(before)
        + field_xml("PAGE", "1")
        + run_xml(between)
        + field_xml("NUMPAGES", "1")
        + run_xml(after)
    )


def _outer_indent(align: Align, style: PrintStyle) -> str:
    """Return one character of room between the number and the edge of the type area."""
    side = "right" if align is Align.RIGHT else "left"
    room = style.fonts[TextRole.PAGE_NUMBER].size * TWIPS_PER_POINT
    return f'<w:ind w:{side}="{room:.0f}"/>'


def _framed_number(setup: PageSetup, style: PrintStyle, *, upper: bool) -> str:
    """Return the number of a sheet that is bound at its left: beside the type area, below or above."""
    height = style.fonts[TextRole.PAGE_NUMBER].line * TWIPS_PER_POINT
    x = twips(max(setup.margins.left - _NUMBER_WIDTH - _EDGE_GAP / 2, 0.0))
    y = twips(setup.margins.top) if upper else twips(setup.size[1] - setup.margins.bottom) - round(height)
    frame = (
        f'<w:framePr w:w="{twips(_NUMBER_WIDTH)}" w:h="{height:.0f}" w:hRule="exact" w:wrap="around"'
        f' w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}"/>'
    )
    look = ParagraphLook(STYLE_IDS[TextRole.PAGE_NUMBER], frame=frame, align=Align.CENTRE)
    return paragraph_xml(_dashed(), look)
