from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.recurrence import Recurrence, Rhythm, find_recurrence

month_days = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 31)), min_size=1, unique=True).map(sorted)


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [
        ("每天", Recurrence(Rhythm.DAY)),
        ("每周3", Recurrence(Rhythm.WEEK, weekday=3)),
        ("每周日", Recurrence(Rhythm.WEEK, weekday=7)),
        ("每半年", Recurrence(Rhythm.HALF_YEAR, ((6, 31), (12, 31)))),
        ("每半年首月5日前", Recurrence(Rhythm.HALF_YEAR, ((1, 5), (7, 5)))),
        ("按季度", Recurrence(Rhythm.QUARTER, ((3, 31), (6, 31), (9, 31), (12, 31)))),
        ("每季度第2个月上旬", Recurrence(Rhythm.QUARTER, ((2, 10), (5, 10), (8, 10), (11, 10)))),
        ("每年至少2次", Recurrence(Rhythm.HALF_YEAR, ((6, 31), (12, 31)))),
        ("每年3次", Recurrence(Rhythm.YEAR, ((12, 31),))),
    ],
)
def test_words_name_a_rhythm_and_its_days(words, recurrence):
    found = find_recurrence(words)
    assert found is not None
    assert found.recurrence == recurrence


@pytest.mark.parametrize(
    "words", ["", "按期完成", "按月计划", "按年度计划推进", "按日程", "按周期", "每2个月", "2025年"]
)
def test_words_without_a_rhythm(words):
    assert find_recurrence(words) is None


def test_a_day_beyond_every_month_is_refused():
    with pytest.raises(ValueError, match="32"):
        find_recurrence("每月32日前")


@given(month_days, st.dates(date(1990, 1, 1), date(2098, 12, 31)))
def test_no_due_day_is_skipped(days, today):
    recurrence = Recurrence(Rhythm.YEAR, tuple(days))
    due = recurrence.next_due(today)
    assert due >= today
    assert (due.month, due.day) in days or any(month == due.month and day > due.day for month, day in days)
    if due > today:
        assert recurrence.next_due(today + timedelta(days=1)) == due
