import pytest

from planner.app.commands.placing import (
    Drop,
    Placement,
    below,
    beside,
    component_place,
    drop_spot,
    layer_place,
    measure_place,
    next_after_removal,
)
from planner.app.commands.structure import Spot
from planner.domain.items import Measure, Node
from planner.domain.plan import Plan
from tests.plans import small_plan


@pytest.mark.parametrize(
    ("item_id", "expected"),
    [
        ("layer-1", Placement(Node, Spot("", "layer-1"))),
        ("component-1", Placement(Node, Spot("layer-1", "component-1"))),
        ("m1a", Placement(Measure, Spot("m1", "m1a"))),
        ("", Placement(Measure, Spot())),
    ],
)
def test_beside_a_row_goes_one_of_its_kind(item_id, expected):
    assert beside(small_plan(), item_id) == expected


@pytest.mark.parametrize(
    ("item_id", "expected"),
    [
        ("layer-1", Placement(Node, Spot("layer-1"))),
        ("component-1", Placement(Measure, Spot("component-1"))),
        ("m1", Placement(Measure, Spot("m1"))),
        ("", Placement(Measure, Spot())),
    ],
)
def test_below_a_layer_goes_a_component_and_else_a_measure(item_id, expected):
    assert below(small_plan(), item_id) == expected


@pytest.mark.parametrize(("item_id", "after"), [("m1a", "layer-1"), ("layer-2", "layer-2"), ("", None)])
def test_a_layer_goes_after_the_one_at_hand(item_id, after):
    assert layer_place(small_plan(), item_id) == Placement(Node, Spot(after=after))


@pytest.mark.parametrize(
    ("item_id", "spot"),
    [
        ("m1a", Spot("layer-1", "component-1")),
        ("component-2", Spot("layer-1", "component-2")),
        ("layer-2", Spot("layer-2")),
    ],
)
def test_a_component_goes_into_the_layer_at_hand(item_id, spot):
    assert component_place(small_plan(), item_id) == Placement(Node, spot)


def test_no_component_goes_where_there_is_no_layer():
    assert component_place(Plan([Measure("m")]), "m") is None
    assert component_place(small_plan(), "") is None


@pytest.mark.parametrize(
    ("item_id", "spot"), [("m1", Spot("component-1", "m1")), ("layer-2", Spot("layer-2")), ("", Spot())]
)
def test_a_measure_goes_after_a_measure_or_into_the_framework(item_id, spot):
    assert measure_place(small_plan(), item_id) == Placement(Measure, spot)


@pytest.mark.parametrize(
    ("removed", "expected"),
    [
        (["m1"], "m2"),
        (["m2"], "m1"),
        (["m1", "m2"], "component-1"),
        (["m1", "m1a", "m1b"], "m2"),
        (["m1a", "m1b"], "m1"),
        (["layer-1", "layer-2"], ""),
        ([], ""),
    ],
)
def test_after_a_removal_one_is_at_the_nearest_row_left(removed, expected):
    assert next_after_removal(small_plan(), removed) == expected


@pytest.mark.parametrize(
    ("moved", "target", "drop", "spot"),
    [
        (["m2"], "m1", Drop.BEFORE, Spot("component-1", first=True)),
        (["m1"], "m2", Drop.AFTER, Spot("component-1", "m2")),
        (["m1a"], "m2", Drop.BEFORE, Spot("component-1", "m1")),
        (["m2"], "m1", Drop.FIRST_BELOW, Spot("m1", first=True)),
        (["m2", "m3"], "m1", Drop.LAST_BELOW, Spot("m1", "m1b")),
        (["m3"], "component-1", Drop.LAST_BELOW, Spot("component-1", "m2")),
        (["component-1"], "layer-2", Drop.LAST_BELOW, Spot("layer-2", first=True)),
        (["m1", "m1a"], "m3", Drop.AFTER, Spot("component-2", "m3")),
    ],
)
def test_rows_land_where_they_are_dropped(moved, target, drop, spot):
    assert drop_spot(small_plan(), moved, target, drop) == spot


@pytest.mark.parametrize(
    ("moved", "target", "drop"),
    [
        (["m1"], "m1a", Drop.LAST_BELOW),
        (["m1"], "m1", Drop.AFTER),
        (["m1"], "m2", Drop.BEFORE),
        (["m1b"], "m1", Drop.LAST_BELOW),
        (["m1"], "component-2", Drop.BEFORE),
        (["component-1"], "m3", Drop.LAST_BELOW),
        (["component-1", "m3"], "layer-2", Drop.LAST_BELOW),
        (["layer-1"], "component-1", Drop.AFTER),
        ([], "m1", Drop.AFTER),
    ],
)
def test_a_drop_that_breaks_the_framework_or_changes_nothing_is_none(moved, target, drop):
    assert drop_spot(small_plan(), moved, target, drop) is None
