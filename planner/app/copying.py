"""Selected rows as text, table and items, for spreadsheets, word processors and the program itself.

Numbers and dates arrive in Excel and WPS as such, and text such as 1-2 or =A1 as text.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from html import escape
from typing import Any

from planner.app.cells import Cells
from planner.app.commands.structure import remove, topmost
from planner.app.paste.moved import cut_of
from planner.app.paste.tsv import write_tsv
from planner.app.words import Words
from planner.domain.codec import item_to_json
from planner.domain.fields import Field, FieldType
from planner.domain.items import Item, Unit
from planner.domain.own_fields import field_of, value_of
from planner.domain.plan import Plan

ITEMS_FORMAT = 1

_EXCEL_EPOCH = date(1899, 12, 30)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PERCENT = re.compile(r"-?\d+(?:\.\d+)?%", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?", re.ASCII)
_SPACES = re.compile("  +")


class _Format(Enum):
    """How a spreadsheet shows a typed cell: its own code, and LibreOffice's."""

    TEXT = (r"\@", "@")
    NUMBER = ("General", "General")
    PERCENT = ("0%", "0%")
    TENTHS = (r"0\.0%", "0.0%")
    DAY = (r"yyyy\\-mm\\-dd", "YYYY-MM-DD")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as it reads and, unless it is text, the number behind it."""

    text: str
    number: float | None = None
    format: _Format = _Format.TEXT
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Copied:
    """Cells as tab-separated text and as an HTML table."""

    tsv: str
    html: str


def copy_cells(
    plan: Plan, cells: Cells, ids: Sequence[str], keys: Sequence[str], headings: Words | None = None
) -> Copied:
    """Return the fields `keys` of the items `ids`; with `headings` below a row of the fields' labels."""
    items = [plan[item_id] for item_id in ids]
    depths = [sum(1 for _ in plan.ancestors(item_id)) for item_id in ids]
    least = min(depths, default=0)
    rows = [
        [_cell(plan, cells, item, key, depth - least) for key in keys]
        for item, depth in zip(items, depths, strict=True)
    ]
    if headings is not None:
        rows.insert(0, [_Cell(_label(plan, items, key, headings)) for key in keys])
    return Copied(write_tsv([cell.text for cell in row] for row in rows), _html(rows))


def copy_texts(rows: Sequence[Sequence[str]]) -> Copied:
    """Return a table of texts, in which days, percentages and numbers arrive as such."""
    cells = [[_typed_text(text) for text in row] for row in rows]
    return Copied(write_tsv(rows), _html(cells))


def copy_items(plan: Plan, ids: Sequence[str], cut_from: str = "") -> str:
    """Return the items with all that belongs to them as JSON text, for `planner.app.paste.items`.

    `mentioned` names the items outside that links lead to, so that another plan can find its own. `cut_from`
    is the id of the plan that they are about to be removed from, so that pasting there brings them back.
    """
    tops = topmost(plan, ids)
    items = [item for top in tops for item in (plan[top], *plan.belongings(top))]
    inside = {item.id for item in items}
    outside = {target for item in items for target in item.references() if target not in inside}
    data: dict[str, Any] = {
        "format": ITEMS_FORMAT,
        "items": [item_to_json(item) for item in items],
        "mentioned": {target: _mention(plan[target]) for target in sorted(outside)},
    }
    if cut_from:
        data["cut"] = cut_of(cut_from, remove(plan, tops), items).to_json()
    return json.dumps(data, ensure_ascii=False)


def _mention(item: Item) -> dict[str, Any]:
    names = item.all_names if isinstance(item, Unit) else (str(getattr(item, "title", "")),)
    return {"kind": item.kind.key, "names": list(names)}


def _label(plan: Plan, items: Sequence[Item], key: str, words: Words) -> str:
    return next((words(spec.label) for item in items if (spec := field_of(plan, item, key))), "")


def _cell(plan: Plan, cells: Cells, item: Item, key: str, depth: int) -> _Cell:
    spec = field_of(plan, item, key)
    if spec is None:
        return _Cell("")
    text = cells.text(item, key)
    number = _number(plan, item, spec)
    if number is not None:
        percent = spec.type is FieldType.PERCENT
        return _Cell(
            text, number / 100 if percent else number, _Format.PERCENT if percent else _Format.NUMBER
        )
    if spec.type in (FieldType.PERIOD, FieldType.COMPUTED):
        return _typed_text(text)
    return _Cell(text, indent=depth if key == "title" else 0)


def _number(plan: Plan, item: Item, spec: Field) -> float | None:
    if spec.type not in (FieldType.NUMBER, FieldType.PERCENT):
        return None
    value = value_of(plan, item, spec.key)
    return float(value) if isinstance(value, int | float) else None


def _typed_text(text: str) -> _Cell:
    if _DAY.fullmatch(text):
        return _Cell(text, (date.fromisoformat(text) - _EXCEL_EPOCH).days, _Format.DAY)
    if _PERCENT.fullmatch(text):
        return _percentage(text, float(text.removesuffix("%")))
    if _NUMBER.fullmatch(text):
        return _Cell(text, float(text), _Format.NUMBER)
    return _Cell(text)


def _percentage(text: str, percent: float) -> _Cell:
    return _Cell(text, percent / 100, _Format.PERCENT if percent.is_integer() else _Format.TENTHS)


def _html(rows: Sequence[Sequence[_Cell]]) -> str:
    return "".join(_html_parts(rows))


def _html_parts(rows: Sequence[Sequence[_Cell]]) -> Iterator[str]:
    yield '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
    yield "<style>br{mso-data-placement:same-cell}</style></head><body><table>"
    for row in rows:
        yield "<tr>"
        yield from map(_html_cell, row)
        yield "</tr>"
    yield "</table></body></html>"


def _html_cell(cell: _Cell) -> str:
    code, libre_code = cell.format.value
    style = f'mso-number-format:"{code}"'
    if cell.indent:
        style += f";mso-char-indent-count:{cell.indent};padding-left:{cell.indent}em"
    typed = ""
    if cell.number is not None:
        typed = f' x:num="{cell.number:.15g}" sdval="{cell.number:.15g}"'
    return f"<td{typed} sdnum=\"0;0;{libre_code}\" style='{style}'>{_html_text(cell.text)}</td>"


def _html_text(text: str) -> str:
    """Return text as HTML that keeps its line breaks and spaces."""
    spaced = _SPACES.sub(lambda found: " " + "\xa0" * (len(found[0]) - 1), text)
    if spaced.startswith(" "):
        spaced = "\xa0" + spaced[1:]
    return "<br>".join(escape(line) for line in spaced.split("\n"))
