from datetime import date

import pytest

from planner.app.cells import Cells
from planner.app.commands.own_fields import define_field
from planner.app.conditions.fields import (
    Asks,
    asks,
    choices_for,
    comparable_fields,
    describe,
    is_complete,
    value_count,
)
from planner.app.conditions.model import Condition, Conditions, Operator
from planner.app.conditions.operators import OPERATOR_NAMES
from planner.app.derived import Derived
from planner.app.words import Words
from planner.domain.changes import apply
from planner.domain.own_fields import own_key
from tests.plans import counting_ids, small_plan


@pytest.fixture
def plan():
    plan = small_plan()
    options = ("市级", "区级")
    apply(plan, define_field(plan, "来源", "measure", "choice", counting_ids(), options=options).changes)
    return plan


@pytest.fixture
def words(tmp_path):
    return Words("zh", tmp_path)


@pytest.fixture
def cells(plan, words):
    return Cells(plan, Derived(plan, date(2025, 6, 1)), words)


def test_declared_fields_facets_and_own_ones_can_be_compared(plan, words):
    labels = [field.label for field in comparable_fields(plan, words)]
    assert labels[0] == "序号"
    assert labels[-3:] == ["问题", "原因", "来源"]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("lead", ["上海市科学技术委员会", "上海市教育委员会"]),
        ("facet:causes", ["投入不足"]),
        (own_key("new-1"), ["市级", "区级"]),
        ("gone", []),
    ],
)
def test_what_a_field_can_be_compared_with(plan, words, cells, key, names):
    short = {"市科委": "上海市科学技术委员会", "市教委": "上海市教育委员会"}
    assert [short.get(name, name) for _, name in choices_for(plan, cells, words, key)] == names


def test_every_operator_that_asks_for_something_needs_a_value():
    for operator in OPERATOR_NAMES:
        assert (asks(operator) is Asks.NOTHING) is (value_count(operator) == 0)


@pytest.mark.parametrize(
    ("condition", "complete"),
    [
        (Condition("title", Operator.EMPTY), True),
        (Condition("title", Operator.CONTAINS, (" ",)), False),
        (Condition("weight", Operator.BETWEEN, ("1",)), False),
        (Condition("weight", Operator.BETWEEN, ("1", "2")), True),
    ],
)
def test_a_condition_is_complete_with_its_values(condition, complete):
    assert is_complete(condition) is complete


def test_conditions_are_said_in_one_line(plan, words, cells):
    conditions = Conditions(
        (
            Condition("lead", Operator.ANY_OF, ("u1",)),
            Conditions(
                (
                    Condition("due_date", Operator.DURING, ("this_year",)),
                    Condition("title", Operator.CONTAINS, ("条例",)),
                ),
                every=False,
            ),
        )
    )
    said = describe(conditions, plan, cells, words)
    assert said == "牵头单位 是其中之一 市科委 且 （计算日期 在 今年 或 标题 包含 条例）"
