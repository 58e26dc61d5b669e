from itertools import combinations

import pytest

from planner.app.dashboard import dashboard
from planner.domain.items import PLAN_ID, ROOT, Measure, Node, PlanHead
from planner.domain.lights import Light
from planner.domain.plan import Plan
from planner.reports.drawing import Mark, Text
from planner.reports.drawings.house import Form, forms, house
from tests.reports.drawings.plans import scene_of, template


def built(layers, components, title="要素"):
    items = [PlanHead("plan", title="计划")]
    for layer in range(layers):
        items.append(Node(f"layer-{layer}", ROOT, f"{layer:02}", title=f"第{layer}层"))
        items += [
            Node(f"part-{layer}-{number}", f"layer-{layer}", f"{number:02}", title=title)
            for number in range(components)
        ]
    return Plan(items)


def spots(drawing):
    return {spot.item_id: spot for spot in drawing.spots}


def written(drawing, box):
    return [
        "".join(shape.lines)
        for shape in drawing.shapes
        if isinstance(shape, Text) and box.contains(shape.box)
    ]


def marks(drawing, box):
    return [shape.light for shape in drawing.shapes if isinstance(shape, Mark) and box.contains(shape.box)]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [Form.GROUND]),
        (2, [Form.GROUND, Form.BEAM]),
        (3, [Form.GROUND, Form.PILLARS, Form.BEAM]),
        (4, [Form.GROUND, Form.TERRACE, Form.PILLARS, Form.BEAM]),
        (5, [Form.GROUND, Form.PILLARS, Form.TERRACE, Form.PILLARS, Form.BEAM]),
    ],
)
def test_the_first_layer_is_the_ground_and_the_last_a_beam_on_pillars(count, expected):
    assert forms(count) == expected


def test_every_layer_and_component_has_its_place_and_so_has_the_plan():
    scene = template("example")
    assert spots(house(scene)).keys() == {*scene.plan.of(Node), PLAN_ID}


def test_layers_lie_over_one_another_in_their_order():
    scene = template("example")
    found = spots(house(scene))
    heights = [found[layer.id].box.centre[1] for layer in scene.layers()]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("components", [0, 1, 8, 30])
@pytest.mark.parametrize("layers", range(1, 9))
def test_no_stone_lies_on_another(layers, components):
    drawing = house(scene_of(built(layers, components)))
    assert len(drawing.spots) == layers * (components + 1) + (layers > 1)
    assert not [
        (one.item_id, other.item_id)
        for one, other in combinations(drawing.spots, 2)
        if one.box.overlaps(other.box)
    ]


def test_a_stone_says_its_title_its_light_in_sign_and_word_and_its_progress():
    drawing = house(template("example"))
    box = spots(drawing)["component-4-3"].box
    assert written(drawing, box) == ["参与全球科技治理", "关注 62%"]
    assert marks(drawing, box) == [Light.YELLOW]


def test_a_component_without_measures_is_hollow_and_says_so():
    drawing = house(template("example"))
    box = spots(drawing)["component-1-1"].box
    assert written(drawing, box) == ["提高立法保障", "无举措"]
    assert marks(drawing, box) == []
    assert any("尚无举措的要素 5" in text for text in written(drawing, drawing.box))


def test_a_pillar_is_inscribed_downwards_from_the_right():
    drawing = house(template("example"))
    box = spots(drawing)["component-3-1"].box
    columns = [
        shape
        for shape in drawing.shapes
        if isinstance(shape, Text) and len(shape.lines) > 1 and box.contains(shape.box)
    ]
    assert ["".join(column.lines) for column in columns] == ["科技战略及", "决策形成机制"]
    assert columns[0].box.x > columns[1].box.x


def test_latin_titles_are_turned_on_pillars():
    drawing = house(scene_of(built(3, 2, "Rule of law")))
    turned = [shape for shape in drawing.shapes if isinstance(shape, Text) and shape.turned]
    assert [" ".join(shape.lines) for shape in turned] == ["Rule of law"] * 2


def test_the_tip_tells_the_numbers():
    scene = template("example")
    tip = spots(house(scene))["component-4-1"].tip.split("\n")
    assert tip[0] == "保障高质量科技供给"
    assert "进度：100%" in tip
    assert any(line.startswith("举措：") and "已完成" in line for line in tip)


def test_the_plaque_agrees_with_the_dashboard():
    scene = template("example")
    drawing = house(scene)
    percent = dashboard(scene.plan, scene.derived).percent
    assert written(drawing, spots(drawing)[PLAN_ID].box)[0] == f"{percent:.0f}%"


def test_the_plaque_tells_the_progress_of_the_plan():
    plan = Plan([*built(2, 1).items(), Measure("m", "part-0-0", "A", status="done")])
    drawing = house(scene_of(plan))
    assert written(drawing, spots(drawing)[PLAN_ID].box)[:2] == ["100%", "总体进度"]
