"""Stretches of time seen from today, as `next_days:30` or `this_quarter`, and what they are called."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day

STRETCH_NAMES: Mapping[str, str] = {
    "today": N_("今天"),
    "next_days:7": N_("今后 7 天"),
    "next_days:30": N_("今后 30 天"),
    "next_days:90": N_("今后 90 天"),
    "last_days:7": N_("过去 7 天"),
    "last_days:30": N_("过去 30 天"),
    "this_month": N_("本月"),
    "next_month": N_("下月"),
    "last_month": N_("上月"),
    "this_quarter": N_("本季度"),
    "next_quarter": N_("下季度"),
    "last_quarter": N_("上季度"),
    "this_year": N_("今年"),
    "next_year": N_("明年"),
    "last_year": N_("去年"),
}
"""The stretches to choose from; any other number of days is understood too."""

_DAYS = re.compile(r"(next|last)_days:(\d{1,4})", re.ASCII)
_STEPS = {"last": -1, "this": 0, "next": 1}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def stretch(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of a stretch seen from today or of a period; None where it is neither.

    The next days begin today, the last ones end with today.
    """
    if text == "today":
        return today, today
    if found := _DAYS.fullmatch(text):
        days = timedelta(days=int(found[2]))
        return (today, today + days) if found[1] == "next" else (today - days, today)
    step, _, unit = text.partition("_")
    if step in _STEPS and unit in _MONTHS:
        return _months(today, _STEPS[step], _MONTHS[unit])
    try:
        return first_day(text), last_day(text)
    except ValueError:
        return None


def _months(today: date, step: int, length: int) -> tuple[date, date]:
    """Return the stretch of `length` months that is `step` such stretches away from today's."""
    first = (today.year * 12 + today.month - 1) // length * length + step * length
    after = first + length
    return (
        date(first // 12, first % 12 + 1, 1),
        date(after // 12, after % 12 + 1, 1) - timedelta(days=1),
    )
