import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reports.text_fit import balanced, fitted, shortened, width_of, wrap

TEXTS = st.text(st.sampled_from("筑基创新与的，。“”（）ab Z9%—"), max_size=60)


def test_a_chinese_character_is_one_em_and_a_latin_one_about_half():
    assert width_of("筑基", 10) == 20
    assert 10 < width_of("ab", 10) < 12
    assert width_of("il", 10) < width_of("ab", 10) < width_of("MW", 10)
    assert width_of("", 10) == width_of("\u200b", 10) == 0


@given(TEXTS, st.integers(20, 200))
def test_wrapping_loses_nothing_but_spaces_and_keeps_the_width(text, width):
    lines = wrap(text, width, 10)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line, 10) <= width or len(line) == 1 for line in lines)


@given(TEXTS, st.integers(20, 200))
def test_balancing_takes_no_more_lines_and_keeps_the_width(text, width):
    lines = balanced(text, width, 10)
    assert len(lines) == len(wrap(text, width, 10))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line, 10) <= width or len(line) == 1 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("完善科研机构薪酬与激励机制", ("完善科研机构薪酬与", "激励机制")),
        ("建设面向先导产业的新型大学", ("建设面向先导产业的", "新型大学")),
        ("高水平大学和科研机构", ("高水平大学和", "科研机构")),
    ],
)
def test_two_lines_break_between_words(text, lines):
    assert balanced(text, 90, 10) == lines


def test_no_line_begins_with_a_closing_mark():
    assert wrap("一二三四。五", 40, 10) == ("一二三", "四。五")


def test_a_latin_word_moves_to_the_next_line_and_is_cut_only_where_it_must():
    assert wrap("abc defg", 40, 10) == ("abc", "defg")
    assert wrap("abcdefghij", 40, 10) == ("abcdefg", "hij")


def test_shortened_text_ends_with_an_ellipsis_and_fits():
    assert shortened("一二三四五", 40, 10) == "一二三…"
    assert shortened("一二三", 40, 10) == "一二三"
    assert shortened("一\n二", 40, 10) == "一 二"


def test_the_first_size_that_fits_is_taken():
    assert fitted("一二三四", 100, 13, (20, 10)) == (10, ("一二三四",))
    assert fitted("一二三四", 100, 30, (20, 10)) == (20, ("一二三四",))


def test_at_the_last_size_the_text_is_shortened():
    assert fitted("一二三四五六七八九十", 40, 26, (20, 10)) == (10, ("一二三四", "五六七…"))


@given(TEXTS, st.integers(20, 200), st.integers(14, 60))
def test_fitted_text_stays_in_its_box(text, width, height):
    size, lines = fitted(text, width, height, (16, 12, 10))
    assert len(lines) * size * 1.3 <= max(height, size * 1.3)
    assert all(width_of(line, size) <= width or len(line) == 1 for line in lines)
