from datetime import date

import pytest

from planner.app.commands.typed import is_typed, set_typed
from planner.domain.changes import apply
from planner.domain.errors import Refusal, Refused
from planner.domain.items import Measure, Unit, kind_of
from tests.plans import counting_ids, small_plan

TODAY = date(2025, 6, 1)


def typed(key, text, item_id="m1"):
    plan = small_plan()
    apply(plan, set_typed(plan, item_id, key, text, TODAY, counting_ids()).changes)
    return plan


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", "  修订\n条例 ", "修订 条例"),
        ("content", " 一\n二\n", "一\n二"),
        ("due", "2025年三季度末", "2025年三季度末"),
        ("status", "in_progress", "in_progress"),
        ("start", "2025年3月", "2025-03"),
        ("start", "", ""),
        ("weight", "1.5", 1.5),
        ("weight", " ", None),
    ],
)
def test_text_becomes_what_the_field_holds(key, text, value):
    assert typed(key, text)["m1"].value(key) == value


def test_a_share_may_have_its_sign():
    assert typed("percent", "60％", "r1")["r1"].value("percent") == 60


def test_names_of_units_become_links():
    plan = typed("supporting", "教委、市统计局")
    assert plan.targets("m1", "unit", "supporting") == ["u2", "new-1"]
    assert plan.get("new-1", Unit).title == "市统计局"


def test_the_duty_typed_behind_units_becomes_the_measures():
    plan = typed("lead", "市科委、教委按职责分工负责")
    assert plan.targets("m1", "unit", "lead") == ["u1", "u2"]
    assert plan.get("m1", Measure).duty == "按职责分工负责"


def test_several_names_are_split():
    assert typed("aliases", "科委，科技委", "u1")["u1"].value("aliases") == ("科委", "科技委")


@pytest.mark.parametrize(
    ("key", "text"), [("start", "不久"), ("weight", "很大"), ("weight", "nan"), ("status", "推进中")]
)
def test_what_cannot_be_read_is_refused(key, text):
    with pytest.raises(Refused) as refused:
        typed(key, text)
    assert refused.value.code is Refusal.BAD_VALUE


@pytest.mark.parametrize("key", ["progress", "number", "indicators", "nothing"])
def test_what_is_not_typed_is_refused(key):
    with pytest.raises(Refused) as refused:
        typed(key, "1")
    assert refused.value.code is Refusal.UNKNOWN_FIELD


def test_the_field_table_says_what_is_typed():
    by_key = kind_of(Measure).by_key
    assert [key for key in ("title", "lead", "terms", "light") if is_typed(by_key[key])] == [
        "title",
        "lead",
        "terms",
    ]
