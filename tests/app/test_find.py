import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.find import BadPattern, Find, find, replace, text_fields
from planner.domain.items import Measure, PlanHead, Unit
from planner.domain.plan import Plan
from tests.app.steps import after
from tests.plans import small_plan


def places(hits):
    return [(hit.item_id, hit.key) for hit in hits]


def test_texts_of_all_kinds_are_searched_in_the_order_of_the_tree():
    hits = find(small_plan(), Find("教委"))
    assert places(hits) == [("u2", "short_names"), ("u2", "aliases")]
    assert places(find(small_plan(), Find("2025"))) == [("m1", "due"), ("s1", "due")]
    assert places(find(small_plan(), Find("草"))) == [("s1", "title"), ("m1a", "title"), ("r1", "done")]


def test_a_hit_shows_where_and_what_it_will_be():
    (hit,) = find(small_plan(), Find("条例"), "法规")
    assert (hit.before, hit.spans, hit.after) == ("修订条例", ((2, 4),), "修订法规")
    assert after(small_plan(), replace(small_plan(), [hit])).get("m1", Measure).title == "修订法规"


def test_only_the_chosen_fields_and_items():
    assert places(find(small_plan(), Find("2025"), fields={"milestone": ["due"]})) == [("s1", "due")]
    assert places(find(small_plan(), Find("2025"), item_ids={"m1"})) == [("m1", "due")]


def test_case_and_whole_fields():
    plan = Plan([PlanHead("plan"), Measure("m", title="R&D Centre"), Measure("n", title="r&d")])
    assert places(find(plan, Find("r&d"))) == [("m", "title"), ("n", "title")]
    assert places(find(plan, Find("r&d", case=True))) == [("n", "title")]
    assert places(find(plan, Find("R&D", whole=True))) == [("n", "title")]


def test_patterns_with_groups():
    hits = find(small_plan(), Find(r"(\d{4})年(\S*)底前", regex=True), r"\1年\2末")
    assert [hit.after for hit in hits] == ["2025年末", "2025年6月末"]


def test_backslashes_of_a_plain_replacement_are_kept():
    assert find(small_plan(), Find("条例"), r"\1\n")[0].after == r"修订\1\n"


@pytest.mark.parametrize(("text", "replacement"), [("(", ""), ("条例", r"\9"), ("条例", r"\g<x>")])
def test_what_is_no_pattern_is_told(text, replacement):
    with pytest.raises(BadPattern):
        find(small_plan(), Find(text, regex=True), replacement)


def test_nothing_and_empty_matches_find_nothing():
    assert find(small_plan(), Find("")) == []
    assert find(small_plan(), Find("x*", regex=True)) == []


def test_names_are_replaced_one_by_one_and_emptied_ones_go():
    hits = find(small_plan(), Find("教委", whole=True), "")
    assert after(small_plan(), replace(small_plan(), hits)).get("u2", Unit).aliases == ()


def test_a_single_line_stays_one():
    hits = find(small_plan(), Find("修订"), "修\n订")
    assert replace(small_plan(), hits).changes[0].new == "修 订条例"


def test_fields_without_text_are_not_offered():
    keys = [spec.key for spec in text_fields(small_plan(), "measure")]
    assert "title" in keys
    assert not {"lead", "weight", "status", "light", "start"} & set(keys)


@given(st.text(max_size=3), st.text(max_size=3), st.booleans(), st.booleans())
def test_any_text_is_looked_for_and_replaced(text, replacement, whole, case):
    hits = find(small_plan(), Find(text, case=case, whole=whole), replacement)
    after(small_plan(), replace(small_plan(), hits))
