"""Finds the dates that plain words name, each as the stretch of days from its first to its last.

One pattern says what a date may look like; tables say which days the parts of a year and of a month are. For
`deadlines`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.periods import first_day, last_day
from planner.domain.recurrence import MONTH_END, month_day


@dataclass(frozen=True, slots=True)
class Span:
    """Days that words name: `words[start:end]` name them.

    `first` is None where the year is not known, `last` also where the span has no end ("2025年起").
    `stretch` tells work going on from `first` ("3月至6月") from a date by which it is done ("6月").
    `names_year` is False where the year was taken from the words before or from the reference year.
    """

    first: date | None
    last: date | None
    start: int
    end: int
    stretch: bool
    names_year: bool


_NOT_INITIAL = "初(?![步稿审验评])"
_NOT_CENTRAL = "中(?![央期标心国])"
_DATE = re.compile(
    rf"""
    (?=[\d十第前上下后今本当明次翌来全年])
    (?:
        (?:第(?P<plan>\d\d)个5年|十(?P<plan_digit>[一二三四五六七八九])五)(?:规划|计划)?(?!中期)
        (?P<during>期间|时期(?!末))?
      |
        (?:
            (?<!\d)(?P<year>(?:19|20|21)\d\d)(?:年度?|(?=[底末上下]|第?[1-4]季度|[~,;、)]|$))
          | (?P<relative>今年|本年|当年|明年|来年|次年|翌年|后年)度?
          | (?P<whole_year>全年)
        )?
        (?:
            [第前]?(?<!\d)(?P<quarter>[1-4])个?季(?:度|(?=[末底]))(?P<quarter_end>[末底])?
          | (?<!今)(?P<half>[上下前后])半年(?P<half_end>[末底])?
          | (?<!\d)(?P<month>\d{{1,2}})月份?
            (?:
                (?P<day>\d{{1,2}})(?:[日号]|(?=以?前|~|$))
              | (?P<month_part>[上中下]旬|月?[底末]|{_NOT_INITIAL}|{_NOT_CENTRAL})
            )?
          | (?:(?<=[年度])|(?<=\d{{4}})|(?<![\d一两几数半多近周])年)
            年?(?P<year_part>[底末终尾内]|全年|{_NOT_INITIAL}|{_NOT_CENTRAL})
        )?
    )
    """,
    re.VERBOSE | re.ASCII,
)
_TO = re.compile(r"起?[~至到]")
_SINCE = re.compile(r"起(?!草)|开始|以来|[~至到](?=今|长期|持续)")
_AFTER = re.compile(r"[以之]?后(?!续)")

_YEARS_AHEAD = {"明年": 1, "来年": 1, "后年": 2}
_YEARS_AFTER_THE_LAST = {"次年": 1, "翌年": 1}
_YEAR_PARTS = {"初": "-01", "中": "-06", "底": "-12-31", "末": "-12-31", "终": "-12-31", "尾": "-12-31"}
_MONTH_PARTS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (15, 15), "下旬": (21, MONTH_END)}
_END_OF_MONTH = (MONTH_END, MONTH_END)


@dataclass(frozen=True, slots=True)
class _Mention:
    """One date in the words and its days, None where the year is not known."""

    found: re.Match[str]
    days: tuple[date, date] | None


def find_spans(words: str, year: int | None) -> list[Span]:
    """Return the spans that plain `words` name, in their order; `year` is meant where they name none.

    ValueError or OverflowError where a date is none of the calendar or a stretch runs backwards.
    """
    mentions = list(_mentions(words, year))
    spans = []
    left = 0
    for right, mention in enumerate(mentions):
        following = mentions[right + 1].found.start() if right + 1 < len(mentions) else mention.found.end()
        if not _TO.fullmatch(words, mention.found.end(), following):
            spans.append(_span(words, mentions[left], mention))
            left = right + 1
    return spans


def _mentions(words: str, reference: int | None) -> Iterator[_Mention]:
    last_year: int | None = None
    for found in _DATE.finditer(words):
        if found[0]:
            last_year = _year(found, reference, last_year)
            yield _Mention(found, None if last_year is None else _days(found, last_year))


def _year(found: re.Match[str], reference: int | None, last_year: int | None) -> int | None:
    """Return the year that a date means: its own, one counted from the reference, or the one named last."""
    if found["year"]:
        return int(found["year"])
    if plan := _plan_number(found):
        return 2020 + 5 * (plan - 13)
    base = last_year if last_year is not None else reference
    relative = found["relative"]
    if relative in _YEARS_AFTER_THE_LAST:
        return None if base is None else base + _YEARS_AFTER_THE_LAST[relative]
    if relative:
        return None if reference is None else reference + _YEARS_AHEAD.get(relative, 0)
    return base


def _plan_number(found: re.Match[str]) -> int | None:
    """Return which five-year plan is named; the thirteenth ended in 2020."""
    if found["plan_digit"]:
        return 11 + "一二三四五六七八九".index(found["plan_digit"])
    return int(found["plan"]) if found["plan"] else None


def _days(found: re.Match[str], year: int) -> tuple[date, date]:
    if _plan_number(found):
        return date(year - 4, 1, 1), date(year, 12, 31)
    if found["month_part"]:
        first, last = _MONTH_PARTS.get(found["month_part"], _END_OF_MONTH)
        month = int(found["month"])
        return month_day(year, month, first), month_day(year, month, last)
    period = _period(found, year)
    last_of_period = last_day(period)
    only_end = found["quarter_end"] or found["half_end"]
    return last_of_period if only_end else first_day(period), last_of_period


def _period(found: re.Match[str], year: int) -> str:
    if found["quarter"]:
        return f"{year:04}-Q{found['quarter']}"
    if found["half"]:
        return f"{year:04}-H{1 if found['half'] in '上前' else 2}"
    if found["day"]:
        return f"{year:04}-{int(found['month']):02}-{int(found['day']):02}"
    if found["month"]:
        return f"{year:04}-{int(found['month']):02}"
    return f"{year:04}{_YEAR_PARTS.get(found['year_part'], '')}"


def _span(words: str, left: _Mention, right: _Mention) -> Span:
    start, end = left.found.start(), right.found.end()
    names_year = bool(right.found["year"] or right.found["relative"] or _plan_number(right.found))
    if right.days is None:
        return Span(None, None, start, end, stretch=False, names_year=names_year)
    first, last = (left.days or right.days)[0], right.days[1]
    if since := _SINCE.match(words, end):
        return Span(first, None, start, since.end(), stretch=True, names_year=names_year)
    if after := _AFTER.match(words, end):
        return Span(last + timedelta(days=1), None, start, after.end(), stretch=True, names_year=names_year)
    if first > last:
        raise ValueError(f"runs backwards: {words[start:end]!r}")
    stretch = (left is not right and left.days is not None) or _is_stretch(right.found)
    return Span(first, last, start, end, stretch=stretch, names_year=names_year)


def _is_stretch(found: re.Match[str]) -> bool:
    return bool(found["during"] or found["whole_year"] or found["year_part"] == "全年")
