from planner.domain.items import Adjustment, Link, Measure, Node, PlanHead, Unit
from planner.domain.plan import Plan
from planner.reports.table import Role
from planner.reports.workplan import work_plan
from tests.plans import small_plan
from tests.reports.sources import column, deep_measures, example_plan, house, plan_of, read, spans_of


def test_serial_numbers_run_on_and_parts_carry_numbers_of_their_own() -> None:
    table = work_plan(read(small_plan()))
    assert column(table, "serial") == [1, None, None, 2, 3, None]
    assert column(table, "task") == [
        "修订条例",
        "（1）起草",
        "（2）审议",
        "优化服务",
        "开放数据",
        "（尚无举措）",
    ]
    assert [row.level for row in table.rows] == [0, 1, 1, 0, 0, 0]
    assert [row.source for row in table.rows] == ["m1", "m1a", "m1b", "m2", "m3", "layer-2"]


def test_layer_and_component_span_their_rows() -> None:
    table = work_plan(read(small_plan()))
    assert spans_of(table, "layer") == [(0, 4)]
    assert spans_of(table, "component") == [(0, 3)]
    assert column(table, "layer") == ["筑基"] * 5 + ["垒台"]
    assert [row.tint for row in table.rows] == [1] * 5 + [2]


def test_what_is_empty_in_the_framework_is_shown_as_a_gap() -> None:
    table = work_plan(read(plan_of(*house())))
    assert column(table, "component") == ["立法", "科普", ""]
    assert {row.role for row in table.rows} == {Role.GAP}
    assert spans_of(table, "layer") == [(0, 1)]


def test_components_with_one_title_stay_apart() -> None:
    twins = [Node("a", "layer-1", "C", title="科普"), Node("b", "layer-1", "D", title="科普")]
    table = work_plan(read(plan_of(*house(), *twins)))
    assert spans_of(table, "component") == []


def test_units_and_deadline_read_as_written() -> None:
    plan = plan_of(
        Unit("u1", "", "A", title="上海市科学技术委员会", short_names=("市科委",)),
        Unit("u2", "", "B", title="各区政府"),
        Unit("u3", "", "C", title="市教委"),
        Measure("m", "", "A", title="办一件事", due="2025年底前", duty="按职责分工负责"),
        Link("k1", "m", "A", relation="unit", role="lead", target="u1"),
        Link("k2", "m", "B", relation="unit", role="co_lead", target="u2"),
        Link("k3", "m", "C", relation="unit", role="supporting", target="u3"),
        Adjustment("j", "m", "A", due="2026年6月底前"),
    )
    table = work_plan(read(plan))
    assert column(table, "lead") == ["市科委、各区政府\n按职责分工负责"]
    assert column(table, "supporting") == ["市教委"]
    assert column(table, "deadline") == ["2026年6月底前"]


def test_measures_at_the_root_have_no_place_and_come_last() -> None:
    plan = plan_of(
        *house(), Measure("r", "", "A", title="直属"), Measure("c", "component-1", "A", title="在内")
    )
    table = work_plan(read(plan))
    assert column(table, "task") == ["在内", "（尚无举措）", "（尚无举措）", "直属"]
    assert column(table, "layer")[-1] == column(table, "component")[-1] == ""
    assert table.rows[-1].tint == 0


def test_five_levels_deep() -> None:
    table = work_plan(read(plan_of(*deep_measures(5))))
    assert column(table, "task") == ["第0级", "（1）第1级", "①第2级", "1）第3级", "1）第4级"]
    assert [row.level for row in table.rows] == [0, 1, 2, 3, 4]


def test_an_empty_plan_gives_an_empty_table() -> None:
    table = work_plan(read(Plan([PlanHead("plan")])))
    assert table.rows == ()
    assert (table.title, table.notes) == ("任务分解表", ("（暂无内容）",))


def test_the_notice_stands_below_the_table() -> None:
    assert work_plan(read(example_plan())).notes[0].startswith("注：本示例")


def test_every_measure_of_the_example_has_one_row() -> None:
    plan = example_plan()
    rows = [row for row in work_plan(read(plan)).rows if row.role is Role.ITEM]
    assert [row.source for row in rows] == [item for item in plan.walk() if isinstance(plan[item], Measure)]
