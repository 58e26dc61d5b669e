from itertools import combinations

from planner.domain.items import Figure, Strength
from planner.reports.drawing import Text
from planner.reports.drawings.diagnosis import problems
from planner.reports.drawings.strengths import figure_amount, strengths
from tests.reports.drawings.plans import template

UNANSWERED = {"cause-3-1", "cause-3-5", "cause-5-3", "cause-5-4"}


def test_nine_strengths_and_five_problems_with_their_symptoms_and_causes_are_spots():
    scene = template("shanghai")
    ids = {spot.item_id for spot in strengths(scene).spots}
    faults = problems(scene)
    assert set(scene.plan.of(Strength)) <= ids
    assert [(len(problem.symptoms), len(problem.causes)) for problem in faults] == [
        (4, 4),
        (3, 4),
        (5, 5),
        (3, 6),
        (5, 4),
    ]
    assert len(ids) == 9 + 5 + 20 + 23


def test_causes_without_measure_are_the_gaps_of_the_source():
    scene = template("shanghai")
    gaps = {cause.term.id for problem in problems(scene) for cause in problem.causes if not cause.measures}
    assert gaps == UNANSWERED
    texts = ["".join(shape.lines) for shape in strengths(scene).shapes if isinstance(shape, Text)]
    assert texts.count("无举措") == len(UNANSWERED)


def test_spots_do_not_overlap():
    boxes = [spot.box for spot in strengths(template("shanghai")).spots]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_the_tip_of_a_strength_gives_all_its_figures():
    scene = template("shanghai")
    tip = next(spot.tip for spot in strengths(scene).spots if spot.item_id == "strength-1")
    figures = scene.plan.children("strength-1", Figure)
    assert len(figures) == 7
    assert all(f"{figure_amount(figure)}　{figure.title}" in tip for figure in figures)


def test_a_figure_keeps_the_digits_and_words_of_its_source():
    assert figure_amount(Figure("f", qualifier="超过", amount="18", unit="万元")) == "超过18 万元"
    assert figure_amount(Figure("f", qualifier="超", amount="15", unit="%")) == "超15%"
