"""Which columns a sheet has: fields of one's own, and widths in which no word is broken."""

from dataclasses import replace
from datetime import date

import pytest

from planner.app.words import Words
from planner.domain.items import Facet, Indicator, Link, Measure, OwnField, OwnValue, Report, Term, Unit
from planner.domain.plan import Plan
from planner.reports.asks import asks_table
from planner.reports.checks import checks_table
from planner.reports.outline import outline
from planner.reports.preset import Preset
from planner.reports.sheets import BY_KEY, SHEETS, choosable_columns
from planner.reports.source import Source
from planner.reports.table import CellType
from tests.reports.sources import CHINESE, OFFICIAL, ROOT_FOLDER, TODAY, column, plan_of, read

OWN = (
    OwnField("money", "", "A", title="预算", holds="number"),
    OwnField("kind", "", "B", title="备注", holds="choice", options=("甲类", "乙类")),
    OwnField("double", "", "C", title="两倍", holds="formula", formula="[预算]*2"),
    OwnField("since", "", "D", title="起始", holds="period"),
    OwnField("office", "", "E", title="经办", holds="unit"),
    OwnField("level", "", "F", title="级别", subject="indicator", holds="text"),
)


def plan_with_own_fields() -> Plan:
    return plan_of(
        *OWN,
        Unit("u", "", "A", title="市科委"),
        Measure("m", "", "A", title="任务"),
        OwnValue("m:money", "m", "A", field="money", text="12.5"),
        OwnValue("m:kind", "m", "B", field="kind", text="乙类"),
        OwnValue("m:since", "m", "C", field="since", text="2025-06-30"),
        OwnValue("m:office", "m", "D", field="office", unit="u"),
        Indicator("i", "", "A", title="指标"),
        OwnValue("i:level", "i", "A", field="level", text="国家级"),
    )


def with_columns(sheet: str, **widths: float) -> Preset:
    layout = replace(OFFICIAL.sheets[sheet], columns=widths)
    return replace(OFFICIAL, sheets={**OFFICIAL.sheets, sheet: layout})


def built(plan: Plan, sheet: str, words: Words = CHINESE, **widths: float):
    source = Source.read(plan, TODAY, words, with_columns(sheet, **widths))
    return BY_KEY[sheet].build(source)


def test_all_fields_of_ones_own_stand_where_a_preset_wants_them() -> None:
    table = built(plan_with_own_fields(), "work_plan", task=20, own=12, notes=8)
    assert [one.label for one in table.columns] == [
        "重点任务",
        "预算",
        "备注",
        "两倍",
        "起始",
        "经办",
        "备注",
    ]
    (row,) = table.rows
    assert row.cells[1:6] == (12.5, "乙类", 25.0, date(2025, 6, 30), "市科委")
    assert table.columns[1].type is CellType.NUMBER
    assert table.columns[2].choices == ("甲类", "乙类")
    assert table.columns[5].choices == ("市科委",)


@pytest.mark.parametrize("name", ["own:money", "own:预算"])
def test_one_is_known_by_its_key_and_by_its_name(name: str) -> None:
    table = built(plan_with_own_fields(), "duty", task=20, **{name: 30})
    assert [(one.label, one.width) for one in table.columns] == [("重点任务", 20), ("预算", 30)]
    assert column(table, "own:money") == [None, 12.5]


def test_one_that_the_plan_does_not_have_is_left_out() -> None:
    table = built(plan_of(Measure("m", "", "A", title="任务")), "work_plan", task=20, **{"own:预算": 30})
    assert [one.key for one in table.columns] == ["task"]


def test_indicators_have_theirs() -> None:
    table = built(plan_with_own_fields(), "tracking", title=20, own=12)
    assert column(table, "own:level") == ["国家级"]


def test_data_sheets_and_outlines_have_them_without_asking() -> None:
    source = read(plan_with_own_fields())
    table = BY_KEY["data.measure"].build(source)
    assert column(table, "own:money") == [12.5]
    (row,) = outline(source, {"m": "1."})
    assert {("预算", "12.5"), ("经办", "市科委"), ("两倍", "25")} <= set(row.details)


def test_what_a_person_called_a_field_is_not_translated() -> None:
    english = Words("en", ROOT_FOLDER / "resources" / "locale")
    table = built(plan_with_own_fields(), "work_plan", english, notes=10, **{"own:kind": 10})
    assert [one.label for one in table.columns] == ["Notes", "备注"]


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if not sheet.raw], ids=lambda sheet: sheet.key)
def test_every_column_of_the_official_layout_can_be_chosen(sheet) -> None:
    assert set(OFFICIAL.sheets[sheet.key].columns) <= set(choosable_columns(plan_of(), sheet))


def test_no_latin_word_of_a_heading_or_a_light_is_broken() -> None:
    english = Words("en", ROOT_FOLDER / "resources" / "locale")
    plan = plan_of(Measure("m", "", "A", title="任务"))
    narrow = built(plan, "duty", english, criterion=2, light=2)
    assert narrow.columns[0].width > len("Completion")
    assert narrow.columns[1].width > len("Completed") + 2
    assert [one.width for one in built(plan, "duty", criterion=2, light=2).columns] == [2, 2]


def test_what_the_office_does_itself_is_not_asked_for_and_that_is_said() -> None:
    plan = plan_of(
        Facet("f", "", "A", key="addressees", title="对策对象"),
        Term("t1", "f", "A", title="国家有关部门"),
        Term("t2", "f", "B", title="本市自身"),
        Measure("m1", "", "A", title="请求"),
        Measure("m2", "", "B", title="自办"),
        Link("k1", "m1", "A", relation="term", target="t1"),
        Link("k2", "m2", "A", relation="term", target="t2"),
    )
    table = asks_table(read(plan))
    assert column(table, "task") == ["请求"]
    assert any("本市自身" in note for note in table.notes)


def test_a_finding_about_a_report_names_it_by_its_day() -> None:
    plan = plan_of(Measure("m", "", "A", title="任务"), Report("r", "m", "A", date="2031-01-01", percent=5.0))
    assert "进展报告 2031-01-01" in column(checks_table(read(plan)), "item")
