"""Terms are found by the names that people type, and lists of names read with the names known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.term_names import TermNames
from planner.domain.items import Facet, Term
from planner.domain.plan import Plan


def plan_of(*titles):
    """A facet f with the titles; a second one, g, whose terms 其他 and 平台 stand under 上 and 下."""
    terms = [Term(f"t{place}", "f", f"A{place:03}", title=title) for place, title in enumerate(titles)]
    return Plan(
        [
            Facet("f", "", "A", key="areas", title="领域"),
            *terms,
            Facet("g", "", "B", key="kinds", title="类型"),
            Term("up", "g", "A", title="上"),
            Term("down", "g", "B", title="下"),
            Term("up-other", "up", "A", title="其他"),
            Term("down-other", "down", "A", title="其他"),
        ]
    )


def test_a_name_is_the_title_or_as_much_of_the_way_to_it_as_is_needed():
    names = TermNames(plan_of("人才", "上", "其他"))
    assert [names.name(term) for term in ("t0", "t1", "t2", "up", "up-other", "down-other")] == [
        "人才",
        "领域：上",
        "领域：其他",
        "类型：上",
        "上：其他",
        "下：其他",
    ]
    assert all(names.find(name) == term for term, name in names.all.items())


def test_one_facet_alone_has_shorter_names():
    plan = plan_of("其他")
    assert TermNames(plan, plan["f"]).name("t0") == "其他"
    assert TermNames(plan, plan["g"]).name("up-other") == "上：其他"


def test_a_title_that_several_have_is_ambiguous_and_an_unknown_one_is_not():
    names = TermNames(plan_of("其他"))
    assert [names.ambiguous(name) for name in ("其他", "领域：其他", "没有")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人才；资本", ["人才", "资本"]),
        ("财税、金融、人才", ["财税、金融", "人才"]),
        ("人才，财税、金融,新的", ["人才", "财税、金融", "新的"]),
        ("财税、新的", ["财税", "新的"]),
        ("人才、、 人才；", ["人才"]),
        ("人才\n资本", ["人才", "资本"]),
        ("", []),
    ],
)
def test_a_list_is_read_with_the_names_known(text, expected):
    plan = plan_of("人才", "财税、金融", "资本")
    assert TermNames(plan, plan["f"]).split(text) == expected


TITLES = st.text(st.sampled_from("甲乙丙、，"), min_size=1, max_size=6)


@given(st.lists(TITLES, max_size=6))
def test_any_titles_joined_by_a_sign_that_is_in_none_are_read_again(titles):
    plan = plan_of(*titles)
    names = TermNames(plan, plan["f"])
    clear = [name for name in names.all.values() if names.find(name)]
    assert names.split("；".join(clear)) == list(dict.fromkeys(clear))
