"""Cells as offices write them, read in the unit of the indicator."""

import pytest

from planner.app.indicator_paste.amounts import Amount, OtherUnitError, read_amounts, unit_in


@pytest.mark.parametrize(
    ("text", "unit", "number", "qualifier"),
    [
        ("4.5", "%", 4.5, ""),
        ("4.5%", "%", 4.5, ""),
        ("４．５％", "%", 4.5, ""),
        ("≥4.5%", "%", 4.5, "at_least"),
        (">= 12", "件", 12, "at_least"),
        ("不低于12件", "件", 12, "at_least"),
        ("12件以上", "件", 12, "at_least"),
        ("控制在 3 以内", "", 3, "at_most"),
        ("30左右", "件", 30, "about"),
        ("约30", "件", 30, "about"),
        ("突破 1,234,567", "元", 1234567, "above"),
        ("１，２００", "家", 1200, ""),
        ("1.2万", "家", 12000, ""),
        ("1.2万家", "家", 12000, ""),
        ("1.2万", "万家", 1.2, ""),
        ("26000家", "万家", 2.6, ""),
        ("3亿元", "万元", 30000, ""),
        ("2万亿元", "亿元", 20000, ""),
        ("5‰", "%", 0.5, ""),
        ("-2.5", "%", -2.5, ""),
        ("（12.5）", "%", -12.5, ""),
        ("−3", "", -3, ""),
        ("12年", "年", 12, ""),
        ("1.1万", "", 11000, ""),
    ],
)
def test_one_value(text, unit, number, qualifier):
    assert read_amounts(text, unit) == (Amount(number, qualifier),)


@pytest.mark.parametrize("text", ["", "  ", "—", "——", "-", "/", "暂无", "N/A", "…"])
def test_nothing(text):
    assert read_amounts(text, "%") == ()


def test_a_range_has_two_bounds():
    assert read_amounts("10～20%", "%") == (Amount(10, "at_least"), Amount(20, "at_most"))
    assert read_amounts("10%-20%", "%") == (Amount(10, "at_least"), Amount(20, "at_most"))


@pytest.mark.parametrize("text", ["持续提升", "2025年底前建成", "较上年提高2个以上的百分点并保持"])
def test_words_stay_words(text):
    assert read_amounts(text, "%") == (Amount(None, words=text),)


@pytest.mark.parametrize(("text", "unit"), [("12家", "件"), ("4.5%", "家"), ("3亿美元", "亿元")])
def test_another_unit_is_not_converted(text, unit):
    with pytest.raises(OtherUnitError):
        read_amounts(text, unit)


def test_the_unit_of_the_column_counts_where_the_cell_names_none():
    assert read_amounts("12000", "万家", "家") == (Amount(1.2),)
    assert read_amounts("12000家", "万家", "件") == (Amount(1.2),)
    with pytest.raises(OtherUnitError):
        read_amounts("12000", "万家", "件")


@pytest.mark.parametrize(
    ("text", "unit"), [("1.2万家", "万家"), ("4%", "%"), ("1.2万", ""), ("12", ""), ("好", "")]
)
def test_the_unit_in_a_cell(text, unit):
    assert unit_in(text) == unit
