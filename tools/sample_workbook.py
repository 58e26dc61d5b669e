"""Makes the sample of a workbook that `export --template` fills: `python tools/sample_workbook.py`.

It is written to `data/workbooks/task-table.xlsx`, the same bytes at every run. Offices change a copy of it in
Excel or WPS; this file is only where the sample comes from.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "workbooks" / "task-table.xlsx"
FIXED_DATE = datetime(2025, 1, 1)  # noqa: DTZ001 - a moving one would change the file at every run

TASKS = (
    ("序号", "{{序号}}", 6),
    ("框架层", "{{框架层}}", 9),
    ("要素", "{{要素}}", 16),
    ("重点任务", "{{重点任务}}", 30),
    ("完成标志", "{{完成标志}}", 26),
    ("牵头单位", "{{牵头单位}}", 18),
    ("配合单位", "{{配合单位}}", 18),
    ("完成时限", "{{完成时限}}", 15),
    ("进度", "{{进度}}", 8),
    ("签收", "", 12),
)
MILESTONES = (
    ("任务序号", "{{任务序号}}", 9),
    ("重点任务", "{{重点任务}}", 36),
    ("工作节点", "{{里程碑计划.节点}}", 34),
    ("完成时限", "{{完成时限}}", 18),
    ("计算日期", "{{计算日期}}", 13),
    ("成果形式", "{{成果形式}}", 24),
    ("完成日期", "{{完成日期}}", 13),
)
CENTRED = ("序号", "框架层", "要素", "任务序号", "牵头单位", "完成时限", "计算日期", "完成日期", "签收")


class Looks:
    """The looks of the parts of the sheets."""

    def __init__(self, book: Workbook) -> None:
        body = {"font_name": "仿宋", "font_size": 12, "border": 1, "text_wrap": True, "valign": "vcenter"}
        centred = {**body, "align": "center"}
        self.annex = book.add_format({"font_name": "黑体", "font_size": 16})
        self.title = book.add_format(
            {"font_name": "方正小标宋简体", "font_size": 22, "align": "center", "valign": "vcenter"}
        )
        self.edge = book.add_format({"font_name": "仿宋", "font_size": 10.5})
        self.right = book.add_format({"font_name": "仿宋", "font_size": 10.5, "align": "right"})
        self.heading = book.add_format({**centred, "font_name": "黑体", "bold": True, "bg_color": "#E7EBF1"})
        self.body = book.add_format(body)
        self.centred = book.add_format(centred)
        self.day = book.add_format({**centred, "num_format": "yyyy-mm-dd"})
        self.share = book.add_format({**centred, "num_format": "0%"})
        self.total = book.add_format({**centred, "bold": True, "bg_color": "#F4F4F4"})
        self.total_share = book.add_format(
            {**centred, "bold": True, "bg_color": "#F4F4F4", "num_format": "0%"}
        )

    def of(self, label: str) -> Format:
        """The look of a column of rows."""
        if label == "进度":
            return self.share
        if label in ("计算日期", "完成日期"):
            return self.day
        return self.centred if label in CENTRED else self.body


def main() -> None:
    """Write the sample."""
    SAMPLE.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook(SAMPLE)
    book.set_properties({"created": FIXED_DATE})
    looks = Looks(book)
    _tasks(book.add_worksheet("任务分解表"), looks)
    _milestones(book.add_worksheet("里程碑"), looks)
    book.close()


def _tasks(sheet: Worksheet, looks: Looks) -> None:
    last = len(TASKS) - 1
    _set_up(sheet)
    sheet.write("A1", "附件", looks.annex)
    sheet.merge_range(1, 0, 1, last, "{{计划名称}}任务分解表", looks.title)
    sheet.set_row(1, 40)
    sheet.write("A3", "编制单位：{{编制单位}}", looks.edge)
    sheet.write(2, last, "截至{{截至日期}}，共 {{任务数}} 项", looks.right)
    _columns(sheet, looks, TASKS, 3)
    sheet.merge_range("A6:C6", "合计（项）", looks.total)
    for column in range(3, last + 1):
        sheet.write_blank(5, column, None, looks.total)
    sheet.write_formula("D6", "=COUNT(A5:A5)", looks.total)
    sheet.write_formula("I6", '=IFERROR(AVERAGE(I5:I5),"")', looks.total_share)
    sheet.merge_range(
        6, 0, 6, last, "填报人：　　　　　审核人：　　　　　联系电话：　　　　　（单位盖章）", looks.edge
    )
    sheet.set_column(last + 1, last + 1, 12, None, {"hidden": True})
    sheet.write(3, last + 1, "条目编号", looks.heading)
    sheet.write(4, last + 1, "{{条目编号}}", looks.body)
    sheet.data_validation("J5", {"validate": "list", "source": ["已签收", "未签收"]})
    sheet.repeat_rows(3)
    sheet.print_area(0, 0, 6, last)
    sheet.freeze_panes(4, 0)


def _milestones(sheet: Worksheet, looks: Looks) -> None:
    last = len(MILESTONES) - 1
    _set_up(sheet)
    sheet.merge_range(0, 0, 0, last, "里程碑计划（共 {{里程碑数}} 个）", looks.title)
    sheet.set_row(0, 40)
    _columns(sheet, looks, MILESTONES, 1)
    sheet.autofilter(1, 0, 2, last)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)


def _columns(sheet: Worksheet, looks: Looks, columns: tuple[tuple[str, str, float], ...], row: int) -> None:
    for column, (label, placeholder, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write(row, column, label, looks.heading)
        sheet.write(row + 1, column, placeholder, looks.of(label))
    sheet.set_row(row, 26)


def _set_up(sheet: Worksheet) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(0.79, 0.79, 0.79, 0.79)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_footer('&C&"宋体,Regular"&12 第 &P 页 共 &N 页')


if __name__ == "__main__":
    main()
