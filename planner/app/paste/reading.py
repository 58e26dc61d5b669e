"""From the clipboard's texts to rows, by the form that the text turns out to have."""

import re
from fractions import Fraction

from planner.app.paste.columns import Columns, find_columns
from planner.app.paste.grid import Grid
from planner.app.paste.html_table import read_html_table
from planner.app.paste.outline_marks import Depths, mark_alone
from planner.app.paste.paragraph_rows import rows_of_paragraphs
from planner.app.paste.rows import Pasted, RowDraft
from planner.app.paste.table_rows import rows_of_table
from planner.app.paste.tsv import read_tsv
from planner.app.words import Words
from planner.domain.plan import Plan

_LINE_BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


def read_grid(text: str, html: str = "") -> Grid:
    """Return the cells of a clipboard's plain text, or of the table in its HTML, which says more."""
    table = read_html_table(_cleaned(html)) if html else None
    return table if table is not None and table.rows else read_tsv(_cleaned(text))


def read_rows(plan: Plan, grid: Grid, words: Words | None = None, columns: Columns | None = None) -> Pasted:
    """Return the rows of a grid; `columns` says what a person chose, else it is found out.

    The plan gives the register of units and the fields of one's own, by which columns are known.
    """
    if columns is None:
        if (paragraphs := _paragraphs(grid)) is not None:
            return rows_of_paragraphs(paragraphs)
        if _is_staircase(grid):
            return _rows_of_staircase(grid)
        columns = find_columns(plan, grid, words)
    return rows_of_table(grid, columns)


def table_columns(plan: Plan, grid: Grid, words: Words | None = None) -> Columns | None:
    """Return what the columns of a grid hold where it is a table; None for paragraphs and lists."""
    if _paragraphs(grid) is not None or _is_staircase(grid):
        return None
    return find_columns(plan, grid, words)


def _cleaned(text: str) -> str:
    """Return text without signs that neither files nor other programs can hold."""
    return _NO_TEXT.sub("", _LINE_BREAKS.sub(" ", text))


def _paragraphs(grid: Grid) -> list[str] | None:
    """Return the lines of a text; Word parts the numbers of a list from its paragraphs by a tab."""
    if grid.width <= 1:
        return [line for row in grid.rows for cell in row for line in cell.split("\n")]
    if grid.width > 2:
        return None
    numbered = [row for row in grid.rows if row[1]]
    if all(row[0].strip() and _is_list_number(row[0]) for row in numbered):
        return ["".join(row) if row[1] else row[0] for row in grid.rows]
    return None


def _is_list_number(cell: str) -> bool:
    return mark_alone(cell) is not None and not cell.strip().isalnum()


def _is_staircase(grid: Grid) -> bool:
    """Whether each row has one cell only, whose column says its level."""
    filled = [sum(1 for cell in row if cell.strip()) for row in grid.rows]
    return max(filled, default=0) == 1


def _rows_of_staircase(grid: Grid) -> Pasted:
    depths = Depths()
    drafts: list[RowDraft] = []
    for row in grid.rows:
        for column, cell in enumerate(row):
            if title := " ".join(cell.split()):
                drafts.append(RowDraft(depths.depth_of(Fraction(column)), {"title": title}))
    return Pasted(tuple(draft.done() for draft in drafts), ("title",))
