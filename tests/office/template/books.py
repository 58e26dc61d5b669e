"""Templates as an office makes them: one by XlsxWriter with all that a sheet can have, others bare."""

import struct
import zlib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from planner.domain.plan import Plan
from planner.office.export import export_workbook
from planner.reports.options import ExportOptions
from planner.reports.outcome import Written
from tests.reports.sources import CHINESE, PRESETS, TODAY

ROW = 4
"""The row of `rich_template` that is repeated."""


def fill(plan: Plan, template: Path, **choices: Any) -> Written:
    """Fill a template with a plan into the folder that it lies in."""
    options = ExportOptions(TODAY, "zh", template=str(template), **choices)
    return export_workbook(plan, template.with_name("filled.xlsx"), CHINESE, PRESETS, options)


def bare_template(path: Path, *rows: tuple[object, ...]) -> Path:
    """A workbook made by openpyxl with these rows in one sheet named 表."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "表"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def changed(template: Path, part: str, old: bytes, new: bytes, path: Path | None = None) -> Path:
    """The same workbook with some bytes of one part replaced."""
    other = path or template.with_name("changed.xlsx")
    with ZipFile(template) as before, ZipFile(other, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            assert name != part or old in content
            after.writestr(name, content.replace(old, new) if name == part else content)
    return other


def picture() -> bytes:
    """A small red picture."""
    lines = b"".join(b"\0" + bytes((200, 30, 40)) * 40 for _ in range(20))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def rich_template(folder: Path) -> Path:
    """A workbook with logo, text box, chart, formulas, merges, rules, names, comment and print set-up."""
    from xlsxwriter import Workbook

    logo = folder / "logo.png"
    logo.write_bytes(picture())
    path = folder / "template.xlsx"
    book = Workbook(path)
    sheet, summary = book.add_worksheet("任务表"), book.add_worksheet("汇总")
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#DDE6F0"})
    body = book.add_format({"border": 1, "text_wrap": True, "font_name": "仿宋", "font_size": 13})
    share = book.add_format({"border": 1, "num_format": "0%"})
    red = book.add_format({"font_color": "#FF0000"})
    sheet.insert_image("A1", str(logo))
    sheet.merge_range("A1:H1", "{{计划名称}}任务表", head)
    sheet.write("A2", "编制单位：{{编制单位}}")
    sheet.write("G2", "{{任务数}}")
    sheet.write_row("A3", ["序号", "层", "任务", "", "牵头", "时限", "进度", "得分"], head)
    sheet.merge_range("C3:D3", "任务", head)
    sheet.write_row("A4", ["{{序号}}", "{{框架层}}"], body)
    sheet.merge_range("C4:D4", "{{重点任务}}", body)
    sheet.write_row("E4", ["{{牵头单位}}", "{{完成时限}}"], body)
    sheet.write("G4", "{{进度}}", share)
    sheet.write_formula("H4", "=G4*100/$H$8", body)
    sheet.write("A5", "合计", head)
    sheet.write_formula("G5", "=SUM(G4:G4)", share)
    sheet.write_formula("H5", "=SUM(H4)", body)
    sheet.merge_range("A6:B7", "（盖章）", body)
    sheet.write_comment("A6", "签字后扫描")
    sheet.write("H8", 2)
    sheet.insert_textbox("E7", "由{{编制单位}}填写")
    sheet.conditional_format("G4", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("F4:F4", {"type": "formula", "criteria": '=$A4=""', "format": red})
    sheet.data_validation("H4", {"validate": "list", "source": ["是", "否"]})
    sheet.repeat_rows(2)
    sheet.print_area("A1:H8")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L&G&R{{编制单位}}", {"image_left": str(logo)})
    sheet.set_footer("第 &P 页")
    sheet.set_column("C:D", 12)
    book.define_name("任务区", "=任务表!$A$3:$H$4")
    book.define_name("合计格", "=任务表!$G$5")
    summary.write_formula("A1", "=COUNTA(任务表!C4:C4)")
    summary.write_formula("A2", "=任务表!G5")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=任务表!$G$4:$G$4", "categories": "=任务表!$C$4:$C$4"})
    summary.insert_chart("C3", chart)
    book.close()
    return path
