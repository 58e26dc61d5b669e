"""The cell styles of a template: what they say that matters for filling, and twins of them.

Only `planner.office.template` imports it.
"""

import re
from copy import deepcopy

from lxml import etree

from planner.office.template.package import Element, Package, main

_DEFAULT_SIZE = 11.0
_FIRST_OWN_FORMAT = 164
_DAYS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""The built-in formats of days and times."""
_PERCENTS = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class Styles:
    """Reads the styles of one workbook, by their number, and adds to them."""

    def __init__(self, package: Package) -> None:
        part = next(iter(package.related(package.workbook, "styles").values()), "")
        self._root = package.xml(part) if part else None
        self._cells = self._list("cellXfs")
        self._fonts = self._list("fonts")
        self._codes = {
            int(entry.get("numFmtId")): entry.get("formatCode")
            for entry in (self._root.iter(main("numFmt")) if self._root is not None else ())
        }
        self._twins: dict[tuple[int, bool, str, int], int] = {}

    def wraps(self, style: int) -> bool:
        """Whether a cell of this style breaks its text into lines."""
        found = self._alignment(style)
        return found is not None and found.get("wrapText", "0") in ("1", "true")

    def size(self, style: int) -> float:
        """Return the size of the font in points."""
        cell = self._cell(style)
        number = int(cell.get("fontId", "0")) if cell is not None else 0
        if self._fonts is None or number >= len(self._fonts):
            return _DEFAULT_SIZE
        size = self._fonts[number].find(main("sz"))
        return float(size.get("val")) if size is not None else _DEFAULT_SIZE

    def is_general(self, style: int) -> bool:
        """Whether numbers are shown as they come."""
        return self._format(style) == 0

    def is_text(self, style: int) -> bool:
        """Whether whatever stands in the cell is a text."""
        return self._format(style) == 49

    def shows_day(self, style: int) -> bool:
        """Whether numbers are shown as days."""
        number = self._format(style)
        code = _QUOTED.sub("", self._codes.get(number, ""))
        return number in _DAYS or bool(re.search("[ymd]", code, re.IGNORECASE))

    def shows_percent(self, style: int) -> bool:
        """Whether numbers are shown as percentages."""
        number = self._format(style)
        return number in _PERCENTS or "%" in _QUOTED.sub("", self._codes.get(number, ""))

    def twin(self, style: int, *, quoted: bool = False, shown_as: str = "", indent: int = 0) -> int:
        """Return a style like another that keeps text a text, shows numbers otherwise or is indented."""
        if not (quoted or shown_as or indent):
            return style
        key = (style, quoted, shown_as, indent)
        if key not in self._twins:
            self._twins[key] = self._make(*key)
        return self._twins[key]

    def _make(self, style: int, quoted: bool, shown_as: str, indent: int) -> int:
        source = self._cell(style)
        if self._cells is None or source is None:
            return style
        made = deepcopy(source)
        if quoted:
            made.set("quotePrefix", "1")
        if shown_as:
            made.set("numFmtId", str(self._own_format(shown_as)))
            made.set("applyNumberFormat", "1")
        if indent:
            self._indented(made, indent)
        self._cells.append(made)
        self._cells.set("count", str(len(self._cells)))
        return len(self._cells) - 1

    def _indented(self, made: Element, indent: int) -> None:
        alignment = made.find(main("alignment"))
        if alignment is None:
            alignment = etree.Element(main("alignment"))
            made.insert(0, alignment)
        if alignment.get("horizontal", "general") in ("general", "left"):
            alignment.set("horizontal", "left")
            alignment.set("indent", str(int(alignment.get("indent", "0")) + indent))
            made.set("applyAlignment", "1")

    def _own_format(self, code: str) -> int:
        known = next((number for number, made in self._codes.items() if made == code), None)
        if known is not None:
            return known
        number = max([_FIRST_OWN_FORMAT - 1, *self._codes]) + 1
        self._codes[number] = code
        formats = self._list("numFmts")
        if formats is None and self._root is not None:
            formats = etree.Element(main("numFmts"))
            self._root.insert(0, formats)
        if formats is not None:
            etree.SubElement(formats, main("numFmt"), {"numFmtId": str(number), "formatCode": code})
            formats.set("count", str(len(formats)))
        return number

    def _list(self, name: str) -> Element | None:
        return self._root.find(main(name)) if self._root is not None else None

    def _cell(self, style: int) -> Element | None:
        return self._cells[style] if self._cells is not None and style < len(self._cells) else None

    def _format(self, style: int) -> int:
        cell = self._cell(style)
        return int(cell.get("numFmtId", "0")) if cell is not None else 0

    def _alignment(self, style: int) -> Element | None:
        cell = self._cell(style)
        return cell.find(main("alignment")) if cell is not None else None
