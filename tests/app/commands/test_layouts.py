"""Layouts kept in the plan: saved, changed and named, each in one step that is undone whole."""

from pathlib import Path

import pytest

from planner.app.commands.layouts import free_title, save_layout, update_layout
from planner.app.messages import step_name
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.domain.items import Layout
from tests.app.steps import after
from tests.plans import counting_ids, small_plan

ZH = Words("zh", Path("resources/locale"))


@pytest.fixture
def plan():
    return after(small_plan(), save_layout(small_plan(), " 本单位  版式 ", "row_height = 30", counting_ids()))


@pytest.fixture
def layout(plan):
    (layout,) = plan.of(Layout).values()
    return layout


def test_a_layout_is_kept_under_its_name(layout):
    assert (layout.title, layout.spec) == ("本单位 版式", "row_height = 30")


def test_changing_says_only_what_differs(plan, layout):
    change_set = update_layout(plan, layout.id, "本单位 版式", "row_height = 31")
    assert [change.key for change in change_set.changes] == ["spec"]
    assert after(plan, change_set).get(layout.id, Layout).spec == "row_height = 31"
    assert not update_layout(plan, layout.id, layout.title, layout.spec)


@pytest.mark.parametrize("title", ["", "  ", "本单位 版式"])
def test_a_name_is_needed_and_free(plan, title):
    with pytest.raises(Refused):
        save_layout(plan, title, "", counting_ids())


def test_a_free_name_has_a_number(plan):
    assert free_title(plan, "另一个") == "另一个"
    assert free_title(plan, "本单位 版式") == "本单位 版式 2"


def test_the_undo_menu_names_the_steps(plan, layout):
    assert step_name(ZH, save_layout(plan, "新", "", counting_ids()).label) == "新增版式"
    assert step_name(ZH, update_layout(plan, layout.id, "新", "").label) == "更新版式"
