"""The chart of one indicator: what the axis of its values says."""

import pytest

from planner.app.indicator_standing import indicator_standing
from planner.domain.items import ROOT, Indicator, IndicatorValue, PlanHead
from planner.domain.plan import Plan
from planner.reports.drawing import Align, Text
from planner.reports.drawings.indicator_chart import indicator_chart
from tests.reports.drawings.plans import TODAY, scene_of


def axis(*numbers):
    values = [
        IndicatorValue(f"v{year}", "i", f"V{year}", role="actual", period=str(year), number=number)
        for year, number in enumerate(numbers, 2020)
    ]
    plan = Plan([PlanHead("plan"), Indicator("i", ROOT, "V", title="指标"), *values])
    drawing = indicator_chart(scene_of(plan), indicator_standing(plan, "i", TODAY))
    return [
        "".join(shape.lines)
        for shape in drawing.shapes
        if isinstance(shape, Text) and shape.align is Align.RIGHT
    ]


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ((3.1, 4.5, 5.9), ["2", "3", "4", "5", "6", "7"]),
        ((12, 80), ["0", "25", "50", "75", "100"]),
        ((4.43, 4.47), ["4.42", "4.44", "4.46", "4.48"]),
        ((0.0012, 0.0031), ["0", "0.001", "0.002", "0.003", "0.004"]),
        ((-4, 6), ["-10", "-5", "0", "5", "10"]),
        ((120, 120), ["100", "120", "140", "160"]),
    ],
)
def test_the_axis_names_round_values(numbers, named):
    assert axis(*numbers) == named
