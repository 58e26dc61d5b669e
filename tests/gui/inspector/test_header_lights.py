"""The light that a unit reports stands beside the computed one where they differ."""

import pytest

from planner.domain.items import Report
from planner.domain.plan import Plan
from tests.plans import small_plan


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (Report("r2", "m3", "A", date="2025-05-20", light="yellow"), "单位自报：关注（2025-05-20）"),
        (Report("r2", "m3", "A", light="red"), "单位自报：滞后"),
    ],
)
def test_a_reported_light_that_differs_is_said(inspect, report, said):
    inspector = inspect(Plan([*small_plan().items(), report]))
    inspector.show_item("m3")
    assert inspector.header.reason.split("\n")[1:] == [said]


def test_a_measure_without_a_reported_light_has_one_line(inspect):
    inspector = inspect(small_plan())
    inspector.show_item("m3")
    assert "\n" not in inspector.header.reason
