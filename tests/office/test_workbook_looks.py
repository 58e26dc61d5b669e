"""How the sheets are set up for the screen and for paper."""

from itertools import combinations
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from openpyxl.utils import get_column_letter

from planner.app.words import Words
from tests.office.workbooks import heading_row, opened, tables, write
from tests.plans import small_plan
from tests.reports.sources import example_plan, plan_of

MM_PER_INCH = 25.4


@pytest.fixture(scope="module")
def example_book(tmp_path_factory):
    return opened(write(example_plan(), tmp_path_factory.mktemp("example")))


EXAMPLE_TABLES = tables(example_plan())
NAMES = [table.name for table in EXAMPLE_TABLES]


@pytest.fixture(params=EXAMPLE_TABLES, ids=NAMES)
def table(request):
    return request.param


@pytest.fixture
def sheet(example_book, table):
    return example_book[table.name]


def test_merged_cells_never_overlap(sheet) -> None:
    for one, other in combinations(sheet.merged_cells.ranges, 2):
        assert one.isdisjoint(other)


def test_the_heading_is_frozen_and_repeated(sheet, table) -> None:
    first = table.first_row + 1
    left = "B" if table.raw else "G" if table.key == "gantt" else "A"
    assert sheet.freeze_panes == f"{left}{first}"
    if not table.charts:
        assert sheet.print_title_rows == f"${table.heading_row + 1}:${first - 1}"


def test_the_page_is_a4_with_its_margins_and_numbers_and_no_wider_unless_for_data(sheet, table) -> None:
    setup = sheet.page_setup
    assert int(setup.paperSize) == 9
    assert setup.orientation == ("landscape" if table.page.landscape else "portrait")
    if table.raw:
        assert sheet.sheet_properties.pageSetUpPr or setup.scale == 60
        assert (setup.pageOrder, sheet.print_title_cols) == ("overThenDown", "$A:$A")
    else:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, None if table.single_page else 0)
    assert sheet.page_margins.left * MM_PER_INCH == pytest.approx(table.page.left)
    assert sheet.page_margins.top * MM_PER_INCH == pytest.approx(table.page.top)
    assert sheet.oddFooter.center.text.strip() == "第 &P 页 共 &N 页"


def test_no_more_than_the_columns_that_are_read_is_printed(sheet, table) -> None:
    last = get_column_letter(len(table.columns))
    assert str(sheet.print_area).rpartition("!")[2].startswith("$A$1:$" + last + "$")


def test_a_data_sheet_is_made_to_fit_only_where_that_makes_it_little_smaller(example_book) -> None:
    setups = [example_book[name].sheet_properties.pageSetUpPr for name in ("数据_进展报告", "数据_举措")]
    assert [bool(setup and setup.fitToPage) for setup in setups] == [True, False]


def test_a_sheet_can_be_filtered_where_nothing_is_merged(sheet, table) -> None:
    filtered = sheet.auto_filter.ref is not None
    assert filtered == (
        table.key in ("tracking", "milestones", "completion", "progress", "gantt", "funding", "checks")
    )


def test_sorting_leaves_the_total_at_the_foot(example_book) -> None:
    sheet = example_book["完成率统计"]
    last = int(sheet.auto_filter.ref.rpartition("F")[2])
    assert sheet.cell(last + 1, 2).value == "合计"


def test_the_ids_stand_in_a_hidden_column_that_is_not_printed(sheet, table) -> None:
    from openpyxl.utils import get_column_letter

    if table.raw:
        assert table.columns[0].key == "id"
        return
    letter = get_column_letter(len(table.columns) + 1)
    first = heading_row(table) + 1
    assert sheet.column_dimensions[letter].hidden
    assert [sheet[f"{letter}{first + row}"].value or "" for row in range(len(table.rows))] == [
        row.source for row in table.rows
    ]
    assert letter not in sheet.print_area.replace("$", "").split("!")[-1]


def test_fonts_and_layers_follow_the_preset(example_book) -> None:
    sheet = example_book["工作计划"]
    assert (sheet["A1"].font.name, sheet["A1"].font.size, sheet["A1"].font.bold) == (
        "方正小标宋简体",
        22,
        False,
    )
    assert (sheet["A3"].font.name, sheet["A3"].font.bold) == ("黑体", True)
    assert (sheet["D5"].font.name, sheet["D5"].font.size) == ("仿宋", 12)
    fills = {
        sheet.cell(row, 2).fill.fgColor.rgb for row in range(4, sheet.max_row) if sheet.cell(row, 2).value
    }
    assert {"FFF6ECDC", "FFDEF0ED", "FFFAE7E1", "FFE8EAF7"} <= fills


def test_the_document_says_its_title_and_nobody_s_name(example_book) -> None:
    assert example_book.properties.title == example_plan().head.title
    assert not example_book.properties.creator
    assert not example_book.properties.lastModifiedBy


def test_a_merged_layer_is_named_again_on_every_page(example_book) -> None:
    sheet = example_book["工作计划"]
    breaks = [entry.id for entry in sheet.row_breaks.brk]
    assert len(breaks) >= 5
    for last_before in breaks:
        assert sheet.cell(last_before + 1, 2).value


def test_the_same_plan_gives_the_same_workbook(tmp_path: Path) -> None:
    first = write(small_plan(), tmp_path).path.read_bytes()
    assert write(small_plan(), tmp_path).path.read_bytes() == first


def test_headings_speak_the_chosen_language(tmp_path: Path) -> None:
    english = {"工作计划": "Work plan", "序号": "No.", "重点任务": "Measure", "牵头单位": "Lead unit"}
    catalogue = Catalog(locale="en")
    for chinese, translated in english.items():
        catalogue.add(chinese, translated)
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "planner.mo").open("wb") as file:
        write_mo(file, catalogue)
    words = Words("en", tmp_path)
    sheet = opened(write(small_plan(), tmp_path, words))["Work plan"]
    table = next(one for one in tables(small_plan(), words) if one.name == "Work plan")
    headings = {cell.value for cell in sheet[heading_row(table)]}
    assert {"No.", "Measure", "Lead unit"} <= headings


def test_a_long_title_takes_two_lines(tmp_path: Path) -> None:
    sheet = opened(write(plan_of(title="很长的计划名称" * 6), tmp_path))["指标体系"]
    assert sheet["A1"].value == "很长的计划名称" * 6 + "\n主要指标"
    assert sheet.row_dimensions[1].height > 60
