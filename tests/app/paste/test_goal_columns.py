"""Headings of columns that hold goals, with one row of headings or two, and what becomes of the cells."""

import pytest

from planner.app.commands.structure import Spot
from planner.app.paste.columns import column_choices, find_columns
from planner.app.paste.goal_columns import read_goal_heading, year_of_plan
from planner.app.paste.grid import Grid
from planner.app.paste.reading import read_grid, read_rows
from planner.app.paste.subtree import paste_as_subtree
from planner.app.words import Words
from planner.domain.changes import apply
from planner.domain.items import Goal, Measure, PlanHead
from planner.domain.plan import Plan
from tests.gui.tree.conftest import RESOURCES
from tests.plans import counting_ids, small_plan


@pytest.mark.parametrize(
    ("heading", "year", "period"),
    [
        ("年度目标 2025年", "", "2025"),
        ("2025年目标", "", "2025"),
        ("2025年度目标任务", "", "2025"),
        ("二〇二五年目标", "", "2025"),
        ("年度目标（2026年）", "2025", "2026"),
        ("年度目标", "2025", "2025"),
        ("全年目标", "2025", "2025"),
        ("年度目标", "", ""),
        ("一季度", "2025", "2025-Q1"),
        ("第三季度目标", "2025", "2025-Q3"),
        ("一季度", "", ""),
        ("2025年四季度", "2020", "2025-Q4"),
        ("2025Q2", "", "2025-Q2"),
        ("Q1", "2026", "2026-Q1"),
        ("上半年工作目标", "2025", "2025-H1"),
        ("6月", "2025", "2025-06"),
        ("2025年", "", "2025"),
        ("2025年完成情况", "", ""),
        ("2025年预算", "", ""),
        ("备注", "2025", ""),
        ("", "2025", ""),
        ("13月", "2025", ""),
    ],
)
def test_a_heading_names_the_period(heading, year, period):
    assert read_goal_heading(heading, year) == period


def test_only_a_plan_of_one_year_completes_a_quarter():
    assert year_of_plan(Plan([PlanHead("plan", start="2025-03", end="2025")])) == "2025"
    assert year_of_plan(small_plan()) == ""
    assert year_of_plan(Plan([])) == ""


def test_the_year_stands_above_the_quarters():
    grid = read_grid(
        "任务\t牵头单位\t2025年\t\t\t\n\t\t一季度\t二季度\t三季度\t四季度\n甲\t市科委\t草案\t送审\t\t出台"
    )
    columns = find_columns(small_plan(), grid)
    assert columns.keys == ("title", "lead", *(f"goal:2025-Q{number}" for number in (1, 2, 3, 4)))


def test_the_word_stands_above_the_years():
    grid = read_grid("序号\t任务\t年度目标\t\n\t\t2025年\t2026年\n1\t甲\t完成草案\t出台")
    assert find_columns(small_plan(), grid).keys == ("number", "title", "goal:2025", "goal:2026")


def test_years_in_the_cells_are_no_headings():
    grid = Grid((("1", "甲", "2025年", "2026年"), ("2", "乙", "2025年", "2027年")))
    assert find_columns(small_plan(), grid).first == 0


def test_goals_come_with_the_measure_in_their_order_and_empty_cells_make_none():
    plan = small_plan()
    pasted = read_rows(plan, read_grid("任务\t2025年目标\t2026年目标\n甲\t形成草案\t\n乙\t\t出台\n"))
    apply(plan, paste_as_subtree(plan, pasted, Spot("component-2"), counting_ids()).change_set.changes)
    made = {measure.title: measure.id for measure in plan.of(Measure).values()}
    goals = {
        title: [(goal.period, goal.content) for goal in plan.children(made[title], Goal)] for title in "甲乙"
    }
    assert goals == {"甲": [("2025", "形成草案")], "乙": [("2026", "出台")]}


def test_the_goals_of_the_plans_years_can_be_chosen():
    choices = column_choices(small_plan(), Words("zh", RESOURCES / "locale"), ["goal:2030-Q1"])
    named = [choices[key] for key in ("goal:2025", "goal:2026-Q3", "goal:2030-Q1")]
    assert named == ["2025年目标", "2026年三季度目标", "2030年一季度目标"]
