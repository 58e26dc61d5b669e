"""Blocks as offices lay them out."""

from datetime import date

import pytest

from planner.app.indicator_paste.columns import Layout, Part, find_columns
from planner.app.paste.reading import read_grid

TODAY = date(2025, 6, 1)


def columns(*rows):
    return find_columns(read_grid("\n".join("\t".join(row) for row in rows)), TODAY)


def test_years_across():
    found = columns(
        ("序号", "指标名称", "单位", "2020年（基期）", "2023", "2024年", "2025目标", "2030年目标值", "备注"),
        ("1", "研发投入强度", "%", "4.1", "4.3", "4.4", "≥4.5", "5", ""),
    )
    assert found.layout is Layout.ACROSS
    assert found.first == 1
    assert found.keys == (
        Part.IGNORED,
        Part.NAME,
        Part.UNIT,
        Part.BASELINE,
        Part.ACTUAL,
        Part.ACTUAL,
        Part.TARGET,
        Part.TARGET,
        Part.NOTES,
    )
    assert found.periods == ("", "", "", "2020", "2023", "2024", "2025", "2030", "")


def test_a_year_without_a_word_is_judged_by_today():
    found = columns(("指标", "2024", "2025"), ("甲", "1", "2"))
    assert found.keys == (Part.NAME, Part.ACTUAL, Part.TARGET)


def test_two_rows_of_headings_below_a_title():
    found = columns(
        ("附件1 主要指标", "", "", "", ""),
        ("指标", "单位", "实际值", "", "目标值"),
        ("", "", "2023", "2024年上半年", "2025"),
        ("甲", "%", "1", "2", "3"),
    )
    assert found.first == 3
    assert found.keys == (Part.NAME, Part.UNIT, Part.ACTUAL, Part.ACTUAL, Part.TARGET)
    assert found.periods == ("", "", "2023", "2024-H1", "2025")


def test_names_without_a_heading():
    found = columns(("", "", "2023", "2024"), ("1", "甲指标", "1", "2"))
    assert found.keys == (Part.IGNORED, Part.NAME, Part.ACTUAL, Part.ACTUAL)


def test_what_is_no_value_of_a_year_is_left_out():
    found = columns(("指标", "2024", "2024年同比增长"), ("甲", "1", "2"))
    assert found.keys == (Part.NAME, Part.ACTUAL, Part.IGNORED)
    assert Part.ACTUAL in found.choices(2)


def test_dates_down():
    found = columns(
        ("时间", "研发投入强度", "企业数（万家）", "来源"),
        ("2023年", "4.3", "2.4", "年鉴"),
        ("2024年6月30日", "4.4", "2.5", "快报"),
    )
    assert found.layout is Layout.DOWN
    assert found.keys == (Part.PERIOD, Part.VALUE, Part.VALUE, Part.SOURCE)


def test_one_value_a_row():
    found = columns(
        ("指标", "时点", "类型", "数值", "来源"),
        ("研发投入强度", "2024", "实际值", "4.4", "年鉴"),
    )
    assert found.layout is Layout.LONG
    assert found.keys == (Part.NAME, Part.PERIOD, Part.ROLE, Part.VALUE, Part.SOURCE)


def test_two_bare_columns_of_dates_and_values():
    found = columns(("2023", "4.3"), ("2024", "4.4"))
    assert found.layout is Layout.DOWN
    assert (found.first, found.keys) == (0, (Part.PERIOD, Part.VALUE))


@pytest.mark.parametrize(
    "rows", [(("甲", "乙"),), (("1", "2"), ("3", "4")), (("",),), (("指标", "单位"), ("甲", "%"))]
)
def test_no_times_no_layout(rows):
    assert columns(*rows) is None


def test_a_meaning_is_changed():
    found = columns(("指标", "2024", "2025", "说明"), ("甲", "1", "2", "x"))
    changed = found.with_meaning(1, Part.BASELINE).with_meaning(3, Part.SOURCE)
    assert changed.keys == (Part.NAME, Part.BASELINE, Part.TARGET, Part.SOURCE)
    assert changed.with_meaning(3, Part.NAME).keys[0] is Part.IGNORED


def test_values_that_look_like_years_are_values():
    found = columns(
        ("指标", "2023", "2024"),
        ("申请量", "2016", "2031"),
        ("企业数", "1998", "2020"),
        ("中心", "3500", "7000"),
    )
    assert found.layout is Layout.ACROSS
    assert found.keys == (Part.NAME, Part.ACTUAL, Part.ACTUAL)
    one_year = columns(("指标", "2024", "说明"), ("申请量", "2016", "2031"))
    assert one_year.first == 1
    down = columns(("年份", "申请量"), ("2023", "3500"), ("2024", "2031"))
    assert (down.layout, down.keys) == (Layout.DOWN, (Part.PERIOD, Part.VALUE))
