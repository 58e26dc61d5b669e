"""Texts written by hand are kept, rewritten and given up in one step that can be undone."""

from itertools import count

import pytest

from planner.app.commands.reporting import write_passages
from planner.app.passages import Slot, Written, marked_parts, passage_in
from planner.domain.changes import apply
from planner.domain.items import Passage, PlanHead
from planner.domain.plan import Plan

SUMMARY = Slot("bulletin", "summary", "2025-10")
UNITS = Slot("bulletin", "units", "2025-10")
NEXT = Slot("report", "next")


@pytest.fixture
def plan():
    return Plan(
        [
            PlanHead("plan", title="计划"),
            Passage("p", "", "A", "bulletin", "summary", "2025-10", text="完成9项", numbers='{"done": "9"}'),
            Passage("q", "", "B", "report", "next", text="加快"),
        ]
    )


def test_all_texts_change_in_one_step_and_back(plan):
    before = plan.copy()
    ids = (f"new{number}" for number in count())
    written = {
        SUMMARY: Written("完成10项", {"done": "10"}),
        UNITS: Written("单位", {"done": "10"}),
        NEXT: Written("", {}),
    }
    change_set = write_passages(plan, written, lambda: next(ids))
    apply(plan, change_set.changes)
    assert passage_in(plan, SUMMARY).text == "完成10项"
    assert passage_in(plan, UNITS).text == "单位"
    assert passage_in(plan, NEXT) is None
    apply(plan, change_set.inverse().changes)
    assert plan == before


def test_looking_a_number_over_takes_its_mark_away(plan):
    now = {"done": "10"}
    assert [part.now for part in marked_parts(passage_in(plan, SUMMARY), now)] == ["", "10", ""]
    change_set = write_passages(plan, {SUMMARY: Written("完成9项", now)}, lambda: "new")
    apply(plan, change_set.changes)
    assert [part.now for part in marked_parts(passage_in(plan, SUMMARY), now)] == [""]


def test_nothing_new_is_no_change_and_giving_up_has_its_own_name(plan):
    assert not write_passages(plan, {SUMMARY: Written("完成9项", {"done": "9"})}, lambda: "new").changes
    assert write_passages(plan, {NEXT: Written("", {})}, lambda: "new").label.code == "drop_passage"
