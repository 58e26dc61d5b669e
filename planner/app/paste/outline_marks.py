"""Outline numbers at the head of a text or alone in a cell, and the depths that a list of them gives.

Known are 第一章, 第一节, 一、 （一） 1. 1.1.2 （1） 1） and ①. Any room may import it.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction


class MarkStyle(IntEnum):
    """The styles of numbers, from the uppermost level of an official document to the lowest."""

    CHAPTER = 0
    SECTION = 1
    CHINESE = 2
    CHINESE_BRACKETS = 3
    ARABIC = 4
    ARABIC_BRACKETS = 5
    HALF_BRACKET = 6
    CIRCLED = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """An outline number: its style, and how many parts one like 1.1.2 has."""

    style: MarkStyle
    parts: int = 1

    @property
    def level(self) -> Fraction:
        """What orders numbers from the uppermost level to the lowest."""
        return Fraction(self.style) + Fraction(self.parts - 1, 100)


_CHINESE = "[一二三四五六七八九十百零〇]{1,5}"
_COUNTED = "万亿千百倍个项家件名人米吨版年月日前%％"

# Each row recognises the numbers of one style at the head of a text.
_AT_HEAD: tuple[tuple[MarkStyle, re.Pattern[str]], ...] = tuple(
    (style, re.compile(pattern, re.ASCII))
    for style, pattern in (
        (MarkStyle.CHAPTER, rf"第{_CHINESE}[章篇](?:部分)?[\s\u3000、：:]*|第{_CHINESE}部分[\s\u3000、：:]*"),
        (MarkStyle.SECTION, rf"第{_CHINESE}节[\s\u3000、：:]*"),
        (MarkStyle.CHINESE, rf"{_CHINESE}[\s\u3000]*[、．.][\s\u3000]*"),
        (MarkStyle.CHINESE_BRACKETS, rf"[（(][\s\u3000]*{_CHINESE}[\s\u3000]*[）)][、．.\s\u3000]*"),
        (
            MarkStyle.ARABIC,
            rf"(?P<dotted>\d{{1,3}}(?:[.．]\d{{1,3}})+)(?:[.．、\s\u3000]+|(?![\d.．{_COUNTED}\x21-\x7e]|\Z))",
        ),
        (MarkStyle.ARABIC, r"\d{1,3}[\s\u3000]*(?:[、]|[.．](?!\d))[\s\u3000]*"),
        (MarkStyle.ARABIC_BRACKETS, r"[（(][\s\u3000]*\d{1,3}[\s\u3000]*[）)][、．.\s\u3000]*"),
        (MarkStyle.HALF_BRACKET, r"\d{1,3}[）)][、\s\u3000]*"),
        (MarkStyle.CIRCLED, r"[①-⑳㉑-㉟㊱-㊿][\s\u3000]*"),
    )
)
_ALONE: tuple[tuple[MarkStyle, re.Pattern[str]], ...] = (
    (MarkStyle.ARABIC, re.compile(r"(?P<dotted>\d{1,4}(?:[.．]\d{1,3})*)[.．、]?", re.ASCII)),
    (MarkStyle.CHINESE, re.compile(rf"{_CHINESE}[、．.]?")),
)


def split_mark(text: str) -> tuple[Mark | None, str]:
    """Return the outline number at the head of `text` and what follows it; None and `text` without one."""
    for style, pattern in _AT_HEAD:
        found = pattern.match(text)
        if found is not None:
            return _mark(style, found), text[found.end() :]
    return None, text


def mark_alone(text: str) -> Mark | None:
    """Return the outline number that the whole of a cell is, as 一, 1 or （一）; None where it is none."""
    text = text.strip()
    for style, pattern in _ALONE:
        found = pattern.fullmatch(text)
        if found is not None:
            return _mark(style, found)
    mark, rest = split_mark(text)
    return None if rest else mark


@dataclass(slots=True)
class Depths:
    """Turns a sequence of levels into depths: a lower level opens a depth, a higher one closes some."""

    _open: list[Fraction] = field(default_factory=list)

    def depth_of(self, level: Fraction) -> int:
        """Return the depth of the next entry, whose level is `level`."""
        while self._open and self._open[-1] > level:
            self._open.pop()
        if not self._open or self._open[-1] < level:
            self._open.append(level)
        return len(self._open) - 1

    @property
    def deepest(self) -> int:
        """The depth of the last entry, -1 before the first."""
        return len(self._open) - 1


def indent_level(text: str) -> Fraction:
    """Return how far a text is set in, in Latin characters."""
    blank = text[: len(text) - len(text.lstrip())]
    return Fraction(sum({"\u3000": 2, "\t": 4}.get(sign, 1) for sign in blank))


def _mark(style: MarkStyle, found: re.Match[str]) -> Mark:
    dotted = found.groupdict().get("dotted") or ""
    return Mark(style, dotted.replace("．", ".").count(".") + 1)
