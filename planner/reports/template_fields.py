"""What names in an office's own template mean: a field of the rows of one of our sheets, or a plan's value.

Names are known in every language that the program speaks, by the labels of the field table, and by keys.
Any room above `app` may import it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from planner.app.words import Words
from planner.domain.marks import N_
from planner.domain.own_fields import is_own
from planner.domain.plain_text import folded
from planner.domain.plan import Plan
from planner.reports.goals import QUARTERLY, QUARTERS
from planner.reports.plan_values import PLAN_VALUES
from planner.reports.preset import Preset
from planner.reports.sheets import BY_KEY, SHEETS, Sheet, choosable_columns
from planner.reports.source import ALL_OWN
from planner.reports.table import Column, Role, Table

ITEM_ID = "id"
"""The column with the id of the item that a row shows, by which a workbook can be read back."""

_ITEM_ID_LABEL = N_("条目编号")
_WITHOUT_ROWS = ("cover", "gantt", "statistics")
_YEAR = folded("{year}")
_BETWEEN = ", "
_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field by the key of its sheet and of its column there, and the name by which it was asked for.

    One column of a sheet can stand for several in its table, as one for each year: the name tells them apart.
    """

    sheet: str
    column: str
    name: str


class TemplateNames:
    """Looks names up for one plan, in several languages."""

    def __init__(self, plan: Plan, languages: Sequence[Words]) -> None:
        self._languages = languages
        self._sheets: dict[str, str] = {}
        self._columns: dict[str, dict[str, str]] = {}
        self._shown: dict[str, str] = {}
        self._values: dict[str, str] = {}
        for key, label in PLAN_VALUES.items():
            self._values |= dict.fromkeys(self._names(key, label), key)
        for sheet in SHEETS:
            if not sheet.raw and sheet.key not in _WITHOUT_ROWS:
                self._sheets |= dict.fromkeys(self._names(sheet.key, sheet.label), sheet.key)
                self._columns[sheet.key] = self._columns_of(plan, sheet)

    def value(self, name: str) -> str | None:
        """Return the key of the plan's value of this name."""
        return self._values.get(folded(name))

    def field(self, sheet: str, name: str) -> FieldName | None:
        """Return the field of this name in the rows of one sheet, given by its key."""
        asked = folded(name)
        columns = self._columns[sheet]
        key = columns.get(asked) or columns.get(_DIGITS.sub(_YEAR, asked))
        return FieldName(sheet, key, asked) if key else None

    def sheet(self, name: str) -> str | None:
        """Return the key of the sheet of this name."""
        return self._sheets.get(folded(name))

    def tables(self) -> Iterator[str]:
        """Yield the keys of all sheets that rows can be taken from."""
        yield from self._columns

    def best_sheet(self, names: Sequence[str]) -> str:
        """Return the key of the sheet that knows most of these names, the earlier of two."""
        return max(
            self._columns, key=lambda sheet: sum(self.field(sheet, name) is not None for name in names)
        )

    def nearest(self, name: str) -> str:
        """Return the known name that is most like this one, in the language asked for; empty if none is."""
        found = get_close_matches(folded(name), self._shown, 1, 0.5)
        return self._shown[found[0]] if found else ""

    def _columns_of(self, plan: Plan, sheet: Sheet) -> dict[str, str]:
        names: dict[str, str] = {}
        for key, column in choosable_columns(plan, sheet).items():
            if key == QUARTERLY:
                for label in QUARTERS:
                    names |= dict.fromkeys(self._names(label, label), key)
            elif key != ALL_OWN:
                names |= dict.fromkeys(self._column_names(column), key)
        return names | dict.fromkeys(self._names(ITEM_ID, _ITEM_ID_LABEL), ITEM_ID)

    def _column_names(self, column: Column) -> Iterator[str]:
        label = column.group + column.label if "{year}" in column.group else column.label
        if is_own(column.key):
            self._shown.setdefault(folded(label), label)
            yield from (folded(column.key), folded(label))
        else:
            yield from self._names(column.key, label)

    def _names(self, key: str, label: str) -> Iterator[str]:
        yield folded(key)
        for words in self._languages:
            said = words(label)
            self._shown.setdefault(folded(said), said)
            yield folded(said)


def field_lists(words: Words) -> dict[str, str]:
    """Return the names that a template can use, by the placeholder that they stand in, in one language."""
    values = _BETWEEN.join(dict.fromkeys(map(words, PLAN_VALUES.values())))
    field = words(N_("字段"))
    lists = {f"{{{{{field}}}}}": values}
    for sheet in SHEETS:
        if not sheet.raw and sheet.key not in _WITHOUT_ROWS:
            labels = dict.fromkeys(words(column.label) for column in sheet.columns.values() if column.label)
            lists[f"{{{{{words(sheet.label)}.{field}}}}}"] = _BETWEEN.join(labels)
    return lists


def laid_out_with(preset: Preset, sheet: str, columns: Sequence[str]) -> Preset:
    """Return a preset that gives one sheet these columns."""
    known = BY_KEY[sheet].columns
    widths = {key: known[key].width if key in known else 16 for key in columns if key != ITEM_ID}
    return replace(preset, sheets={**preset.sheets, sheet: replace(preset.sheets[sheet], columns=widths)})


def place_in(table: Table, field: FieldName) -> int | None:
    """Return the place of a field's column in its table; None where the plan has none, as for a year."""
    group = [
        number
        for number, column in enumerate(table.columns)
        if column.key == field.column or column.key.startswith(f"{field.column} ") or _is_goal(column, field)
    ]
    if len(group) == 1 and not _DIGITS.search(field.name):
        return group[0]
    return next((number for number in group if field.name in _folded_labels(table.columns[number])), None)


def _folded_labels(column: Column) -> tuple[str, str]:
    return folded(column.label), folded(column.group + column.label)


def _is_goal(column: Column, field: FieldName) -> bool:
    return column.key.startswith("goal ") and field.column in ("yearly_goal", QUARTERLY)


def rows_of(table: Table, *, with_gaps: bool) -> list[int]:
    """Return the places of the rows that show items, and of those that say that there is none."""
    roles = (Role.ITEM, Role.GAP) if with_gaps else (Role.ITEM,)
    return [number for number, row in enumerate(table.rows) if row.role in roles]
