"""Links between the sheets of a workbook, once all are written. Only `planner.office` imports it."""

from collections.abc import Sequence

from planner.office.safe_text import cleaned
from planner.office.sheet_writer import WrittenSheet
from planner.reports.outcome import Remark, RemarkCode

MAX_LINKS = 65_530
"""What a sheet takes."""
_MAX_TEXT = 200


def link_sheets(sheets: Sequence[WrittenSheet]) -> None:
    """Lead cells to the rows or sheets that they speak of."""
    by_key = {sheet.key: sheet for sheet in sheets if sheet.key}
    for sheet in sheets:
        possible = [link for link in sheet.links if link.sheet in by_key]
        for link in possible[:MAX_LINKS]:
            target = by_key[link.sheet]
            line = target.lines.get(link.item) if link.item else 0
            if line is not None:
                _lead(sheet, link.line, link.column, target, line, link.text)
        if len(possible) > MAX_LINKS:
            left_out = str(len(possible) - MAX_LINKS)
            sheet.remarks.append(Remark(RemarkCode.UNLINKED, sheet.frame.get_name(), {"count": left_out}))


def _lead(sheet: WrittenSheet, line: int, column: int, target: WrittenSheet, to: int, text: str) -> None:
    name = target.frame.get_name().replace("'", "''")
    sheet.frame.write_url(line, column, f"internal:'{name}'!A{to + 1}", None, cleaned(text)[0][:_MAX_TEXT])
