from datetime import date

import pytest

from planner.domain.indicator_lights import judge_indicator
from planner.domain.indicator_paths import distance, expected, is_met
from planner.domain.indicator_series import Point, read_series, year_of
from planner.domain.items import Indicator, IndicatorValue, PlanHead
from planner.domain.lights import Light, Limits
from planner.domain.periods import last_day
from planner.domain.plan import Plan

TODAY = date(2026, 3, 1)


def plan_of(*values, **fields):
    items = [
        IndicatorValue(
            f"v{place}", "i", f"{place:03}", role=role, period=period, number=number, qualifier=qualifier
        )
        for place, (role, period, number, *rest) in enumerate(values)
        for qualifier in [rest[0] if rest else ""]
    ]
    return Plan([PlanHead("plan"), Indicator("i", **fields), *items])


def series_of(*values, **fields):
    return read_series(plan_of(*values, **fields), "i")


CENTRES = series_of(("target", "2025", 560.0), ("actual", "2022", 531.0))
STEPS = series_of(
    ("baseline", "2020", 100.0),
    ("target", "2022", 120.0),
    ("target", "2025", 200.0),
    ("actual", "2023", 130.0),
)


def test_the_gap_of_foreign_research_centres():
    away = distance(CENTRES, "up", date(2023, 1, 1))
    assert (away.gap, away.met) == (29, False)
    assert away.yearly == pytest.approx(29 / 3)
    assert away.attainment == pytest.approx(100 * 531 / 560)


@pytest.mark.parametrize(
    ("year", "value"), [(2022, 531), (2023, 531 + 29 / 3), (2024, 531 + 58 / 3), (2025, 560)]
)
def test_its_path_gains_the_same_each_year(year, value):
    for path in ("custom", "linear"):
        assert expected(CENTRES, path, date(year, 12, 31)) == pytest.approx(value)


def test_year_ends_are_whole_numbers_in_leap_years_too():
    assert [year_of(date(year, 12, 31)) for year in (2023, 2024, 2025)] == [2024, 2025, 2026]


@pytest.mark.parametrize(
    ("path", "day", "value"),
    [
        ("linear", "2022", 140),
        ("linear", "2025", 200),
        ("custom", "2021", 110),
        ("custom", "2022", 120),
        ("custom", "2023", 120 + 80 / 3),
        ("step", "2021", 100),
        ("step", "2022", 120),
        ("step", "2024", 120),
        ("step", "2025", 200),
        ("compound", "2020", 100),
        ("compound", "2021", 100 * 2 ** (1 / 5)),
        ("compound", "2025", 200),
    ],
)
def test_each_path_has_its_own_way(path, day, value):
    assert expected(STEPS, path, last_day(day)) == pytest.approx(value)


@pytest.mark.parametrize("path", ["linear", "compound", "step", "custom"])
def test_after_the_last_target_it_stays_and_before_the_start_there_is_nothing(path):
    assert expected(STEPS, path, date(2030, 6, 1)) == pytest.approx(200)
    assert expected(STEPS, path, date(2019, 1, 1)) is None


def test_no_constant_rate_leads_through_zero():
    through = series_of(("baseline", "2020", -1.0), ("target", "2025", 2.0))
    assert expected(through, "compound", TODAY) is None
    assert expected(through, "linear", date(2025, 12, 31)) == 2


def test_without_a_start_or_a_later_target_there_is_no_path():
    assert expected(series_of(("target", "2025", 5.0)), "linear", TODAY) is None
    assert expected(series_of(("actual", "2025", 5.0)), "linear", TODAY) is None
    assert expected(series_of(("baseline", "2025", 5.0), ("target", "2025", 6.0)), "linear", TODAY) is None


def test_lower_is_better_turns_it_round():
    less = series_of(("baseline", "2020", 100.0), ("target", "2025", 50.0), ("actual", "2024", 80.0))
    away = distance(less, "down", TODAY)
    assert (away.gap, away.yearly, away.met) == (-30, -30, False)
    assert away.attainment == pytest.approx(62.5)


def test_a_range_is_met_between_its_bounds():
    values = [("target", "2025", 20.0, "at_least"), ("target", "2025", 30.0, "at_most")]
    for actual, gap, met in ((25.0, 0, True), (18.0, 2, False), (33.0, -3, False)):
        series = series_of(*values, ("actual", "2025", actual), direction="range")
        away = distance(series, "range", TODAY)
        assert (away.gap, away.met) == (gap, met)
    only_upper = series_of(values[1], ("actual", "2025", 33.0), direction="range")
    assert distance(only_upper, "range", TODAY).gap == -3


def test_a_value_to_be_exceeded_is_not_met_by_itself():
    series = series_of(("target", "2025", 100.0, "above"), ("actual", "2025", 100.0))
    assert not is_met(series, "up", series.latest, TODAY)


@pytest.mark.parametrize(
    ("actual", "light", "reason"),
    [
        (("2023", 160.0), Light.GREEN, "indicator_on_path"),
        (("2023", 150.1), Light.GREEN, "indicator_on_path"),
        (("2023", 150.0), Light.YELLOW, "indicator_behind"),
        (("2023", 130.0), Light.YELLOW, "indicator_behind"),
        (("2023", 129.0), Light.RED, "indicator_far_behind"),
        (("2023", 200.0), Light.GREEN, "indicator_met"),
        (("2025", 199.0), Light.RED, "indicator_missed"),
        (("2025", 200.0), Light.DONE, "indicator_met"),
    ],
)
def test_the_light_compares_the_latest_value_with_the_path_on_its_own_day(actual, light, reason):
    series = series_of(("baseline", "2020", 100.0), ("target", "2025", 200.0), ("actual", *actual))
    verdict = judge_indicator(series, "linear", "up", TODAY)
    assert (verdict.light, verdict.reason) == (light, reason)


def test_the_light_of_one_that_is_to_fall():
    series = series_of(("baseline", "2020", 200.0), ("target", "2025", 100.0), ("actual", "2023", 155.0))
    verdict = judge_indicator(series, "linear", "down", TODAY)
    assert (verdict.light, verdict.details["behind"]) == (Light.YELLOW, "15")
    assert judge_indicator(series, "linear", "down", TODAY, Limits(yellow_points=16)).light is Light.GREEN


def test_the_first_value_alone_says_nothing_yet():
    assert judge_indicator(CENTRES, "linear", "up", TODAY).reason == "indicator_no_path"
    assert (
        judge_indicator(series_of(("target", "2025", 1.0)), "linear", "up", TODAY).reason
        == "indicator_no_actual"
    )
    assert judge_indicator(series_of(), "linear", "up", TODAY).reason == "indicator_no_target"


def test_a_range_gives_lights_too():
    for actual, light in (("2024", Light.YELLOW), ("2025", Light.RED)):
        series = series_of(("target", "2025", 20.0, "at_least"), ("actual", actual, 18.0), direction="range")
        assert judge_indicator(series, "linear", "range", TODAY).light is light
    inside = series_of(("target", "2025", 20.0, "at_least"), ("actual", "2025", 21.0), direction="range")
    assert judge_indicator(inside, "linear", "range", TODAY).light is Light.DONE


def test_a_formula_computes_what_all_its_parts_have():
    plan = Plan(
        [
            PlanHead("plan"),
            Indicator("rd", title="研发经费"),
            Indicator("gdp", title="生产总值"),
            Indicator("x", formula="「研发经费」/「生产总值」*100"),
            IndicatorValue("a", "rd", role="actual", period="2022", number=20.0),
            IndicatorValue("b", "gdp", role="actual", period="2022", number=500.0),
            IndicatorValue("c", "rd", role="actual", period="2023", number=30.0),
            IndicatorValue("d", "gdp", role="actual", period="2023", number=600.0),
            IndicatorValue("e", "gdp", role="actual", period="2024", number=700.0),
            IndicatorValue("f", "x", role="target", period="2025", number=6.0),
            IndicatorValue("g", "x", role="actual", period="2023", number=5.1),
        ]
    )
    series = read_series(plan, "x")
    assert series.actuals == (
        Point(date(2022, 12, 31), 4.0, "2022"),
        Point(date(2023, 12, 31), 5.1, "2023", value_id="g"),
    )
    assert series.final.value == 6


def test_the_later_of_two_values_of_one_period_counts():
    assert [point.value for point in series_of(("actual", "2024", 1.0), ("actual", "2024", 2.0)).actuals] == [
        2
    ]


def test_a_value_in_words_alone_is_no_point():
    assert series_of(("actual", "2024", None)).actuals == ()
