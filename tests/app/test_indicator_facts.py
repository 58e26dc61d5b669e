from pathlib import Path

import pytest

from planner.app import indicator_facts as facts
from planner.app.words import Words
from planner.domain.items import Facet, Indicator, IndicatorValue, Link, Term
from planner.domain.plan import Plan
from tests.plans import small_plan


@pytest.fixture
def plan():
    items = [
        Facet("f3", "", "C", key="purposes", title="目的"),
        Term("p1", "f3", "A", title="创新"),
        Term("p2", "f3", "B", title="产业"),
        Indicator("i2", "", "B", title="第二"),
        Indicator("i3", "", "C", title="第三"),
        Link("k5", "i1", "A", relation="term", target="t1"),
        Link("k6", "i1", "B", relation="term", target="p1"),
        Link("k7", "i2", "A", relation="term", target="p2"),
        Link("k8", "i3", "A", relation="term", target="p1"),
        Link("k9", "m3", "B", relation="indicator", target="i1"),
        IndicatorValue("a", "i1", "B", role="actual", period="2024", number=4.4),
        IndicatorValue("b", "i1", "C", role="actual", period="2023-Q2", number=4.3),
        IndicatorValue("c", "i2", "A", role="target", period="2030", number=7.0),
        IndicatorValue("d", "i3", "A", role="target", period="2030", number=8.0),
    ]
    return Plan([*small_plan().items(), *items])


@pytest.fixture
def words():
    return Words("zh", Path("resources/locale"))


def test_the_period_of_most_targets_counts(plan):
    assert facts.target_period(plan) == "2030"
    assert facts.target_period(small_plan()) == "2025"
    assert facts.target_period(Plan()) == ""


def test_the_latest_value_is_the_last_in_time_whatever_its_place(plan):
    assert facts.latest(plan, "i1", "actual").number == 4.4
    assert facts.latest(plan, "i2", "actual") is None


def test_a_target_is_that_of_the_period(plan):
    assert facts.target(plan, "i1", "2025").number == 4.5
    assert facts.target(plan, "i1", "2030") is None


def test_the_purpose_goes_before_other_terms(plan):
    assert facts.purpose(plan, "i1") == "创新"
    assert facts.purpose(small_plan(), "i1") == ""


def test_indicators_of_one_purpose_stand_together(plan):
    assert facts.by_purpose(plan) == ["i1", "i3", "i2"]


def test_measures_that_serve_an_indicator_are_found_once(plan):
    assert facts.serving(plan, "i1") == ["m1", "m3"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (IndicatorValue("x", period="2025", number=26.0, qualifier="about"), "26左右（2025）"),
        (IndicatorValue("x", period="2025", number=4.5, qualifier="at_least"), "≥4.5（2025）"),
        (IndicatorValue("x", number=0.0), "0"),
        (IndicatorValue("x", period="2025", notes="明显提升"), "明显提升（2025）"),
        (IndicatorValue("x", period="2025"), ""),
        (None, ""),
    ],
)
def test_how_a_value_reads(words, value, text):
    assert facts.dated_amount(words, value) == text
