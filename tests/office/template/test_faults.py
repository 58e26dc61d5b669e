"""All that is wrong with a template is said, with the cell that it is in, and nothing is written."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.domain.items import Measure
from planner.reports.outcome import RemarkCode
from planner.reports.template_faults import BadTemplate, FaultCode, fault_sentences
from tests.office.template.books import bare_template, changed, fill
from tests.office.workbooks import opened
from tests.reports.sources import CHINESE, plan_of

PLAN = plan_of(Measure("m", "", "A", title="甲"))


def refused(template: Path) -> BadTemplate:
    with pytest.raises(BadTemplate) as bad:
        fill(PLAN, template)
    assert not template.with_name("filled.xlsx").exists()
    return bad.value


def with_part(template: Path, name: str, content: bytes) -> Path:
    other = template.with_name("more.xlsx")
    shutil.copy(template, other)
    with ZipFile(other, "a") as parts:
        parts.writestr(name, content)
    return other


def test_every_bad_placeholder_is_listed_with_its_cell(tmp_path: Path) -> None:
    template = bare_template(
        tmp_path / "t.xlsx",
        ("{{计划名}}", "{{计划名称"),
        ("{{序号}}", "{{重点任物}}", "{{里程碑计划.节点}}", "{{牵头单位:合}}", "{{没有.节点}}", "{{节点}}"),
    )
    assert fault_sentences(CHINESE, refused(template)) == [
        "模板“t.xlsx”表!B1：占位符的括号不成对，应写作 {{字段}}。",
        "模板“t.xlsx”表!D2：“合”不是占位符的写法：字段名后只能写“:合并”或“:不合并”。",
        "模板“t.xlsx”表!A1：没有名为“计划名”的字段，是不是“计划名称”？",
        "模板“t.xlsx”表!E2：没有名为“没有”的表。",
        "模板“t.xlsx”表!A2：“序号”不在这一行所列的“里程碑计划”表中；一行只能取自一张表。",
        "模板“t.xlsx”表!B2：没有名为“重点任物”的字段，是不是“重点任务”？",
    ]


def test_a_field_of_rows_in_a_header_is_listed(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    template = bare_template(tmp_path / "t.xlsx", ("{{序号}}", "{{重点任务}}"))
    book = load_workbook(template)
    book["表"].oddHeader.center.text = "{{重点任务}}"
    book.save(template)
    assert [fault.code for fault in refused(template).faults] == [FaultCode.NOT_HERE]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", FaultCode.OLD_OR_LOCKED),
        (b"<html><table></table></html>", FaultCode.NOT_A_WORKBOOK),
        (b"", FaultCode.NOT_A_WORKBOOK),
        (b"PK\x03\x04 cut off", FaultCode.NOT_A_WORKBOOK),
    ],
)
def test_what_is_no_workbook_is_said(tmp_path: Path, content: bytes, code: FaultCode) -> None:
    template = tmp_path / "t.xlsx"
    template.write_bytes(content)
    assert [fault.code for fault in refused(template).faults] == [code]


def test_other_things_in_the_way_are_said(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{完成时限}}"))
    sheet = "xl/worksheets/sheet1.xml"
    cases = {
        FaultCode.UNREADABLE: tmp_path / "nowhere.xlsx",
        FaultCode.NOTHING_TO_FILL: bare_template(tmp_path / "n.xlsx", ("你好",)),
        FaultCode.TOO_LARGE: with_part(template, "xl/bomb.bin", bytes(301 << 20)),
    }
    for code, path in cases.items():
        assert [fault.code for fault in refused(path).faults] == [code]
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet '
    assert refused(changed(template, sheet, b"<worksheet ", entity)).faults[0].code is FaultCode.DAMAGED
    assert refused(changed(template, sheet, b"</row>", b"</rou>")).faults[0].code is FaultCode.DAMAGED
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert refused(changed(template, "xl/workbook.xml", main, strict)).faults[0].code is FaultCode.STRICT


def test_macros_and_signatures_are_left_out_and_said(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{完成时限}}"))
    for part in ("xl/vbaProject.bin", "_xmlsignatures/sig1.xml"):
        template = with_part(template, part, b"<a/>").replace(tmp_path / "t.xlsx")
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    written = fill(PLAN, changed(template, "[Content_Types].xml", kind, macros))
    assert [remark.code for remark in written.remarks] == [RemarkCode.MACROS, RemarkCode.SIGNED]
    with ZipFile(written.path) as parts:
        assert not any("vba" in name or "signature" in name for name in parts.namelist())
        assert macros not in parts.read("[Content_Types].xml")


def test_links_to_other_files_and_pivots_are_said(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{完成时限}}"))
    relation = (
        b'<Relationship Id="x" TargetMode="External" Target="file:///z.xlsx"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/>'
    )
    end = b"</Relationships>"
    linked = changed(template, "xl/_rels/workbook.xml.rels", end, relation + end)
    pivot = b'<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    written = fill(PLAN, with_part(linked, "xl/pivotCache/pivotCacheDefinition1.xml", pivot))
    assert [remark.code for remark in written.remarks] == [RemarkCode.EXTERNAL, RemarkCode.PIVOTS]
    with ZipFile(written.path) as parts:
        assert b'refreshOnLoad="1"' in parts.read("xl/pivotCache/pivotCacheDefinition1.xml")


def test_the_folder_of_the_template_is_forgotten(tmp_path: Path) -> None:
    template = bare_template(tmp_path / "t.xlsx", ("{{重点任务}}", "{{完成时限}}"))
    path = (
        b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        b'<mc:Choice Requires="x15"><x15ac:absPath url="C:\\\\Users\\\\zhang\\\\"'
        b' xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice>'
        b"</mc:AlternateContent><sheets>"
    )
    written = fill(PLAN, changed(template, "xl/workbook.xml", b"<sheets>", path))
    assert opened(written)["表"]["A1"].value == "甲"
    with ZipFile(written.path) as parts:
        assert b"zhang" not in parts.read("xl/workbook.xml")
