from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from planner.app.document import Content
from planner.app.template import load
from planner.bootstrap import DATA
from planner.domain.items import Measure, Milestone, OwnField, OwnValue, PlanHead
from planner.domain.plan import Plan
from planner.office.frames import NotReadable, frames_of, read
from planner.storage.plan_file import PlanFile
from tests.strategies import plans

TODAY = date(2026, 3, 1)
NAMES = ["measures", "milestones", "indicators", "values", "units", "links", "terms", "own"]


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "示例.plan"
    PlanFile("0").write(target, Content(load(DATA, "example"), "id"), None)
    return target


def test_a_plan_file_becomes_tidy_tables(path):
    tables = read(path, TODAY)
    assert list(tables) == NAMES
    for name, table in frames_of(load(DATA, "example"), TODAY).items():
        assert_frame_equal(tables[name].sort_index(), table.sort_index())


def test_reading_leaves_the_file_alone(path):
    before = path.read_bytes()
    read(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if entry.name != "planner-home"] == [path.name]


def test_questions_are_answered_in_a_line_each(path):
    tables = read(path, TODAY)
    measures, values = tables["measures"], tables["values"]
    top = measures[measures.depth.eq(0)]
    assert top.groupby("layer").size().to_dict() == {"筑基": 1, "垒台": 9, "立柱": 21, "架梁": 9}
    assert pd.api.types.is_datetime64_any_dtype(measures.due_date)
    assert measures.due_date.dropna().between("2023-01-01", "2031-01-01").all()
    centres = values[values.indicator.eq("外资研发中心数量")].set_index(["role", "period"]).number
    assert centres["target", "2025"] - centres["actual", "2022"] == 29


def test_fields_of_ones_own_are_a_table():
    own = OwnField("f", title="预算", holds="number")
    plan = Plan([PlanHead("plan"), own, Measure("m"), OwnValue("m:f", "m", field="f", text="12.5")])
    (row,) = frames_of(plan, TODAY)["own"].to_dict("records")
    assert (row["parent"], row["field_title"], row["text"]) == ("m", "预算", "12.5")


def test_an_empty_plan_has_tables_with_columns():
    tables = frames_of(Plan([PlanHead("plan")]), TODAY)
    assert all(table.empty for table in tables.values())
    assert {"title", "due_date"} <= set(tables["measures"].columns)
    assert tables["measures"].due_date.dtype.kind == "M"


def test_what_is_not_given_is_missing_and_no_zero():
    plan = Plan([PlanHead("plan"), Measure("m", nature="qualitative"), Milestone("s", "m", due="持续推进")])
    tables = frames_of(plan, TODAY)
    assert pd.isna(tables["measures"].progress["m"])
    assert pd.isna(tables["measures"].due_date["m"])
    assert pd.isna(tables["milestones"].due_date["s"])


@settings(max_examples=25)
@given(plans())
def test_any_plan_becomes_tables(plan):
    tables = frames_of(plan, TODAY)
    assert set(tables["measures"].index) == set(plan.of(Measure))


@pytest.mark.parametrize("content", [b"", b"not a plan", b"SQLite format 3\0" + bytes(4000)])
def test_other_files_are_refused(tmp_path, content):
    target = tmp_path / "x.plan"
    target.write_bytes(content)
    with pytest.raises(NotReadable):
        read(target)


def test_tables_of_another_version_are_refused(path):
    renamed = path.read_bytes().replace(b'"weight"', b'"height"')
    path.write_bytes(renamed)
    with pytest.raises(NotReadable, match="measures"):
        read(path)
