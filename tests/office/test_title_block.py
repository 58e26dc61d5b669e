"""What a preset puts around a table: label, title, header, footer and paper."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.items import Layout
from planner.domain.plan import Plan
from planner.reports.options import ExportOptions
from tests.office.workbooks import opened, write
from tests.plans import small_plan
from tests.reports.sources import CHINESE, TODAY

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

OPTIONS = replace(ExportOptions.of_sheets(TODAY, "zh", "cover", "work_plan", "duty"), preset="own")


def sheets(spec: str, folder: Path, options: ExportOptions = OPTIONS) -> "dict[str, Worksheet]":
    plan = Plan([*small_plan().items(), Layout("own", "", "A", title="本单位", spec=spec)])
    return {sheet.title: sheet for sheet in opened(write(plan, folder, CHINESE, options))}


def test_the_label_numbers_the_annexes_and_not_the_cover(tmp_path: Path) -> None:
    made = sheets('[block]\nattachment = "附件{number}"', tmp_path)
    assert made["工作计划"]["A1"].value == "附件1"
    assert made["任务责任清单"]["A1"].value == "附件2"
    assert made["封面与说明"]["A1"].value == small_plan().head.title
    assert (made["工作计划"]["A1"].font.name, made["工作计划"]["A1"].font.size) == ("黑体", 16)


def test_a_single_annex_has_no_number(tmp_path: Path) -> None:
    alone = replace(ExportOptions.of_sheets(TODAY, "zh", "work_plan"), preset="own")
    made = sheets('[block]\nattachment = "附件{number}"', tmp_path, alone)
    assert made["工作计划"]["A1"].value == "附件"


def test_rows_headings_and_print_titles_move_down_with_the_label(tmp_path: Path) -> None:
    with_label = sheets('[block]\nattachment = "附件"', tmp_path)["工作计划"]
    without = sheets("", tmp_path)["工作计划"]
    assert with_label.print_title_rows == "$4:$4"
    assert without.print_title_rows == "$3:$3"
    assert with_label.freeze_panes == "A5"
    assert [cell.value for cell in with_label[4]] == [cell.value for cell in without[3]]


def test_title_issuer_and_date_are_as_the_preset_says(tmp_path: Path) -> None:
    spec = '[block]\ntitle = "《{plan}》之{table}"\nissuer = false\ndated = false'
    sheet = sheets(spec, tmp_path)["工作计划"]
    assert sheet["A1"].value == f"《{small_plan().head.title}》之任务分解表"
    assert sheet["A2"].value == "序号"


def test_header_footer_and_paper(tmp_path: Path) -> None:
    spec = 'header = "{title} & 内部"\nfooter = "截至{date}"\npage_numbers = "none"\n[paper]\nsize = "A3"'
    sheet = sheets(spec, tmp_path)["工作计划"]
    assert sheet.oddHeader.center.text == f"{small_plan().head.title} && 内部"
    assert sheet.oddFooter.left.text == f"截至{TODAY.isoformat()}"
    assert sheet.oddFooter.center.text is None
    assert sheet.page_setup.paperSize == 8
