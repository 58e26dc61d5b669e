"""Whatever a plan says, in every sheet and every form: text stays text, files stay whole, losses are said."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.domain.fields import FieldType
from planner.domain.items import Document, Funding, Goal, Item, OwnField, OwnValue, Strength
from planner.domain.plan import Plan
from planner.office.export import export_text
from planner.office.safe_text import MAX_UNITS, cleaned, column_names
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions, SheetChoice
from planner.reports.outcome import RemarkCode
from planner.reports.sheets import SHEETS
from planner.reports.table import cell_text
from tests.office.test_workbook_values import PAYLOADS
from tests.office.workbooks import everything, expected_values, opened, shown_values, tables, write
from tests.plans import small_plan
from tests.reports.sources import CHINESE, PRESETS, TODAY

ODD = "甲\x00\x0b\ud800\ufffe\x7f乙\r\n丙\u2028丁"
FORMS = (ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.OPML)


def saying(text: str) -> Plan:
    """A plan of nearly every kind of item in which every text that somebody can type is this one."""
    plan = small_plan()
    more: list[Item] = [
        Funding("fu", "m1", "A", year="2025", planned=1.5),
        Goal("g", "m1", "A", period="2025"),
        Document("d", "", "A"),
        Strength("st", "", "A"),
        OwnField("of", "", "A", holds="text"),
        OwnField("oi", "", "B", subject="indicator", holds="choice", options=(text,)),
        OwnValue("m1:of", "m1", "A", field="of"),
        OwnValue("i1:oi", "i1", "A", field="oi"),
    ]
    return Plan(_filled(item, text) for item in (*plan.items(), *more))


def _filled(item: Item, text: str) -> Item:
    typed = (FieldType.TEXT, FieldType.PARAGRAPH, FieldType.DEADLINE)
    texts = {
        spec.key: text
        for spec in item.kind.stored
        if spec.type in typed and spec.key not in ("key", "formula")
    }
    return replace(item, **texts)


def parts(path: Path) -> Iterator[tuple[str, bytes]]:
    with ZipFile(path) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                yield name, file.read(name)


def assert_sound(path: Path) -> None:
    """Every part is XML, and no cell computes but what we wrote as a formula."""
    from lxml import etree

    for name, content in parts(path):
        etree.fromstring(content)
        if "worksheets/sheet" in name:
            formulas = {f.text.split("(")[0] for f in etree.fromstring(content).iter("{*}f") if f.text}
            assert formulas <= {"SUM", "SUMPRODUCT", "IFERROR"}


@pytest.mark.parametrize("payload", [*PAYLOADS, ODD])
def test_every_sheet_shows_what_the_plan_says(tmp_path: Path, payload: str) -> None:
    plan = saying(payload)
    written = write(plan, tmp_path)
    assert_sound(written.path)
    book = opened(written)
    for table, sheet in zip(tables(plan), book.worksheets, strict=False):
        assert shown_values(sheet, table) == expected_values(table), table.name
        for row in sheet.iter_rows():
            assert all(cell.hyperlink is None or cell.hyperlink.target is None for cell in row)
    lossless = cleaned(payload)[0] == payload
    assert ({remark.code for remark in written.remarks} == set()) == lossless


@pytest.mark.parametrize("payload", [*PAYLOADS, ODD])
def test_every_sheet_as_csv_acts_on_nothing(tmp_path: Path, payload: str) -> None:
    plan = saying(payload)
    for sheet in SHEETS:
        options = ExportOptions.of_sheets(TODAY, "zh", sheet.key)
        written = export_text(plan, tmp_path / "a.csv", CHINESE, PRESETS, options, ExportFormat.CSV)
        rows = list(csv.reader(written.path.read_text("utf-8-sig").splitlines(keepends=True)))
        for row in rows:
            for cell in row:
                assert not cell.lstrip(" \u00a0").startswith(("=", "+", "@", "\t", "＝", "＋", "＠")), (
                    sheet.key
                )
                assert (
                    not cell.startswith("-")
                    or cell.replace("-", "").replace(".", "").isdigit()
                    or cell == "-"
                )
        table = next(table for table in tables(plan, options=options))
        said = {
            cleaned(cell_text(cell))[0] for row in table.rows for cell in row.cells if isinstance(cell, str)
        }
        found = {
            cell.removeprefix("'") if cell.removeprefix("'") in said else cell for row in rows for cell in row
        }
        assert {text.replace("\r\n", "\n") for text in said} <= {cell.replace("\r\n", "\n") for cell in found}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("payload", [*PAYLOADS, ODD])
def test_outlines_can_be_written_and_read(tmp_path: Path, form: ExportFormat, payload: str) -> None:
    plan = saying(payload)
    written = export_text(plan, tmp_path / f"a.{form}", CHINESE, PRESETS, everything(), form)
    text = written.path.read_text("utf-8")
    assert "\x00" not in text
    if form is ExportFormat.OPML:
        from lxml import etree

        etree.fromstring(text.encode())


def test_a_long_note_is_cut_in_every_sheet_and_that_is_said(tmp_path: Path) -> None:
    written = write(saying("长" * 40_000), tmp_path)
    assert_sound(written.path)
    for sheet in opened(written).worksheets:
        assert all(
            len(cell.value) <= MAX_UNITS
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str)
        )
    shortened = {
        remark.place.split("!")[0] for remark in written.remarks if remark.code is RemarkCode.SHORTENED
    }
    assert {"工作计划", "任务责任清单", "里程碑计划", "进展情况", "数据_举措", "数据_单位"} <= shortened


@pytest.mark.parametrize("name", ["名" * 40, "a/b:c[d]?*\\", "'引号'", ODD, "History", "👩‍🔬" * 12, "مرحبا"])
def test_sheet_names_are_made_legal_and_that_is_said(tmp_path: Path, name: str) -> None:
    choices = tuple(SheetChoice(key, name) for key in ("cover", "work_plan", "milestones"))
    written = write(small_plan(), tmp_path, options=ExportOptions(TODAY, "zh", choices))
    assert_sound(written.path)
    sheets = [sheet.title for sheet in opened(written).worksheets]
    assert len({sheet.casefold() for sheet in sheets}) == 4
    assert all(len(sheet.encode("utf-16-le")) <= 62 for sheet in sheets)
    renamed = [remark for remark in written.remarks if remark.code is RemarkCode.RENAMED]
    assert len(renamed) == (2 if sheets[0] == name else 3)


def test_columns_of_a_table_are_named_apart() -> None:
    assert column_names(["甲", "甲", "a\nb", "A b", "", "\x00", "长" * 300]) == [
        "甲",
        "甲 (2)",
        "a b",
        "A b (2)",
        "-",
        "- (2)",
        "长" * 200,
    ]


def test_fields_of_ones_own_with_one_name_stay_apart_in_a_data_sheet(tmp_path: Path) -> None:
    fields = [OwnField(f"o{n}", "", f"A{n}", title="标题", holds="number") for n in (1, 2)]
    values = [OwnValue(f"m1:o{n}", "m1", f"A{n}", field=f"o{n}", text=str(n)) for n in (1, 2)]
    plan = Plan([*small_plan().items(), *fields, *values])
    (sheet, *_) = opened(
        write(plan, tmp_path, options=ExportOptions.of_sheets(TODAY, "zh", "data.measure"))
    ).worksheets
    heading = [cell.value for cell in sheet[1]]
    assert len(set(heading)) == len(heading)
    row = {name: cell.value for name, cell in zip(heading, sheet[2], strict=True)}
    assert (row["标题 (2)"], row["标题 (3)"]) == (1, 2)
    assert list(next(iter(sheet.tables.values())).column_names) == heading
