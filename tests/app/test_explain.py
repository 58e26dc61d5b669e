from datetime import date
from pathlib import Path

import pytest

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.explain import Explanations
from planner.app.words import Words
from planner.domain.changes import Insert, SetField, apply
from planner.domain.items import Adjustment, Measure
from tests.plans import small_plan

TODAY = date(2025, 6, 1)
LOCALE = Path(__file__).parents[2] / "resources" / "locale"


@pytest.fixture
def plan():
    return small_plan()


@pytest.fixture
def explain(plan):
    words, derived = Words("zh", LOCALE), Derived(plan, TODAY)
    explanations = Explanations(plan, derived, Cells(plan, derived, words), words)
    return lambda item_id, key: explanations.of(plan[item_id], key)


@pytest.fixture
def hint(plan):
    words, derived = Words("zh", LOCALE), Derived(plan, TODAY)
    explanations = Explanations(plan, derived, Cells(plan, derived, words), words)
    return lambda typed: explanations.due_hint(plan.get("m1", Measure), typed)


def test_progress_of_a_branch_lists_its_parts(plan, explain):
    apply(plan, [SetField("m1b", "status", "not_started", "done"), SetField("m1b", "weight", None, 3.0)])
    assert explain("m1", "progress") == "按权重：2 项下级举措\n起草：40%，权重 1\n审议：100%，权重 3"


def test_progress_of_a_leaf_says_by_what(plan, explain):
    assert explain("m1a", "progress") == "按 2025-05-31 填报：40%"
    assert explain("layer-2", "progress") == "没有填报，也没有可以汇总的下级举措"
    apply(plan, [SetField("m3", "status", "not_started", "done")])
    assert explain("m3", "progress") == "已完成，按 100% 计"


def test_a_light_says_why(plan, explain):
    apply(plan, [SetField("m1", "due", "2025年底前", "2025年5月31日前")])
    assert explain("m1", "light") == "滞后：已超过完成时限 1 天"


def test_units_are_given_by_their_full_names(explain):
    assert explain("m1", "lead") == "上海市科学技术委员会"


def test_a_deadline_says_its_day_and_what_it_was_first(plan, explain):
    assert explain("m1", "due_now") == "2025年底前\n→ 2025-12-31"
    apply(plan, [Insert(Adjustment("a1", "m1", "A", due="2026年6月底前"))])
    assert explain("m1", "due_now") == "2026年6月底前\n→ 2026-06-30\n时限已作调整，原定：2025年底前"
    assert explain("m3", "due_now") == ""


def test_a_title_comes_with_the_content(plan, explain):
    apply(plan, [SetField("m1", "content", "", "起草并审议")])
    assert explain("m1", "title") == "修订条例\n\n起草并审议"


def test_a_cell_without_field_says_nothing(explain):
    assert explain("layer-1", "lead") == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2025年三季度末", "→ 2025-09-30"),
        ("年底前", "→ 2025-12-31"),
        ("每季度", "→ 周期，下次 2025-06-30"),
        ("持续推进", "→ 长期"),
        ("适当的时候吧", "按原文保留，算不出日期"),
        ("  ", ""),
    ],
)
def test_typed_deadlines_are_read_at_once(hint, typed, said):
    assert hint(typed) == said


def test_the_days_below_a_row_are_named(plan, explain):
    apply(plan, [SetField("m2", "due", "每季度", "2026年3月底前")])
    assert (
        explain("component-1", "due_now") == "下级最早：2025-12-31，修订条例\n下级最晚：2026-03-31，优化服务"
    )
    assert explain("component-2", "due_now") == ""
