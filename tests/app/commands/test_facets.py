import pytest

from planner.app.commands.facets import move_entries
from planner.app.commands.placing import Drop, drop_spot
from planner.app.commands.structure import Spot, indent, outdent
from planner.domain.changes import apply
from planner.domain.items import Facet, Term
from planner.domain.plan import Plan
from tests.plans import small_plan

MORE = (
    Term("t3", "f1", "B", title="创新不足"),
    Term("t4", "f1", "C", title="开放不足"),
    Term("t5", "t3", "A", title="基础研究薄弱"),
)


@pytest.fixture
def plan():
    return Plan([*small_plan().items(), *MORE])


def test_a_term_moves_to_another_facet_with_what_stands_under_it(plan):
    apply(plan, move_entries(plan, ["t3"], Spot("f2", "t2")).changes)
    assert plan.child_ids("f2", Term) == ["t2", "t3"]
    assert plan.child_ids("t3", Term) == ["t5"]


def test_what_comes_into_the_facet_of_its_broader_term_belongs_to_it_no_more(plan):
    before = plan.copy()
    change_set = move_entries(plan, ["t2"], Spot("f1"))
    apply(plan, change_set.changes)
    assert plan.get("t2", Term).broader == ""
    apply(plan, change_set.inverse().changes)
    assert plan == before


def test_the_narrower_one_is_let_go_when_the_broader_comes_to_it(plan):
    apply(plan, move_entries(plan, ["t1"], Spot("f2")).changes)
    assert plan.get("t2", Term).broader == ""


def test_a_term_keeps_its_broader_one_where_they_stay_apart(plan):
    apply(plan, move_entries(plan, ["t2"], Spot("f2", first=True)).changes)
    assert plan.get("t2", Term).broader == "t1"


def test_terms_go_two_levels_deep_and_no_further(plan):
    assert indent(plan, ["t4"], Term).changes
    assert indent(plan, ["t3"], Term).changes == ()
    assert drop_spot(plan, ["t1"], "t5", Drop.LAST_BELOW) is None
    assert drop_spot(plan, ["t3"], "t1", Drop.LAST_BELOW) is None
    assert drop_spot(plan, ["t4"], "t1", Drop.LAST_BELOW) == Spot("t1", first=True)


def test_a_term_comes_out_after_the_one_that_it_stood_under(plan):
    apply(plan, outdent(plan, ["t5"], Term).changes)
    assert plan.child_ids("f1", Term) == ["t1", "t3", "t5", "t4"]


def test_facets_move_among_facets_only(plan):
    assert drop_spot(plan, ["f1"], "t2", Drop.AFTER) is None
    apply(plan, move_entries(plan, ["f2"], Spot(first=True)).changes)
    assert plan.child_ids("", Facet) == ["f2", "f1"]
