import pytest
from hypothesis import HealthCheck, given, settings

from planner.domain.items import PlanHead
from planner.domain.plan import Plan
from tests.plans import small_plan
from tests.reports.drawings.plans import FIGURES, assert_sound, plans, scene_of, template


@pytest.mark.parametrize("figure", FIGURES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plan=plans())
def test_any_plan_is_drawn_with_its_words_in_their_boxes(figure, plan):
    assert_sound(FIGURES[figure](scene_of(plan)))


@pytest.mark.parametrize("name", ["shanghai", "example", "blank"])
@pytest.mark.parametrize("figure", FIGURES)
def test_the_templates_are_drawn_with_their_words_in_their_boxes(figure, name):
    assert_sound(FIGURES[figure](template(name)))


@pytest.mark.parametrize("figure", FIGURES)
def test_a_plan_without_anything_says_so(figure):
    drawing = FIGURES[figure](scene_of(Plan([PlanHead("plan")])))
    assert not drawing.spots
    assert any("还没有" in line for shape in drawing.shapes for line in getattr(shape, "lines", ()))


@pytest.mark.parametrize("figure", FIGURES)
def test_drawing_changes_nothing_and_repeats_itself(figure):
    plan = small_plan()
    scene = scene_of(plan)
    assert FIGURES[figure](scene) == FIGURES[figure](scene)
    assert plan == small_plan()


@pytest.mark.parametrize("figure", FIGURES)
def test_spots_name_items_of_the_plan(figure):
    scene = template("example")
    spots = FIGURES[figure](scene).spots
    assert spots
    assert all(spot.item_id in scene.plan for spot in spots)
