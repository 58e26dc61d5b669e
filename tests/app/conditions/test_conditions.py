from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.cells import Cells
from planner.app.conditions.matching import Matching
from planner.app.conditions.model import Condition, Conditions, Operator, from_json, to_json
from planner.app.conditions.operators import OPERATOR_NAMES, operators_for
from planner.app.conditions.stretches import STRETCH_NAMES, stretch
from planner.app.derived import Derived
from planner.app.words import Words
from planner.domain.changes import SetField, apply
from planner.domain.errors import Refused
from planner.domain.fields import FieldType
from planner.domain.items import KINDS, Term
from planner.domain.plan import Plan
from tests.plans import small_plan

TODAY = date(2025, 11, 30)
WORDS = Words("zh", Path("resources/locale"))


def plan_with_more():
    plan = Plan([*small_plan().items(), Term("t3", "t2", "A", title="人才投入不足")])
    apply(
        plan,
        [
            SetField("m1", "weight", None, 2.5),
            SetField("m2", "status", "not_started", "done"),
            SetField("m3", "due", "", "2025年6月底前"),
        ],
    )
    return plan


def met(*parts, every=True, plan=None):
    plan = plan or plan_with_more()
    derived = Derived(plan, TODAY)
    found = Matching(plan, Cells(plan, derived, WORDS), derived).find(Conditions(parts, every))
    return [row for row in plan.walk() if row in found]


@pytest.mark.parametrize(
    ("field", "operator", "values", "rows"),
    [
        ("title", Operator.CONTAINS, ("条例",), ["m1"]),
        (
            "title",
            Operator.LACKS,
            ("务",),
            ["layer-1", "component-1", "m1", "m1a", "m1b", "component-2", "m3", "layer-2"],
        ),
        ("title", Operator.IS, ("起草",), ["m1a"]),
        ("due", Operator.FILLED, (), ["m1", "m2", "m3"]),
        ("due", Operator.EMPTY, (), ["m1a", "m1b"]),
        ("lead", Operator.ANY_OF, ("u1", "u2"), ["m1"]),
        ("lead", Operator.NONE_OF, ("u1",), ["m1a", "m1b", "m2", "m3"]),
        ("supporting", Operator.CONTAINS, ("教委",), ["m1"]),
        ("lead", Operator.EMPTY, (), ["m1a", "m1b", "m2", "m3"]),
        ("status", Operator.ANY_OF, ("done",), ["m2"]),
        ("light", Operator.ANY_OF, ("red",), ["layer-1", "component-1", "m1", "component-2", "m3"]),
        ("weight", Operator.AT_LEAST, ("2.5",), ["m1"]),
        ("weight", Operator.BETWEEN, ("3", "2"), ["m1"]),
        ("weight", Operator.AT_LEAST, ("甲",), []),
        ("progress", Operator.EQUAL, ("40%",), ["m1a"]),
        ("due_date", Operator.DURING, ("next_days:31",), ["m1", "m2"]),
        ("due_date", Operator.DURING, ("this_quarter",), ["m1", "m2"]),
        ("due_date", Operator.BEFORE, ("today",), ["m3"]),
        ("due_date", Operator.AFTER, ("2025-06",), ["m1", "m2"]),
        ("due_date", Operator.FROM_TO, ("2025-01", "2025-06"), ["m3"]),
        ("due_date", Operator.DURING, ("sometime",), []),
        ("due_date", Operator.OVERDUE, (), ["m3"]),
        ("start", Operator.DURING, ("2025-Q1",), ["m1"]),
        ("facet:causes", Operator.ANY_OF, ("t2",), ["m3"]),
        ("facet:causes", Operator.CONTAINS, ("投入",), ["m3"]),
        ("facet:problems", Operator.FILLED, (), []),
        ("unheard of", Operator.CONTAINS, ("x",), []),
    ],
)
def test_a_condition_is_met_by(field, operator, values, rows):
    assert met(Condition(field, operator, values)) == rows


def test_a_narrower_term_meets_what_its_broader_one_meets():
    plan = plan_with_more()
    apply(plan, [SetField("k4", "target", "t2", "t3")])
    assert met(Condition("facet:causes", Operator.ANY_OF, ("t2",)), plan=plan) == ["m3"]


def test_groups_of_all_and_any():
    title = Condition("title", Operator.CONTAINS, ("优化",))
    late = Condition("due_date", Operator.OVERDUE)
    lead = Condition("lead", Operator.FILLED)
    assert met(title, late) == []
    assert met(title, late, every=False) == ["m2", "m3"]
    assert met(lead, Conditions((title, late), every=False)) == []
    assert met(lead, Conditions(()), every=False) == ["m1"]


def test_no_conditions_are_no_filter():
    plan = small_plan()
    derived = Derived(plan, TODAY)
    assert Matching(plan, Cells(plan, derived, WORDS), derived).find(Conditions()) is None


def test_every_field_takes_operators_with_names():
    for kind in KINDS.values():
        for spec in kind.fields:
            assert operators_for(spec)
            assert all(OPERATOR_NAMES[operator] for operator in operators_for(spec))
            if spec.type is FieldType.CHOICE:
                assert Operator.ANY_OF in operators_for(spec)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2025-11-30", "2025-11-30"),
        ("next_days:30", "2025-11-30", "2025-12-30"),
        ("last_days:7", "2025-11-23", "2025-11-30"),
        ("this_month", "2025-11-01", "2025-11-30"),
        ("next_month", "2025-12-01", "2025-12-31"),
        ("this_quarter", "2025-10-01", "2025-12-31"),
        ("next_quarter", "2026-01-01", "2026-03-31"),
        ("last_year", "2024-01-01", "2024-12-31"),
        ("2025-Q2", "2025-04-01", "2025-06-30"),
    ],
)
def test_stretches(text, first, last):
    assert stretch(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


def test_all_named_stretches_are_understood():
    assert all(stretch(text, TODAY) for text in STRETCH_NAMES)
    assert stretch("whenever", TODAY) is None


PARTS = st.recursive(
    st.builds(Condition, st.text(), st.sampled_from(Operator), st.lists(st.text(), max_size=3).map(tuple)),
    lambda parts: st.builds(Conditions, st.lists(parts, max_size=3).map(tuple), st.booleans()),
    max_leaves=8,
)


@given(st.builds(Conditions, st.lists(PARTS, max_size=3).map(tuple), st.booleans()))
def test_conditions_survive_json_and_can_be_judged(conditions):
    assert from_json(to_json(conditions)) == conditions
    plan = small_plan()
    derived = Derived(plan, TODAY)
    found = Matching(plan, Cells(plan, derived, WORDS), derived).find(conditions)
    assert found is None or found <= set(plan.walk())


@pytest.mark.parametrize(
    "data", [None, [], {}, {"all": 1}, {"all": [{"field": "x"}]}, {"all": [], "any": []}]
)
def test_other_forms_are_refused(data):
    with pytest.raises(Refused):
        from_json(data)
