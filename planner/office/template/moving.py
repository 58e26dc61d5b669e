"""Leads everything in a workbook that names cells to where these stand once rows are repeated.

Only `planner.office.template` imports it.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from planner.office.template.growth import Growth, moved_formula, relative_formula
from planner.office.template.package import Element, Package, local, main
from planner.office.template.sheet import Area, Sheet, address_of, area_of, insert_in_order

Growths = Mapping[str, Growth]
"""The growth of every sheet, by its name in lower case."""

_FORMULAS = ("f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula")
_SINGLE_CELLS = ("topLeftCell", "activeCell")
_VML_ROW = re.compile(r"(<x:Row>\s*)(\d+)(?=\s*</x:Row>)")
_VML_ANCHOR = re.compile(r"(?<=<x:Anchor>)[^<]*(?=</x:Anchor>)")
_ANCHOR_ROWS = (2, 6)
_ANCHOR_ENDS = ("from", "to")


def expand_shared(sheet: Sheet) -> None:
    """Give each cell of a shared formula its own, so that each can be led elsewhere."""
    masters: dict[str, tuple[int, int, str]] = {}
    for row, column, cell in sheet.cells():
        formula = cell.find(main("f"))
        if formula is None or formula.get("t", "") != "shared":
            continue
        index = formula.get("si")
        if formula.text:
            masters[index] = (row, column, formula.text)
        elif index in masters:
            top, left, text = masters[index]
            formula.text = relative_formula(text, row - top, column - left)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, "")


def move_rows(sheet: Sheet, growths: Growths, repeated: Collection[int]) -> None:
    """Give all rows their new places, and their formulas, those of repeated rows apart, what they now mean.

    The values that formulas had are dropped: they are those of the template.
    """
    growth = growths[sheet.name.lower()]
    for row in sheet.data:
        number = int(row.get("r"))
        row.set("r", str(growth.row(number)))
        for cell in row:
            cell.set("r", growth.cell(cell.get("r")))
            formula = cell.find(main("f"))
            if formula is None:
                continue
            _drop_value(cell)
            if "ref" in formula.attrib:
                formula.set("ref", growth.area(formula.get("ref")))
            if formula.text and number not in repeated:
                formula.text = moved_formula(formula.text, growths, sheet.name)


def move_surroundings(
    sheet: Sheet, growths: Growths, repeated: Collection[int], made: Sequence[Area]
) -> None:
    """Lead what a sheet says beside its rows to their new places; `made` is merged in the copies."""
    growth = growths[sheet.name.lower()]
    _move_merged(sheet, growth, repeated, made)
    for part in sheet.root:
        if local(part) not in ("sheetData", "mergeCells"):
            _move_within(part, growth, growths, sheet.name)


def move_related(package: Package, sheet: Sheet, growths: Growths) -> None:
    """Lead the drawings, comments and tables of a sheet to where its cells now stand."""
    growth = growths[sheet.name.lower()]
    for kind in ("drawing", "comments", "threadedComment", "table", "pivotTable"):
        for part in package.related(sheet.part, kind).values():
            _move_within(package.xml(part), growth, growths, sheet.name)
    for part in package.related(sheet.part, "vmlDrawing").values():
        package.set_text(part, _moved_vml(package.text(part), growth))


def move_workbook(package: Package, growths: Growths) -> None:
    """Lead names, charts and pivots to where the cells that they speak of now stand."""
    for name in package.xml(package.workbook).iter(main("definedName")):
        name.text = moved_formula(name.text or "", growths, "")
    for part in package.names():
        if "/charts/" in part and part.endswith(".xml"):
            for element in package.xml(part).iter():
                if local(element) == "f" and element.text:
                    element.text = moved_formula(element.text, growths, "")
        elif "pivotCacheDefinition" in part and part.endswith(".xml"):
            _move_pivot(package.xml(part), growths)


def _drop_value(cell: Element) -> None:
    value = cell.find(main("v"))
    if value is not None:
        cell.remove(value)
    cell.attrib.pop("t", "")


def _move_merged(sheet: Sheet, growth: Growth, repeated: Collection[int], made: Sequence[Area]) -> None:
    areas = [
        area_of(growth.area(address_of(area)))
        for area in sheet.merged()
        if not (area[0] == area[2] and area[0] in repeated)
    ]
    areas += made
    element = sheet.root.find(main("mergeCells"))
    if element is None:
        if not areas:
            return
        element = etree.Element(main("mergeCells"))
        insert_in_order(sheet.root, element)
    element.clear()
    for area in areas:
        etree.SubElement(element, main("mergeCell"), {"ref": address_of(area)})
    element.set("count", str(len(areas)))
    if not areas:
        sheet.root.remove(element)


def _move_within(root: Element, growth: Growth, growths: Growths, sheet: str) -> None:
    for element in root.iter():
        _move_attributes(element, growth, growths, sheet)
        name = local(element)
        if name in _FORMULAS and element.text:
            element.text = moved_formula(element.text, growths, sheet)
        elif name == "sqref" and element.text:
            element.text = _moved_areas(element, growth)
        elif name == "brk" and _parent_name(element) == "rowBreaks":
            element.set("id", str(growth.end(int(element.get("id")))))
        elif name == "row" and element.text and _parent_name(element) in _ANCHOR_ENDS:
            element.text = str(growth.row(int(element.text) + 1) - 1)


def _move_attributes(element: Element, growth: Growth, growths: Growths, sheet: str) -> None:
    for attribute in ("ref", "sqref"):
        if attribute in element.attrib:
            element.set(attribute, growth.areas(element.get(attribute)))
    for attribute in _SINGLE_CELLS:
        if attribute in element.attrib:
            element.set(attribute, growth.cell(element.get(attribute)))
    if "textlink" in element.attrib:
        element.set("textlink", moved_formula(element.get("textlink"), growths, sheet))


def _moved_areas(element: Element, growth: Growth) -> str:
    """Return where the areas of an extension stand; a small chart in a cell stays in one cell."""
    text = element.text or ""
    return growth.cell(text) if _parent_name(element) == "sparkline" else growth.areas(text)


def _parent_name(element: Element) -> str:
    """Return the name of an element's parent without its namespace."""
    parent = element.getparent()
    return local(parent) if parent is not None else ""


def _moved_vml(text: str, growth: Growth) -> str:
    def anchor(found: re.Match[str]) -> str:
        parts = [part.strip() for part in found[0].split(",")]
        for place in _ANCHOR_ROWS:
            if place < len(parts) and parts[place].isdigit():
                parts[place] = str(growth.row(int(parts[place]) + 1) - 1)
        return ", ".join(parts)

    text = _VML_ROW.sub(lambda found: found[1] + str(growth.row(int(found[2]) + 1) - 1), text)
    return _VML_ANCHOR.sub(anchor, text)


def _move_pivot(root: Element, growths: Growths) -> None:
    """Let a pivot read its source anew when the file is opened."""
    root.set("refreshOnLoad", "1")
    for source in root.iter(main("worksheetSource")):
        growth = growths.get(source.get("sheet", "").lower())
        if growth is not None and "ref" in source.attrib:
            source.set("ref", growth.area(source.get("ref")))
