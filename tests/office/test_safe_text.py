import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.office.safe_text import MAX_UNITS, cleaned, needs_quote, sheet_name, shortened, utf16_length


@pytest.mark.parametrize(
    ("text", "kept", "removed"),
    [
        ("第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行", 0),
        ("a\x00b\x1fc\x7fd\x9fe", "abcde", 4),
        ("甲\ud800乙\udfff丙", "甲乙丙", 2),
        ("甲\ufffe乙\uffff丙", "甲乙丙", 2),
        ("\t表\t", "\t表\t", 0),
        ("👩‍🔬 مرحبا", "👩‍🔬 مرحبا", 0),
    ],
)
def test_only_what_cannot_be_stored_is_taken_out(text: str, kept: str, removed: int) -> None:
    assert cleaned(text) == (kept, removed)


@given(st.text(max_size=40).map(lambda text: text + "汉😀" * 16_000))
def test_a_shortened_text_fits_and_ends_in_an_ellipsis(text: str) -> None:
    short = shortened(text)
    assert utf16_length(short) <= MAX_UNITS
    assert short.endswith("……")
    assert text.startswith(short.removesuffix("……"))


def test_what_fits_is_not_touched() -> None:
    text = "汉" * MAX_UNITS
    assert shortened(text) is text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "\t=1", "\n=1", "'=1", "  =1", "＝1"])
def test_what_could_become_a_formula_is_marked(text: str) -> None:
    assert needs_quote(text)


@pytest.mark.parametrize("text", ["", "工作计划", "1-2", "a=b", "（1）", "123456789012345678"])
def test_what_cannot_is_not(text: str) -> None:
    assert not needs_quote(text)


@pytest.mark.parametrize(
    ("wished", "name"),
    [
        ("工作计划", "工作计划"),
        ("甲/乙:丙[丁]?*\\", "甲乙丙丁"),
        ("'引号'", "引号"),
        ("", "Sheet"),
        ("History", "History_"),
        ("很" * 40, "很" * 31),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_sheet_names_are_made_legal(wished: str, name: str) -> None:
    assert sheet_name(wished, set()) == name


def test_sheet_names_stay_apart_whatever_their_case_and_length() -> None:
    taken: set[str] = set()
    names = [sheet_name(wished, taken) for wished in ("Plan", "plan", "长" * 31, "长" * 32)]
    assert names == ["Plan", "plan (2)", "长" * 31, "长" * 27 + " (2)"]
