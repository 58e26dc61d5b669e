from datetime import date
from itertools import pairwise

import pytest

from planner.domain.items import Indicator, Milestone, Term
from planner.reports.drawing import Mark
from planner.reports.drawings.milestone_lanes import Lanes, State
from planner.reports.drawings.roadmap import roadmap
from planner.reports.drawings.time_axis import TimeAxis, columns
from tests.reports.drawings.plans import template


def spots(drawing):
    return {spot.item_id: spot for spot in drawing.spots}


def test_stages_rise_from_left_to_right_in_the_order_of_their_years():
    found = spots(roadmap(template("example")))
    centres = [found[f"stage-{year}"].box.centre for year in (2020, 2030, 2035, 2050)]
    for (x, y), (next_x, next_y) in pairwise(centres):
        assert x < next_x
        assert y > next_y


def test_all_targets_and_all_milestones_are_there():
    scene = template("example")
    found = spots(roadmap(scene))
    main = [item.id for item in scene.plan.of(Indicator).values() if item.grade == "main"]
    dated = {item.id for item in scene.plan.of(Milestone).values() if scene.derived.due_date(item)}
    stages = {item.id for item in scene.plan.of(Term).values() if item.period}
    assert len(main) == 8
    assert found.keys() == {*main, *dated, *stages}


def test_a_target_is_written_with_its_unit():
    found = spots(roadmap(template("shanghai")))
    assert found["indicator-01"].tip.split("\n")[1] == "到 2025 年：4.5 %"


def test_missed_milestones_are_told_by_sign_and_word():
    scene = template("example")
    drawing = roadmap(scene)
    late = {
        flag.milestone.id
        for _, _, flags in Lanes.read(scene).lanes
        for flag in flags
        if flag.state is State.MISSED
    }
    assert late == {
        milestone.id
        for milestone in scene.plan.of(Milestone).values()
        if not milestone.done and scene.derived.due_date(milestone) < scene.derived.today
    }
    found = spots(drawing)
    assert all("逾期" in found[item].tip for item in late)
    assert sum(isinstance(shape, Mark) for shape in drawing.shapes) == len(late) + 1


def test_milestones_of_one_quarter_are_stacked_not_hidden():
    boxes = [spot.box for spot in roadmap(template("example")).spots if spot.box.width == 10]
    assert len(boxes) == len(set(boxes)) > 100


def test_the_axis_runs_evenly_between_the_days_and_gives_busy_steps_more_room():
    days = [date(2020, 12, 31), date(2025, 12, 31), date(2030, 12, 31)]
    axis = TimeAxis.laid(days, [date(2024, 6, 30)], 0, 340)
    assert axis.places == pytest.approx((0, 240, 340))
    assert axis.place(date(2028, 7, 1)) == pytest.approx(290, abs=0.5)
    assert axis.place(date(1999, 1, 1)) == 0
    assert axis.place(date(2099, 1, 1)) == 340


def test_a_single_day_stands_in_the_middle():
    axis = TimeAxis.laid([date(2025, 12, 31)], [], 0, 100)
    assert axis.place(date(2025, 12, 31)) == 50


def test_columns_meet_half_way():
    assert columns([10, 30], 0, 100) == [(0, 20), (20, 100)]
