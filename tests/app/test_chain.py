from planner.app.chain import CAUSES, COLUMNS, INDICATORS, MEASURES, PROBLEMS, SYMPTOMS, chain
from planner.app.template import load
from planner.bootstrap import DATA
from planner.domain.items import Facet, Indicator, Link, Measure, PlanHead, Term
from planner.domain.plan import Plan


def small():
    return Plan(
        [
            PlanHead("plan"),
            Facet("f1", key="problems"),
            Facet("f2", key="symptoms"),
            Facet("f3", key="causes"),
            Term("p", "f1"),
            Term("s", "f2", broader="p"),
            Term("c1", "f3", "A", broader="s"),
            Term("c2", "f3", "B", broader="p"),
            Measure("m", "", "A"),
            Measure("part", "m"),
            Measure("lost", "", "B", status="cancelled"),
            Indicator("i", "", "A"),
            Indicator("j", "", "B"),
            Link("k1", "m", relation="term", target="c1"),
            Link("k2", "part", relation="indicator", target="i"),
            Link("k3", "lost", relation="term", target="c2"),
        ]
    )


def test_it_leads_from_problem_to_indicator():
    found = chain(small())
    assert set(found.edges) == {("p", "s"), ("s", "c1"), ("p", "c2"), ("c1", "m"), ("m", "i")}
    assert {key: set(ids) for key, ids in found.columns.items()} == {
        PROBLEMS: {"p"}, SYMPTOMS: {"s"}, CAUSES: {"c1", "c2"}, MEASURES: {"m"}, INDICATORS: {"i", "j"},
    }  # fmt: skip


def test_focus_goes_both_ways_but_not_round_corners():
    found = chain(small())
    assert found.focus("c1") == {"p", "s", "c1", "m", "i"}
    assert found.focus("c2") == {"p", "c2"}
    assert found.focus("j") == {"j"}


def test_what_leads_nowhere_is_loose():
    loose = chain(small()).loose
    assert loose[CAUSES] == ("c2",)
    assert loose[MEASURES] == ()


def test_a_plan_without_diagnosis_has_empty_columns():
    found = chain(Plan([PlanHead("plan"), Measure("m")]))
    assert found.columns == {**dict.fromkeys(COLUMNS, ()), MEASURES: ("m",)}


def test_the_papers_chain():
    found = chain(load(DATA, "shanghai"))
    assert [len(found.columns[key]) for key in COLUMNS] == [5, 20, 23, 40, 21]
    assert len(found.loose[CAUSES]) == 4
