from datetime import date

import pytest

from planner.domain.items import Facet, Indicator, IndicatorValue, Link, Term
from planner.reports.indicators import indicator_table, tracking_table
from planner.reports.table import Cell, Quantity, Role
from tests.reports.sources import column, example_plan, plan_of, read, spans_of

TABLE_1 = [
    ("原始创新水平不断提高", "全社会研发经费支出相当于全市生产总值比例/%", 4.5),
    ("原始创新水平不断提高", "基础研究经费支出占全社会研发经费支出比例/%", 12),
    ("技术创新能级明显提升", "全市 PCT 专利年度申请量/件", 5000),
    ("技术创新能级明显提升", "每万人口高价值发明专利拥有量/件", 30),
    ("产业发展动力持续增强", "全市高新技术企业数量/万家", 2.6),
    ("产业发展动力持续增强", "战略性新兴产业增加值占 GDP 比例/%", 20),
    ("产业发展动力持续增强", "技术合同成交额占 GDP 比例/%", 6),
    ("体制机制改革深入推进", "外资研发中心数量/家", 560),
]


def test_table_1_comes_out_as_printed() -> None:
    table = indicator_table(read(example_plan()))
    assert [spec.label for spec in table.columns] == ["目的", "指标/单位", "2025年目标"]
    assert [row.cells for row in table.rows[:8]] == TABLE_1
    assert spans_of(table, "purpose")[:3] == [(0, 1), (2, 3), (4, 6)]


def test_further_indicators_follow_by_dimension_without_values() -> None:
    table = indicator_table(read(example_plan()))
    assert table.rows[8].role is Role.BAND
    further = table.rows[9:]
    assert len(further) == 13
    assert {row.cells[2] for row in further} == {None}
    assert [last - first + 1 for first, last in spans_of(table, "purpose")[3:]] == [3, 3, 3, 4]


@pytest.mark.parametrize(
    ("qualifier", "cell"),
    [
        ("", 30),
        ("at_least", Quantity(30, "≥")),
        ("at_most", Quantity(30, "≤")),
        ("about", Quantity(30, "", "左右")),
        ("above", Quantity(30, "突破")),
        ("below", Quantity(30, "低于")),
    ],
)
def test_a_qualifier_stands_around_its_number(qualifier: str, cell: Cell) -> None:
    plan = plan_of(
        Indicator("i", "", "A", title="专利", grade="main"),
        IndicatorValue("v", "i", "A", role="target", period="2025", number=30, qualifier=qualifier),
    )
    assert column(indicator_table(read(plan)), "target 2025") == [cell]


def test_each_year_with_a_target_has_its_column() -> None:
    plan = plan_of(
        Indicator("i", "", "A", title="专利"),
        Indicator("j", "", "B", title="论文"),
        IndicatorValue("v", "i", "A", role="target", period="2030", number=2),
        IndicatorValue("w", "j", "A", role="target", period="2025", number=0),
    )
    table = tracking_table(read(plan))
    labels = [spec.label for spec in table.columns if spec.key.startswith("target")]
    assert labels == ["2025年目标", "2030年目标"]
    assert column(table, "target 2025") == [None, 0]
    assert column(table, "target 2030") == [2, None]


def test_tracking_shows_baseline_and_the_latest_actual_value() -> None:
    plan = plan_of(
        Indicator("i", "", "A", title="中心", unit="家"),
        IndicatorValue("b", "i", "A", role="baseline", period="2020", number=480),
        IndicatorValue("n", "i", "B", role="actual", period="2023-06-30", number=540),
        IndicatorValue("o", "i", "C", role="actual", period="2022", number=531),
    )
    table = tracking_table(read(plan))
    assert column(table, "baseline") == [Quantity(480, "", "（2020）")]
    assert column(table, "actual") == [540]
    assert column(table, "actual_period") == [date(2023, 6, 30)]
    assert table.plain


def test_indicators_of_one_purpose_stand_together_whatever_other_terms_they_carry() -> None:
    plan = plan_of(
        Facet("p", "", "A", key="purposes", title="目的"),
        Facet("f", "", "B", key="functions", title="功能"),
        Term("p1", "p", "A", title="甲"),
        Term("p2", "p", "B", title="乙"),
        Term("f1", "f", "A", title="丙"),
        *(Indicator(name, "", name, title=name, grade="main") for name in ("A", "B", "C")),
        Link("k0", "A", "A", relation="term", target="f1"),
        Link("k1", "A", "B", relation="term", target="p1"),
        Link("k2", "B", "A", relation="term", target="p2"),
        Link("k3", "C", "A", relation="term", target="p1"),
    )
    table = indicator_table(read(plan))
    assert column(table, "purpose") == ["甲", "甲", "乙"]
    assert column(table, "indicator") == ["A", "C", "B"]


def test_no_indicators() -> None:
    table = indicator_table(read(plan_of()))
    assert table.rows == ()
    assert table.columns[-1].label == "目标"
