import pytest

from planner.domain.numbering import chinese_numeral, number_of, outline_number, outline_numbers
from tests.plans import small_plan


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (24, "二十四"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2025, "二千零二十五"),
    ],
)
def test_numerals_as_they_are_read(number, numeral):
    assert chinese_numeral(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_there_is_no_numeral_outside_the_range(number):
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese_numeral(number)


def test_each_depth_has_its_form():
    assert [outline_number(depth, 3) for depth in range(6)] == ["三、", "（三）", "3.", "（3）", "③", "3）"]


def test_circled_digits_end_at_twenty():
    assert [outline_number(4, position) for position in (20, 21)] == ["⑳", "21）"]


def test_numbers_follow_the_position_in_the_tree():
    plan = small_plan()
    numbers = outline_numbers(plan)
    assert list(numbers.items()) == [
        ("layer-1", "一、"),
        ("component-1", "（一）"),
        ("m1", "1."),
        ("m1a", "（1）"),
        ("m1b", "（2）"),
        ("m2", "2."),
        ("component-2", "（二）"),
        ("m3", "1."),
        ("layer-2", "二、"),
    ]
    assert all(number_of(plan, item_id) == number for item_id, number in numbers.items())
