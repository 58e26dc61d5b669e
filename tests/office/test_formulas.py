"""Formulas stand with their values, and LibreOffice computes the same numbers from the cells."""

from pathlib import Path

import pytest

from planner.domain.items import Funding, Measure
from planner.reports.computed import ColumnSum, RowSum, Share
from tests.office.libreoffice import SOFFICE, converted
from tests.office.workbooks import opened, tables, write
from tests.reports.sources import example_plan, plan_of


def formula_cells(plan):
    """Sheet, line and column (from 1) and value of each computed cell."""
    for table in tables(plan):
        for row, cells in enumerate(table.rows, table.first_row + 1):
            for column, cell in enumerate(cells.cells, 1):
                if isinstance(cell, ColumnSum | RowSum | Share):
                    percent = table.columns[column - 1].type.value == "percent"
                    yield table.name, row, column, cell.value / (100 if percent else 1)


def tricky_money():
    """Sources whose names are patterns or formulas for SUMIF, and one that differs by case only."""
    names = ("*", "a?", "=1", "市级", "ABC", "abc", "<>", "")
    lines = [
        Funding(
            f"f{number}{year}",
            "m",
            f"A{number}{year}",
            source=name,
            year=str(year),
            planned=number + year / 7,
        )
        for number, name in enumerate(names)
        for year in (2025, 2026)
    ]
    return plan_of(Measure("m", "", "A", title="甲"), *lines)


PLANS = {"example": example_plan, "tricky": tricky_money}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_every_computed_cell_is_a_formula_with_its_value(plan, tmp_path: Path) -> None:
    written = write(plan(), tmp_path)
    formulas, values = opened(written, formulas=True), opened(written)
    found = list(formula_cells(plan()))
    assert found
    for sheet, row, column, value in found:
        assert str(formulas[sheet].cell(row, column).value).startswith("=")
        assert values[sheet].cell(row, column).value == pytest.approx(value)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_libreoffice_computes_the_same(plan, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    written = write(plan(), tmp_path)
    book = load_workbook(written.path)
    for sheet, row, column, _ in formula_cells(plan()):
        book[sheet].cell(row, column).value = book[sheet].cell(row, column).value
    without_values = tmp_path / "bare.xlsx"
    book.save(without_values)
    computed = converted(without_values, tmp_path)
    for sheet, row, column, value in formula_cells(plan()):
        assert computed[sheet].cell(row, column).value == pytest.approx(value), (sheet, row, column)


def test_calamine_reads_the_same_values(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    written = write(example_plan(), tmp_path)
    book = CalamineWorkbook.from_path(str(written.path))
    seen = opened(written)
    for table in tables(example_plan()):
        theirs = book.get_sheet_by_name(table.name).to_python(skip_empty_area=False)
        for row in range(table.first_row, table.first_row + len(table.rows)):
            ours = [seen[table.name].cell(row + 1, column + 1).value for column in range(len(table.columns))]
            for mine, other in zip(ours, theirs[row], strict=False):
                assert _comparable(mine) == _comparable(other)


def _comparable(value: object) -> object:
    if value in (None, ""):
        return ""
    return str(value)[:10] if hasattr(value, "year") else value
