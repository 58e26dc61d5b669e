import time

from hypothesis import given
from hypothesis import strategies as st

from planner.app.commands.structure import Spot
from planner.app.paste.outcome import Reason
from planner.app.paste.reading import read_grid, read_rows
from planner.app.paste.subtree import paste_as_subtree
from planner.domain.items import Measure, Milestone, Node, OwnField, Unit
from planner.domain.own_fields import value_of
from planner.domain.plan import Plan
from tests.app.steps import after, outline
from tests.plans import counting_ids, small_plan


def paste(text, spot, html=""):
    return paste_as_subtree(
        small_plan(), read_rows(small_plan(), read_grid(text, html)), spot, counting_ids()
    )


def test_sixty_rows_of_three_levels_come_out_right_in_a_second():
    lines = ["序号\t任务\t牵头单位\t配合单位\t完成时限"]
    for layer in range(1, 4):
        lines.append(f"{layer}\t层{layer}\t市科委\t\t2026年底前")
        for part in range(1, 5):
            lines.append(f"{layer}.{part}\t部{layer}.{part}\t市教委\t市财政局、市科委\t每季度")
            lines += [f"{layer}.{part}.{n}\t事{layer}.{part}.{n}\t新单位\t\t长期坚持" for n in range(1, 5)]
    assert len(lines) == 64
    began = time.perf_counter()
    pasting = paste("\n".join(lines), Spot("component-2"))
    assert time.perf_counter() - began < 1
    plan = after(small_plan(), pasting.change_set)
    titles = outline(plan, "component-2")
    assert titles[:4] == ["开放数据", "层1", "-部1.1", "--事1.1.1"]
    assert len(titles) == 64
    assert pasting.misfits == ()
    assert sorted(pasting.new_units) == ["市财政局", "新单位"]
    assert len(plan.of(Unit)) == 4
    first = next(item for item in plan.of(Measure).values() if item.title == "部1.1")
    assert first.due == "每季度"
    assert plan.targets(first.id, "unit", "lead") == ["u2"]
    assert [plan.get(unit, Unit).title for unit in plan.targets(first.id, "unit", "supporting")] == [
        "市财政局",
        "上海市科学技术委员会",
    ]


def test_rows_go_after_the_neighbour():
    plan = after(small_plan(), paste("甲\n\t乙", Spot("component-1", "m1")).change_set)
    assert outline(plan, "component-1") == ["修订条例", "-起草", "-审议", "甲", "-乙", "优化服务"]


TABLE = "框架层\t要素\t任务\n筑基\t立法保障\t甲\n\t新要素\t乙\n新层\t\t丙\n筑基\t营商环境\t丁"


def test_layers_and_components_that_are_there_are_used():
    pasting = paste(TABLE, Spot())
    plan = after(small_plan(), pasting.change_set)
    assert pasting.reused == 3
    assert outline(plan) == [
        "筑基",
        "-立法保障",
        "--修订条例",
        "---起草",
        "---审议",
        "--优化服务",
        "--甲",
        "-营商环境",
        "--开放数据",
        "--丁",
        "-新要素",
        "--乙",
        "垒台",
        "新层",
        "-丙",
    ]
    assert len(plan.of(Node)) == 6


def test_below_a_measure_layers_become_measures():
    plan = after(small_plan(), paste(TABLE, Spot("m2")).change_set)
    assert outline(plan, "m2") == [
        "筑基",
        "-立法保障",
        "--甲",
        "-新要素",
        "--乙",
        "新层",
        "-丙",
        "筑基",
        "-营商环境",
        "--丁",
    ]
    assert len(plan.of(Node)) == 4


def test_text_can_be_made_framework_by_a_person():
    pasted = read_rows(small_plan(), read_grid("一、新层\n（一）新要素\n1.新举措")).with_framework(2)
    plan = after(small_plan(), paste_as_subtree(small_plan(), pasted, Spot(), counting_ids()).change_set)
    assert outline(plan)[-3:] == ["新层", "-新要素", "--新举措"]
    assert len(plan.of(Node)) == 6


def test_what_does_not_fit_is_told():
    plan = Plan([*small_plan().items(), Unit("u3", "", "C", title="区教育局", aliases=("教委",))])
    pasted = read_rows(
        small_plan(), read_grid("任务\t权重\t状态\t牵头单位\n甲\t很高\t推进中\t教委\n乙\t2.5\t不明\t市科委")
    )
    pasting = paste_as_subtree(plan, pasted, Spot("component-1"), counting_ids())
    assert [(misfit.row, misfit.column, misfit.reason) for misfit in pasting.misfits] == [
        (0, "weight", Reason.NOT_A_VALUE),
        (0, "lead", Reason.AMBIGUOUS_NAME),
        (1, "status", Reason.NOT_A_VALUE),
    ]
    after(plan, pasting.change_set)


def test_milestones_come_with_their_measure():
    text = "任务\t节点\t时限\n甲\t草案\t2025年6月\n\t审议\t2025年底前"
    plan = after(small_plan(), paste(text, Spot("component-2")).change_set)
    measure = plan.children("component-2", Measure)[1]
    assert measure.due == "2025年底前"
    assert [(milestone.title, milestone.due) for milestone in plan.children(measure.id, Milestone)] == [
        ("草案", "2025年6月"),
        ("审议", "2025年底前"),
    ]


def test_fields_of_ones_own_are_filled():
    own = [
        OwnField("n", "", "A", title="经费", holds="number"),
        OwnField("f", "", "B", title="重点", holds="flag"),
    ]
    plan = Plan([*small_plan().items(), *own])
    pasted = read_rows(plan, read_grid("任务\t经费\t重点\n甲\t1,200\t是\n乙\t很多\t否"))
    pasting = paste_as_subtree(plan, pasted, Spot("component-2"), counting_ids())
    changed = after(plan, pasting.change_set)
    first = changed[changed.child_ids("component-2", Measure)[1]]
    assert [value_of(changed, first, key) for key in ("own:n", "own:f")] == [1200.0, True]
    assert [(misfit.row, misfit.column) for misfit in pasting.misfits] == [(1, "经费")]


def test_names_that_stand_for_many_are_marked():
    plan = after(small_plan(), paste("任务\t牵头单位\n甲\t各区政府、市财政局", Spot()).change_set)
    assert {unit.title: unit.collective for unit in plan.of(Unit).values() if not unit.short_names} == {
        "各区政府": True,
        "市财政局": False,
    }


PIECES = st.sampled_from(
    ["一、甲", "（一）乙", "1.丙", "\n", "\t", "筑基", "框架层\t任务\n", "（牵头单位：市科委）", "新单位"]
)


@given(
    st.lists(PIECES).map("".join), st.sampled_from(["", "layer-1", "component-1", "m1"]), st.integers(0, 3)
)
def test_any_paste_leaves_a_sound_plan(text, parent, framework):
    pasted = read_rows(small_plan(), read_grid(text)).with_framework(framework)
    pasting = paste_as_subtree(small_plan(), pasted, Spot(parent), counting_ids())
    plan = after(small_plan(), pasting.change_set)
    assert len(list(plan.walk())) == len(list(small_plan().walk())) + sum(
        1
        for change in pasting.change_set.changes
        if isinstance(getattr(change, "item", None), Node | Measure)
    )
