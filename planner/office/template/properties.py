"""What a filled template says of itself, and what is left out of it on purpose.

Only `planner.office.template` imports it.
"""

from lxml import etree

from planner.office.safe_text import cleaned
from planner.office.template.package import CONTENT_TYPES, OVERRIDE, Package, local, main
from planner.reports.options import ExportOptions
from planner.reports.outcome import Remark, RemarkCode

_DUBLIN = "http://purl.org/dc/elements/1.1/"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_BEFORE_CALCULATION = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences"
    " definedNames"
)
_ABOUT_PEOPLE = ("creator", "lastModifiedBy", "Company", "Manager")


def drop_unwanted(package: Package) -> list[Remark]:
    """Leave out macros and signatures, and say so, and what else a person has to look at."""
    remarks = []
    groups = {
        RemarkCode.MACROS: ("vbaProject",),
        RemarkCode.SIGNED: ("_xmlsignatures/",),
    }
    for code, marks in groups.items():
        found = [part for part in package.names() if any(mark in part for mark in marks)]
        for part in found:
            package.drop(part)
        if found:
            remarks.append(Remark(code, package.name))
    if package.external():
        remarks.append(Remark(RemarkCode.EXTERNAL, package.name))
    if any("pivotCacheDefinition" in part for part in package.names()):
        remarks.append(Remark(RemarkCode.PIVOTS, package.name))
    for override in package.xml(CONTENT_TYPES).findall(OVERRIDE):
        if override.get("PartName") == f"/{package.workbook}":
            override.set("ContentType", _WORKBOOK_TYPE)
    return remarks


def describe(package: Package, title: str, options: ExportOptions) -> None:
    """Say the plan's title, and an author only where one is named; let the workbook compute anew."""
    for part in package.related("", "core-properties").values():
        root = package.xml(part)
        for element in list(root):
            if local(element) in (*_ABOUT_PEOPLE, "title"):
                root.remove(element)
        for name, text in (("title", title), ("creator", options.author)):
            if text:
                etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = cleaned(text)[0]
    for part in package.related("", "extended-properties").values():
        root = package.xml(part)
        for element in list(root):
            if local(element) in _ABOUT_PEOPLE:
                root.remove(element)
    _compute_anew(package)
    _forget_path(package)


def _compute_anew(package: Package) -> None:
    """Have every formula computed when the file is opened, in an order that is found again."""
    for part in package.related(package.workbook, "calcChain").values():
        package.drop(part)
    root = package.xml(package.workbook)
    calculation = root.find(main("calcPr"))
    if calculation is None:
        before = {main(name) for name in _BEFORE_CALCULATION.split()}
        place = max((number for number, element in enumerate(root, 1) if element.tag in before), default=0)
        calculation = etree.Element(main("calcPr"))
        root.insert(place, calculation)
    calculation.set("fullCalcOnLoad", "1")


def _forget_path(package: Package) -> None:
    """Take out the folder in which the template was last saved."""
    root = package.xml(package.workbook)
    for element in list(root.iter()):
        parent = element.getparent()
        if local(element) == "absPath" and parent is not None:
            block = parent.getparent() if local(parent) == "Choice" else None
            above = block.getparent() if block is not None else None
            if block is not None and above is not None:
                above.remove(block)
            else:
                parent.remove(element)
