from datetime import date

import pytest

from planner.app.attainment import attainment_texts
from planner.app.chart_series import chart_series
from planner.app.derived import Derived
from planner.app.words import Words
from planner.bootstrap import RESOURCES
from planner.domain.items import Indicator, IndicatorValue, Link, Measure, Milestone, PlanHead
from planner.domain.plan import Plan

TODAY = date(2025, 6, 1)


def series_of(*items, path="linear", direction="up"):
    plan = Plan(
        [
            PlanHead("plan", start="2025"),
            Indicator("i", path=path, direction=direction),
            IndicatorValue("base", "i", "A", role="baseline", period="2020", number=100.0),
            IndicatorValue("goal", "i", "B", role="target", period="2030", number=200.0),
            *items,
        ]
    )
    return chart_series(plan, Derived(plan, TODAY), "i")


def actuals(*pairs):
    return [
        IndicatorValue(f"v{year}", "i", f"C{year}", role="actual", period=str(year), number=float(number))
        for year, number in pairs
    ]


def test_a_straight_path_leads_from_the_baseline_to_the_target():
    path = dict(series_of().path)
    assert path[date(2020, 12, 31)] == 100
    assert path[date(2025, 12, 31)] == pytest.approx(150)
    assert path[date(2030, 12, 31)] == 200


def test_a_stair_stays_until_the_day_of_the_target():
    assert series_of(path="step").path == (
        (date(2020, 12, 31), 100),
        (date(2030, 12, 30), 100),
        (date(2030, 12, 31), 200),
    )


def test_a_forecast_goes_on_from_the_latest_value_to_the_day_of_the_target():
    forecast = series_of(*actuals((2022, 110), (2023, 116), (2024, 120))).forecast
    assert (forecast[0].day, forecast[0].low, forecast[0].high) == (date(2024, 12, 31), 120, 120)
    assert forecast[-1].day == date(2030, 12, 31)
    assert forecast[-1].value == pytest.approx(115.3333 + 5 * 7, abs=0.01)
    assert forecast[-1].low < forecast[-1].value < forecast[-1].high


def test_too_few_values_give_no_forecast():
    assert series_of(*actuals((2023, 116), (2024, 120))).forecast == ()


def test_milestones_of_linked_measures_stand_on_their_days():
    milestones = series_of(
        Measure("m", title="甲"),
        Measure("other", title="乙"),
        Link("l", "m", "A", relation="indicator", target="i"),
        Milestone("s2", "m", "B", title="二", due="2026年6月底前"),
        Milestone("s1", "m", "A", title="一", due="2025年底前", done="2025-05"),
        Milestone("often", "m", "C", title="常", due="每季度"),
        Milestone("s3", "other", "A", title="三", due="2025年底前"),
    ).milestones
    assert [(one.id, one.day, one.done) for one in milestones] == [
        ("s1", date(2025, 12, 31), True),
        ("s2", date(2026, 6, 30), False),
    ]


def test_span_and_bounds_hold_everything_drawn():
    series = series_of(*actuals((2022, 90), (2023, 116), (2024, 220)))
    low, high = series.bounds()
    assert series.span() == (date(2020, 12, 31), date(2030, 12, 31))
    assert low <= 90
    assert high >= max(220, series.forecast[-1].high)


def test_a_range_has_a_corridor_and_no_path():
    series = series_of(
        IndicatorValue("low", "i", "D", role="target", period="2025", number=90.0, qualifier="at_least"),
        IndicatorValue("high", "i", "E", role="target", period="2025", number=120.0, qualifier="at_most"),
        IndicatorValue("top", "i", "F", role="target", period="2030", number=220.0, qualifier="at_most"),
        direction="range",
    )
    assert series.path == ()
    assert series.standing.expected is None
    assert series.corridor == (
        (date(2020, 12, 31), 90, 120),
        (date(2025, 12, 31), 90, 120),
        (date(2030, 12, 31), 200, 220),
    )
    words = Words("zh", RESOURCES / "locale")
    assert attainment_texts(words, series.standing)["target"] == "200～220（2030）"
    assert attainment_texts(words, series_of(direction="range").standing)["target"] == "200（2030）"
