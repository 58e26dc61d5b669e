from datetime import date

import pytest

from planner.app.commands.edit import set_field
from planner.app.commands.reporting import close_period, write_passages
from planner.app.document import Content
from planner.app.log import Entry
from planner.app.passages import Slot, Written, passage_in
from planner.app.periods import PeriodLost, UnknownPeriod, period_code, state_of
from planner.domain.changes import apply
from planner.domain.items import Measure, PlanHead
from planner.domain.plan import Plan

TODAY = date(2025, 11, 3)


def a_plan():
    return Plan([PlanHead("plan", title="计划"), Measure("m", title="旧名")])


def content_after(plan, *commands):
    entries = []
    for command in commands:
        change_set = command(plan, len(entries))
        apply(plan, change_set.changes)
        entries.append(Entry.of(len(entries) + 1, change_set))
    return Content(plan, "id", tuple(entries))


def closing(plan, revision):
    return close_period(plan, "2025年10月", revision, TODAY, lambda: "p")


def renaming(plan, _revision):
    return set_field(plan, "m", "title", "新名", TODAY)


def test_a_closed_period_shows_the_plan_as_it_was():
    content = content_after(a_plan(), closing, renaming)
    state = state_of(content, "2025-10", TODAY)
    assert state.plan.get("m", Measure).title == "旧名"
    assert content.plan.get("m", Measure).title == "新名"
    assert (state.title, state.period, state.day) == ("2025年10月", "2025-10", date(2025, 10, 31))


def test_a_period_without_its_history_is_lost():
    content = content_after(a_plan(), closing, renaming)
    with pytest.raises(PeriodLost):
        state_of(Content(content.plan, "id", content.entries[1:][:0]), "2025-10", TODAY)


def test_texts_written_later_stand_in_a_closed_period():
    def writing(plan, _revision):
        slot = Slot("bulletin", "summary", "2025-10")
        return write_passages(plan, {slot: Written("手写", {"done": "1"})}, lambda: "t")

    content = content_after(a_plan(), closing, writing)
    found = passage_in(state_of(content, "2025-10", TODAY).plan, Slot("bulletin", "summary", "2025-10"))
    assert found is not None
    assert found.text == "手写"


@pytest.mark.parametrize(("typed", "code"), [("2025年10月", "2025-10"), ("2025-Q3", "2025-Q3"), ("明天", "")])
def test_periods_are_read_as_people_write_them(typed, code):
    assert period_code(typed) == code


def test_what_is_no_period_is_refused():
    with pytest.raises(UnknownPeriod):
        state_of(Content(a_plan(), "id"), "明天", TODAY)
