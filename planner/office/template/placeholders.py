"""Placeholders in the texts of a template: `{{字段}}`, `{{表.字段}}`, `{{字段:合并}}`.

Only `planner.office.template` imports it.
"""

import re
from dataclasses import dataclass

from planner.domain.plain_text import folded
from planner.reports.template_faults import FaultCode

_PLACEHOLDER = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
_BRACKETS = re.compile(r"[{｛]{2}|[}｝]{2}")
_MERGED = {"合并": True, "merge": True, "不合并": False, "nomerge": False}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name to be filled in, of a table where one is given; whether equal neighbours are to be merged."""

    name: str
    table: str = ""
    merged: bool | None = None


class BadPlaceholder(ValueError):
    """A text can't be read; the arguments are the code of what is wrong and the placeholder's text."""


Piece = str | Placeholder


def is_marked(text: str) -> bool:
    """Whether there is a placeholder in a text, or what was meant to be one."""
    return _BRACKETS.search(text) is not None


def pieces_of(text: str) -> list[Piece]:
    """Return the placeholders of a text and what stands between them; raises `BadPlaceholder`."""
    pieces: list[Piece] = []
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        pieces += [text[end : found.start()], _placeholder(found[1])]
        end = found.end()
    pieces = [piece for piece in (*pieces, text[end:]) if piece != ""]
    if any(isinstance(piece, str) and is_marked(piece) for piece in pieces):
        raise BadPlaceholder(FaultCode.BRACKETS, text)
    return pieces


def _placeholder(inside: str) -> Placeholder:
    name, _, option = inside.replace("：", ":").partition(":")
    merged = _MERGED.get(folded(option)) if option else None
    if option and merged is None:
        raise BadPlaceholder(FaultCode.UNKNOWN_OPTION, option.strip())
    table, dot, field = name.replace("．", ".").rpartition(".")
    return Placeholder(field.strip(), table.strip() if dot else "", merged)
