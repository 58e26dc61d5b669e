"""A template's source is read as it is meant, or refused with file and entry."""

from pathlib import Path
from typing import Any

import pytest

from planner.app import template
from planner.app.template import build_template
from planner.app.template_source import BrokenSource, Problem
from planner.domain.items import Indicator, IndicatorValue, Link, Measure, Milestone, Node, PlanHead, Term
from planner.domain.plan import Plan

BASE: dict[str, Any] = {
    "plan": {"title": "计划"},
    "layers": [{"id": "layer-1", "title": "筑基", "components": [{"id": "component-1", "title": "立法"}]}],
    "facets": [
        {"id": "causes", "key": "causes", "terms": [{"id": "cause-1", "title": "投入不够"}]},
        {"id": "kinds", "key": "kinds", "terms": [{"id": "kind-1", "title": "投入不够"}]},
    ],
    "indicators": [{"id": "indicator-1", "title": "占比", "values": [{"number": 12, "period": "2025"}]}],
    "measures": [
        {
            "id": "measure-1",
            "title": "增加投入",
            "under": "立法",
            "readings": {"causes": "投入不够", "indicators": ["占比"]},
            "milestones": [{"title": "印发"}, {"title": "评估"}],
            "submeasures": [{"id": "measure-1-1", "title": "年度预算"}],
        }
    ],
    "units": [{"id": "unit-1", "title": "科学技术委员会", "short_names": ["市科委"]}],
}


def build(*more: dict[str, Any]) -> Plan:
    sources = [("base.toml", BASE), *((f"more-{number}.toml", one) for number, one in enumerate(more, 1))]
    return build_template(sources)


def test_entries_become_items_in_their_places() -> None:
    plan = build()
    assert plan.head == PlanHead("plan", "", plan.head.rank, title="计划")
    assert [node.id for node in plan.children("layer-1", Node)] == ["component-1"]
    assert [measure.id for measure in plan.children("component-1", Measure)] == ["measure-1"]
    assert [measure.id for measure in plan.children("measure-1", Measure)] == ["measure-1-1"]


def test_parts_are_numbered_and_stay_in_order() -> None:
    milestones = build().children("measure-1", Milestone)
    assert [(one.id, one.title) for one in milestones] == [
        ("measure-1.milestone-1", "印发"),
        ("measure-1.milestone-2", "评估"),
    ]


def test_whole_numbers_are_stored_as_the_file_will_give_them_back() -> None:
    [value] = build().children("indicator-1", IndicatorValue)
    assert isinstance(value.number, float)


def test_readings_are_links_marked_as_such_and_facets_tell_equal_titles_apart() -> None:
    plan = build({"measures": [{"of": "measure-1", "tags": {"kinds": "投入不够"}}]})
    links = {link.target: link.reading for link in plan.children("measure-1", Link)}
    assert links == {"cause-1": True, "indicator-1": True, "kind-1": False}


def test_a_later_source_adds_to_an_earlier_one() -> None:
    plan = build(
        {
            "plan": {"issuer": "市科委"},
            "measures": [
                {"of": "measure-1", "due": "2025年底前", "lead": "市科委", "milestones": [{"title": "推广"}]}
            ],
            "indicators": [{"of": "indicator-1", "unit": "%"}],
        }
    )
    assert (plan.head.title, plan.head.issuer) == ("计划", "市科委")
    assert plan.get("measure-1", Measure).title == "增加投入"
    assert plan.get("measure-1", Measure).due == "2025年底前"
    assert plan.targets("measure-1", "unit", "lead") == ["unit-1"]
    assert plan.children("measure-1", Milestone)[-1].id == "measure-1.milestone-3"
    assert plan.get("indicator-1", Indicator).unit == "%"


def test_a_term_may_name_a_broader_one_that_stands_further_on() -> None:
    facets = [
        {"id": "symptoms", "key": "symptoms", "terms": [{"id": "s", "title": "表现", "broader": "问题甲"}]},
        {"id": "problems", "key": "problems", "terms": [{"id": "p", "title": "问题甲"}]},
    ]
    assert build({"facets": facets}).get("s", Term).broader == "p"


@pytest.mark.parametrize(
    ("source", "problem", "place", "found"),
    [
        ({"measurs": []}, Problem.UNKNOWN_KEY, "more-1.toml", "measurs"),
        ({"plan": []}, Problem.BAD_SHAPE, "more-1.toml: plan", "[]"),
        ({"units": {}}, Problem.BAD_SHAPE, "more-1.toml:", "units"),
        ({"units": ["市科委"]}, Problem.BAD_SHAPE, "more-1.toml: units[1]", "市科委"),
        ({"units": [{"id": "u", "fax": "1"}]}, Problem.UNKNOWN_KEY, "more-1.toml: units[1]", "fax"),
        ({"units": [{"id": "u", "since": "去年"}]}, Problem.BAD_VALUE, "units[1]", "since = '去年'"),
        ({"units": [{"title": "某局"}]}, Problem.NO_ID, "units[1] “某局”", "某局"),
        ({"units": [{"id": "unit-1"}]}, Problem.TWICE, "units[1]", "unit-1"),
        ({"units": [{"id": 7}]}, Problem.BAD_VALUE, "units[1]", "7"),
        ({"units": [{"id": "u", "tags": {"kinds": "甲"}}]}, Problem.UNKNOWN_KEY, "units[1]", "kinds"),
        ({"measures": [{"of": "measure-9"}]}, Problem.NOT_FOUND, "measures[1] “measure-9”", "measure-9"),
        ({"measures": [{"of": "unit-1"}]}, Problem.NOT_FOUND, "measures[1]", "unit-1"),
        ({"measures": [{"of": "measure-1", "lead": "市教委"}]}, Problem.NOT_FOUND, "measures[1]", "市教委"),
        ({"measures": [{"of": "measure-1", "lead": 3}]}, Problem.BAD_VALUE, "measures[1]", "3"),
        (
            {"measures": [{"of": "measure-1", "readings": {"causes": "cause-1"}}]},
            Problem.TWICE,
            "measures[1]",
            "cause-1",
        ),
        (
            {"measures": [{"of": "measure-1", "terms": "投入不够"}]},
            Problem.AMBIGUOUS,
            "measures[1]",
            "投入不够",
        ),
        ({"measures": [{"id": "m", "under": "架空"}]}, Problem.NOT_FOUND, "measures[1]", "架空"),
        (
            {"layers": [{"id": "l", "components": [{"id": "c", "components": [{"id": "d"}]}]}]},
            Problem.UNSOUND,
            "layers[1] components[1]",
            "wrong_parent",
        ),
    ],
)
def test_mistakes_are_named_with_file_and_entry(
    source: dict[str, Any], problem: Problem, place: str, found: str
) -> None:
    with pytest.raises(BrokenSource) as caught:
        build(source)
    assert caught.value.problem is problem
    assert caught.value.place.startswith("more-1.toml")
    assert place in caught.value.place
    assert found in str(caught.value)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "blank").mkdir()
    (tmp_path / "blank" / "plan.toml").write_text("[plan\n", "utf-8")
    with pytest.raises(BrokenSource, match=r"blank/plan\.toml: not_toml"):
        template.load(tmp_path, "blank")


def test_a_missing_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        template.load(tmp_path, "blank")


def test_names() -> None:
    assert template.NAMES == ("shanghai", "example", "blank")
