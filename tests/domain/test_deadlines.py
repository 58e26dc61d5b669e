import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.deadlines import Deadline, DeadlineKind, Lacks, read_deadline

PHRASES = Path(__file__).with_name("deadline_phrases.tsv")


def phrases():
    with PHRASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", phrases(), ids=lambda row: f"{row['words']}@{row['year']}")
def test_a_phrase_means_what_officials_mean_by_it(row):
    meant = read_deadline(row["words"], int(row["year"]) if row["year"] else None)
    ongoing = row["note"] == "ongoing"
    assert (meant.kind, meant.start, meant.end) == (row["kind"], day(row["start"]), day(row["end"]))
    assert (meant.rhythm or "", meant.ongoing) == (row["rhythm"], ongoing)
    assert (meant.lacks or "") == ("" if ongoing else row["note"])


def test_the_table_is_long_enough_and_says_each_phrase_once():
    keys = [(row["words"], row["year"]) for row in phrases()]
    assert len(keys) == len(set(keys)) >= 120


NEXT_DUE = [
    ("每日", date(2025, 5, 20), date(2025, 5, 20)),
    ("每周", date(2025, 5, 20), date(2025, 5, 25)),
    ("每周五前", date(2025, 5, 23), date(2025, 5, 23)),
    ("每周五前", date(2025, 5, 24), date(2025, 5, 30)),
    ("每周1次", date(2025, 5, 20), date(2025, 5, 25)),
    ("每旬", date(2025, 5, 21), date(2025, 5, 31)),
    ("每月", date(2024, 2, 10), date(2024, 2, 29)),
    ("每月", date(2025, 2, 28), date(2025, 2, 28)),
    ("每月5日前", date(2025, 12, 6), date(2026, 1, 5)),
    ("每月30日前", date(2025, 2, 1), date(2025, 2, 28)),
    ("每月初", date(2025, 3, 1), date(2025, 3, 10)),
    ("每月中旬", date(2025, 3, 11), date(2025, 3, 20)),
    ("每月报送，次月5日前", date(2025, 3, 6), date(2025, 4, 5)),
    ("每季度", date(2025, 5, 20), date(2025, 6, 30)),
    ("每季度", date(2025, 12, 31), date(2025, 12, 31)),
    ("每季度首月10日前", date(2025, 1, 10), date(2025, 1, 10)),
    ("每季度首月10日前", date(2025, 1, 11), date(2025, 4, 10)),
    ("每季度结束后10个工作日内", date(2025, 11, 1), date(2026, 1, 10)),
    ("每季度第二个月15日前", date(2025, 1, 1), date(2025, 2, 15)),
    ("每季度末月20日前", date(2025, 1, 1), date(2025, 3, 20)),
    ("每半年", date(2025, 7, 1), date(2025, 12, 31)),
    ("每半年（6月、11月底前）", date(2025, 7, 1), date(2025, 11, 30)),
    ("每年", date(2025, 7, 1), date(2025, 12, 31)),
    ("每年两次", date(2025, 7, 1), date(2025, 12, 31)),
    ("每年6月底前", date(2025, 7, 1), date(2026, 6, 30)),
    ("每年2月底前", date(2028, 1, 1), date(2028, 2, 29)),
    ("每年2月底前", date(2025, 1, 1), date(2025, 2, 28)),
    ("每年一季度", date(2025, 1, 1), date(2025, 3, 31)),
    ("每年3月、9月", date(2025, 4, 1), date(2025, 9, 30)),
    ("2025年每季度", date(2024, 5, 1), date(2025, 3, 31)),
    ("2025年每季度", date(2026, 5, 1), date(2025, 12, 31)),
    ("2025年10月起，每月5日前", date(2025, 1, 1), date(2025, 10, 5)),
    ("2025年10月起实施，按月调度", date(2025, 1, 1), date(2025, 10, 31)),
    ("定期开展", date(2025, 1, 1), None),
    ("2025年底前", date(2025, 5, 1), date(2025, 12, 31)),
    ("2025年底前", date(2026, 5, 1), date(2025, 12, 31)),
    ("持续推进", date(2025, 1, 1), None),
]


@pytest.mark.parametrize(("words", "today", "due"), NEXT_DUE)
def test_the_next_due_day(words, today, due):
    assert read_deadline(words).next_due(today) == due


def test_lines_of_a_cell_are_stages():
    assert read_deadline("2025年6月底前完成初稿\n12月底前印发").end == date(2025, 12, 31)


def test_a_phrase_without_a_year_says_that_it_needs_one():
    assert read_deadline("三季度末").needs_year
    assert not read_deadline("三季度末", 2025).needs_year
    assert not read_deadline("立即").needs_year
    assert read_deadline("立即").lacks is Lacks.STARTING_DAY


def test_the_reference_year_never_overrules_a_year_that_is_named():
    assert read_deadline("2025年底前", 2031) == read_deadline("2025年底前")


numbers = st.integers(1, 31).map(str)
marks = st.sampled_from(list("年月日前底末初中内起后至到-~—./、，；：（）〔〕第每按逐上下旬周次三\n\u200b"))
FRAGMENTS = "季度 半年 全年 今年 明年 次年 年底 十四五 期间 持续推进 完成 2025 2027年 二〇二五年 Q1 H2 9999"
fragments = st.sampled_from(FRAGMENTS.split(" "))
pieced_phrases = st.lists(st.one_of(marks, fragments, numbers), max_size=12).map("".join)
years = st.none() | st.integers(1, 9999)
dated_phrases = st.one_of(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(date.isoformat),
    st.builds("{}年{}月".format, st.integers(1990, 2099), st.integers(1, 12)),
    st.builds("{}年{}季度".format, st.integers(1990, 2099), st.sampled_from("1234一二三四")),
    st.builds("{}年{}半年".format, st.integers(1990, 2099), st.sampled_from("上下")),
    st.builds("{}年".format, st.integers(1990, 2099)),
)


@given(st.one_of(st.text(), pieced_phrases), years, st.dates(date(1990, 1, 1), date(2199, 12, 31)))
def test_any_text_has_a_meaning(words, year, today):
    meant = read_deadline(words, year)
    assert (meant.end is not None) >= (meant.kind is DeadlineKind.DATE)
    assert meant.start is None or meant.end is None or meant.start <= meant.end
    assert meant.lacks is None or meant.kind is DeadlineKind.UNKNOWN
    assert meant.rhythm is None or meant.kind is DeadlineKind.RECURRING
    assert (meant.kind is DeadlineKind.NONE) == (meant == Deadline(DeadlineKind.NONE))
    assert meant.next_due(today) is not None or (meant.end is None and meant.rhythm is None)


@given(pieced_phrases, years)
def test_what_needs_a_year_becomes_a_date_with_one(words, year):
    meant = read_deadline(words, year)
    if meant.needs_year:
        assert year is None
        assert not read_deadline(words, 2024).needs_year


@given(
    dated_phrases,
    st.sampled_from(["", " ", "\u3000", "\u200b", "\n"]),
    st.sampled_from(["前", "完成", "前完成", "内", "以前印发"]),
)
def test_spaces_around_and_words_after_a_date_leave_the_day(phrase, space, words_after):
    plain = read_deadline(phrase)
    assert plain.kind is DeadlineKind.DATE
    assert read_deadline(space + phrase + words_after + space) == plain
    assert read_deadline("完成时限：" + phrase) == plain


@given(st.integers(1990, 2099), st.integers(1, 12))
def test_the_end_of_a_month_is_the_month(year, month):
    assert read_deadline(f"{year}年{month}月底前完成") == read_deadline(f"{year}年{month}月")
    assert read_deadline(f"{month}月底前", year) == read_deadline(f"{year}-{month:02}")


@given(
    st.sampled_from(
        [("每日", 1), ("每周", 7), ("每旬", 11), ("每月", 31), ("每季度", 92), ("每半年", 184), ("每年", 366)]
    ),
    st.dates(date(1990, 1, 1), date(2098, 12, 31)),
)
def test_a_period_ends_within_its_length_and_holds_its_end(words_and_length, today):
    words, length = words_and_length
    meant = read_deadline(words)
    due = meant.next_due(today)
    assert 0 <= (due - today).days < length
    assert meant.next_due(due) == due
