"""Names proposed while one types into fields of units and terms."""

import pytest

from planner.app.facet_terms import TERMS, field_at
from planner.app.name_suggestions import MOST_TERMS, suggestions
from planner.domain.changes import Insert, apply
from planner.domain.items import Term
from tests.plans import small_plan

SOUNDS = {"韧性不足": "rxbz", "投入不足": "trbz"}


def propose(key, typed, plan=None, initials=lambda text: SOUNDS.get(text, "")):
    plan = plan or small_plan()
    spec = field_at(plan, plan["m1"], key)
    return suggestions(plan, spec, initials)(typed)


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("lead", "教", ["市教委"]),
        ("lead", "", []),
        ("facet:causes", "", ["投入不足"]),
        (TERMS, "", ["韧性不足", "投入不足"]),
        (TERMS, "投", ["投入不足"]),
        (TERMS, "不足", ["韧性不足", "投入不足"]),
        (TERMS, "tr", ["投入不足"]),
        (TERMS, "BZ", ["韧性不足", "投入不足"]),
        (TERMS, "没有", []),
    ],
)
def test_names_fit_what_was_typed(key, typed, expected):
    assert propose(key, typed) == expected


def test_without_initials_letters_are_only_letters():
    assert propose(TERMS, "tr", initials=None) == []


def test_a_name_that_begins_so_comes_before_one_that_holds_it():
    plan = small_plan()
    apply(plan, [Insert(Term("t9", "f2", "B", title="不足之处"))])
    assert propose("facet:causes", "不足", plan) == ["不足之处", "投入不足"]


def test_long_lists_end():
    plan = small_plan()
    apply(plan, [Insert(Term(f"x{n}", "f2", f"B{n:03}", title=f"第{n}个")) for n in range(100)])
    assert len(propose("facet:causes", "第", plan)) == MOST_TERMS
