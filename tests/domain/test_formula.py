import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.formula import LONGEST, BadFormula, read_formula, renamed

NUMBERS = {"完成数": 30.0, "目标数": 40.0, "R&D 经费（万元）": 5.0, "没有": None, "零": 0.0}


def value(text):
    return read_formula(text).value(NUMBERS.get)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1", 1),
        ("1 + 2 * 3", 7),
        ("(1+2)*3", 9),
        ("（1＋2）×3÷2", 4.5),
        ("8-3-2", 3),
        ("16/4/2", 2),
        ("-2*-3", 6),
        ("2--3", 5),
        ("完成数/目标数*100", 75),
        ("[R&D 经费（万元）] * 2", 10),
        ("-(完成数 - 目标数)", 10),
        ("没有 + 1", None),
        ("不认识", None),
        ("1 / 零", None),
    ],
)
def test_formulas(text, result):
    assert value(text) == result


@pytest.mark.parametrize(
    ("text", "place"),
    [("", 0), ("1+", 2), ("(1", 2), ("1 2", 2), ("*3", 0), ("1 % 2", 1), ("[", 0), (")", 0)],
)
def test_what_is_no_formula_is_refused_at_its_place(text, place):
    with pytest.raises(BadFormula) as bad:
        read_formula(text)
    assert bad.value.place == place


def test_the_labels_that_a_formula_reads():
    assert read_formula("完成数 / 目标数 + 完成数").labels == ("完成数", "目标数")


def test_a_number_too_great_is_none():
    assert value("*".join(["99999999999999999999"] * 20)) is None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("完成数 / 目标数 + 完成数", "[完成 数] / 目标数 + [完成 数]"),
        ("[完成数]*2", "[完成 数]*2"),
        ("完成数量", "完成数量"),
        ("完成数 +* %", "完成数 +* %"),
    ],
)
def test_a_label_is_renamed(text, result):
    assert renamed(text, "完成数", "完成 数") == result


SIGNS = st.lists(st.sampled_from([*"()+-*/12. []", "甲"]), max_size=LONGEST).map("".join)


def read(text):
    try:
        return read_formula(text)
    except BadFormula as bad:
        return bad.place


@given(st.one_of(st.text(), SIGNS, st.integers(0, LONGEST).map(lambda count: "(" * count)))
def test_any_text_is_a_formula_or_refused_at_a_place(text):
    formula = read(text)
    if isinstance(formula, int):
        assert 0 <= formula <= max(len(text), LONGEST)
    else:
        assert isinstance(formula.value(lambda _label: 2.0), float | None)
