"""What was chosen for an export, and what its preset says of rows and their order."""

from dataclasses import replace

import pytest

from planner.app.conditions.model import Condition, Conditions, Operator
from planner.app.views import ViewSpec, write_spec
from planner.domain.errors import Refused
from planner.domain.items import Link, Measure, Term
from planner.domain.plan import Plan
from planner.reports.options import ExportOptions
from planner.reports.preset import Selection
from planner.reports.selecting import selected, selection_of
from planner.reports.workbook import read_part
from tests.plans import small_plan
from tests.reports.sources import CHINESE, OFFICIAL, TODAY, example_plan, house, plan_of

OPTIONS = ExportOptions(TODAY, "zh")


def rows(plan: Plan, **selection: object) -> list[str]:
    return list(selected(plan, replace(Selection(), **selection), CHINESE, TODAY).walk())


def titled(text: str) -> str:
    return write_spec(ViewSpec(conditions=Conditions((Condition("title", Operator.CONTAINS, (text,)),))))


def test_nothing_selected_is_the_plan_itself() -> None:
    plan = small_plan()
    assert selected(plan, Selection(), CHINESE, TODAY) is plan
    assert selected(plan, Selection(rows=write_spec(ViewSpec())), CHINESE, TODAY) is plan


def test_a_view_leaves_the_rows_that_meet_its_conditions_with_their_surroundings() -> None:
    plan = plan_of(
        *house(),
        Measure("m1", "component-1", "A", title="修订条例"),
        Measure("m2", "component-1", "B", title="发布名录"),
        Measure("m2a", "m2", "A", title="起草名录"),
        Measure("m3", "component-2", "A", title="讲条例"),
    )
    assert rows(plan, rows=titled("条例")) == ["layer-1", "component-1", "m1", "component-2", "m3"]
    assert rows(plan, rows=titled("起草")) == ["layer-1", "component-1", "m2", "m2a"]
    assert rows(plan, rows=titled("条例"), branch="component-2") == ["layer-1", "component-2", "m3"]
    assert rows(plan, rows=write_spec(ViewSpec(looked_for="发布"))) == ["layer-1", "component-1", "m2", "m2a"]


def test_a_stage_is_a_condition_on_its_facet() -> None:
    plan = example_plan()
    term = next(link.target for link in plan.of(Link).values() if isinstance(plan[link.target], Term))
    facet = plan[list(plan.ancestors(term))[-1]]
    spec = ViewSpec(conditions=Conditions((Condition(f"facet:{facet.key}", Operator.ANY_OF, (term,)),)))
    part = selected(plan, Selection(rows=write_spec(spec)), CHINESE, TODAY)
    carriers = {link.parent for link in plan.referrers(term) if isinstance(plan[link.parent], Measure)}
    assert carriers <= set(part.of(Measure))
    assert len(part.of(Measure)) < len(plan.of(Measure))


def test_measures_are_sorted_where_they_stand_and_keep_their_numbers() -> None:
    plan = plan_of(
        *house(),
        Measure("late", "component-1", "A", title="丙", due="2026年底前"),
        Measure("none", "component-1", "B", title="甲"),
        Measure("soon", "component-1", "C", title="乙", due="2025年底前"),
    )
    in_order = rows(plan, sort="due_date")
    assert in_order[2:5] == ["soon", "late", "none"]
    assert rows(plan, sort="due_date", descending=True)[2:5] == ["late", "soon", "none"]
    assert rows(plan, sort="title")[2:5] == ["late", "none", "soon"]
    preset = replace(OFFICIAL, selection=Selection(sort="due_date"))
    assert dict(read_part(plan, CHINESE, preset, OPTIONS).numbers) == {"late": 1, "none": 2, "soon": 3}


def test_what_is_chosen_comes_before_what_the_preset_says() -> None:
    preset = replace(OFFICIAL, selection=Selection("m1", "u1", "{}", "title"))
    assert selection_of(preset, OPTIONS) == preset.selection
    assert selection_of(preset, replace(OPTIONS, scope="m3")) == Selection("m3", "u1", "{}", "title")
    assert selection_of(preset, replace(OPTIONS, as_chosen=True)) == Selection(sort="title")


@pytest.mark.parametrize("broken", ["[1]", "{", '{"conditions": 3}'])
def test_a_view_that_cannot_be_read_is_refused(broken: str) -> None:
    with pytest.raises(Refused):
        rows(small_plan(), rows=broken)
