"""Finishes a painted PDF: bookmarks, title and language, text that can be searched, nothing private.

Window and command line call it through `planner.bootstrap`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from planner.office.files import replace_file
from planner.reports.painted import Bookmark, PaintedPdf

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import IndirectObject

CREATOR = "Policy Planner"

_ARRAY = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")
_SPACE = 0x20
_TAB = 0x09
_RADICALS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
"""Radicals and compatibility forms, which fonts draw with the very glyph of the common character."""
_SUPPLEMENT = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Simplified radicals that Unicode's compatibility mapping leaves alone."""
_MANY = 3
"""From how many bookmarks on a reader opens them beside the pages."""


def write_pdf(painted: PaintedPdf, path: Path) -> None:
    """Write a painted report as a PDF file; raises `SaveFailed`, with the old file whole."""
    replace_file(path, finished(painted))


def finished(painted: PaintedPdf) -> bytes:
    """Return the content of the finished file."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(painted.content)))
    root = writer.root_object
    root.pop(NameObject("/Metadata"), None)
    writer.metadata = {"/Title": painted.title, "/Creator": CREATOR}
    root[NameObject("/Lang")] = TextStringObject("zh-CN" if painted.language == "zh" else painted.language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    root[NameObject("/ViewerPreferences")] = shown
    _name_characters(writer)
    _add_bookmarks(writer, [*_listed(painted.bookmarks)])
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def _listed(bookmarks: Sequence[Bookmark]) -> Iterator[Bookmark]:
    """Yield what is listed; titles only where the file has several, as one of many sheets."""
    several = sum(bookmark.level == 0 for bookmark in bookmarks) > 1
    for bookmark in bookmarks:
        if bookmark.listed and (bookmark.level > 0 or several):
            yield bookmark


def _add_bookmarks(writer: "PdfWriter", bookmarks: Sequence[Bookmark]) -> None:
    from pypdf.generic import Fit

    above: list[tuple[int, IndirectObject]] = []
    for bookmark in bookmarks:
        while above and above[-1][0] >= bookmark.level:
            above.pop()
        height = float(writer.pages[bookmark.page].mediabox.height)
        entry = writer.add_outline_item(
            title=bookmark.text,
            page_number=bookmark.page,
            parent=above[-1][1] if above else None,
            fit=Fit.xyz(left=0, top=height - bookmark.top, zoom=0),
        )
        above.append((bookmark.level, entry))
    if len(bookmarks) >= _MANY:
        writer.page_mode = "/UseOutlines"


def _name_characters(writer: "PdfWriter") -> None:
    """Say of each glyph which character it is as people type it, so that it can be found and copied."""
    from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

    done: set[int] = set()
    for page in writer.pages:
        fonts = cast(DictionaryObject, page["/Resources"]).get("/Font", DictionaryObject()).get_object()
        for font in cast(DictionaryObject, fonts).values():
            names = cast(DictionaryObject, font.get_object()).raw_get("/ToUnicode")
            if isinstance(names, IndirectObject) and names.idnum not in done:
                done.add(names.idnum)
                stream = cast(StreamObject, names.get_object())
                stream.set_data(_ARRAY.sub(_typed_codes, stream.get_data()))


def _typed_codes(array: "re.Match[bytes]") -> bytes:
    return _CODE.sub(lambda code: b"<%04X>" % _typed(int(code[1], 16)), array[0])


def _typed(code: int) -> int:
    """Return the character that a person would type for one; Qt calls the blank between words a tab."""
    if code == _TAB:
        return _SPACE
    if not any(code in radicals for radicals in _RADICALS):
        return code
    character = chr(code)
    common = _SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)
    return ord(common) if len(common) == 1 and ord(common) <= 0xFFFF else code
