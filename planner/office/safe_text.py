"""Text made safe for a workbook: what can't be stored is taken out, what could act as a formula is marked.

Only `planner.office` imports it.
"""

import re
from collections.abc import Iterable

MAX_UNITS = 32_767
"""What a cell takes, in units of UTF-16."""

MAX_SHEET_NAME = 31
_MAX_COLUMN_NAME = 200

_ELLIPSIS = "……"
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n?|[\u2028\u2029]")
_ACTIVE = ("=", "+", "-", "@", "\t", "\n", "'", "＝", "＋", "－", "＠")
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def cleaned(text: str) -> tuple[str, int]:
    r"""Take out control characters, lone surrogates and noncharacters, and make all line breaks `\n`.

    Returns the text and how many characters were taken out.
    """
    if text.isprintable():
        return text, 0
    return _UNSTORABLE.subn("", _LINE_BREAK.sub("\n", text))


def shortened(text: str) -> str:
    """Return `text`, cut with an ellipsis where it is longer than a cell takes."""
    if len(text) <= MAX_UNITS // 2 or utf16_length(text) <= MAX_UNITS:
        return text
    room = (MAX_UNITS - len(_ELLIPSIS)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _ELLIPSIS


def utf16_length(text: str) -> int:
    """Return how many units of UTF-16 a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def needs_quote(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula when somebody edits it."""
    return text.lstrip(" \u00a0").startswith(_ACTIVE)


def sheet_name(wished: str, taken: set[str]) -> str:
    """Return a legal sheet name like the wished one that is not in `taken` (in lower case), and add it."""
    base = _NOT_IN_SHEET_NAME.sub("", cleaned(wished)[0]).strip("' ") or "Sheet"
    if base.lower() == "history":
        base += "_"
    name, number = _within(base, ""), 1
    while name.lower() in taken:
        number += 1
        name = _within(base, f" ({number})")
    taken.add(name.lower())
    return name


def column_names(labels: Iterable[str]) -> list[str]:
    """Return labels as the columns of a table of the workbook are named: in one line, no two alike."""
    taken: set[str] = set()
    names = []
    for label in labels:
        base = " ".join(cleaned(label)[0].split())[:_MAX_COLUMN_NAME] or "-"
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{base} ({number})"
        taken.add(name.casefold())
        names.append(name)
    return names


def _within(base: str, suffix: str) -> str:
    room = (MAX_SHEET_NAME - len(suffix)) * 2
    return base.encode("utf-16-le")[:room].decode("utf-16-le", "ignore").rstrip("' ") + suffix
