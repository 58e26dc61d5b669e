import pytest

from planner.app.commands.structure import remove
from planner.app.search import Search
from planner.app.touched import touched
from planner.domain.changes import ChangeSet, Insert, Label, SetField, apply
from planner.domain.items import Measure
from tests.plans import small_plan


def found(search, plan, looked_for):
    rows = search.find(looked_for)
    return [item_id for item_id in plan.walk() if item_id in rows]


def do(plan, search, *changes):
    apply(plan, changes)
    search.forget(touched(plan, ChangeSet(Label("test"), changes)))


@pytest.mark.parametrize(
    ("looked_for", "expected"),
    [
        ("条例", ["m1"]),
        ("市科委", ["m1"]),
        ("科学技术", ["m1"]),
        ("教委", ["m1"]),
        ("研发投入", ["m1"]),
        ("研发 科委", ["m1"]),
        ("研发 开放", []),
        ("（二）", ["component-2"]),
        ("(二", ["component-2"]),
        ("2.", ["m2"]),
        ("二、", ["layer-2"]),
        ("没有", []),
    ],
)
def test_rows_are_found_by_title_number_units_and_indicators(looked_for, expected):
    plan = small_plan()
    assert found(Search(plan), plan, looked_for) == expected


def test_width_and_case_do_not_matter():
    plan = small_plan()
    apply(plan, [SetField("m2", "title", "优化服务", "支持ＡＩ企业")])
    assert found(Search(plan), plan, "ai") == ["m2"]


@pytest.mark.parametrize("nothing", ["", "  ", "\u3000"])
def test_nothing_to_look_for_is_no_filter(nothing):
    assert Search(small_plan()).find(nothing) is None


def test_a_name_does_not_match_across_two():
    plan = small_plan()
    assert found(Search(plan), plan, "条例上海") == []


def test_what_was_touched_is_read_anew():
    plan = small_plan()
    search = Search(plan)
    assert found(search, plan, "科技局") == []
    do(plan, search, SetField("u1", "aliases", (), ("科技局",)))
    assert found(search, plan, "科技局") == ["m1"]
    do(plan, search, SetField("m3", "title", "开放数据", "科技局数据"))
    assert found(search, plan, "科技局") == ["m1", "m3"]
    do(plan, search, SetField("i1", "title", "研发投入强度", "专利"))
    assert found(search, plan, "专利") == ["m1"]


def test_numbers_follow_the_order():
    plan = small_plan()
    search = Search(plan)
    assert found(search, plan, "2.") == ["m2"]
    do(plan, search, Insert(Measure("m0", "component-1", "0", title="新")))
    assert found(search, plan, "2.") == ["m1"]


def test_a_row_that_went_is_not_found_until_it_is_back():
    plan = small_plan()
    search = Search(plan)
    assert search.find("开放") == {"m3"}
    removal = remove(plan, ["m3"])
    do(plan, search, *removal.changes)
    assert search.find("开放") == set()
    do(plan, search, *removal.inverse().changes)
    assert search.find("开放") == {"m3"}


def test_texts_are_prepared_in_slices():
    plan = small_plan()
    search = Search(plan)
    assert search.prepare(5)
    assert not search.prepare(5)
    assert found(search, plan, "条例") == ["m1"]


SOUNDS = {"市": "s", "科": "k", "委": "w", "修": "x", "订": "d", "条": "t", "例": "l"}


def initials(text):
    return "".join(SOUNDS.get(sign, "") for sign in text)


@pytest.mark.parametrize(
    ("looked_for", "expected"), [("skw", ["m1"]), ("SKW", ["m1"]), ("xdtl", ["m1"]), ("k", [])]
)
def test_titles_and_units_are_found_by_their_initials(looked_for, expected):
    plan = small_plan()
    assert found(Search(plan, initials), plan, looked_for) == expected


def test_initials_follow_a_change():
    plan = small_plan()
    search = Search(plan, initials)
    assert found(search, plan, "xdtl") == ["m1"]
    do(plan, search, SetField("m1", "title", "修订条例", "科"), SetField("m2", "title", "优化服务", "条市"))
    assert found(search, plan, "xdtl") == []
    assert found(search, plan, "ts") == ["m2"]
