"""Deadlines as officials write them: the words stay as they are, the day to sort and light by is computed.

Words that leave room are read for the later day, so that no light turns red too early. "2030年前" is by the
end of 2030: "6月30日前" includes that day, and the action plan "2030年前碳达峰" sets its last targets for
2030 itself. 上旬 and 月初 end on the 10th, 中旬 on the 20th; 月中 is the 15th, 年中 ends in June, 年初 in
January. Of several stages the last one counts. Any room may import it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from planner.domain.date_spans import Span, find_spans
from planner.domain.date_words import plain_words
from planner.domain.recurrence import Recurrence, RecurringWords, Rhythm, find_recurrence


class DeadlineKind(StrEnum):
    """What kind of deadline the words set."""

    DATE = "date"
    RECURRING = "recurring"
    OPEN_ENDED = "open_ended"
    NONE = "none"
    UNKNOWN = "unknown"


class Lacks(StrEnum):
    """What words that are otherwise understood leave out, so that no day can be computed."""

    YEAR = "year"
    STARTING_DAY = "starting_day"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What the words of a deadline mean.

    `start` is given where the words name a stretch of time, `ongoing` where the work goes on after `end`.
    `lacks` says what is missing in an UNKNOWN deadline: a year, or a day to count from ("3个月内").
    """

    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    recurrence: Recurrence | None = None
    ongoing: bool = False
    lacks: Lacks | None = None

    @property
    def rhythm(self) -> Rhythm | None:
        """How often a recurring deadline falls due; None for "定期", which does not say."""
        return self.recurrence.rhythm if self.recurrence else None

    @property
    def needs_year(self) -> bool:
        """Whether a reference year would make the words a date."""
        return self.lacks is Lacks.YEAR

    def next_due(self, today: date) -> date | None:
        """Return the day to sort and light by: the next of a recurring deadline, else `end`, even passed."""
        if self.recurrence is None:
            return self.end
        due = self.recurrence.next_due(max(today, self.start or today))
        return min(due, self.end or due)


_UNKNOWN = Deadline(DeadlineKind.UNKNOWN)
_NO_STARTING_DAY = Deadline(DeadlineKind.UNKNOWN, lacks=Lacks.STARTING_DAY)

# What words without a date mean; the first row that fits counts.
_UNDATED: tuple[tuple[re.Pattern[str], Deadline], ...] = (
    (
        re.compile(r"(?:\d{1,3}|[两几半])个?(?:工作日|[日天周月年]|季度)(?:[以之])?内", re.ASCII),
        _NO_STARTING_DAY,
    ),
    (re.compile(r"定期"), Deadline(DeadlineKind.RECURRING)),
    (
        re.compile(r"持续|长期|常态|滚动|不断|日常|经常|始终|贯穿|全过程|一直|坚持|适时|永久"),
        Deadline(DeadlineKind.OPEN_ENDED),
    ),
    (re.compile(r"[本下]个?(?:[月周]|季度)"), _NO_STARTING_DAY),
    (re.compile(r"立行立改|立即|立刻|马上|即知即改|即行即改|即时|第1时间"), _NO_STARTING_DAY),
)
_ONGOING = re.compile(r"持续|长期|常态|滚动|不断|坚持")
_DURING = re.compile(r"(?:内|期间|间|[,(、])?")
_NAMING_MONTHS = (Rhythm.YEAR, Rhythm.HALF_YEAR)
_ANY_LEAP_YEAR = 2000


@lru_cache(maxsize=16384)
def read_deadline(words: str, year: int | None = None) -> Deadline:
    """Return what `words` mean; `year` is meant by phrases that name none ("三季度末", "年底前", "明年6月").

    Never raises: words without a known meaning, or with a day that is none of the calendar, are UNKNOWN.
    """
    plain = plain_words(words)
    if not plain:
        return Deadline(DeadlineKind.NONE)
    try:
        return _meaning(plain, year)
    except (ValueError, OverflowError):
        return _UNKNOWN


def _meaning(words: str, year: int | None) -> Deadline:
    recurring = find_recurrence(words)
    spans = [span for span in find_spans(words, year) if not _belongs(span, recurring)]
    dated = [span for span in spans if span.first is not None]
    if spans and not dated:
        return replace(_UNKNOWN, lacks=Lacks.YEAR)
    if recurring and (frame := _frame(words, dated, recurring)):
        return Deadline(DeadlineKind.RECURRING, *frame, _recurrence(words, recurring))
    if dated:
        return _dated(words, dated, recurring)
    return next((meaning for pattern, meaning in _UNDATED if pattern.search(words)), _UNKNOWN)


def _dated(words: str, spans: list[Span], recurring: RecurringWords | None) -> Deadline:
    start = min((span.first for span in spans if span.first and span.stretch), default=None)
    end = max((span.last for span in spans if span.last), default=None)
    if end is None:
        return Deadline(DeadlineKind.OPEN_ENDED, start)
    if start and start > end:
        return Deadline(DeadlineKind.DATE, end=end, ongoing=True)
    recurs_after = recurring is not None and recurring.start > spans[-1].start
    return Deadline(DeadlineKind.DATE, start, end, ongoing=recurs_after or bool(_ONGOING.search(words)))


def _frame(
    words: str, spans: list[Span], recurring: RecurringWords
) -> tuple[date | None, date | None] | None:
    """Return the days between which it recurs, as in `2025年每季度`; None if `spans` set a deadline."""
    for span in spans:
        if _DURING.fullmatch(words, span.end, recurring.start):
            return span.first, span.last
    if any(span.last for span in spans):
        return None
    return min((span.first for span in spans if span.first), default=None), None


def _belongs(span: Span, recurring: RecurringWords | None) -> bool:
    """Say whether the span is part of a recurrence: the 6月 of `每年6月底前`, the 1季度 of `每1季度`."""
    if recurring is None:
        return False
    if span.start < recurring.end and span.end > recurring.start:
        return True
    names_months = recurring.recurrence.rhythm in _NAMING_MONTHS
    return names_months and span.start >= recurring.end and not span.names_year


def _recurrence(words: str, recurring: RecurringWords) -> Recurrence:
    recurrence = recurring.recurrence
    if recurrence.rhythm not in _NAMING_MONTHS:
        return recurrence
    spans = find_spans(words, _ANY_LEAP_YEAR)
    named = {(span.last.month, span.last.day) for span in spans if span.last and _belongs(span, recurring)}
    return replace(recurrence, days=tuple(sorted(named))) if named else recurrence
