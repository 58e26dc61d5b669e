"""From the text of a cell to the value of an indicator, in the unit in which the indicator is counted.

`≥4.5%`, `１，２００`, `1.2万家`, `30左右`, `10～20` and `不低于 3` are read as they are meant.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from planner.domain.plain_text import folded, visible

_NOTHING = frozenset(
    ("", "-", "--", "—", "——", "–", "/", "\\", "无", "暂无", "待定", "…", "……", "...", "n/a", "na")
)
_BEFORE: Mapping[str, str] = {
    "≥": "at_least",
    ">=": "at_least",
    "不低于": "at_least",
    "不少于": "at_least",
    "不小于": "at_least",
    "至少": "at_least",
    "≤": "at_most",
    "<=": "at_most",
    "不超过": "at_most",
    "不高于": "at_most",
    "不大于": "at_most",
    "不多于": "at_most",
    "控制在": "at_most",
    ">": "above",
    "突破": "above",
    "超过": "above",
    "高于": "above",
    "大于": "above",
    "<": "below",
    "低于": "below",
    "少于": "below",
    "小于": "below",
    "约": "about",
    "大约": "about",
    "约为": "about",
    "达到": "",
    "达": "",
}
_AFTER: Mapping[str, str] = {
    "以上": "at_least",
    "及以上": "at_least",
    "以下": "at_most",
    "及以下": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "左右": "about",
    "上下": "about",
}
_TIMES = {"千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "千亿": 11, "万亿": 12}
_PARTS_OF = {"%": (Decimal(1), "%"), "‰": (Decimal("0.1"), "%")}

_NUMBER = r"[+-]?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MINUS = re.compile("[−－﹣]")
_IN_BRACKETS = re.compile(rf"\(({_NUMBER})\)")
_ONE = re.compile(
    rf"(?P<before>{'|'.join(sorted(map(re.escape, _BEFORE), key=len, reverse=True))})?"
    rf"(?P<number>{_NUMBER})(?P<unit>.*?)"
    rf"(?P<after>{'|'.join(sorted(_AFTER, key=len, reverse=True))})?"
)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})(?P<unit_low>[^\d~—–-]*)(?:~|—+|–|-|至|到)(?P<high>{_NUMBER})(?P<unit>.*)"
)
_SENTENCE = re.compile(r"年.|.{10}")
"""What follows the number where a text only begins with one, as in 2025年底前建成."""
_UNIT = re.compile(rf"(?P<times>{'|'.join(sorted(_TIMES, key=len, reverse=True))})?(?P<base>.*)", re.DOTALL)


class OtherUnitError(ValueError):
    """A value that is counted in something else than its indicator."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its qualifier, or where no number is known the words that stand in its place."""

    number: float | None
    qualifier: str = ""
    words: str = ""


def read_amounts(text: str, unit: str, written_unit: str = "") -> tuple[Amount, ...]:
    """Return what a cell says of an indicator counted in `unit`: nothing, a value, or the bounds of a range.

    `written_unit` is that of the cell's column or row, for a cell that names none. Raises `OtherUnitError`.
    """
    plain = _plain(text)
    if plain.casefold() in _NOTHING:
        return ()
    bracketed = _IN_BRACKETS.fullmatch(plain)
    if bracketed:
        plain = f"-{bracketed[1].lstrip('+-')}"
    if (
        (found := _ONE.fullmatch(plain))
        and not _RANGE.fullmatch(plain)
        and not _SENTENCE.match(found["unit"])
    ):
        qualifier = _AFTER.get(found["after"] or "", "") or _BEFORE.get(found["before"] or "", "")
        return (Amount(_number(found["number"], found["unit"], unit, written_unit), qualifier),)
    if found := _RANGE.fullmatch(plain):
        low_unit = found["unit_low"] or found["unit"]
        return (
            Amount(_number(found["low"], low_unit, unit, written_unit), "at_least"),
            Amount(_number(found["high"], found["unit"], unit, written_unit), "at_most"),
        )
    return (Amount(None, words=" ".join(text.split())),)


def unit_in(text: str) -> str:
    """Return the unit that a cell names beside its number, as `万家` in `约1.2万家`; empty for none.

    A mere factor is none: `1.2万` counts the indicator's own unit.
    """
    found = _ONE.fullmatch(_plain(text))
    named = found is not None and _factor(found["unit"])[1] and not _SENTENCE.match(found["unit"])
    return found["unit"] if found is not None and named else ""


def same_kind(unit: str, other: str) -> bool:
    """Whether numbers in one unit can be brought to the other, as from `万家` to `家`."""
    return folded(_factor(unit)[1]) == folded(_factor(other)[1])


def _plain(text: str) -> str:
    """Return the text at half width without spaces, separators of thousands and invisible marks."""
    plain = "".join(visible(unicodedata.normalize("NFKC", text)).split())
    return _THOUSANDS.sub("", _MINUS.sub("-", plain)).lstrip("¥$")


def _number(number: str, own: str, unit: str, written_unit: str) -> float:
    """Return a number in the indicator's unit."""
    times, base = _factor(own)
    wanted_times, wanted = _factor(unit)
    if not own:
        times, base = _factor(written_unit) if written_unit else (wanted_times, wanted)
    if base and wanted and folded(base) != folded(wanted):
        raise OtherUnitError(own or written_unit)
    return float(Decimal(number) * times / wanted_times)


def _factor(unit: str) -> tuple[Decimal, str]:
    """Return how many of its base unit a unit is: `万家` is 10,000 `家`, a thousandth 0.1 percent."""
    plain = "".join(unicodedata.normalize("NFKC", unit).split())
    if plain in _PARTS_OF:
        return _PARTS_OF[plain]
    found = _UNIT.fullmatch(plain)
    if found is None or not found["times"]:
        return Decimal(1), plain
    return Decimal(10) ** _TIMES[found["times"]], found["base"]
