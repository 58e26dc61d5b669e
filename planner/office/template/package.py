"""A workbook as the parts in its zip file, read with care and written with all that was not touched.

Only `planner.office.template` imports it.
"""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from planner.reports.template_faults import BadTemplate, Fault, FaultCode

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"
CONTENT_TYPES = "[Content_Types].xml"

_OLE = b"\xd0\xcf\x11\xe0"
"""How old and encrypted files begin."""
_MOST_PARTS = 5_000
_MOST_BYTES = 300 << 20
_STRICT = "purl.oclc.org"
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)


class Package:
    """The parts of one workbook by name; a part that was asked for as XML is written as it then is."""

    def __init__(self, path: Path) -> None:
        """Read the file; raises `BadTemplate` for what is no workbook or not a safe one."""
        self.name = path.name
        try:
            content = path.read_bytes()
        except OSError as error:
            raise self._bad(FaultCode.UNREADABLE, reason=error.strerror or str(error)) from error
        if content.startswith(_OLE):
            raise self._bad(FaultCode.OLD_OR_LOCKED)
        try:
            with ZipFile(BytesIO(content)) as file:
                self._entries = file.infolist()
                if (
                    len(self._entries) > _MOST_PARTS
                    or sum(entry.file_size for entry in self._entries) > _MOST_BYTES
                ):
                    raise self._bad(FaultCode.TOO_LARGE)
                self._parts = {entry.filename: file.read(entry) for entry in self._entries}
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise self._bad(FaultCode.NOT_A_WORKBOOK) from error
        self._trees: dict[str, Element] = {}
        self.workbook = self._workbook_part()

    def _bad(self, code: FaultCode, **details: str) -> BadTemplate:
        return BadTemplate(self.name, [Fault(code, details=details)])

    def _workbook_part(self) -> str:
        if CONTENT_TYPES not in self._parts or "_rels/.rels" not in self._parts:
            raise self._bad(FaultCode.NOT_A_WORKBOOK)
        found = next(iter(self.related("", "officeDocument").values()), "")
        if found not in self._parts:
            raise self._bad(FaultCode.NOT_A_WORKBOOK)
        if _STRICT in self.xml(found).tag:
            raise self._bad(FaultCode.STRICT)
        if self.xml(found).tag != f"{{{MAIN}}}workbook":
            raise self._bad(FaultCode.NOT_A_WORKBOOK)
        return found

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._parts)

    def text(self, part: str) -> str:
        """Return a part as text, for the drawings of comments, which need not be good XML."""
        return self._parts[part].decode("utf-8", "replace")

    def set_text(self, part: str, text: str) -> None:
        """Replace a part."""
        self._parts[part] = text.encode()

    def xml(self, part: str) -> Element:
        """Return a part as XML, to be read and changed; raises `BadTemplate` where it is none."""
        tree = self._trees.get(part)
        if tree is None:
            if part not in self._parts:
                raise self._bad(FaultCode.DAMAGED, part=part)
            try:
                tree = etree.fromstring(self._parts[part], _PARSER)
            except etree.XMLSyntaxError as error:
                raise self._bad(FaultCode.DAMAGED, part=part) from error
            if tree.getroottree().docinfo.doctype:
                raise self._bad(FaultCode.DAMAGED, part=part)
            self._trees[part] = tree
        return tree

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts of one kind that a part is related to, by relation id; "" means the whole file."""
        targets = {}
        for relation in self._relations(part):
            if relation.get("Type").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target")
                path = posixpath.join("/", posixpath.dirname(part), target)
                targets[relation.get("Id")] = posixpath.normpath(path).lstrip("/")
        return {key: target for key, target in targets.items() if target in self._parts}

    def _relations(self, part: str) -> Iterator[Element]:
        relations = _relations_of(part)
        if relations in self._parts:
            yield from self.xml(relations).iter(RELATION)

    def external(self) -> bool:
        """Whether anything in the file leads to another file or place on the net, hyperlinks apart."""
        return any(
            relation.get("TargetMode") == "External" and not relation.get("Type").endswith("/hyperlink")
            for name in self.names()
            if name.endswith(".rels")
            for relation in self.xml(name).iter(RELATION)
        )

    def drop(self, part: str) -> None:
        """Leave a part out, with what says that it is there."""
        for name in (part, _relations_of(part)):
            self._parts.pop(name, None)
            self._trees.pop(name, None)
        types = self.xml(CONTENT_TYPES)
        for override in types.findall(OVERRIDE):
            if override.get("PartName") == f"/{part}":
                types.remove(override)
        for name in self.names():
            if name.endswith(".rels"):
                base = posixpath.dirname(posixpath.dirname(name))
                relations = self.xml(name)
                for relation in relations.findall(RELATION):
                    target = posixpath.normpath(posixpath.join("/", base, relation.get("Target")))
                    if target == f"/{part}" and relation.get("TargetMode") != "External":
                        relations.remove(relation)

    def content(self) -> bytes:
        """Return the whole file."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as file:
            for entry in self._entries:
                if entry.filename in self._parts:
                    named = ZipInfo(entry.filename, entry.date_time)
                    named.compress_type = ZIP_DEFLATED
                    file.writestr(named, self._bytes(entry.filename))
        return out.getvalue()

    def _bytes(self, part: str) -> bytes:
        """Return a part as it is now; one that was only read stays byte for byte."""
        tree, before = self._trees.get(part), self._parts[part]
        if tree is None or etree.tostring(tree) == etree.tostring(etree.fromstring(before, _PARSER)):
            return before
        return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def main(tag: str) -> str:
    """Return the full name of an element of a workbook."""
    return f"{{{MAIN}}}{tag}"


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _relations_of(part: str) -> str:
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
