from datetime import date

import pytest

from planner.app.counted import counted_measures, top_measures
from planner.app.coverage import COMPONENT, LAYER, NOTHING, answering, axes, matrix, with_broader
from planner.app.derived import Derived
from planner.domain.changes import Insert, SetField, apply
from planner.domain.items import Facet, Link, Measure, Node, PlanHead, Report, Term
from planner.domain.lights import Light
from planner.domain.plan import Plan

TODAY = date(2025, 7, 2)


def term_link(number, owner, target):
    return Link(f"k{number}", owner, f"{number:02}", relation="term", target=target)


@pytest.fixture
def plan():
    """Two layers; m1 answers c1 by itself and c2-1 by a part, m2 answers c1, m3 nothing, m4 is cancelled."""
    return Plan(
        [
            PlanHead("plan", start="2025", end="2025", light_rule="schedule"),
            Node("l1", "", "A", title="筑基"),
            Node("l2", "", "B", title="垒台"),
            Node("e1", "l1", "A", title="要素"),
            Facet("f", "", "A", key="causes", title="成因"),
            Facet("empty", "", "B", key="empty", title="空"),
            Term("c1", "f", "A"),
            Term("c2", "f", "B"),
            Term("c2-1", "c2", "A"),
            Term("c3", "f", "C"),
            Measure("m1", "e1", "A", start="2025", due="2025年底前"),
            Measure("m1a", "m1", "A"),
            Measure("m2", "l2", "A", status="done"),
            Measure("m3", "l2", "B", status="done"),
            Measure("m4", "l2", "C", status="cancelled"),
            Report("r", "m1", "A", date="2025-06-30", percent=0.0),
            term_link(1, "m1", "c1"),
            term_link(2, "m1a", "c2-1"),
            term_link(3, "m2", "c1"),
            term_link(4, "m4", "c3"),
        ]
    )


def test_a_cell_holds_the_measures_where_two_axes_meet_and_their_worst_light(plan):
    found = matrix(plan, Derived(plan, TODAY), "facet:causes", LAYER)
    assert [(row.id, row.depth) for row in found.rows] == [
        ("c1", 0), ("c2", 0), ("c2-1", 1), ("c3", 0), (NOTHING, 0),
    ]  # fmt: skip
    assert [column.id for column in found.columns] == ["l1", "l2"]
    cells = {place: (cell.measures, cell.count, cell.light) for place, cell in found.cells.items()}
    assert cells == {
        ("c1", "l1"): (("m1",), 1, Light.RED),
        ("c1", "l2"): (("m2",), 1, Light.DONE),
        ("c2", "l1"): (("m1",), 1, Light.RED),
        ("c2-1", "l1"): (("m1",), 1, Light.RED),
        (NOTHING, "l2"): (("m3",), 1, Light.DONE),
    }


def test_an_empty_row_is_a_gap(plan):
    assert matrix(plan, Derived(plan, TODAY), "facet:causes", LAYER).gaps == ["c3"]
    apply(plan, [SetField("m4", "status", "cancelled", "done")])
    assert matrix(plan, Derived(plan, TODAY), "facet:causes", LAYER).gaps == []


def test_what_a_term_belongs_to_is_answered_with_it(plan):
    further = [
        Facet("p", "", "C", key="problems", title="问题"),
        Facet("s", "", "D", key="symptoms", title="表现"),
        Term("p1", "p", "A"),
        Term("p2", "p", "B"),
        Term("s1", "s", "A", broader="p1"),
    ]
    belonging = [Term("c2-1", "c2", "A", broader="s1"), Term("c3", "f", "C", broader="p2")]
    known = [item for item in plan.items() if item.id not in ("c2-1", "c3")]
    deep = Plan([*known, *further, *belonging])
    derived = Derived(deep, TODAY)
    assert matrix(deep, derived, "facet:problems", LAYER).gaps == ["p2"]
    assert matrix(deep, derived, "facet:problems", LAYER).by_row["p1"] == ("m1",)
    assert matrix(deep, derived, "facet:symptoms", LAYER).gaps == []
    assert with_broader(deep, ["c2-1"]) == {"c2-1", "c2", "s1", "p1"}
    assert answering(deep) == {"c1": ["m1", "m2"], "c2-1": ["m1"]}


def test_symptoms_of_answered_problems_are_no_gaps_as_long_as_no_cause_names_any(plan):
    further = [
        Facet("p", "", "C", key="problems", title="问题"),
        Facet("s", "", "D", key="symptoms", title="表现"),
        Term("p1", "p", "A"),
        Term("s1", "s", "A", broader="p1"),
        Term("s2", "s", "B", broader="p1"),
    ]
    apply(plan, [Insert(item) for item in further])
    derived = Derived(plan, TODAY)
    unanswered = matrix(plan, derived, "facet:symptoms", LAYER)
    assert (unanswered.related, unanswered.gaps) == (True, ["s1", "s2"])
    apply(plan, [SetField("c1", "broader", "", "p1")])
    passed_by = matrix(plan, derived, "facet:symptoms", LAYER)
    assert (passed_by.related, passed_by.gaps) == (False, [])
    apply(plan, [SetField("c1", "broader", "p1", "s1")])
    named = matrix(plan, derived, "facet:symptoms", LAYER)
    assert (named.related, named.gaps) == (True, ["s2"])


def test_terms_that_belong_to_each_other_in_a_circle_end(plan):
    circle = [
        Facet("g", "", "X", key="g"),
        Term("x", "g", "A", broader="y"),
        Term("y", "f", "Z", broader="x"),
    ]
    assert with_broader(Plan([*plan.items(), *circle]), ["x"]) == {"x", "y"}


def test_any_axis_may_be_row_or_column(plan):
    assert axes(plan) == [LAYER, COMPONENT, "facet:causes"]
    found = matrix(plan, Derived(plan, TODAY), COMPONENT, "facet:causes")
    assert set(found.cells) == {
        ("e1", "c1"),
        ("e1", "c2"),
        ("e1", "c2-1"),
        (NOTHING, "c1"),
        (NOTHING, NOTHING),
    }
    assert matrix(plan, Derived(plan, TODAY), "facet:unknown", LAYER).by_row == {NOTHING: ("m1", "m2", "m3")}


def test_only_measures_that_are_no_parts_and_not_cancelled_count(plan):
    assert top_measures(plan) == ["m1", "m2", "m3", "m4"]
    assert counted_measures(plan) == ["m1", "m2", "m3"]
    assert counted_measures(plan, "l2") == ["m2", "m3"]
