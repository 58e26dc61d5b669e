"""Placeholders outside the cells of a template: in headers and footers, and in text boxes.

Only `planner.office.template` imports it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.office.safe_text import cleaned
from planner.office.template.package import Element, Package, main
from planner.office.template.placeholders import is_marked
from planner.office.template.reading import Part, Reader
from planner.office.template.sheet import Sheet
from planner.office.template.values import ValueWriter, no_row

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LONGEST_RUNNING = 255

Marked = tuple[Sequence[Element], Sequence[Part]]
"""The elements that a text with placeholders is spread over, as programs do with one paragraph; its parts."""


@dataclass(frozen=True, slots=True)
class Outside:
    """The texts with placeholders, each with its parts; running ones stand at the edge of every page."""

    running: tuple[Marked, ...]
    boxed: tuple[Marked, ...]

    @classmethod
    def read(cls, package: Package, sheets: Sequence[Sheet], reader: Reader) -> "Outside":
        """Read them all; the reader collects what is wrong with them."""
        running: list[Marked] = []
        boxed: list[Marked] = []
        for sheet in sheets:
            for part in sheet.root.iter(main("headerFooter")):
                running += _marked([[element] for element in part], sheet, reader)
            for drawing in package.related(sheet.part, "drawing").values():
                paragraphs = package.xml(drawing).iter(f"{_DRAWING}p")
                texts = [list(paragraph.iter(f"{_DRAWING}t")) for paragraph in paragraphs]
                boxed += _marked(texts, sheet, reader)
        return cls(tuple(running), tuple(boxed))

    def fill(self, writer: ValueWriter) -> None:
        """Fill the plan's values in; what was spread over several elements comes into the first."""
        for elements, parts in self.running:
            text = "".join(
                part if isinstance(part, str) else _value(writer, part).replace("&", "&&") for part in parts
            )
            elements[0].text = text[:_LONGEST_RUNNING]
        for elements, parts in self.boxed:
            elements[0].text = cleaned(writer.text(parts, no_row))[0]
            for element in elements[1:]:
                element.text = ""


def _marked(texts: Iterable[Sequence[Element]], sheet: Sheet, reader: Reader) -> list[Marked]:
    marked: list[Marked] = []
    for elements in texts:
        text = "".join(element.text or "" for element in elements)
        if is_marked(text):
            parts = reader.values_in(text, sheet.name)
            if parts is not None:
                marked.append((elements, parts))
    return marked


def _value(writer: ValueWriter, part: Part) -> str:
    return cleaned(writer.text([part], no_row))[0]
