"""Another program opens the workbook: LibreOffice turns it into pages and into CSV without loss."""

import csv
import re
from pathlib import Path

import pytest

from planner.reports.chart_places import chart_places
from planner.reports.options import ExportOptions
from planner.reports.sheets import SHEETS
from planner.reports.table import Role
from tests.office.libreoffice import SOFFICE, convert
from tests.office.workbooks import tables, write
from tests.reports.sources import TODAY, example_plan

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

ALL_SHEETS_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

ON_PAPER = ExportOptions.of_sheets(TODAY, "zh", *(sheet.key for sheet in SHEETS if not sheet.raw))


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example's workbook, converted."""
    folder = tmp_path_factory.mktemp("libreoffice")
    workbook = write(example_plan(), folder, options=ON_PAPER).path
    for form in ("pdf", ALL_SHEETS_AS_CSV):
        convert(workbook, form, folder)
    return folder


def csv_rows(folder: Path, sheet: str) -> list[list[str]]:
    with (folder / f"plan-{sheet}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_every_text_of_the_tables_comes_through(converted: Path) -> None:
    for table in tables(example_plan(), options=ON_PAPER):
        rows = csv_rows(converted, table.name)
        found = {cell for row in rows for cell in row}
        texts = {cell for row in table.rows for cell in row.cells if isinstance(cell, str) and cell}
        assert texts <= found, table.name


def test_numbers_and_days_are_shown_as_such(converted: Path) -> None:
    rows = csv_rows(converted, "指标体系")
    assert [row[2] for row in rows if row[0] == "原始创新水平不断提高"] == ["4.5"]
    assert any(
        re.fullmatch(r"\d{4}-\d\d-\d\d", cell) for row in csv_rows(converted, "里程碑计划") for cell in row
    )
    assert any(cell.endswith("%") for cell in csv_rows(converted, "完成率统计")[-2])


def test_the_pages_are_full_and_carry_the_heading(converted: Path) -> None:
    from pypdf import PdfReader

    texts = ["".join(page.extract_text().split()) for page in PdfReader(converted / "plan.pdf").pages]
    headings = ["".join(table.columns[1].label.split()) for table in tables(example_plan(), options=ON_PAPER)]
    assert len(texts) >= len(headings)
    for number, text in enumerate(texts, 1):
        assert f"第{number}页共{len(texts)}页" in text
        assert any(heading in text for heading in headings), number
        assert len(text) > 60, number


def test_no_more_pages_than_the_layout_foresees(converted: Path) -> None:
    from pypdf import PdfReader

    from planner.reports.layout import page_starts, row_heights
    from tests.reports.sources import OFFICIAL

    made = tables(example_plan(), options=ON_PAPER)
    foreseen = sum(
        1 if table.single_page else len(page_starts(table, row_heights(table, OFFICIAL), OFFICIAL))
        for table in made
    )
    foreseen += sum(place.starts_page for table in made for place in chart_places(table, OFFICIAL))
    assert len(PdfReader(converted / "plan.pdf").pages) == foreseen


def test_each_measure_has_its_title_on_paper(converted: Path) -> None:
    from pypdf import PdfReader

    text = "".join("".join(page.extract_text().split()) for page in PdfReader(converted / "plan.pdf").pages)
    plan_table = next(table for table in tables(example_plan(), options=ON_PAPER) if table.key == "work_plan")
    task = plan_table.column_place("task")
    titles = [row.cells[task] for row in plan_table.rows if row.role is Role.ITEM and row.level == 0]
    assert titles
    missing = [title for title in titles if "".join(str(title).split()) not in text]
    assert missing == []
