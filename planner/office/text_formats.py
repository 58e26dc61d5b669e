"""A table as CSV, and an outline as Markdown, HTML or OPML. Only `planner.office` imports it.

Text of a plan is data: whatever stands in it is shown, nothing in it is interpreted.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from html import escape
from io import StringIO
from xml.etree import ElementTree as ET

from planner.office.safe_text import cleaned, needs_quote
from planner.reports.outline import OutlineRow
from planner.reports.table import Cell, CellType, Role, Table, cell_text

_BOM = "\ufeff"
"""Without it Excel reads UTF-8 as something else."""
_DEEPEST_HEADING = 6
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~&()$:=])")
_LONG_NUMBER = re.compile(r"0\d+|\d{16,}")
"""Digits that a spreadsheet would shorten, as a code or an account number."""


def csv_bytes(table: Table) -> bytes:
    """Return a table as Excel and WPS open it: one heading row, every value of a merged cell repeated.

    Text that a spreadsheet would take for a formula or a number of its own has an apostrophe before it.
    """
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_guarded(f"{column.group} {column.label}".strip()) for column in table.columns)
    for row in table.rows:
        if row.role is not Role.BAND:
            rows.writerow(
                _csv_cell(cell, column.type) for cell, column in zip(row.cells, table.columns, strict=True)
            )
        else:
            rows.writerow([_csv_cell(row.cells[0], CellType.TEXT)])
    return (_BOM + out.getvalue()).encode()


def markdown_bytes(title: str, rows: Iterable[OutlineRow]) -> bytes:
    """Return an outline as Markdown: headings, below them labelled lines; deep rows are bold lines."""
    return ("\n\n".join(_markdown(title, rows)) + "\n").encode()


def html_bytes(title: str, rows: Iterable[OutlineRow], language: str) -> bytes:
    """Return an outline as a page of its own that needs nothing else."""
    body = "\n".join(_html(rows))
    name = escape(cleaned(title)[0])
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8">'
        f"<title>{name}</title></head>\n<body>\n<h1>{name}</h1>\n{body}\n</body>\n</html>\n"
    ).encode()


def opml_bytes(title: str, rows: Iterable[OutlineRow]) -> bytes:
    """Return an outline as OPML 2.0, the labelled texts as the note of their row."""
    document = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(document, "head"), "title").text = cleaned(title)[0]
    line = [ET.SubElement(document, "body")]
    for row in rows:
        del line[row.depth :]
        attributes = {"text": cleaned(row.heading)[0]}
        if row.details:
            attributes["_note"] = "\n".join(cleaned(f"{label} — {text}")[0] for label, text in row.details)
        line.append(ET.SubElement(line[-1], "outline", attributes))
    whole: bytes = ET.tostring(document, encoding="utf-8", xml_declaration=True)
    return whole


def _csv_cell(cell: Cell, kind: CellType) -> str:
    text = cell_text(cell, kind)
    return _guarded(text) if isinstance(cell, str) else text


def _guarded(text: str) -> str:
    text = cleaned(text)[0]
    return f"'{text}" if needs_quote(text) or _LONG_NUMBER.fullmatch(text) else text


def _markdown(title: str, rows: Iterable[OutlineRow]) -> Iterator[str]:
    yield f"# {_marked(title)}"
    for row in rows:
        level = row.depth + 1
        heading = _marked(row.heading)
        yield f"{'#' * level} {heading}" if level <= _DEEPEST_HEADING else f"**{heading}**"
        if row.details:
            yield "\n".join(f"- **{_marked(label)}** {_marked(text)}" for label, text in row.details)


def _marked(text: str) -> str:
    """Return a text in one line, with a backslash before every sign that Markdown would act upon."""
    return _MARKDOWN.sub(r"\\\1", " ".join(cleaned(text)[0].split()))


def _html(rows: Iterable[OutlineRow]) -> Iterator[str]:
    for row in rows:
        level = min(row.depth + 1, _DEEPEST_HEADING)
        yield f"<h{level}>{_lines(row.heading)}</h{level}>"
        if row.details:
            pairs = "".join(f"<dt>{_lines(label)}</dt><dd>{_lines(text)}</dd>" for label, text in row.details)
            yield f"<dl>{pairs}</dl>"


def _lines(text: str) -> str:
    return escape(cleaned(text)[0]).replace("\n", "<br>")
