from datetime import date

from planner.domain.items import Measure, Milestone
from planner.reports.milestones import milestone_table
from tests.plans import small_plan
from tests.reports.sources import column, plan_of, read


def test_a_milestone_stands_with_its_measure_owner_and_computed_day() -> None:
    table = milestone_table(read(small_plan()))
    assert [row.source for row in table.rows] == ["s1"]
    assert column(table, "number") == [1]
    assert column(table, "task") == ["修订条例"]
    assert column(table, "due") == ["2025年6月底前"]
    assert column(table, "due_date") == [date(2025, 6, 30)]
    assert column(table, "lead") == ["市科委"]
    assert table.plain


def test_parts_are_numbered_as_in_the_work_plan() -> None:
    plan = plan_of(
        Measure("m1", "", "A", title="甲"),
        Measure("m2", "", "B", title="乙"),
        Measure("m2a", "m2", "A", title="乙一"),
        Milestone("s", "m2a", "A", title="节点", due="每季度", done="2025-03"),
    )
    table = milestone_table(read(plan))
    assert column(table, "number") == ["2（1）"]
    assert column(table, "due_date") == ["周期，下次 2025-12-31"]
    assert column(table, "done") == ["2025-03"]
