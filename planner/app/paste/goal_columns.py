"""Columns of a pasted table that hold the goals of a year, a quarter or another period, by their heading.

年度目标 2025年, 2025年一季度目标, Q1 below 2025年: the period is in the heading, the year perhaps in the one
above.
"""

import re
from collections.abc import Iterable

from planner.domain.date_words import plain_words
from planner.domain.items import PLAN_ID, PlanHead
from planner.domain.marks import N_
from planner.domain.periods import first_day, last_day, parse_typed
from planner.domain.plan import Plan

_PREFIX = "goal:"
_AIM = re.compile(
    r"(?:阶段|年度|工作|任务|进度|预期|主要|全年)*(?:目标|指标|要求|安排|计划|节点)|TARGET|GOAL"
)
_AROUND = re.compile(r"[():：,，;]+|各项|任务$")
_PART = re.compile(r"第?[1-4]季度|[上下]半年|\d{1,2}月份?")
_YEAR = re.compile(r"(?:19|20|21)\d\d(?=年|$)")
_WHOLE_YEAR = frozenset(("", "年度", "全年", "当年", "本年"))
_MOST_YEARS = 6
_MOST_QUARTERED = 2
_QUARTERS = range(1, 5)

GOAL_NAME = N_("{period}目标")
"""What a column of goals holds, for people."""


def goal_key(period: str) -> str:
    """Return the key of the column that holds the goals of a period in its stored form."""
    return _PREFIX + period


def goal_period(key: str) -> str:
    """Return the period of a column of goals, empty for any other key."""
    return key.removeprefix(_PREFIX) if key.startswith(_PREFIX) else ""


def says_goal(heading: str) -> bool:
    """Whether a heading says itself that goals stand below it."""
    return bool(_AIM.search(plain_words(heading)))


def read_goal_heading(heading: str, year: str) -> str:
    """Return the period whose goals stand below a heading, empty where it names none.

    `year` completes a heading that has none, and is the period of one that says 年度目标 alone.
    """
    words = plain_words(heading)
    rest = _AROUND.sub("", _AIM.sub("", words))
    if not words or len(words) > len(rest) + 12:
        return ""
    if rest in _WHOLE_YEAR:
        return year if says_goal(heading) else ""
    if found := _YEAR.match(rest):
        year, rest = found[0], rest[found.end() :].removeprefix("年").removeprefix("度")
    if not year or (rest and not _PART.fullmatch(rest)):
        return ""
    try:
        return parse_typed(f"{year}年{rest}")
    except ValueError:
        return ""


def year_in(heading: str) -> str:
    """Return the year that a heading names, empty where it names none."""
    found = _YEAR.search(plain_words(heading))
    return found[0] if found else ""


def year_of_plan(plan: Plan) -> str:
    """Return the one year of a plan, empty where it runs for several or does not say."""
    years = _years(plan)
    return str(years[0]) if len(years) == 1 else ""


def goal_keys(plan: Plan, known: Iterable[str] = ()) -> list[str]:
    """Return the keys of the goals that a person can choose: its years, of a short plan also quarters."""
    years = [str(year) for year in _years(plan)[:_MOST_YEARS]]
    quarters = (
        [f"{year}-Q{quarter}" for year in years[:2] for quarter in _QUARTERS] if len(years) <= 2 else []
    )
    return list(dict.fromkeys([*map(goal_key, (*years, *quarters)), *filter(goal_period, known)]))


def _years(plan: Plan) -> range:
    head = plan.find(PLAN_ID)
    if not isinstance(head, PlanHead) or not head.start:
        return range(0)
    first = first_day(head.start).year
    return range(first, (last_day(head.end).year if head.end else first) + 1)
