import pytest

from planner.app.paste.outline_marks import Depths, MarkStyle, mark_alone, split_mark


@pytest.mark.parametrize(
    ("text", "style", "rest"),
    [
        ("一、筑基", MarkStyle.CHINESE, "筑基"),
        ("十二、收尾", MarkStyle.CHINESE, "收尾"),
        ("（一）立法", MarkStyle.CHINESE_BRACKETS, "立法"),
        ("(十一) 立法", MarkStyle.CHINESE_BRACKETS, "立法"),
        ("1. 修订", MarkStyle.ARABIC, "修订"),
        ("1．修订", MarkStyle.ARABIC, "修订"),
        ("12、修订", MarkStyle.ARABIC, "修订"),
        ("1.1.2 修订", MarkStyle.ARABIC, "修订"),
        ("1.1修订", MarkStyle.ARABIC, "修订"),
        ("（3）修订", MarkStyle.ARABIC_BRACKETS, "修订"),
        ("3）修订", MarkStyle.HALF_BRACKET, "修订"),
        ("①修订", MarkStyle.CIRCLED, "修订"),
        ("第三章 总则", MarkStyle.CHAPTER, "总则"),
        ("第一节 总则", MarkStyle.SECTION, "总则"),
    ],
)
def test_numbers_at_the_head(text, style, rest):
    mark, read = split_mark(text)
    assert mark is not None
    assert (mark.style, read) == (style, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "修订条例",
        "一体化推进",
        "2025年底前完成",
        "1.5万家企业",
        "4.5%",
        "十四五规划",
        "3个平台",
        "（含张江）",
        "2025.6前",
    ],
)
def test_texts_without_a_number(text):
    assert split_mark(text) == (None, text)


@pytest.mark.parametrize("cell", ["1", "1.2", "1.2.3.", "一", "（一）", "三、", "(2)", "④", " 12 "])
def test_a_cell_can_be_a_number(cell):
    assert mark_alone(cell) is not None


@pytest.mark.parametrize("cell", ["", "甲", "1 甲", "一体化"])
def test_a_cell_can_be_none(cell):
    assert mark_alone(cell) is None


@pytest.mark.parametrize(
    ("numbers", "depths"),
    [
        (["一、", "（一）", "1.", "（1）", "①", "（二）", "二、"], [0, 1, 2, 3, 4, 1, 0]),
        (["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"], [0, 1, 2, 2, 1, 0]),
        (["（一）", "1.", "2.", "（二）"], [0, 1, 1, 0]),
        (["1.1.1", "1.1", "1"], [0, 0, 0]),
    ],
)
def test_a_list_of_numbers_gives_depths(numbers, depths):
    reader = Depths()
    assert [reader.depth_of(mark.level) for number in numbers if (mark := mark_alone(number))] == depths
