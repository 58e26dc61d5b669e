"""Writes a plan's workbook and reads it back, for tests."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.words import Words
from planner.domain.plan import Plan
from planner.office.export import export_workbook
from planner.office.safe_text import cleaned
from planner.reports.computed import ColumnSum, RowSum, Share
from planner.reports.options import ExportOptions
from planner.reports.outcome import Written
from planner.reports.sheets import BY_KEY
from planner.reports.table import Cell, CellType, Column, Quantity, Role, Table, cell_text
from planner.reports.workbook import work_plan_workbook
from tests.reports.sources import CHINESE, OFFICIAL, PRESETS, TODAY

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def write(plan: Plan, folder: Path, words: Words = CHINESE, options: ExportOptions | None = None) -> Written:
    """Export the plan into a folder of the test."""
    return export_workbook(plan, folder / "plan.xlsx", words, PRESETS, options or everything(words))


def everything(words: Words = CHINESE) -> ExportOptions:
    """The choice of every sheet there is."""
    return ExportOptions.of_sheets(TODAY, words.language, *BY_KEY)


def opened(written: Written, *, formulas: bool = False) -> "Workbook":
    """The workbook as openpyxl reads it, with the values of formulas or with the formulas themselves."""
    from openpyxl import load_workbook

    return load_workbook(written.path, data_only=not formulas)


def tables(plan: Plan, words: Words = CHINESE, options: ExportOptions | None = None) -> tuple[Table, ...]:
    """The tables that the workbook is made from."""
    return tuple(work_plan_workbook(plan, words, OFFICIAL, options or everything(words)))


def table_of(plan: Plan, key: str) -> Table:
    """The table of one sheet, from the workbook of all."""
    return next(table for table in tables(plan) if table.key == key)


def heading_row(table: Table) -> int:
    """The number, from 1, of the lower row with the column labels."""
    return table.first_row


def shown_values(sheet: "Worksheet", table: Table) -> list[list[object]]:
    """The values of all rows of the table; a merged cell has the value of its first."""
    first = heading_row(table) + 1
    values: list[list[object]] = [
        [sheet.cell(first + row, column + 1).value for column in range(len(table.columns))]
        for row in range(len(table.rows))
    ]
    for merged in sheet.merged_cells.ranges:
        if merged.min_row >= first and merged.min_col == merged.max_col:
            for row in range(merged.min_row, merged.max_row + 1):
                values[row - first][merged.min_col - 1] = sheet.cell(merged.min_row, merged.min_col).value
    return values


def expected_values(table: Table) -> list[list[object]]:
    """The values that a reader of the workbook is to find."""
    return [_expected_row(row.role, row.cells, table.columns) for row in table.rows]


def _expected_row(role: Role, cells: Sequence[Cell], columns: Sequence[Column]) -> list[object]:
    if role is Role.BAND:
        return [_expected(cells[0], columns[0]), *[None] * (len(cells) - 1)]
    return [_expected(cell, column) for cell, column in zip(cells, columns, strict=True)]


def _expected(cell: Cell, column: Column) -> object:
    percent = column.type is CellType.PERCENT
    match cell:
        case Quantity() if abs(cell.number) < 1e15:
            return cell.number
        case date():
            return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - as openpyxl gives it
        case ColumnSum() | RowSum() | Share():
            return cell.value / 100 if percent else cell.value
        case int() | float() if abs(cell) < 1e15:
            return cell / 100 if percent else cell
        case _:
            return cleaned(cell_text(cell))[0] or None
