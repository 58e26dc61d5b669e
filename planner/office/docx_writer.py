"""Status sheets as a Word document that a person can go on writing: real styles, headings, tables and fields.

Pictures are painted, and pages counted, by whoever is handed in: this room has neither fonts nor a painter.
"""

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from planner.app.words import Words
from planner.office.files import replace_file
from planner.office.svg import Palette
from planner.office.word.blocks import BlockWriter, Tools
from planner.office.word.comments import Comments
from planner.office.word.markup import NAMESPACES
from planner.office.word.package import Package
from planner.office.word.page_frame import page_frame, section_xml
from planner.office.word.pictures import PictureWriter, PngMaker
from planner.office.word.styles import fonts_xml, styles_xml
from planner.reports.blocks import Contents, Report, Section
from planner.reports.print_style import PrintStyle

PageCounter = Callable[[Report], Mapping[str, str]]
"""Returns the page numbers of a report's headings, by their anchors, as far as it knows them."""


class DocxWriter:
    """Writes reports in one style and language; `paint` makes the dots of a picture."""

    def __init__(
        self, style: PrintStyle, words: Words, palette: Palette, paint: PngMaker, pages: PageCounter
    ) -> None:
        self._style = style
        self._words = words
        self._palette = palette
        self._paint = paint
        self._pages = pages

    def render(self, report: Report, path: Path) -> None:
        """Write a report as a Word document; raises `SaveFailed`, with the old file whole."""
        replace_file(path, self.document(report))

    def document(self, report: Report) -> bytes:
        """Return a report as the content of a Word document."""
        package = Package(report.title)
        package.add_xml("styles", styles_xml(self._style, self._words))
        package.add_xml("fontTable", fonts_xml(self._style))
        comments = Comments()
        pictures = PictureWriter(package, self._palette, self._paint)
        listed = any(isinstance(block, Contents) for block in report.blocks())
        pages = self._pages(report) if listed else {}
        tools = Tools(report, self._style, pictures, comments, pages, count(1))
        body = "".join(self._section(report, place, tools, package) for place in range(len(report.sections)))
        if comments:
            package.add_xml("comments", comments.xml())
        return package.finished(body)

    def _section(self, report: Report, place: int, tools: Tools, package: Package) -> str:
        section = report.sections[place]
        flow = BlockWriter(tools, section.setup).flow(section)
        before = report.sections[:place]
        restart = section.numbered and bool(before) and not any(other.numbered for other in before)
        properties = section_xml(section, self._edges(section, package), self._style, restart=restart)
        return flow.last(properties) if section is report.sections[-1] else flow.ended(properties)

    def _edges(self, section: Section, package: Package) -> dict[str, str]:
        """Add headers and footers; returns their relations by kind and pages."""
        frame = page_frame(section, self._style, self._words)
        parts = {
            ("header", "default"): frame.header,
            ("header", "even"): frame.even_header,
            ("footer", "default"): frame.footer,
            ("footer", "even"): frame.even_footer,
        }
        roots = {"header": "w:hdr", "footer": "w:ftr"}
        return {
            f"{kind} {pages}": package.add_xml(kind, f"<{roots[kind]} {NAMESPACES}>{content}</{roots[kind]}>")
            for (kind, pages), content in parts.items()
        }
