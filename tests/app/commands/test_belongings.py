from datetime import date

import pytest

from planner.app.commands.belongings import add_belonging, belonging_kinds
from planner.domain.changes import apply
from planner.domain.items import (
    Adjustment,
    Figure,
    Funding,
    Goal,
    IndicatorValue,
    Milestone,
    Report,
)
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 11, 30)


def test_what_belongs_to_a_kind_is_read_from_the_table_of_kinds():
    assert belonging_kinds("measure") == [Milestone, Adjustment, Goal, Report, Funding]
    assert belonging_kinds("indicator") == [IndicatorValue]
    assert belonging_kinds("strength") == [Figure]
    assert belonging_kinds("node") == []


@pytest.mark.parametrize(
    ("cls", "owner", "dated"),
    [(Milestone, "m1", ""), (Report, "m1a", "2025-11-30"), (Adjustment, "m1", "2025-11-30")],
)
def test_an_addition_stands_last_and_what_happens_on_a_day_is_dated(cls, owner, dated):
    plan, before = small_plan(), small_plan()
    change_set = add_belonging(plan, cls, owner, TODAY, counting_ids())
    apply(plan, change_set.changes)
    assert plan.child_ids(owner, cls)[-1] == "new-1"
    assert getattr(plan["new-1"], "date", "") == dated
    apply(plan, change_set.inverse().changes)
    assert plan == before
