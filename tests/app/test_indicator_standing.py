from datetime import date

import pytest

from planner.app.indicator_standing import indicator_standing
from planner.app.messages import verdict_sentence
from planner.app.template import load
from planner.app.words import Words
from planner.bootstrap import DATA, RESOURCES
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


@pytest.mark.parametrize(
    ("template", "indicator", "day", "sentence"),
    [
        ("shanghai", "indicator-09", date(2025, 6, 1), "未判定：还没有目标值，无从判定"),
        ("shanghai", "indicator-01", date(2025, 6, 1), "未判定：还没有实际值，无从判定"),
        ("shanghai", "indicator-08", date(2025, 6, 1), "未判定：只有起点值，或没有起点值，走不出目标路径"),
        ("example", "indicator-08", date(2026, 6, 1), "已完成：实际 630，已达到目标 560"),
        ("example", "indicator-01", date(2026, 6, 1), "滞后：到期未达目标：实际 4.4，目标 4.5"),
    ],
)
def test_the_light_has_its_reason_in_words(template, indicator, day, sentence):
    standing = indicator_standing(load(DATA, template), indicator, day)
    assert verdict_sentence(Words("zh", RESOURCES / "locale"), standing.verdict) == sentence


def test_an_indicator_without_values_says_so():
    standing = indicator_standing(load(DATA, "shanghai"), "indicator-09", date(2025, 6, 1))
    assert (standing.expected, standing.distance, standing.verdict.light) == (None, None, Light.NONE)
