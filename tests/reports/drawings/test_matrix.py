"""The matrix as a figure: what the window shows, and readable whatever the plan holds."""

from planner.app.coverage import COMPONENT, LAYER
from planner.reports.drawing import Drawing, Mark, Text
from planner.reports.drawings.matrix import MatrixLook, matrix_figure
from planner.reports.drawings.scene import Scene
from tests.reports.sources import CHINESE, TODAY, example_plan, plan_of


def drawn(look: MatrixLook) -> Drawing:
    return matrix_figure(Scene.read(example_plan(), TODAY, CHINESE), look)


def texts(drawing: Drawing) -> list[str]:
    return ["".join(shape.lines) for shape in drawing.shapes if isinstance(shape, Text)]


def test_each_cause_is_a_row_and_each_gap_is_said() -> None:
    drawing = drawn(MatrixLook("facet:causes", LAYER))
    assert len(drawing.spots) == 23
    assert texts(drawing).count("缺口：没有举措") == 4
    assert "23 项中 4 项没有举措" in texts(drawing)


def test_lights_are_shown_by_shape_beside_the_count() -> None:
    plain, lit = (drawn(MatrixLook("facet:causes", LAYER, lights=on)) for on in (False, True))
    assert not [shape for shape in plain.shapes if isinstance(shape, Mark)]
    assert len([shape for shape in lit.shapes if isinstance(shape, Mark)]) > 23


def test_only_gaps_are_shown_where_asked_for() -> None:
    assert len(drawn(MatrixLook(COMPONENT, "facet:kinds", gaps_only=True)).spots) == 5
    nothing = drawn(MatrixLook(LAYER, COMPONENT, gaps_only=True))
    assert "没有缺口：每一项都有举措。" in texts(nothing)


def test_everything_stays_inside_the_figure() -> None:
    for rows, columns in ((COMPONENT, "facet:causes"), ("facet:causes", COMPONENT), (LAYER, LAYER)):
        drawing = drawn(MatrixLook(rows, columns))
        boxes = [shape.box for shape in drawing.shapes if isinstance(shape, Text | Mark)]
        assert all(drawing.box.contains(box) for box in boxes)


def test_a_plan_without_anything_is_drawn() -> None:
    drawing = matrix_figure(Scene.read(plan_of(), TODAY, CHINESE), MatrixLook(LAYER, LAYER))
    assert "没有缺口：每一项都有举措。" in texts(drawing)
