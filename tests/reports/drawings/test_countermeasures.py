from itertools import combinations

from planner.domain.items import Measure
from planner.domain.plan import Plan
from planner.reports.drawing import Text
from planner.reports.drawings.countermeasures import countermeasures
from planner.reports.drawings.logic import bands
from planner.reports.drawings.measure_blocks import MOST_MEASURES
from tests.plans import small_plan
from tests.reports.drawings.plans import scene_of, template


def test_policy_supports_and_groups_hold_all_forty_measures():
    found = bands(template("shanghai"))
    assert [(band.title, len(band.measures)) for band in found] == [
        ("一体化政策", 1),
        ("两类支撑", 2),
        ("多措并举", 37),
    ]
    assert [(group.item.title, len(group.measures)) for group in found[2].groups] == [
        ("蓄势聚力", 6),
        ("厉兵铸盾", 9),
        ("结网赋能", 15),
        ("破墙排堵", 7),
    ]
    enabling = found[2].groups[2].divisions
    assert [len(division.measures) for division in enabling] == [5, 3, 2, 2, 2, 1]


def test_only_the_policy_shows_the_eleven_areas():
    assert [len(band.areas) for band in bands(template("shanghai"))] == [11, 0, 0]


def test_each_measure_and_what_the_cards_consist_of_is_a_spot():
    scene = template("example")
    ids = [spot.item_id for spot in countermeasures(scene).spots]
    assert len(ids) == len(set(ids))
    assert set(scene.measures()) <= set(ids)
    assert {"part-1", "part-2", "part-3", "group-1", "enabling-5", "area-11"} <= set(ids)
    supports = [
        item.id for item in scene.plan.of(Measure).values() if item.parent in ("measure-02", "measure-03")
    ]
    assert len(supports) == 11
    assert set(supports) <= set(ids)


def test_rows_do_not_overlap():
    scene = template("example")
    rows = [spot for spot in countermeasures(scene).spots if spot.item_id in scene.plan.of(Measure)]
    cards = {"measure-01", "measure-02", "measure-03"}
    boxes = [
        spot.box
        for spot in rows
        if spot.item_id not in cards and scene.plan[spot.item_id].parent not in cards
    ]
    assert len(boxes) == 37
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_without_parts_layers_and_components_stand_in():
    found = bands(scene_of(small_plan()))
    assert [(band.title, len(band.groups), len(band.measures)) for band in found] == [
        ("筑基", 2, 3),
        ("垒台", 0, 0),
    ]


def test_measures_that_no_part_claims_are_shown_apart():
    scene = template("shanghai")
    stray = Measure("stray", "", "A", title="未归类举措")
    drawing = countermeasures(scene_of(Plan([*scene.plan.items(), stray])))
    texts = ["".join(shape.lines) for shape in drawing.shapes if isinstance(shape, Text)]
    assert "未归类" in texts
    assert "未归类举措" in texts


def test_of_very_many_measures_the_first_are_drawn_and_the_others_counted():
    scene = template("shanghai")
    many = [
        Measure(f"more-{number}", "", f"{number:03}", title="更多") for number in range(MOST_MEASURES + 5)
    ]
    drawing = countermeasures(scene_of(Plan([*scene.plan.items(), *many])))
    assert sum(spot.item_id.startswith("more-") for spot in drawing.spots) == MOST_MEASURES
    texts = ["".join(shape.lines) for shape in drawing.shapes if isinstance(shape, Text)]
    assert any("未画出的举措 5" in text for text in texts)
