from datetime import date
from pathlib import Path

from planner.app.cells import Cells
from planner.app.derived import Derived
from planner.app.usage import Usage, usage_summary, usages
from planner.app.words import Words
from tests.plans import small_plan

WORDS = Words("zh", Path("resources/locale"))


def test_links_and_references_are_found():
    assert usages(small_plan(), "u2") == [Usage("m1", "supporting", "u2")]
    assert usages(small_plan(), "t2") == [Usage("m3", "terms", "t2")]


def test_what_stands_below_is_looked_for_too():
    assert usages(small_plan(), "f1") == [Usage("t2", "broader", "t1")]


def test_the_summary_names_fields_and_counts():
    plan = small_plan()
    cells = Cells(plan, Derived(plan, date(2025, 11, 30)), WORDS)
    assert usage_summary(plan, "u1", WORDS, cells) == "“市科委”仍在使用：牵头单位 1 处"
    assert usage_summary(plan, "m2", WORDS, cells) == ""
