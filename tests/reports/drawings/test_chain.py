import pytest

from planner.domain.items import Link, Measure
from planner.domain.plan import Plan
from planner.reports.drawing import Text
from planner.reports.drawings.chain import chain
from planner.reports.drawings.chain_graph import MOST_MEASURES, Stage, drawn_chain
from tests.plans import small_plan
from tests.reports.drawings.plans import scene_of, template
from tests.reports.drawings.test_strengths import UNANSWERED


@pytest.fixture(scope="module")
def scene():
    return template("shanghai")


@pytest.fixture(scope="module")
def graph(scene):
    return drawn_chain(scene)


def test_the_columns_hold_the_whole_diagnosis(graph):
    assert [len(column) for column in graph.columns] == [5, 20, 23, 40, 21]


def test_symptoms_and_causes_stay_with_their_problem_and_problems_in_their_order(graph):
    problems = list(graph.columns[Stage.PROBLEM])
    for stage in (Stage.SYMPTOM, Stage.CAUSE):
        places = [problems.index(graph.problem_of[item]) for item in graph.columns[stage]]
        assert places == sorted(places)


def test_symptoms_lead_to_causes_through_their_problem_alone(graph):
    causes = set(graph.columns[Stage.CAUSE])
    assert not [edge for edge in graph.edges if edge[1] in causes]
    assert causes <= graph.problem_of.keys()


def test_the_chain_breaks_at_the_gaps_of_the_source(graph):
    assert graph.loose() & set(graph.columns[Stage.CAUSE]) == UNANSWERED


def test_removing_a_measure_orphans_exactly_the_causes_that_only_it_answers(scene, graph):
    answers = [edge for edge in graph.edges if edge[0] in graph.columns[Stage.CAUSE]]
    alone = {cause for cause, measure in answers if [first for first, _ in answers].count(cause) == 1}
    cause, measure = next(edge for edge in answers if edge[0] in alone)
    gone = {measure, *scene.plan.child_ids(measure, Measure)}
    left = [item for item in scene.plan.items() if item.id not in gone and item.parent not in gone]
    orphaned = {first for first, last in answers if last == measure and first in alone}
    assert drawn_chain(scene_of(Plan(left))).loose() - graph.loose() >= orphaned
    assert cause in orphaned


def test_an_item_is_linked_to_what_leads_to_it_and_what_follows(graph):
    linked = graph.linked("cause-3-4")
    assert "problem-3" in linked
    assert {item for item in linked if item in graph.columns[Stage.CAUSE]} == {"cause-3-4"}
    measures = {last for first, last in graph.edges if first == "cause-3-4"}
    assert {item for item in linked if item in graph.columns[Stage.MEASURE]} == measures


def test_a_symptom_is_linked_to_the_causes_of_its_problem_and_not_to_other_symptoms(graph):
    linked = graph.linked("symptom-3-1")
    assert {item for item in linked if item in graph.columns[Stage.SYMPTOM]} == {"symptom-3-1"}
    assert set(graph.parts("problem-3", Stage.CAUSE)) <= linked


def test_links_of_a_sub_measure_count_for_the_measure_above_it():
    plan = small_plan()
    linked = Plan([*plan.items(), Link("k9", "m1a", "A", relation="term", target="t2")])
    assert ("t2", "m1") in drawn_chain(scene_of(linked)).edges


def test_around_an_item_all_others_are_faint(scene, graph):
    drawing = chain(scene, "problem-3")
    linked = graph.linked("problem-3")
    names = {scene.name(scene.plan[item]) for item in linked}
    solid = {shape.lines[0] for shape in drawing.shapes if isinstance(shape, Text) and shape.opacity == 1.0}
    faint = {shape.lines[0] for shape in drawing.shapes if isinstance(shape, Text) and shape.opacity < 1.0}
    assert len(drawing.spots) == 109
    assert names <= solid
    assert len(faint) == 109 - len(linked)


def test_a_focus_that_is_not_in_the_chain_shows_everything(scene):
    assert chain(scene, "no-such-item") == chain(scene)


def test_of_very_many_measures_the_most_pressing_are_shown_and_no_gap_is_made_up():
    plan = template("shanghai").plan
    late = Measure("late", "", "z", title="滞后", due="2020年底前")
    only = Link("k", "calm-299", "A", relation="term", target="cause-3-1")
    calm = [Measure(f"calm-{number}", "", f"{number:03}", title="平稳") for number in range(300)]
    graph = drawn_chain(scene_of(Plan([*plan.items(), *calm, late, only])))
    assert len(graph.columns[Stage.MEASURE]) == MOST_MEASURES
    assert graph.hidden == 341 - MOST_MEASURES
    assert "late" in graph.columns[Stage.MEASURE]
    assert "calm-299" not in graph.columns[Stage.MEASURE]
    assert graph.loose() & set(graph.columns[Stage.CAUSE]) == UNANSWERED - {"cause-3-1"}
