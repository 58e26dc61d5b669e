"""What makes a workbook live: links, lists, lights, the time line, tables, names, charts, comments."""

import re
from datetime import date
from zipfile import ZipFile

import pytest

from planner.domain.items import Measure
from planner.reports.options import ExportOptions, SheetChoice, TimeUnit
from planner.reports.sheets import SHEETS
from planner.reports.table import SHAPES
from tests.office.workbooks import opened, table_of, tables, write
from tests.plans import small_plan
from tests.reports.sources import TODAY, example_plan, plan_of


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write(example_plan(), tmp_path_factory.mktemp("live"))


@pytest.fixture(scope="module")
def book(written):
    return opened(written, formulas=True)


def part(written, name: str) -> str:
    with ZipFile(written.path) as parts:
        return parts.read(name).decode()


def test_every_sheet_of_the_cover_is_linked_and_leads_back(book) -> None:
    cover = book["封面与说明"]
    led_to = [cell.hyperlink.location for (cell,) in cover["B1:B80"] if cell.hyperlink]
    assert led_to == [f"'{table.name}'!A1" for table in tables(example_plan())[1:]]
    for table in tables(example_plan()):
        if table.back:
            back = book[table.name].cell(1, len(table.columns) + 2)
            assert (back.value, back.hyperlink.location) == ("返回目录", "'封面与说明'!A1")


def test_a_number_leads_to_the_measure_that_it_names(book) -> None:
    table = table_of(example_plan(), "milestones")
    sheet, plan_sheet = book["里程碑计划"], book["工作计划"]
    first = table.first_row + 1
    location = sheet.cell(first, 1).hyperlink.location
    line = int(re.fullmatch(r"'工作计划'!A(\d+)", location)[1])
    assert plan_sheet.cell(line, 1).value == sheet.cell(first, 1).value
    assert plan_sheet.cell(line, 4).value == sheet.cell(first, 2).value


def test_status_and_units_are_chosen_from_lists_in_cells(book) -> None:
    lists = book["选项表"]
    assert lists.sheet_state == "hidden"
    validations = book["数据_举措"].data_validations.dataValidation
    sources = {validation.formula1 for validation in validations}
    assert sources
    for source in sources:
        target = book.defined_names[source].attr_text
        column = re.search(r"!\$([A-Z]+)\$2:", target)[1]
        choices = [cell.value for cell in lists[column][1:] if cell.value]
        assert choices == ["未注明", "定量", "定性"] or "推进中" in choices or "市科委" in choices


def test_a_changed_light_changes_its_colour(book) -> None:
    rules = [rule for found in book["任务责任清单"].conditional_formatting for rule in found.rules]
    assert {rule.text for rule in rules} == set(SHAPES.values())


def test_the_time_line_is_filled_from_the_days(book) -> None:
    from openpyxl.utils.datetime import from_excel

    sheet, table = book["甘特图"], table_of(example_plan(), "gantt")
    first = table.first_row + 1
    rules = [
        rule for found in sheet.conditional_formatting for rule in found.rules if rule.type == "expression"
    ]
    assert any(f'$D{first}<>""' in rule.formula[0] and "EDATE" in rule.formula[0] for rule in rules)
    assert book.defined_names["as_of_date"].attr_text.replace("'", "") == "选项表!$A$2"
    assert book["选项表"]["A2"].value.date() == TODAY
    starts = [column.starts for column in table.columns if column.starts]
    heading = [
        from_excel(cell.value).date() for cell in sheet[table.first_row] if isinstance(cell.value, int)
    ]
    assert heading == starts == sorted(starts)


def test_months_can_be_columns(tmp_path) -> None:
    options = ExportOptions(TODAY, "zh", (SheetChoice("gantt"),), gantt_unit=TimeUnit.MONTH)
    (table,) = tables(small_plan(), options=options)
    starts = [column.starts for column in table.columns if column.starts]
    assert starts[0].day == 1
    assert len(starts) == 24
    assert table.timeline.months == 1


def test_data_sheets_are_tables_with_nothing_merged(book) -> None:
    for sheet in SHEETS:
        if sheet.raw:
            page = book[sheet.label]
            (table,) = page.tables.values()
            assert table.name == sheet.key.replace(".", "_")
            assert not page.merged_cells.ranges
            assert [cell.value for cell in page[1][:2]] == ["条目编号", "上级编号"]


def test_charts_are_native_and_know_their_values(written) -> None:
    chart = part(written, "xl/charts/chart1.xml")
    assert "各层平均进度" in chart
    assert "<c:v>筑基</c:v>" in chart


def test_the_axes_of_charts_suit_what_is_counted(tmp_path) -> None:
    options = ExportOptions.of_sheets(TODAY, "zh", "statistics")
    written = write(small_plan(), tmp_path, options=options)
    assert '<c:max val="1"/>' in part(written, "xl/charts/chart1.xml")
    assert '<c:majorUnit val="1"/>' in part(written, "xl/charts/chart2.xml")


def test_what_no_row_can_show_is_said_on_paper_and_kept_in_a_comment(tmp_path) -> None:
    long = "很长的内容。" * 400
    written = write(plan_of(Measure("m", "", "A", title="甲", content=long)), tmp_path)
    sheet = opened(written)["工作计划"]
    commented = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert [cell.comment.text for cell in commented] == [long]
    line = commented[0].row
    notes = [row[0].value for row in sheet.iter_rows(min_row=line + 1) if row[0].value]
    assert any(f"第 {line} 行内容超过" in note for note in notes)


def test_the_sheets_asked_for_come_in_their_order_under_their_names(tmp_path) -> None:
    choices = (SheetChoice("milestones", "节点"), SheetChoice("work_plan"), SheetChoice("gone"))
    options = ExportOptions(TODAY, "zh", choices, author="某处")
    book = opened(write(small_plan(), tmp_path, options=options))
    assert book.sheetnames == ["节点", "工作计划", "选项表"]
    assert book["节点"]["D1"].hyperlink is None
    assert book.properties.creator == "某处"


def test_goals_of_the_year_and_its_quarters_are_columns_on_request() -> None:
    options = ExportOptions(date(2026, 3, 1), "zh", yearly_goals=True, quarterly_goals=True)
    table = next(table for table in tables(example_plan(), options=options) if table.key == "work_plan")
    labels = [column.label for column in table.columns]
    assert labels[-6:] == ["2026年度目标", "一季度", "二季度", "三季度", "四季度", "备注"]
    assert any(row.cells[-6] for row in table.rows)
    assert any(row.cells[-5] for row in table.rows)
