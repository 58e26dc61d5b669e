"""A filled template has the plan in its places, and everything else that the office had put there."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.domain.items import Measure, Milestone, OwnField, OwnValue
from planner.domain.plan import Plan
from planner.office.jobs import ExportJob, ExportRequest
from planner.reports.outcome import RemarkCode
from planner.reports.table import Role, cell_text
from tests.office.libreoffice import SOFFICE, converted
from tests.office.template.books import ROW, bare_template, changed, fill, rich_template
from tests.office.test_workbook_values import PAYLOADS
from tests.office.workbooks import opened, table_of
from tests.reports.sources import PRESETS, ROOT_FOLDER, TODAY, example_plan, house, plan_of

pytestmark = [
    pytest.mark.filterwarnings("ignore:Cannot parse header or footer"),
    pytest.mark.filterwarnings("ignore:.* extension is not supported"),
]
"""What openpyxl, which reads the results, knows nothing of."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="module")
def filled(template: Path):
    return fill(example_plan(), template)


@pytest.fixture(scope="module")
def book(filled):
    return opened(filled, formulas=True)


def work_plan_rows(plan: Plan) -> list[dict[str, str]]:
    table = table_of(plan, "work_plan")
    keys = [column.key for column in table.columns]
    return [{key: cell_text(cell) for key, cell in zip(keys, row.cells, strict=True)} for row in table.rows]


def part(path: Path, name: str) -> str:
    with ZipFile(path) as parts:
        return parts.read(name).decode()


def column_texts(sheet, column: int, first: int, count: int) -> list[str]:
    cells = [sheet.cell(first + row, column) for row in range(count)]
    inside = {
        (line, span.min_col): sheet.cell(span.min_row, span.min_col).value
        for span in sheet.merged_cells.ranges
        for line in range(span.min_row, span.max_row + 1)
    }
    return [str(inside.get((cell.row, column), cell.value) or "") for cell in cells]


@pytest.mark.parametrize(
    ("column", "key"), [(1, "serial"), (2, "layer"), (3, "task"), (5, "lead"), (6, "deadline")]
)
def test_every_row_of_the_plan_is_in_its_columns(book, column: int, key: str) -> None:
    rows = work_plan_rows(example_plan())
    assert column_texts(book["任务表"], column, ROW, len(rows)) == [row[key] for row in rows]


def test_single_values_stand_in_cells_header_and_text_box(book, filled) -> None:
    head = example_plan().head
    sheet = book["任务表"]
    assert sheet["A1"].value == f"{head.title}任务表"
    assert sheet["A2"].value == f"编制单位：{head.issuer}"
    assert sheet["G2"].value == 40
    xml = part(filled.path, "xl/worksheets/sheet1.xml")
    assert f"&amp;L&amp;G&amp;R{head.issuer}" in xml
    assert f"由{head.issuer}填写" in part(filled.path, "xl/drawings/drawing1.xml")


def test_a_placeholder_that_a_program_has_cut_up_in_a_text_box_is_found(
    template: Path, tmp_path: Path
) -> None:
    runs = b"</a:t></a:r><a:r><a:t>"
    cut = changed(
        template,
        "xl/drawings/drawing1.xml",
        "由{{编制单位}}填写".encode(),
        "由{{".encode() + runs + "编制单位".encode() + runs + "}}填写".encode(),
        tmp_path / "cut.xlsx",
    )
    written = fill(example_plan(), cut)
    assert f"由{example_plan().head.issuer}填写" in part(written.path, "xl/drawings/drawing1.xml")


def test_formulas_take_in_all_rows_and_follow_them(book) -> None:
    count = len(work_plan_rows(example_plan()))
    last, sheet = ROW + count - 1, book["任务表"]
    assert sheet.cell(ROW, 8).value == f"=G{ROW}*100/$H${last + 4}"
    assert sheet.cell(last, 8).value == f"=G{last}*100/$H${last + 4}"
    assert sheet.cell(last + 1, 7).value == f"=SUM(G{ROW}:G{last})"
    assert sheet.cell(last + 1, 8).value == f"=SUM(H{ROW}:H{last})"
    assert [cell.value for (cell,) in book["汇总"]["A1:A2"]] == [
        f"=COUNTA(任务表!C{ROW}:C{last})",
        f"=任务表!G{last + 1}",
    ]
    assert book.defined_names["任务区"].attr_text == f"任务表!$A$3:$H${last}"
    assert book.defined_names["合计格"].attr_text == f"任务表!$G${last + 1}"
    assert not sheet.protection.sheet


def test_merges_rules_lists_comments_and_print_set_up_follow(book, filled) -> None:
    last, sheet = ROW + len(work_plan_rows(example_plan())) - 1, book["任务表"]
    merged = {str(span) for span in sheet.merged_cells.ranges}
    assert {"A1:H1", "C3:D3", f"A{last + 2}:B{last + 3}", f"C{ROW}:D{ROW}", f"C{last}:D{last}"} <= merged
    assert {str(rule.sqref) for rule in sheet.conditional_formatting} == {
        f"G{ROW}:G{last}",
        f"F{ROW}:F{last}",
    }
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == [f"H{ROW}:H{last}"]
    assert sheet.cell(last + 2, 1).comment.text == "签字后扫描"
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$3:$3", "landscape")
    assert sheet.print_area == f"'任务表'!$A$1:$H${last + 4}"
    chart = part(filled.path, "xl/charts/chart1.xml")
    assert f"任务表!$G${ROW}:$G${last}" in chart
    box = part(filled.path, "xl/drawings/drawing1.xml")
    assert f"<xdr:row>{last + 2}</xdr:row>" in box
    assert f"<xm:sqref>G{ROW}:G{last}</xm:sqref>" in part(filled.path, "xl/worksheets/sheet1.xml")
    assert f"<x:Row>{last + 1}</x:Row>" in part(filled.path, "xl/drawings/vmlDrawing1.vml")


def test_the_look_of_the_row_is_that_of_all_its_copies(book) -> None:
    rows = len(work_plan_rows(example_plan()))
    sheet = book["任务表"]
    for row in (ROW, ROW + rows - 1):
        cell = sheet.cell(row, 3)
        assert (cell.font.name, cell.font.size, cell.border.left.style) == ("仿宋", 13, "thin")
        assert sheet.cell(row, 7).number_format == "0%"
    assert sheet.cell(ROW + rows, 1).font.bold


def test_what_is_not_filled_in_stays_byte_for_byte(template: Path, filled) -> None:
    with ZipFile(template) as before, ZipFile(filled.path) as after:
        assert before.namelist() == after.namelist()
        same = [name for name in before.namelist() if "media/" in name or "theme" in name or "_rels" in name]
        assert len(same) > 6
        assert all(before.read(name) == after.read(name) for name in same)


def test_nobody_is_named_and_no_folder(filled) -> None:
    core = part(filled.path, "docProps/core.xml")
    assert example_plan().head.title in core
    assert "creator>" not in core
    assert "lastModifiedBy>" not in core


def test_calamine_reads_the_same(filled) -> None:
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(filled.path)).get_sheet_by_name("任务表").to_python()
    plan_rows = work_plan_rows(example_plan())
    assert [row[4] for row in rows[ROW - 1 : ROW - 1 + len(plan_rows)]] == [row["lead"] for row in plan_rows]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_in_every_cell(tmp_path: Path, payload: str) -> None:
    template = bare_template(
        tmp_path / "t.xlsx",
        ("{{计划名称}}", "前{{备注}}后"),
        ("{{重点任务}}", "{{备注}}", "{{责任人}}：{{完成时限}}"),
    )
    plan = plan_of(
        Measure("m", "", "A", title=payload, notes=payload, due=payload, person="甲"), title=payload
    )
    written = fill(plan, template)
    sheet = opened(written, formulas=True)["表"]
    assert [sheet["A1"].value, *[cell.value for cell in sheet[2]]] == [
        payload,
        payload,
        payload,
        f"甲：{payload}",
    ]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert written.remarks == ()


def test_what_could_act_keeps_being_text_when_edited(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{序号}}", "{{重点任务}}"))
    sheet = opened(fill(plan_of(Measure("m", "", "A", title="=1+1")), template))["表"]
    assert sheet["B1"].quotePrefix


def test_what_can_not_be_stored_is_said(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{序号}}", "{{重点任务}}", "{{备注}}"))
    written = fill(plan_of(Measure("m", "", "A", title="甲\x00乙", notes="长" * 40_000)), template)
    assert {remark.code for remark in written.remarks} == {RemarkCode.CLEANED, RemarkCode.SHORTENED}
    assert opened(written)["表"]["B1"].value == "甲乙"


def test_a_heading_of_field_names_is_enough(tmp_path: Path) -> None:
    template = bare_template(
        tmp_path / "t.xlsx",
        ("任务表",),
        ("No.", "重点任务", "Lead unit", "完成时限", "签字"),
        (),
        ("以上。",),
    )
    plan = plan_of(Measure("m", "", "A", title="甲", due="年底"), Measure("n", "", "B", title="乙"))
    written = fill(plan, template)
    sheet = opened(written)["表"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert values[:2] == [[1, "甲", None, "年底", None], [2, "乙", None, None, None]]
    assert values[2][0] == "以上。"
    assert [(remark.code, remark.place) for remark in written.remarks] == [(RemarkCode.UNNAMED, "表!E2")]


def test_a_plan_without_measures_leaves_one_empty_row(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{序号}}", "{{重点任务}}"), ("=COUNTA(B1:B1)",))
    sheet = opened(fill(plan_of(), template), formulas=True)["表"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, None],
        ["=COUNTA(B1:B1)", None],
    ]


def test_two_tables_in_one_sheet(tmp_path: Path) -> None:
    template = bare_template(
        tmp_path / "t.xlsx",
        ("{{工作计划.序号}}", "{{重点任务}}"),
        ("以下为里程碑",),
        ("{{里程碑计划.节点}}", "{{完成时限}}"),
        ("=COUNTA(A1:A1)", "=COUNTA(A3:A3)"),
    )
    parts = [Milestone(f"s{n}", "m", f"A{n}", title=f"节点{n}", due="2025年底前") for n in range(3)]
    plan = plan_of(Measure("m", "", "A", title="甲"), Measure("n", "", "B", title="乙"), *parts)
    sheet = opened(fill(plan, template), formulas=True)["表"]
    assert [row[0].value for row in sheet.iter_rows()] == [
        1,
        2,
        "以下为里程碑",
        "节点0",
        "节点1",
        "节点2",
        "=COUNTA(A1:A2)",
    ]
    assert sheet["B7"].value == "=COUNTA(A4:A6)"


def test_fields_of_ones_own_are_known_by_their_name(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{预算}}"))
    own = OwnField("f", "", "A", title="预算", holds="number")
    value = OwnValue("m:f", "m", "A", field="f", text="12.5")
    sheet = opened(fill(plan_of(own, Measure("m", "", "A", title="甲"), value), template))["表"]
    assert (sheet["A1"].value, sheet["B1"].value) == ("甲", 12.5)


def test_the_id_lets_a_workbook_be_read_back(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{条目编号}}"))
    sheet = opened(fill(plan_of(Measure("m-1", "", "A", title="甲")), template))["表"]
    assert sheet["B1"].value == "m-1"


@pytest.mark.parametrize(("option", "merged"), [("", True), (":合并", True), ("：不合并", False)])
def test_layers_are_merged_unless_that_is_not_wanted(tmp_path: Path, option: str, merged: bool) -> None:
    template = bare_template(tmp_path / "t.xlsx", (f"{{{{框架层{option}}}}}", "{{重点任务}}"))
    sheet = opened(fill(plan_of(*house()), template))["表"]
    assert {str(span) for span in sheet.merged_cells.ranges} == ({"A1:A2"} if merged else set())
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["筑基", None if merged else "筑基", "垒台"]


def test_a_sheet_that_is_filtered_stays_unmerged(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = bare_template(tmp_path / "t.xlsx", ("层", "任务"), ("{{框架层}}", "{{重点任务}}"))
    book = load_workbook(path)
    book["表"].auto_filter.ref = "A1:B2"
    book.save(path)
    sheet = opened(fill(plan_of(*house()), path))["表"]
    assert not sheet.merged_cells.ranges
    assert sheet.auto_filter.ref == "A1:B4"


def test_rows_are_high_enough_for_their_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook
    from openpyxl.styles import Alignment

    path = bare_template(tmp_path / "t.xlsx", ("{{序号}}", "{{重点任务}}"))
    book = load_workbook(path)
    book["表"]["B1"].alignment = Alignment(wrap_text=True)
    book.save(path)
    plan = plan_of(Measure("m", "", "A", title="短"), Measure("n", "", "B", title="很长的任务名称" * 20))
    sheet = opened(fill(plan, path))["表"]
    assert sheet.row_dimensions[1].height < 25
    assert sheet.row_dimensions[2].height > 200


def test_parts_of_the_plan_and_their_order_are_those_of_the_export(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{完成时限}}"))
    plan = plan_of(
        *house(), Measure("m", "component-1", "A", title="甲"), Measure("n", "layer-2", "B", title="乙")
    )
    sheet = opened(fill(plan, template, scope="layer-2"))["表"]
    assert [row[0].value for row in sheet.iter_rows()] == ["乙"]


def test_a_process_of_its_own_fills_it_too(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{完成时限}}"))
    plan = plan_of(Measure("m", "", "A", title="甲"))
    here = fill(plan, template)
    request = ExportRequest(
        tmp_path / "job.xlsx", PRESETS, ROOT_FOLDER / "resources" / "locale", _options(template)
    )
    assert ExportJob(plan, request).wait().path.read_bytes() == here.path.read_bytes()


def _options(template: Path):
    from planner.reports.options import ExportOptions

    return ExportOptions(TODAY, "zh", template=str(template))


def test_gaps_do_not_say_what_is_around_their_fields(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}（{{状态灯}}）", "{{序号}}、"))
    table = table_of(plan_of(*house()), "work_plan")
    assert {row.role for row in table.rows} == {Role.GAP}
    sheet = opened(fill(plan_of(*house()), template))["表"]
    assert sheet["A1"].value == "（尚无举措）"
    assert not sheet["B1"].value


def test_no_formula_keeps_the_value_that_it_had(filled) -> None:
    xml = part(filled.path, "xl/worksheets/sheet1.xml")
    assert re.search("</f><v>", xml) is None
    assert 'fullCalcOnLoad="1"' in part(filled.path, "xl/workbook.xml")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_what_the_formulas_say(filled, tmp_path: Path) -> None:
    computed = converted(filled.path, tmp_path)
    rows = work_plan_rows(example_plan())
    last = ROW + len(rows) - 1
    shares = [computed["任务表"].cell(row, 7).value or 0 for row in range(ROW, last + 1)]
    scores = [share * 100 / 2 for share in shares]
    assert sum(shares) > 10
    assert computed["任务表"].cell(last + 1, 7).value == pytest.approx(sum(shares))
    assert computed["任务表"].cell(last + 1, 8).value == pytest.approx(sum(scores))
    assert computed["汇总"]["A1"].value == len(rows)
    assert computed["汇总"]["A2"].value == pytest.approx(sum(shares))


def test_the_sample_that_is_shipped_can_be_filled(tmp_path: Path) -> None:
    sample = ROOT_FOLDER / "data" / "workbooks" / "task-table.xlsx"
    copy = tmp_path / "own.xlsx"
    copy.write_bytes(sample.read_bytes())
    written = fill(example_plan(), copy)
    assert written.remarks == ()
    book = opened(written, formulas=True)
    rows = work_plan_rows(example_plan())
    sheet = book["任务分解表"]
    assert column_texts(sheet, 4, 5, len(rows)) == [row["task"] for row in rows]
    assert sheet.cell(5 + len(rows), 4).value == f"=COUNT(A5:A{4 + len(rows)})"
    assert book["里程碑"].auto_filter.ref == f"A2:G{2 + len(table_of(example_plan(), 'milestones').rows)}"
