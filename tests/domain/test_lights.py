from datetime import date, timedelta

import pytest

from planner.domain.items import PlanHead
from planner.domain.lights import Light, Limits, Standing, Verdict, elapsed_percent, judge, worst

TODAY = date(2025, 11, 30)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def standing(percent=None, start=YEAR[0], end=YEAR[1], status="in_progress", milestones=()):
    return Standing(status, start, end, percent, tuple(milestones))


def test_after_november_eleven_twelfths_of_the_year_have_passed():
    assert elapsed_percent(*YEAR, TODAY) == pytest.approx(100 * 334 / 365)


@pytest.mark.parametrize(
    ("day", "percent"),
    [(date(2024, 12, 31), 0), (date(2025, 12, 31), 100), (date(2026, 5, 1), 100)],
)
def test_the_share_of_time_stays_within_the_period(day, percent):
    assert elapsed_percent(*YEAR, day) == percent


def test_without_both_ends_no_share_of_time_is_known():
    assert elapsed_percent(None, YEAR[1], TODAY) is None
    assert elapsed_percent(YEAR[0], None, TODAY) is None
    assert elapsed_percent(YEAR[1], YEAR[0], TODAY) is None


@pytest.mark.parametrize(
    ("percent", "light"),
    [
        (100, Light.GREEN),
        (91.5, Light.GREEN),
        (81.6, Light.GREEN),
        (81.5, Light.YELLOW),
        (61.6, Light.YELLOW),
    ],
)
def test_schedule_rule_turns_yellow_at_ten_points_behind(percent, light):
    assert judge(standing(percent), "schedule", TODAY).light is light


@pytest.mark.parametrize(("percent", "light"), [(20, Light.YELLOW), (19.9, Light.RED)])
def test_schedule_rule_turns_red_beyond_thirty_points(percent, light):
    half_gone = standing(percent, start=date(2025, 1, 1), end=date(2025, 1, 10))
    assert judge(half_gone, "schedule", date(2025, 1, 5)).light is light


@pytest.mark.parametrize("rule", ["schedule", "due", "period"])
def test_every_rule_is_red_when_overdue_and_done_when_completed(rule):
    late = standing(90, end=date(2025, 11, 29))
    assert judge(late, rule, TODAY) == Verdict(Light.RED, "overdue", {"days": "1"})
    assert judge(standing(90, end=TODAY), rule, TODAY).reason != "overdue"
    assert judge(standing(status="done", end=date(2025, 1, 1)), rule, TODAY).light is Light.DONE
    assert judge(standing(status="closed"), rule, TODAY).light is Light.DONE
    assert judge(standing(status="cancelled", end=date(2025, 1, 1)), rule, TODAY).light is Light.NONE


@pytest.mark.parametrize(("days", "light"), [(7, Light.BLUE), (8, Light.GREEN)])
def test_due_rule_turns_blue_a_week_before_the_deadline(days, light):
    near = standing(99, end=TODAY + timedelta(days=days))
    assert judge(near, "due", TODAY).light is light


def test_due_rule_is_yellow_when_behind():
    assert judge(standing(20), "due", TODAY).light is Light.YELLOW


@pytest.mark.parametrize(
    ("missed", "light"),
    [(date(2025, 10, 31), Light.YELLOW), (date(2025, 9, 30), Light.RED), (date(2025, 12, 1), Light.GREEN)],
)
def test_period_rule_tells_a_missed_month_from_a_missed_quarter(missed, light):
    assert judge(standing(milestones=[missed]), "period", TODAY).light is light


def test_a_missed_milestone_shows_where_there_is_no_percentage():
    assert judge(standing(milestones=[date(2025, 11, 1)]), "schedule", TODAY).light is Light.YELLOW


@pytest.mark.parametrize("percent", [None, 0.0])
def test_nothing_to_judge_by_gives_no_light(percent):
    assert judge(Standing("in_progress", None, None, percent), "schedule", TODAY).light is Light.NONE


def test_the_worst_light_speaks_for_all():
    verdicts = [Verdict(light, "") for light in (Light.GREEN, Light.RED, Light.DONE)]
    assert worst(verdicts).light is Light.RED
    assert worst([]).light is Light.NONE


@pytest.mark.parametrize(
    ("limits", "light"),
    [
        (Limits(yellow_points=5), Light.YELLOW),
        (Limits(yellow_points=9), Light.GREEN),
        (Limits(red_points=7), Light.RED),
    ],
)
def test_an_office_may_set_its_own_points(limits, light):
    eight_behind = standing(42, start=date(2025, 1, 1), end=date(2025, 1, 10))
    assert judge(eight_behind, "schedule", date(2025, 1, 5), limits).light is light


def test_an_office_may_set_how_near_a_deadline_is():
    near = standing(99, end=TODAY + timedelta(days=20))
    assert judge(near, "due", TODAY, Limits(near_days=20)).light is Light.BLUE
    assert judge(near, "due", TODAY, Limits(near_days=19)).light is Light.GREEN


def test_a_limit_that_the_plan_does_not_give_is_the_usual_one():
    assert Limits.of(PlanHead("plan")) == Limits(10, 30, 7)
    assert Limits.of(PlanHead("plan", red_points=20.0, near_days=0.0)) == Limits(10, 20, 0)
