import pytest

from planner.domain.date_words import plain_words

SPELLINGS = [
    ("二〇二五年六月三十日", "2025年6月30日"),
    ("二零二五年十二月", "2025年12月"),
    ("２０２５　年 ６ 月", "2025年6月"),
    ("2025-06-30 00:00:00", "2025年06月30日"),
    ("20250630", "2025年06月30日"),
    ("2025.6-2025.8", "2025年6月~2025年8月"),
    ("2025.6.1-6.15", "2025年6月1日~6月15日"),
    ("2025——2027年", "2025年~2027年"),
    ("6—8月", "6月~8月"),
    ("6月-8", "6月~8月"),
    ("第一、二、三季度", "第1季度、2季度、3季度"),
    ("“十四五”", "十四五"),
    ("第二十一条", "第21条"),
    ("一百", "一百"),
    ("25年底", "2025年底"),
    ("10年内", "10年内"),
    ("2025Q3", "2025年3季度"),
    ("2025-H1", "2025年上半年"),
    ("星期五", "周5"),
    ("6月底前初稿\n12月底前印发", "6月底前初稿;12月底前印发"),
    ("13800002025", "13800002025"),
]


@pytest.mark.parametrize(("written", "plain"), SPELLINGS)
def test_one_spelling_for_all_ways_of_writing(written, plain):
    assert plain_words(written) == plain


@pytest.mark.parametrize(("written", "plain"), SPELLINGS)
def test_the_plain_spelling_is_plain_already(written, plain):
    assert plain_words(plain) == plain
