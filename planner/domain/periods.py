"""Partial dates as text: a day, month, quarter, half-year or year, as precise as the person who gave it was.

The text is ISO where ISO has a form: `2025`, `2025-H1`, `2025-Q3`, `2025-06`, `2025-06-30`; the empty text
stands for "not given". Any room may import it.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from planner.domain.date_words import plain_words

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?", re.ASCII)
_TYPED = re.compile(
    r"(?P<year>\d{4})(?:年度?(?:(?P<half>[上下])半年|第?(?P<quarter>[1-4])季度"
    r"|(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})[日号])?)?)?",
    re.ASCII,
)


def first_day(period: str) -> date:
    """Return the first day of `period`; ValueError where it is empty or no period."""
    return _bounds(period)[0]


def last_day(period: str) -> date:
    """Return the last day of `period`; ValueError where it is empty or no period."""
    return _bounds(period)[1]


def is_period(text: str) -> bool:
    """Say whether `text` is a period in its stored form; the empty text is none."""
    try:
        _bounds(text)
    except ValueError:
        return False
    return True


def parse_typed(text: str) -> str:
    """Return the stored form of a period as people type it: `2025年6月`, `2025.6.30`, `2025年三季度`.

    Blank text gives the empty text. ValueError where it is no period or no date of the calendar.
    """
    words = plain_words(text)
    if not words:
        return ""
    found = _TYPED.fullmatch(words)
    if found is None:
        raise ValueError(f"no period: {text!r}")
    period = _stored(found)
    _bounds(period)
    return period


def _stored(found: re.Match[str]) -> str:
    year = found["year"]
    if found["half"]:
        return f"{year}-H{'上下'.index(found['half']) + 1}"
    if found["quarter"]:
        return f"{year}-Q{found['quarter']}"
    parts = [f"{int(part):02}" for part in (found["month"], found["day"]) if part]
    return "-".join([year, *parts])


@lru_cache(maxsize=4096)
def _bounds(period: str) -> tuple[date, date]:
    found = _PERIOD.fullmatch(period)
    if found is None:
        raise ValueError(f"no period: {period!r}")
    year = int(found[1])
    quarter, half, month, day = (int(part) if part else None for part in found.groups()[1:])
    if month is not None and day is not None:
        return date(year, month, day), date(year, month, day)
    if month is not None:
        return _months(year, month, month)
    if quarter is not None:
        return _months(year, 3 * quarter - 2, 3 * quarter)
    if half is not None:
        return _months(year, 6 * half - 5, 6 * half)
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    start = date(year, first, 1)
    return start, date(year, last, monthrange(year, last)[1])
