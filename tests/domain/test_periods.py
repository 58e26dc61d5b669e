from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.periods import first_day, is_period, last_day, parse_typed

BOUNDS = [
    ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ("2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
    ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
    ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
    ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
    ("2025-06-30", date(2025, 6, 30), date(2025, 6, 30)),
]
TYPED = [
    ("", ""),
    (" \u3000", ""),
    ("2025", "2025"),
    ("2025年", "2025"),
    ("2025年度", "2025"),
    ("2025年6月", "2025-06"),
    ("2025年6月份", "2025-06"),
    ("2025/6", "2025-06"),
    ("2025.06", "2025-06"),
    ("202506", "2025-06"),
    ("2025.6.30", "2025-06-30"),
    ("2025/6/30", "2025-06-30"),
    ("2025-6-30", "2025-06-30"),
    ("20250630", "2025-06-30"),
    ("2025年6月30日", "2025-06-30"),
    ("2025 年 6 月 30 号", "2025-06-30"),
    ("2025-06-30 00:00:00", "2025-06-30"),
    ("2025-06-30T08:15", "2025-06-30"),
    ("２０２５年６月", "2025-06"),
    ("二〇二五年十二月三十一日", "2025-12-31"),
    ("二零二五年元月", "2025-01"),
    ("2025年三季度", "2025-Q3"),
    ("2025年第3季度", "2025-Q3"),
    ("2025Q3", "2025-Q3"),
    ("2025-q3", "2025-Q3"),
    ("2025年上半年", "2025-H1"),
    ("2025年下半年", "2025-H2"),
    ("2025-H2", "2025-H2"),
    ("\u200b2025\ufeff年", "2025"),
]
NO_PERIOD = [
    "明年",
    "2025年13月",
    "2025年2月29日",
    "2025-00",
    "2025-06-31",
    "2025年五季度",
    "25",
    "6月",
    "2025年底前",
    "0000年",
]
NOT_STORED = ["", "2025-6", "2025-Q5", "2025-H0", "2025-13", "2025-06-00", "2025-02-29", "２０２５", "2025\n"]

stored_periods = st.one_of(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat),
    st.integers(1900, 2199).map(str),
    st.builds("{}-Q{}".format, st.integers(1900, 2199), st.integers(1, 4)),
    st.builds("{}-H{}".format, st.integers(1900, 2199), st.integers(1, 2)),
    st.builds("{}-{:02}".format, st.integers(1900, 2199), st.integers(1, 12)),
)


@pytest.mark.parametrize(("period", "first", "last"), BOUNDS)
def test_a_period_reaches_from_its_first_to_its_last_day(period, first, last):
    assert (first_day(period), last_day(period)) == (first, last)


@pytest.mark.parametrize(("typed", "stored"), TYPED)
def test_what_people_type_is_stored_in_one_form(typed, stored):
    assert parse_typed(typed) == stored


@pytest.mark.parametrize("typed", NO_PERIOD)
def test_what_is_no_period_is_refused(typed):
    with pytest.raises(ValueError, match=r".+"):
        parse_typed(typed)


@pytest.mark.parametrize("text", NOT_STORED)
def test_only_the_stored_form_is_a_period(text):
    assert not is_period(text)
    with pytest.raises(ValueError, match=r".+"):
        first_day(text)


@given(stored_periods)
def test_the_stored_form_may_be_typed(period):
    assert is_period(period)
    assert parse_typed(period) == period
    assert first_day(period) <= last_day(period)


@given(st.text())
def test_any_text_is_a_period_or_a_value_error(text):
    try:
        period = parse_typed(text)
    except ValueError:
        return
    assert period == "" or is_period(period)
