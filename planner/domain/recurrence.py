"""What falls due again and again: by the month, the quarter or the year, and on which day of it.

`deadlines` reads the words; whoever shows a recurring deadline may import the names of the rhythms.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import product

MonthDay = tuple[int, int]
"""A month (1-12) and a day (1-31); a day beyond the month's end means its last day."""

MONTH_END = 31
SUNDAY = 7


class Rhythm(StrEnum):
    """How often something falls due."""

    DAY = "day"
    WEEK = "week"
    TEN_DAYS = "ten_days"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rhythm and the days on which it falls due.

    `days` are those of any one year, ascending. A weekly rhythm has the ISO `weekday` instead (the week ends
    on Sunday), a daily one neither.
    """

    rhythm: Rhythm
    days: tuple[MonthDay, ...] = ()
    weekday: int = SUNDAY

    def next_due(self, today: date) -> date:
        """Return the first day, from `today` on, on which this falls due."""
        if self.rhythm is Rhythm.DAY:
            return today
        if self.rhythm is Rhythm.WEEK:
            return today + timedelta(days=(self.weekday - today.isoweekday()) % 7)
        return next(day for day in self._due_days(today.year) if day >= today)

    def _due_days(self, year: int) -> Iterator[date]:
        for in_year in (year, year + 1):
            for month, day in self.days:
                yield month_day(in_year, month, day)


@dataclass(frozen=True, slots=True)
class RecurringWords:
    """A recurrence found in words, and the stretch of the words that names it."""

    recurrence: Recurrence
    start: int
    end: int


_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.HALF_YEAR: 6, Rhythm.YEAR: 12}
_TIMES_A_YEAR = {1: Rhythm.YEAR, 2: Rhythm.HALF_YEAR, 4: Rhythm.QUARTER, 12: Rhythm.MONTH}
_UNITS = (
    ("日|天", Rhythm.DAY),
    ("周", Rhythm.WEEK),
    ("旬", Rhythm.TEN_DAYS),
    ("月", Rhythm.MONTH),
    ("季度|季", Rhythm.QUARTER),
    ("半年", Rhythm.HALF_YEAR),
    ("年", Rhythm.YEAR),
)
_UNIT = "|".join(f"(?P<{rhythm}>{words})" for words, rhythm in _UNITS)
_EACH = re.compile(rf"(?:每[个1]?|按|逐)(?:{_UNIT})度?+(?!计划|规划|方案|要求|安排|[程期历])")
_TIMES = re.compile(r"(?:不少于|至少)?(?P<number>\d{1,2}|两)次", re.ASCII)
_WEEKDAY = re.compile(r"[1-6](?!次)")
_MONTH_OF_CYCLE = re.compile(r"(?P<first>首个?月|第1个?月|次月|(?<=[季度年束])后)|(?P<second>第2个?月)")
_DAY_OF_MONTH = re.compile(
    r"(?<!\d月)(?<!\d)(?P<day>\d{1,2})(?:[日号]|个?工作日)|(?P<tenth>上旬|(?<=月)初)|(?P<twentieth>中旬)",
    re.ASCII,
)


def find_recurrence(words: str) -> RecurringWords | None:
    """Return the first recurrence in plain `words`: `每月5日前`, `每季度首月10日前`, `按季`, `每年2次`.

    Without a day it falls due at the end of each period; working days count as days of the calendar.
    ValueError where the day is none of a month.
    """
    found = _EACH.search(words)
    if found is None:
        return None
    rhythm = Rhythm(str(found.lastgroup))
    if rhythm is Rhythm.YEAR and (times := _TIMES.match(words, found.end())):
        number = 2 if times["number"] == "两" else int(times["number"])
        rhythm = _TIMES_A_YEAR.get(number, Rhythm.YEAR)
    return RecurringWords(_recurrence(rhythm, words, found.end()), found.start(), found.end())


def month_day(year: int, month: int, day: int) -> date:
    """Return that day, or the last of its month where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _recurrence(rhythm: Rhythm, words: str, after: int) -> Recurrence:
    if rhythm is Rhythm.DAY:
        return Recurrence(rhythm)
    if rhythm is Rhythm.WEEK:
        weekday = _WEEKDAY.match(words, after)
        return Recurrence(rhythm, weekday=int(weekday[0]) if weekday else SUNDAY)
    if rhythm is Rhythm.TEN_DAYS:
        return Recurrence(rhythm, tuple(product(range(1, 13), (10, 20, MONTH_END))))
    length = _MONTHS[rhythm]
    month, day = (12, MONTH_END) if rhythm is Rhythm.YEAR else _due_within(words, after, length)
    return Recurrence(rhythm, tuple((before + month, day) for before in range(0, 12, length)))


def _due_within(words: str, after: int, length: int) -> MonthDay:
    month = length
    if found := _MONTH_OF_CYCLE.search(words, after):
        month = min(length, 1 if found["first"] else 2)
    found = _DAY_OF_MONTH.search(words, after)
    if found is None:
        return month, MONTH_END
    day = int(found["day"] or (10 if found["tenth"] else 20))
    if not 1 <= day <= MONTH_END:
        raise ValueError(f"no day of a month: {day}")
    return month, day
