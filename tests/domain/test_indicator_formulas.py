import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.indicator_formulas import FormulaFault, FormulaRefused, read_indicator_formula
from planner.domain.items import Indicator, PlanHead
from planner.domain.plan import Plan

VALUES = {"rd": 30.0, "gdp": 600.0, "zero": 0.0, "none": None}


def plan_with(formula, *others):
    named = [
        Indicator("rd", title="研发经费（R&D）"),
        Indicator("gdp", title="生产总值"),
        Indicator("zero", title="零"),
        Indicator("none", title="无"),
    ]
    return Plan([PlanHead("plan"), *named, Indicator("x", title="本指标", formula=formula), *others])


def value(formula):
    plan = plan_with(formula)
    return read_indicator_formula(plan, plan.get("x", Indicator)).value(VALUES.__getitem__)


def fault(formula, *others):
    plan = plan_with(formula, *others)
    with pytest.raises(FormulaRefused) as refused:
        read_indicator_formula(plan, plan.get("x", Indicator))
    return refused.value.fault


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("{rd} / {gdp} * 100", 5),
        ("「研发经费（R&D）」÷「生产总值」×100", 5),
        ("（{rd}＋{gdp}）／2", 315),
        ("1 - 2 - 3", -4),
        ("8 / 4 / 2", 1),
        ("2+3*4", 14),
        ("-{rd} + -(1)", -31),
        ("生产总值 / [研发经费（R&D）]", 20),
        ("1.5*2", 3),
        ("{rd}/{zero}", None),
        ("{none}+1", None),
    ],
)
def test_formulas_mean_what_they_mean_on_paper(formula, result):
    assert value(formula) == result


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "1+",
        "(1",
        "1)",
        "1 2",
        "{rd}{gdp}",
        "__import__('os')",
        "2**3",
        "{rd}.real",
        "1e3",
        "*1",
        "(" * 60 + "1" + ")" * 60,
    ],
)
def test_nothing_else_is_understood(formula):
    assert fault(formula) is FormulaFault.SYNTAX


def test_names_must_mean_one_indicator():
    assert fault("「没有」+1") is FormulaFault.UNKNOWN
    assert fault("rd") is FormulaFault.UNKNOWN
    assert fault("{no-such}") is FormulaFault.UNKNOWN
    assert fault("「生产总值」", Indicator("gdp2", title="生产总值")) is FormulaFault.AMBIGUOUS


def test_a_formula_may_not_lead_back_to_itself():
    assert fault("{x}") is FormulaFault.CYCLE
    assert (
        fault("{y}+1", Indicator("y", formula="{z}"), Indicator("z", formula="{rd}*{x}"))
        is FormulaFault.CYCLE
    )
    assert fault("{y}", Indicator("y", formula="{z}"), Indicator("z", formula="{y}")) is FormulaFault.CYCLE


def test_one_indicator_may_serve_twice():
    plan = plan_with("{y}+{z}", Indicator("y", formula="{rd}"), Indicator("z", formula="{rd}"))
    assert read_indicator_formula(plan, plan.get("x", Indicator)).indicators == ("y", "z")


@given(
    st.recursive(
        st.integers(1, 99).map(str),
        lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda part: f"({''.join(part)})"),
        max_leaves=12,
    )
)
def test_any_arithmetic_agrees_with_pythons(formula):
    assert value(formula) == pytest.approx(eval(formula))  # noqa: S307 - digits, signs and brackets alone
