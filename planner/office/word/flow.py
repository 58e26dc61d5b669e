"""What stands in a section of a Word document, in order, and what Word wants between two things.

Only `planner.office` imports it.
"""

import re
from dataclasses import replace

from planner.office.word.markup import ParagraphLook, paragraph_xml
from planner.office.word.styles import NARROW

_TABLE = "<w:tbl>"
_ROW = "<w:tr>"
_FRAME = "<w:framePr"
_LOOSE = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")


class Flow:
    """Collects the paragraphs and tables of one section."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._break = False

    def break_page(self) -> None:
        """Let what follows, if anything does, begin on a new page."""
        self._break = bool(self._parts)

    def paragraph(self, content: str, look: ParagraphLook) -> None:
        """Add a paragraph of runs."""
        self._parts.append(paragraph_xml(content, replace(look, page_break=self._break)))
        self._break = False

    def table(self, xml: str) -> None:
        """Add a table; two of them that meet would become one."""
        if self._break or self._ends_in_table():
            self.paragraph("", ParagraphLook(NARROW, keep_next=True))
        self._parts.append(xml)

    def keep_with_next(self) -> None:
        """Keep the last paragraph, or the last row of the table, on the page of what follows."""
        if not self._parts:
            return
        last = self._parts[-1]
        place = last.rfind(_ROW) if self._ends_in_table() else 0
        self._parts[-1] = last[:place] + _LOOSE.sub(r"\1<w:keepNext/>", last[place:])

    def ended(self, properties: str) -> str:
        """Return all of it as a section with these properties, which its last paragraph carries."""
        if not self._parts or self._ends_in_table() or _FRAME in self._parts[-1]:
            self.paragraph("", ParagraphLook(NARROW))
        *parts, last = self._parts
        head, end, rest = last.partition("</w:pPr>")
        return "".join((*parts, head, properties, end, rest))

    def last(self, properties: str) -> str:
        """Return all of it as the last section, whose properties are the document's own."""
        if not self._parts or self._ends_in_table():
            self.paragraph("", ParagraphLook(NARROW))
        return "".join((*self._parts, properties))

    def _ends_in_table(self) -> bool:
        return bool(self._parts) and self._parts[-1].startswith(_TABLE)
