"""CSV and outlines carry a plan's text as data: nothing in it acts, nothing is lost."""

import csv
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from planner.domain.items import Measure
from planner.office.export import export_text
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.table import Role
from planner.reports.workbook import work_plan_workbook
from tests.reports.sources import CHINESE, OFFICIAL, PRESETS, TODAY, example_plan, house, plan_of

PLAN_SHEET = ExportOptions.of_sheets(TODAY, "zh", "work_plan")
ACTIVE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "'x",
    '=HYPERLINK("http://x")',
    "0012",
    "1" * 18,
]
HOSTILE = '<script>alert("1")</script> & [a](b) *c* # d | e'


def exported(
    folder: Path, form: ExportFormat, *measures: Measure, options: ExportOptions = PLAN_SHEET
) -> str:
    plan = plan_of(*house(), *measures) if measures else example_plan()
    written = export_text(plan, folder / f"plan.{form}", CHINESE, PRESETS, options, form)
    return written.path.read_bytes().decode("utf-8")


def titled(*titles: str) -> list[Measure]:
    return [Measure(f"m{place}", "component-1", f"A{place:02}", title=t) for place, t in enumerate(titles)]


def csv_rows(text: str) -> list[list[str]]:
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True)))


def test_csv_has_a_mark_for_excel_and_every_row_of_the_table(tmp_path: Path) -> None:
    text = exported(tmp_path, ExportFormat.CSV)
    (table,) = work_plan_workbook(example_plan(), CHINESE, OFFICIAL, PLAN_SHEET)
    rows = csv_rows(text)
    assert text.startswith("\ufeff")
    assert rows[0] == [column.label for column in table.columns]
    assert len(rows) == len(table.rows) + 1
    place = table.column_place("task")
    assert [row[place] for row in rows[1:]] == [row.cells[place] for row in table.rows]


def test_every_sheet_can_be_csv(tmp_path: Path) -> None:
    for key in ("duty", "indicators", "funding", "data.link"):
        options = ExportOptions.of_sheets(TODAY, "zh", key)
        rows = csv_rows(exported(tmp_path, ExportFormat.CSV, options=options))
        (table,) = work_plan_workbook(example_plan(), CHINESE, OFFICIAL, options)
        assert len(rows) == len(table.rows) + 1, key
        assert all(
            len(row) == len(table.columns)
            for row, of in zip(rows[1:], table.rows, strict=True)
            if of.role is not Role.BAND
        )


@pytest.mark.parametrize("title", ACTIVE)
def test_nothing_in_csv_acts(tmp_path: Path, title: str) -> None:
    rows = csv_rows(exported(tmp_path, ExportFormat.CSV, *titled(title)))
    assert f"'{title}" in rows[1]


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_html_shows_what_looks_like_markup(tmp_path: Path) -> None:
    reader = _Texts()
    reader.feed(exported(tmp_path, ExportFormat.HTML, *titled(HOSTILE)))
    assert any(text.endswith(HOSTILE) for text in reader.texts)
    assert "script" not in reader.tags


def test_markdown_shows_what_looks_like_markup(tmp_path: Path) -> None:
    text = exported(tmp_path, ExportFormat.MARKDOWN, *titled("*a* <b> [c](d)\n# e"))
    assert "\\*a\\* \\<b\\> \\[c\\]\\(d\\) \\# e" in text
    assert text.startswith("# 小计划\n\n## 一、筑基\n\n### （一）立法")


def test_opml_has_the_tree(tmp_path: Path) -> None:
    parts = titled(HOSTILE, "二\x01")
    parts.append(Measure("p", "m0", "A", title="起草", due="2025年底前"))
    document = exported(tmp_path, ExportFormat.OPML, *parts)
    body = ET.fromstring(document).find("body")  # noqa: S314 - our own file
    assert body is not None
    first = body[0][0]
    assert [outline.get("text") for outline in body] == ["一、筑基", "二、垒台"]
    assert [outline.get("text") for outline in first] == [f"1.{HOSTILE}", "2.二"]
    assert first[0][0].get("text") == "（1）起草"
    assert "2025年底前" in (first[0][0].get("_note") or "")


@pytest.mark.parametrize("form", [ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.OPML])
def test_a_branch_keeps_its_numbers(tmp_path: Path, form: ExportFormat) -> None:
    options = replace(PLAN_SHEET, scope="layer-2")
    text = exported(tmp_path, form, *titled("甲"), options=options)
    assert "二、垒台" in text
    assert "筑基" not in text
