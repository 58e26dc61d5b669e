"""The wall chart: names are read whole where a few lines hold them."""

from itertools import pairwise

from planner.domain.items import ROOT, Measure, PlanHead
from planner.domain.plan import Plan
from planner.reports.drawing import Text
from planner.reports.drawings.wall_chart import wall_chart
from tests.reports.drawings.plans import scene_of, template


def written(drawing):
    return ["".join(shape.lines) for shape in drawing.shapes if isinstance(shape, Text)]


def test_no_name_of_the_example_is_cut():
    scene = template("example")
    texts = written(wall_chart(scene))
    assert not [text for text in texts if text.endswith("…")]
    names = [scene.name(scene.plan.get(row, Measure)) for row in scene.plan.of(Measure)]
    assert sum(name in texts for name in names) >= 40


def test_cards_of_one_cell_stand_below_each_other_in_their_lane():
    titles = ("短", "很长的举措名称" * 36, "再长不过的举措名称" * 400)
    measures = [
        Measure(f"m{place}", ROOT, f"V{place}", title=title, due="2027年底前")
        for place, title in enumerate(titles)
    ]
    drawing = wall_chart(scene_of(Plan([PlanHead("plan", start="2026", end="2027"), *measures])))
    boxes = [spot.box for spot in drawing.spots]
    assert len(boxes) == 3
    assert all(above.bottom < below.y for above, below in pairwise(boxes))
    assert boxes[-1].bottom < drawing.height
    assert boxes[0].height < boxes[1].height
