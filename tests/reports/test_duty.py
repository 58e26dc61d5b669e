from planner.domain.items import Item, Link, Measure, Milestone, Unit
from planner.domain.plan import Plan
from planner.reports.computed import Share
from planner.reports.duty import completion_table, duty_table
from planner.reports.table import Role
from tests.reports.sources import column, example_plan, plan_of, read


def shared_work(*more: Item) -> Plan:
    """One unit leads a done and an open measure, a second supports the first, and both lead a third."""
    return plan_of(
        Unit("u1", "", "A", title="市科委"),
        Unit("u2", "", "B", title="市教委"),
        Unit("u3", "", "C", title="市财政局"),
        Measure("m1", "", "A", title="甲", status="done"),
        Measure("m2", "", "B", title="乙"),
        Measure("m3", "", "C", title="丙", status="closed"),
        Link("k1", "m1", "A", relation="unit", role="lead", target="u1"),
        Link("k2", "m1", "B", relation="unit", role="supporting", target="u2"),
        Link("k3", "m2", "A", relation="unit", role="lead", target="u1"),
        Link("k4", "m3", "A", relation="unit", role="lead", target="u1"),
        Link("k5", "m3", "B", relation="unit", role="co_lead", target="u2"),
        *more,
    )


def test_units_list_what_they_lead_and_then_what_they_support() -> None:
    table = duty_table(read(shared_work()))
    assert column(table, "number") == [
        "市科委：牵头 3 项，已完成 2 项，完成率 66.7%；配合 0 项",
        1,
        2,
        3,
        "市教委：牵头 1 项，已完成 1 项，完成率 100.0%；配合 1 项",
        3,
        1,
    ]
    assert column(table, "role")[-2:] == ["并列牵头", "配合"]
    assert [row.level for row in table.rows] == [0, 1, 1, 1, 0, 1, 1]


def test_supporting_never_counts_in_the_rate_and_the_total_counts_a_measure_once() -> None:
    table = completion_table(read(shared_work()))
    assert [row.cells for row in table.rows] == [
        (1, "市科委", 3, 2, Share(200 / 3, "done", "led"), 0),
        (2, "市教委", 1, 1, Share(100.0, "done", "led"), 1),
        (None, "合计", 3, 2, Share(200 / 3, "done", "led"), 1),
    ]
    assert table.rows[-1].role is Role.TOTAL
    assert table.plain


def test_a_cancelled_measure_counts_for_nobody() -> None:
    cancelled = (
        Measure("m4", "", "D", title="丁", status="cancelled"),
        Link("k6", "m4", "A", relation="unit", role="lead", target="u3"),
    )
    table = completion_table(read(shared_work(*cancelled)))
    assert table.rows[2].cells == (3, "市财政局", 0, 0, None, 0)


def test_what_nobody_leads_comes_last_and_its_parts_are_not_listed_again() -> None:
    orphan = (
        Measure("m4", "", "D", title="丁", duty=""),
        Measure("m5", "m4", "A", title="丁的一部分"),
    )
    table = duty_table(read(shared_work(*orphan)))
    assert column(table, "number")[-2:] == ["未明确责任单位：1 项", 4]
    assert column(table, "task")[-1] == "丁"


def test_milestones_read_one_a_line_and_are_left_to_the_leading_unit() -> None:
    nodes = (
        Milestone("s1", "m1", "A", title="印发方案", due="2025年6月底前"),
        Milestone("s2", "m1", "B", title="评估"),
    )
    table = duty_table(read(shared_work(*nodes)))
    assert column(table, "nodes")[1] == "2025年6月底前：印发方案\n评估"
    assert column(table, "nodes")[-1] is None


def test_parts_of_tasks_are_listed_and_never_counted() -> None:
    part = (
        Measure("m4", "m2", "A", title="乙的一部分", status="done"),
        Link("k6", "m4", "A", relation="unit", role="lead", target="u3"),
        Link("k7", "m4", "B", relation="unit", role="supporting", target="u2"),
    )
    source = read(shared_work(*part))
    assert "乙的一部分" in column(duty_table(source), "task")
    assert column(duty_table(source), "number")[-2] == "市财政局：配合 0 项；另承担子任务 1 项"
    assert [row.cells[2:] for row in completion_table(source).rows][1:3] == [
        (1, 1, Share(100.0, "done", "led"), 1),
        (0, 0, None, 0),
    ]


def test_the_units_of_the_example_lead_no_more_tasks_than_it_has() -> None:
    total = completion_table(read(example_plan())).rows[-1]
    assert total.cells[2] == 40


def test_no_units_and_no_measures() -> None:
    assert duty_table(read(plan_of())).rows == ()
    assert completion_table(read(plan_of())).rows == ()


def test_the_example_lists_every_lead_once() -> None:
    plan = example_plan()
    table = duty_table(read(plan))
    listed = sum(role not in (None, "配合") for role in column(table, "role"))
    assert listed == sum(
        link.relation == "unit" and link.role != "supporting" and isinstance(plan[link.parent], Measure)
        for link in plan.of(Link).values()
    )
