"""Placeholders outside the cells of a template: in headers and footers, and in text boxes.

Only `planner.office.template` imports it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.office.safe_text import cleaned
from planner.office.template.package import Element, Package, local, main
from planner.office.template.placeholders import is_marked
from planner.office.template.reading import Part, Reader
from planner.office.template.sheet import Sheet
from planner.office.template.values import ValueWriter, no_row

_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_LONGEST_RUNNING = 255


@dataclass(frozen=True, slots=True)
class Outside:
    """The texts with placeholders, each with its parts; running ones stand at the edge of every page."""

    running: tuple[tuple[Element, Sequence[Part]], ...]
    boxed: tuple[tuple[Element, Sequence[Part]], ...]

    @classmethod
    def read(cls, package: Package, sheets: Sequence[Sheet], reader: Reader) -> "Outside":
        """Read them all; the reader collects what is wrong with them."""
        running, boxed = [], []
        for sheet in sheets:
            for part in sheet.root.iter(main("headerFooter")):
                running += _marked(list(part), sheet, reader)
            for drawing in package.related(sheet.part, "drawing").values():
                boxed += _marked(list(package.xml(drawing).iter(_TEXT)), sheet, reader)
        return cls(tuple(running), tuple(boxed))

    def fill(self, writer: ValueWriter) -> None:
        """Fill the plan's values in."""
        for element, parts in self.running:
            text = "".join(
                part if isinstance(part, str) else _value(writer, part).replace("&", "&&") for part in parts
            )
            element.text = text[:_LONGEST_RUNNING]
        for element, parts in self.boxed:
            element.text = cleaned(writer.text(parts, no_row))[0]


def _marked(
    elements: Sequence[Element], sheet: Sheet, reader: Reader
) -> list[tuple[Element, Sequence[Part]]]:
    marked: list[tuple[Element, Sequence[Part]]] = []
    for element in elements:
        if element.text and is_marked(element.text):
            parts = reader.values_in(element.text, f"{sheet.name}!{local(element)}")
            if parts is not None:
                marked.append((element, parts))
    return marked


def _value(writer: ValueWriter, part: Part) -> str:
    return cleaned(writer.text([part], no_row))[0]
