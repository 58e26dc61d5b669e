"""One sheet of a template: its rows and cells by their places, and what stands in them.

Only `planner.office.template` imports it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from planner.office.row_writer import column_letters
from planner.office.template.growth import split_address
from planner.office.template.package import RELATED, Element, Package, main

_PHONETIC = main("rPh")
_DEFAULT_WIDTH = 8.43
_DEFAULT_HEIGHT = 15.0

_ORDER = (
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
)
"""What stands before the merged cells and with them."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; rows from 1, columns from 0."""


@dataclass(slots=True)
class Sheet:
    """A sheet by its name, its part and its XML."""

    name: str
    part: str
    root: Element
    texts: list[str]

    @property
    def data(self) -> Element:
        """The element with the rows."""
        found = self.root.find(main("sheetData"))
        if found is None:
            found = etree.Element(main("sheetData"))
            insert_in_order(self.root, found)
        return found

    def rows(self) -> list[Element]:
        """Return the rows that the sheet has, in their order."""
        return list(self.data)

    def row(self, number: int) -> Element:
        """Return a row, made if it is not there."""
        place = 0
        for place, row in enumerate(self.data):  # noqa: B007 - the place of the last is needed too
            at = int(row.get("r"))
            if at == number:
                return row
            if at > number:
                break
        else:
            place = len(self.data)
        made = etree.Element(main("row"), {"r": str(number)})
        self.data.insert(place, made)
        return made

    def cells(self) -> Iterator[tuple[int, int, Element]]:
        """Yield every cell with its row and column."""
        for row in self.data:
            for cell in row:
                yield (*split_address(cell.get("r")), cell)

    def text(self, cell: Element) -> str:
        """Return the text of a cell; empty for numbers and formulas."""
        if cell.find(main("f")) is not None:
            return ""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_in(cell)
        value = cell.find(main("v"))
        if value is None or not value.text or kind not in ("s", "str"):
            return ""
        if kind == "str":
            return value.text
        number = int(value.text)
        return self.texts[number] if number < len(self.texts) else ""

    def merged(self) -> list[Area]:
        """Return the areas of merged cells."""
        found = self.root.find(main("mergeCells"))
        return [area_of(entry.get("ref")) for entry in found] if found is not None else []

    def width(self, column: int) -> float:
        """Return the width of a column in characters of the workbook's default font."""
        for entry in self.root.iter(main("col")):
            if int(entry.get("min")) <= column + 1 <= int(entry.get("max")) and "width" in entry.attrib:
                return 0.0 if entry.get("hidden", "0") in ("1", "true") else float(entry.get("width"))
        form = self.root.find(main("sheetFormatPr"))
        return float(form.get("defaultColWidth", str(_DEFAULT_WIDTH))) if form is not None else _DEFAULT_WIDTH

    def style(self, row: Element, column: int) -> int:
        """Return the style of a cell that is not there: that of its row or of its column."""
        if "s" in row.attrib:
            return int(row.get("s"))
        for entry in self.root.iter(main("col")):
            if int(entry.get("min")) <= column + 1 <= int(entry.get("max")):
                return int(entry.get("style", "0"))
        return 0

    def height(self, row: Element) -> float:
        """Return the height of a row in points."""
        form = self.root.find(main("sheetFormatPr"))
        usual = (
            form.get("defaultRowHeight", str(_DEFAULT_HEIGHT)) if form is not None else str(_DEFAULT_HEIGHT)
        )
        return float(row.get("ht", usual))

    @property
    def filtered(self) -> bool:
        """Whether the rows are there to be filtered or sorted, so that nothing may be merged in them."""
        return (
            self.root.find(main("autoFilter")) is not None or self.root.find(main("tableParts")) is not None
        )


def sheets_of(package: Package) -> list[Sheet]:
    """Return the worksheets of a workbook in their order, their rows and cells all with their places."""
    parts = package.related(package.workbook, "worksheet")
    texts = _shared_texts(package)
    sheets = []
    for entry in package.xml(package.workbook).iter(main("sheet")):
        part = parts.get(entry.get(f"{{{RELATED}}}id"))
        if part:
            sheet = Sheet(entry.get("name"), part, package.xml(part), texts)
            _place_all(sheet)
            sheets.append(sheet)
    return sheets


def area_of(address: str) -> Area:
    """Return the rows and columns of an area such as `A1:B5`."""
    first, _, last = address.partition(":")
    top, left = split_address(first)
    bottom, right = split_address(last or first)
    return top, left, bottom, right


def address_of(area: Area) -> str:
    """Return an area as it is written."""
    top, left, bottom, right = area
    return f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"


def text_in(element: Element) -> str:
    """Return all text in a shared or inline string, without readings in small letters above it."""
    return "".join(part.text or "" for part in element.iter(main("t")) if _parent_tag(part) != _PHONETIC)


def insert_in_order(root: Element, child: Element) -> None:
    """Put an element into a sheet behind all that must stand before it."""
    name = child.tag.rpartition("}")[2]
    before = {main(tag) for tag in _ORDER[: _ORDER.index(name)]}
    place = max((number for number, element in enumerate(root, 1) if element.tag in before), default=0)
    root.insert(place, child)


def _shared_texts(package: Package) -> list[str]:
    part = next(iter(package.related(package.workbook, "sharedStrings").values()), "")
    return [text_in(entry) for entry in package.xml(part).findall(main("si"))] if part else []


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return parent.tag if parent is not None else ""


def _place_all(sheet: Sheet) -> None:
    """Give each row and cell its place, which some programs leave out where it is the next one."""
    row_number = 0
    for row in sheet.data:
        row_number = int(row.get("r", str(row_number + 1)))
        row.set("r", str(row_number))
        column = -1
        for cell in row:
            column = split_address(cell.get("r"))[1] if "r" in cell.attrib else column + 1
            cell.set("r", f"{column_letters(column)}{row_number}")
