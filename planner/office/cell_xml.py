"""Cells of a sheet as the XML of a workbook, without their style. Only `planner.office` imports it.

Writing rows as text is what makes a large export fast: a library that keeps an object for each cell spends
most of its time on that.
"""

import re
from datetime import date
from functools import lru_cache
from html import escape
from math import isfinite

from planner.office.safe_text import MAX_UNITS, cleaned, needs_quote, shortened, utf16_length

EMPTY = "/>"
FIRST_DAY = date(1900, 3, 1)
"""Before this day a workbook's count of days is wrong or ends."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
_TOO_MANY_DIGITS = 1e15
_SURELY_FITTING = MAX_UNITS // 2
_HARMLESS = re.compile(r"[^\s&<>_=+\-@'＝＋－＠][^&<>_]*(?<!\s)")
"""A text that stands in a cell just as it is."""
_ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
"""What a reader would take for the code of a character, as _x000D_."""


TextXml = tuple[str, bool, int, int]
"""A text as the rest of its cell's tag; whether it could be taken for a formula; how many characters were
removed since they can't be stored; the length of a text that had to be cut, else 0."""


def text_xml(text: str) -> TextXml:
    """Return a text as it stands in a cell; it stays text whatever it begins with."""
    if len(text) <= _SURELY_FITTING and text.isprintable() and _HARMLESS.fullmatch(text):
        return f' t="inlineStr"><is><t>{text}</t></is></c>', False, 0, 0
    stored, removed = cleaned(text)
    fitting = shortened(stored)
    length = 0 if fitting is stored else utf16_length(stored)
    if not fitting:
        return EMPTY, False, removed, length
    space = ' xml:space="preserve"' if fitting != fitting.strip() else ""
    if "_x" in fitting:
        fitting = _ESCAPED.sub("_x005F_", fitting)
    inside = escape(fitting, quote=False)
    return f' t="inlineStr"><is><t{space}>{inside}</t></is></c>', needs_quote(stored), removed, length


known_text_xml = lru_cache(maxsize=16384)(text_xml)
"""The same, for texts that come again and again."""


def number_xml(number: float) -> str:
    """Return a number with all its digits."""
    return f"><v>{number!r}</v></c>"


def day_xml(day: date) -> str:
    """Return a day as the count of days that a workbook stores."""
    return f"><v>{day.toordinal() - _DAY_ZERO}</v></c>"


def formula_xml(formula: str, value: float) -> str:
    """Return a formula with the value that comes out."""
    return f"><f>{escape(formula, quote=False)}</f><v>{value!r}</v></c>"


def storable(number: float) -> bool:
    """Whether a cell keeps all digits of a number."""
    return isfinite(number) and abs(number) < _TOO_MANY_DIGITS


def literal(text: str) -> str:
    """Return a text as it stands in the format of a number."""
    return '"' + text.replace('"', "”") + '"' if text else ""
