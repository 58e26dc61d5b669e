"""The file of a Word document: its parts, and nothing in it but what is shown.

The parts are written as text; python-docx puts them together. Only `planner.office` imports this module.
"""

from io import BytesIO
from typing import NamedTuple

from planner.office.word.markup import NAMESPACES, attribute

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting'
    ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


class _Entry(NamedTuple):
    """A part that the text refers to."""

    name: str
    type: str
    kind: str
    content: bytes


class Package:
    """A document in the making; a relation is the id by which the text names a part."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._entries: list[_Entry] = []
        self.add_xml("settings", f"<w:settings {NAMESPACES}>{_SETTINGS}</w:settings>")

    def add_xml(self, kind: str, xml: str) -> str:
        """Add a part of a kind as `styles`, `header` or `comments`; returns its relation."""
        return self._add(f"{kind}{{number}}.xml", f"{_TYPES}.{kind}+xml", kind, _encoded(xml))

    def add_picture(self, content: bytes, ending: str, media_type: str) -> str:
        """Add a picture; returns its relation."""
        return self._add(f"media/image{{number}}.{ending}", media_type, "image", content)

    def finished(self, body: str) -> bytes:
        """Return the whole file with this text."""
        from docx.opc.package import OpcPackage
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package = OpcPackage()
        xml = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        main = Part(PackURI("/word/document.xml"), f"{_TYPES}.document.main+xml", _encoded(xml))
        package.relate_to(main, f"{_RELATIONS}/officeDocument")
        for number, entry in enumerate(self._entries, 1):
            part = Part(PackURI(f"/word/{entry.name}"), entry.type, entry.content)
            main.load_rel(f"{_RELATIONS}/{entry.kind}", part, f"rId{number}")
        core = Part(PackURI("/docProps/core.xml"), _CORE_TYPE, _encoded(_core_xml(self._title)))
        package.relate_to(core, _CORE)
        file = BytesIO()
        package.save(file)
        return file.getvalue()

    def _add(self, pattern: str, content_type: str, kind: str, content: bytes) -> str:
        number = sum(entry.kind == kind for entry in self._entries) + 1
        name = pattern.format(number=number)
        self._entries.append(_Entry(name, content_type, kind, content))
        return f"rId{len(self._entries)}"


def _core_xml(title: str) -> str:
    """Return what the document says about itself: its title."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{attribute(title)}</dc:title>'
        "</cp:coreProperties>"
    )


def _encoded(xml: str) -> bytes:
    return f"{_HEAD}{xml}".encode()
