from datetime import date

import pytest

from planner.app.indicator_standing import indicator_standing
from planner.app.template import load
from planner.bootstrap import DATA
from planner.domain.lights import Light


def test_the_papers_gap_of_foreign_research_centres():
    standing = indicator_standing(load(DATA, "shanghai"), "indicator-08", date(2023, 12, 31))
    assert (standing.series.start.value, standing.series.final.value) == (531, 560)
    assert standing.distance.gap == 29
    assert standing.distance.yearly == pytest.approx(29 / 3)
    assert standing.expected == pytest.approx(531 + 29 / 3)
    assert (standing.trend, standing.forecast) == (None, None)


def test_an_indicator_with_values_has_a_forecast_for_its_next_target():
    standing = indicator_standing(load(DATA, "example"), "indicator-02", date(2025, 6, 1))
    assert standing.forecast.day == date(2025, 12, 31)
    assert standing.forecast.low < standing.forecast.value < standing.forecast.high
    assert standing.verdict.light is Light.RED


def test_an_indicator_without_values_says_so():
    standing = indicator_standing(load(DATA, "shanghai"), "indicator-09", date(2025, 6, 1))
    assert (standing.expected, standing.distance, standing.verdict.light) == (None, None, Light.NONE)
