"""Text and paragraphs as the XML of a Word document. Only `planner.office` imports it.

Whole tables are put together as text, since a library that keeps an object for each cell takes minutes for a
plan of thousands of rows.
"""

import re
from dataclasses import dataclass
from html import escape

from planner.office.safe_text import cleaned
from planner.reports.table import Align

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_POINT = 20

ALIGNMENTS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}

_BREAKS = re.compile(r"([\n\t])")
_BREAK_TAGS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def colour(code: str) -> str:
    """Return a colour `#rrggbb` as Word writes it."""
    return code.removeprefix("#")


def attribute(text: str) -> str:
    """Return a text as it stands in an attribute."""
    return escape(cleaned(text)[0].replace("\n", " "))


def run_xml(text: str, properties: str = "") -> str:
    """Return a text of one look; its line breaks are breaks, what XML can't hold is left out."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = (part for part in _BREAKS.split(cleaned(text)[0]) if part)
    inside = "".join(
        _BREAK_TAGS.get(part) or f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>'
        for part in parts
    )
    return f"<w:r>{looks}{inside}</w:r>" if inside else ""


def tinted_run_xml(text: str, code: str) -> str:
    """Return a text in a colour `#rrggbb`."""
    return run_xml(text, f'<w:color w:val="{colour(code)}"/>')


def field_xml(instruction: str, shown: str = "") -> str:
    """Return a field that Word computes, with what it shows until then."""
    begin, end = field_ends(instruction)
    return begin + run_xml(shown) + end


def field_ends(instruction: str) -> tuple[str, str]:
    """Return what begins and what ends a field; what it shows stands between."""
    asked = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return begin + asked + separate, end


def bookmark(anchor: str) -> str:
    """Return the name of the bookmark of a heading; Word hides it from its list."""
    return f"_Toc{anchor.replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph has besides its style; empty and None mean: as the style says.

    `tabs`, `spacing`, `indent` and `frame` are elements as they are stored.
    """

    style: str
    keep_next: bool | None = None
    page_break: bool = False
    frame: str = ""
    tabs: str = ""
    spacing: str = ""
    indent: str = ""
    align: Align | None = None

    def xml(self) -> str:
        """Return the properties in the order that the format asks for."""
        align = f'<w:jc w:val="{ALIGNMENTS[self.align]}"/>' if self.align is not None else ""
        keep = {None: "", True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>'}[self.keep_next]
        return (
            f'<w:pPr><w:pStyle w:val="{self.style}"/>{keep}'
            f"{'<w:pageBreakBefore/>' if self.page_break else ''}"
            f"{self.frame}{self.tabs}{self.spacing}{self.indent}{align}</w:pPr>"
        )


def foot_frame(width: float) -> str:
    """Return what holds a paragraph at the foot of a page whose type area is that wide, in millimetres."""
    return (
        f'<w:framePr w:w="{twips(width)}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
        ' w:xAlign="center" w:yAlign="bottom"/>'
    )


def paragraph_xml(content: str, look: ParagraphLook) -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{look.xml()}{content}</w:p>"
