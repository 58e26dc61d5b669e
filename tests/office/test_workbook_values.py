"""What openpyxl reads in a workbook is what stands in the plan."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.items import Indicator, IndicatorValue, Measure, Node, PlanHead, Unit
from planner.domain.plan import Plan
from planner.reports.outcome import RemarkCode, remark_sentence
from tests.office.workbooks import expected_values, heading_row, opened, shown_values, table_of, tables, write
from tests.plans import small_plan
from tests.reports.sources import CHINESE, deep_measures, example_plan, house, plan_of
from tests.reports.test_indicators import TABLE_1
from tests.strategies import plans

PAYLOADS = (
    '=HYPERLINK("http://example.org","点我")',
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "'=1+1",
    "＝1+1",
    "＠SUM(1)",
    '=IMPORTXML("http://example.org","//a")',
    '=WEBSERVICE("http://example.org")',
    'DDE("cmd";"/C calc";"x")',
    "{=1+1}",
    "http://example.org/",
    "mailto:a@example.org",
    "file:///etc/passwd",
    "<r><t>标记</t></r>",
    "<r>断开的标记</r>",
    "<img src=x onerror=alert(1)>",
    "&amp; &#65; ]]>",
    "00123",
    "123456789012345678",
    "1E5",
    "2025-06-30",
    "TRUE",
    "#N/A",
    "👩‍🔬🇨🇳 研发",
    "مرحبا بالعالم",
    "\u202e反向\u202c",
    "  前后空格  ",
)


@pytest.mark.parametrize(
    "plan", [small_plan(), example_plan(), plan_of(), plan_of(*house()), Plan([PlanHead("plan")])]
)
def test_every_value_reads_back(plan: Plan, tmp_path) -> None:
    book = opened(write(plan, tmp_path))
    made = tables(plan)
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == [
        table.name for table in made
    ]
    for table in made:
        assert shown_values(book[table.name], table) == expected_values(table), table.name


def test_table_1_cell_by_cell(tmp_path) -> None:
    sheet = opened(write(example_plan(), tmp_path))["指标体系"]
    table = table_of(example_plan(), "indicators")
    first = heading_row(table)
    assert [cell.value for cell in sheet[first][:3]] == ["目的", "指标/单位", "2025年目标"]
    assert [tuple(row) for row in shown_values(sheet, table)[:8]] == TABLE_1
    assert all(isinstance(sheet.cell(first + row, 3).value, int | float) for row in range(1, 9))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_whatever_it_says(payload: str, tmp_path) -> None:
    plan = plan_of(
        Node("n", "", "A", title=payload),
        Measure("m", "n", "A", title=payload, notes=payload, due=payload),
        Unit("u", "", "A", title=payload),
        Indicator("i", "", "A", title=payload, unit=payload),
        title=payload,
    )
    written = write(plan, tmp_path)
    book = opened(written)
    sheet = book["工作计划"]
    table = table_of(plan, "work_plan")
    row = sheet[heading_row(table) + 1]
    assert [row[index].value for index in (1, 3, 8, 9)] == [payload] * 4
    for page in book.worksheets:
        for cells in page.iter_rows():
            assert all(cell.data_type in ("s", "n", "d") for cell in cells)
            assert all(cell.hyperlink is None or cell.hyperlink.target is None for cell in cells)
    assert written.remarks == ()


def test_what_begins_like_a_formula_keeps_being_text_when_edited(tmp_path) -> None:
    plan = plan_of(Measure("m", "", "A", title="=1+1", notes="平常"), title="=标题")
    sheet = opened(write(plan, tmp_path))["工作计划"]
    row = sheet[heading_row(table_of(plan, "work_plan")) + 1]
    assert row[3].quotePrefix
    assert sheet["A1"].quotePrefix
    assert not row[9].quotePrefix


def test_control_characters_are_removed_and_said(tmp_path) -> None:
    plan = plan_of(Measure("m", "", "A", title="甲\x00\x0b\ud800\ufffe乙"))
    written = write(plan, tmp_path)
    table = table_of(plan_of(Measure("m", "", "A", title="甲乙")), "work_plan")
    assert shown_values(opened(written)["工作计划"], table) == expected_values(table)
    remark = next(remark for remark in written.remarks if remark.place.startswith("工作计划"))
    assert remark_sentence(CHINESE, remark) == "工作计划!D4：去掉了 4 个不能写入表格的控制字符。"


def test_a_note_of_40000_characters_is_shortened_and_said(tmp_path) -> None:
    plan = plan_of(Measure("m", "", "A", title="甲", notes="长" * 40_000))
    written = write(plan, tmp_path)
    value = opened(written)["工作计划"]["J4"].value
    assert isinstance(value, str)
    assert (len(value), value[-3:]) == (32_767, "长……")
    assert {remark.code for remark in written.remarks} == {RemarkCode.SHORTENED, RemarkCode.TOO_HIGH}
    assert "40000" in remark_sentence(
        CHINESE, next(r for r in written.remarks if r.code is RemarkCode.SHORTENED)
    )


@pytest.mark.parametrize(
    ("number", "value"), [(1e15, "1000000000000000"), (123456789012345.0, 123456789012345), (-0.5, -0.5)]
)
def test_a_number_stays_a_number_while_a_cell_keeps_its_digits(
    number: float, value: object, tmp_path
) -> None:
    plan = plan_of(
        Indicator("i", "", "A", title="甲", grade="main"),
        IndicatorValue("v", "i", "A", role="target", period="2025", number=number),
    )
    assert opened(write(plan, tmp_path))["指标体系"]["C4"].value == value


def test_a_day_before_a_workbook_counts_days_is_text(tmp_path) -> None:
    plan = plan_of(
        Indicator("i", "", "A", title="甲"),
        IndicatorValue("v", "i", "A", role="actual", period="1899-12-31", number=1),
    )
    table = table_of(plan, "tracking")
    shown = shown_values(opened(write(plan, tmp_path))["指标跟踪"], table)
    assert "1899-12-31" in shown[0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_text_can_be_written(tmp_path, texts: list[str]) -> None:
    measures = [
        Measure(f"m{index}", "", f"A{index}", title=text, content=text) for index, text in enumerate(texts)
    ]
    sheet = opened(write(plan_of(*measures), tmp_path))["工作计划"]
    assert sheet.max_row >= 3 + len(texts)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans())
def test_any_plan_reads_back(tmp_path, plan: Plan) -> None:
    book = opened(write(plan, tmp_path))
    for table, sheet in zip(tables(plan), book.worksheets, strict=False):
        assert shown_values(sheet, table) == expected_values(table)
        for one, other in combinations(sheet.merged_cells.ranges, 2):
            assert one.isdisjoint(other)


def test_parts_are_outlined_five_levels_deep(tmp_path) -> None:
    plan = plan_of(*deep_measures(5))
    sheet = opened(write(plan, tmp_path))["工作计划"]
    first = heading_row(table_of(plan, "work_plan")) + 1
    assert [sheet.row_dimensions[first + level].outlineLevel for level in range(5)] == [0, 1, 2, 3, 4]
    assert not sheet.sheet_properties.outlinePr.summaryBelow


def test_more_levels_than_excel_has_are_kept_at_its_deepest(tmp_path) -> None:
    plan = plan_of(*deep_measures(10))
    sheet = opened(write(plan, tmp_path))["工作计划"]
    first = heading_row(table_of(plan, "work_plan")) + 1
    assert sheet.row_dimensions[first + 9].outlineLevel == 7
