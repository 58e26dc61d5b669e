"""The paper's Table 1 and figure 3 in the window: each target, each further indicator, the gap to go."""

import pytest

from planner.bootstrap import make_plan
from planner.gui.table_copy import shown_table
from planner.gui.views.indicators.view import MULTIPLES, VALUES, IndicatorsView
from tests.gui.bridges import make_bridge

TABLE_1 = {
    "全社会研发经费支出相当于全市生产总值比例": ("%", "4.5"),
    "基础研究经费支出占全社会研发经费支出比例": ("%", "12"),
    "全市 PCT 专利年度申请量": ("件", "5000"),
    "每万人口高价值发明专利拥有量": ("件", "30"),
    "全市高新技术企业数量": ("万家", "2.6"),
    "战略性新兴产业增加值占 GDP 比例": ("%", "20"),
    "技术合同成交额占 GDP 比例": ("%", "6"),
    "外资研发中心数量": ("家", "560"),
}
FIGURE_3 = 13


@pytest.fixture
def bridge(qapp):
    bridge = make_bridge(make_plan("shanghai"))
    yield bridge
    bridge.close()


@pytest.fixture
def view(stage, shown):
    return shown(IndicatorsView(stage))


def test_table_1_and_figure_3_are_on_the_screen(view):
    view.show_page(VALUES)
    headings, *rows = shown_table(view.values.table)
    place = headings.index("2025 目标值")
    targets = {row[0]: (row[1], row[place]) for row in rows if row[place]}
    assert targets == TABLE_1
    assert len(rows) == len(TABLE_1) + FIGURE_3
    view.show_page(MULTIPLES)
    assert len(view.multiples.view.drawing.spots) == len(rows)


def test_the_gap_of_foreign_research_centres_is_29(view):
    headings, *rows = shown_table(view.table)
    (row,) = [row for row in rows if row[0] == "外资研发中心数量"]
    said = dict(zip(headings, row, strict=True))
    assert (said["最新值"], said["目标"], said["差距"]) == ("531（2022）", "560（2025）", "+29")
    assert said["每年需变化"] == "+9.67"
