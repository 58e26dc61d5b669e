from datetime import date
from math import gamma, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import trends
from planner.domain.indicator_series import Point
from planner.domain.trends import CONFIDENCE, FEWEST, trend

NEXT = date(2030, 12, 31)


def yearly(*values):
    return [Point(date(2020 + place, 12, 31), value, str(2020 + place)) for place, value in enumerate(values)]


def test_it_is_silent_with_too_few_values():
    assert trend(yearly(*[1.0] * (FEWEST - 1))) is None
    assert trend([Point(date(2020, 1, 1), 1.0, "")] * FEWEST) is None


def test_values_on_a_line_leave_no_band():
    line = trend(yearly(1.0, 2.0, 3.0, 4.0))
    forecast = line.on(NEXT)
    assert line.slope == pytest.approx(1)
    assert (forecast.low, forecast.value, forecast.high) == pytest.approx((11, 11, 11))


def test_the_band_is_wider_further_away():
    line = trend(yearly(1.0, 2.5, 2.0, 4.0))
    near, far = line.on(date(2024, 12, 31)), line.on(NEXT)
    assert near.low < near.value < near.high
    assert far.high - far.low > near.high - near.low


def student_below(limit, freedom):
    """The share of Student's distribution below a limit, by the trapezium rule."""
    scale = gamma((freedom + 1) / 2) / (sqrt(freedom * pi) * gamma(freedom / 2))
    places = np.linspace(0, limit, 20001)
    return 0.5 + np.trapezoid(scale * (1 + places**2 / freedom) ** (-(freedom + 1) / 2), places)


@pytest.mark.parametrize("freedom", [1, 2, 3, 7, 15, 30])
def test_the_band_holds_the_share_that_it_claims(freedom):
    half = trends._STUDENT[freedom - 1]
    assert 2 * student_below(half, freedom) - 1 == pytest.approx(CONFIDENCE / 100, abs=1e-4)


@given(st.lists(st.floats(-1e6, 1e6), min_size=FEWEST, max_size=40))
def test_it_agrees_with_least_squares_of_numpy(values):
    line = trend(yearly(*values))
    slope, start = np.polyfit(np.arange(len(values), dtype=float), values, 1)
    size = max(1.0, *map(abs, values))
    assert line.slope == pytest.approx(slope, abs=1e-6 * size)
    assert line.on(date(2020, 12, 31)).value == pytest.approx(start, abs=1e-6 * size)
