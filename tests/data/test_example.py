"""The example lays illustrative work over the template, enough to show every view, and says what it is."""

from planner.domain.deadlines import DeadlineKind, read_deadline
from planner.domain.items import (
    Adjustment,
    Funding,
    Goal,
    IndicatorValue,
    Item,
    Link,
    Measure,
    Milestone,
    Node,
    Report,
    Unit,
)
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan

STATUSES = {"not_started", "in_progress", "done", "closed", "postponed", "adjusted"}


def top_measures(plan: Plan) -> list[Measure]:
    return [one for one in plan.of(Measure).values() if isinstance(plan[one.parent], Node)]


def end_in_force(plan: Plan, measure: Measure) -> str:
    adjusted = plan.children(measure.id, Adjustment)
    return adjusted[-1].due if adjusted else measure.due


def test_it_only_adds_to_the_template(shanghai: Plan, example: Plan) -> None:
    for item in shanghai.items():
        if not isinstance(item, Link | IndicatorValue):
            assert _same_place_and_title(item, example[item.id])


def test_it_says_that_it_is_illustrative(example: Plan) -> None:
    assert "示意" in example.head.notice
    assert all(report.illustrative for report in example.of(Report).values())
    assert all("示意" in line.source for line in example.of(Funding).values())


def test_values_are_from_the_paper_or_marked(example: Plan) -> None:
    for value in example.of(IndicatorValue).values():
        assert value.source.startswith("原文") or value.source == "示意数据"


def test_every_measure_has_one_lead_and_a_readable_deadline(example: Plan) -> None:
    for measure in example.of(Measure).values():
        assert len(example.targets(measure.id, "unit", "lead")) == 1, measure.title
        assert _is_understood(measure.due), measure.title
    deadlines = [one.due for one in example.of(Milestone).values()]
    deadlines += [one.due for one in example.of(Adjustment).values()]
    assert all(_is_understood(words) for words in deadlines)


def test_deadlines_are_worded_as_officials_word_them(example: Plan) -> None:
    kinds = {read_deadline(measure.due).kind for measure in example.of(Measure).values()}
    assert {DeadlineKind.DATE, DeadlineKind.RECURRING, DeadlineKind.OPEN_ENDED} <= kinds
    assert len({measure.due for measure in example.of(Measure).values()}) >= 15


def test_every_top_measure_has_supporting_units_and_milestones(example: Plan) -> None:
    for measure in top_measures(example):
        leads = example.targets(measure.id, "unit", "lead")
        supporting = example.targets(measure.id, "unit", "supporting")
        assert supporting
        assert not set(leads) & set(supporting), measure.title
        assert len(example.children(measure.id, Milestone)) >= 2
        assert measure.criterion


def test_the_register_of_units(example: Plan) -> None:
    units = list(example.of(Unit).values())
    names = [name for unit in units for name in unit.all_names]
    assert len(names) == len(set(names))
    assert len(units) >= 20
    assert [unit.display_name for unit in units if unit.collective] == ["各区政府"]


def test_work_is_in_every_state(example: Plan) -> None:
    assert {measure.status for measure in top_measures(example)} == STATUSES
    assert len(example.of(Adjustment)) == 4
    assert all(one.reason and one.approval for one in example.of(Adjustment).values())
    assert len(example.of(Goal)) >= 40


def test_reports_run_forward_in_time(example: Plan) -> None:
    for measure in top_measures(example):
        reports = example.children(measure.id, Report)
        assert [report.date for report in reports] == sorted(report.date for report in reports)
        shares = [report.percent or 0 for report in reports]
        assert shares == sorted(shares)
        if measure.status in ("done", "closed"):
            assert shares[-1] == 100
        if measure.status == "not_started":
            assert not reports


def test_nothing_is_reported_before_it_begins_or_after_today(example: Plan) -> None:
    for measure in top_measures(example):
        begins = first_day(measure.start)
        reached = [one.done for one in example.children(measure.id, Milestone) if one.done]
        for day in [*reached, *(report.date for report in example.children(measure.id, Report))]:
            assert begins <= last_day(day), measure.title
            assert day < "2026-11"


def test_what_comes_after_starts_when_the_other_is_due(example: Plan) -> None:
    order = [link for link in example.of(Link).values() if link.relation == "after"]
    assert len(order) == 5
    for link in order:
        earlier, later = example.get(link.target, Measure), example.get(link.parent, Measure)
        end = read_deadline(end_in_force(example, earlier)).end
        assert end is not None
        assert end < first_day(later.start)


def test_blank_is_a_cover_and_nothing_else(blank: Plan) -> None:
    assert list(blank.items()) == [blank.head]
    assert blank.head.title


def _is_understood(words: str) -> bool:
    return read_deadline(words).kind in (DeadlineKind.DATE, DeadlineKind.RECURRING, DeadlineKind.OPEN_ENDED)


def _same_place_and_title(one: Item, other: Item) -> bool:
    if one.kind.key == "plan":
        return True
    return (one.parent, one.rank, one.value("title")) == (other.parent, other.rank, other.value("title"))
