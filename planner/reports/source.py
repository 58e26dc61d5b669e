"""What every report reads: one plan on one day in one language, and the columns that a preset asks for.

Only `planner.reports` imports it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from planner.app.cells import SEPARATOR, Cells
from planner.app.derived import Derived
from planner.app.formulas import formula_value
from planner.app.messages import LIGHT_NAMES
from planner.app.words import Words
from planner.domain.deadlines import DeadlineKind
from planner.domain.fields import Field, FieldType
from planner.domain.items import ROOT, Item, Measure, Milestone, Unit, kind_of
from planner.domain.marks import N_
from planner.domain.own_fields import field_of, is_own, own_field, own_fields, own_key, spec_of, value_of
from planner.domain.periods import first_day, last_day
from planner.domain.plan import Plan
from planner.reports.keys import COVER
from planner.reports.layout import fits_across
from planner.reports.numbers import task_numbers
from planner.reports.options import ExportOptions
from planner.reports.preset import BrokenPreset, Preset
from planner.reports.table import Align, Cell, CellType, Column, LightSign, Page, Row, Table

_PLAIN = (FieldType.TEXT, FieldType.PARAGRAPH, FieldType.DEADLINE, FieldType.ADDRESS)
_SHORT = (FieldType.CHOICE, FieldType.FLAG, FieldType.DEADLINE)

_LATIN = re.compile(r"[A-Za-z][!-~]*")
_BOLD = 1.2
"""How much wider than plain ones the letters of a heading are."""
_SIGN = 3
"""The room for the sign of a light before its word."""

ALL_OWN = "own"
"""What a preset calls all fields of one's own that a sheet can show."""

RESPONSIBLE_ROLES = ("lead", "co_lead", "undivided")
"""The roles of a unit that answers for a measure, the first-named first; a supporting unit does not."""

SERIAL_COLUMN = Column("serial", N_("序号"), 5, CellType.NUMBER, Align.CENTRE)


@dataclass(frozen=True, slots=True)
class Source:
    """One plan as it reads on one day in one language, to be laid out by one preset.

    `numbers` are those of all measures and their parts by id, in the order of the tree; `contents` the sheets
    of the workbook by key with their names, in their order; `tints` the layers' places in the whole plan, of
    which this one is a part.
    """

    plan: Plan
    words: Words
    preset: Preset
    options: ExportOptions
    derived: Derived
    cells: Cells
    numbers: Mapping[str, int | str]
    contents: Mapping[str, str] = field(default_factory=dict)
    tints: Mapping[str, int] = field(default_factory=dict)
    _responsible: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        plan: Plan,
        today: date,
        words: Words,
        preset: Preset,
        options: ExportOptions | None = None,
        contents: Mapping[str, str] | None = None,
    ) -> "Source":
        """Read `plan` as it stands on `today`."""
        derived = Derived(plan, today)
        chosen = options or ExportOptions(today, words.language)
        cells = Cells(plan, derived, words)
        return cls(plan, words, preset, chosen, derived, cells, task_numbers(plan), contents or {})

    def is_part(self, measure: Measure) -> bool:
        """Whether a measure is a part of another one."""
        return isinstance(self.plan.find(measure.parent), Measure)

    def columns(
        self, sheet: str, known: Mapping[str, Column], subject: type[Item] | None = None
    ) -> tuple[Column, ...]:
        """Return the columns that the preset gives a sheet, out of those that the sheet knows.

        Fields of one's own of the kind `subject` are known by their key or, since a preset may come from
        another plan, by their name; one that this plan does not have is left out. `ALL_OWN` stands for all of
        them. Raises `BrokenPreset` for any other column that the sheet does not know.
        """
        widths = self.preset.sheets[sheet].columns
        strange = sorted(key for key in widths if key not in known and key != ALL_OWN and not is_own(key))
        if strange:
            raise BrokenPreset(self.preset.name, f"{sheet}: {', '.join(strange)}")
        own = own_columns(self.plan, subject)
        names = {own_key(column.label): key for key, column in own.items()} | {key: key for key in own}
        chosen: dict[str, float] = {}
        for key, width in widths.items():
            if key == ALL_OWN:
                chosen |= {each: width for each in own if each not in chosen}
            elif key in known or key in names:
                chosen[names.get(key, key)] = width
        return tuple(self.column(known.get(key) or own[key], width) for key, width in chosen.items())

    def column(self, known: Column, width: float) -> Column:
        """Return a column in this language, with the choices that it offers."""
        if is_own(known.key):
            label, group, choices = known.label, known.group, known.choices
        else:
            label, group = self.words(known.label), self.words(known.group)
            choices = tuple(map(self.words, known.choices))
        if known.several:
            choices = self._unit_names()
        width = max(width, self._least_width(label, known.type))
        return replace(known, label=label, group=group, width=width, choices=choices)

    def _least_width(self, label: str, kind: CellType) -> float:
        """Return the width in which no Latin word of a heading or of a light is broken; others may be."""
        fonts = self.preset.fonts
        longest = max(map(len, _LATIN.findall(label)), default=0) * fonts.heading.size / fonts.body.size
        least = longest * _BOLD + 1 if longest else 0.0
        if kind is CellType.LIGHT:
            signs = (self.words(name) for name in LIGHT_NAMES.values())
            least = max(least, *(len(sign) + _SIGN for sign in signs if sign.isascii()), 0)
        return least

    def _unit_names(self) -> tuple[str, ...]:
        return tuple(unit.display_name for unit in self.plan.children(ROOT, Unit))

    def page(self, sheet: str) -> Page:
        """Return the paper of a sheet."""
        return self.preset.sheets[sheet].page

    def table(
        self, sheet: str, names: tuple[str, str], columns: tuple[Column, ...], rows: Iterable[Row]
    ) -> Table:
        """Return a table headed as all of this plan's tables are; a caller adds its spans and notes.

        `names` are what the sheet is called and what its title adds to the plan's. An empty table says so.
        """
        name, kind = self.contents.get(sheet, self.words(names[0])), self.words(names[1])
        head, body, block = self.plan.head, tuple(rows), self.preset.block
        issuer = self.words(N_("编制单位：{unit}")).format(unit=head.issuer) if head.issuer else ""
        dated = self.words(N_("截至{date}")).format(date=self.long_date(self.derived.today))
        notes = () if body else (self.words(N_("（暂无内容）")),)
        table = Table(
            name,
            kind,
            columns,
            body,
            self.page(sheet),
            issuer=issuer if block.issuer else "",
            dated=dated if block.dated else "",
            notes=notes,
            key=sheet,
            back=self.words(N_("返回目录")) if COVER in self.contents and sheet != COVER else "",
            attachment=self._attachment(sheet),
        )
        return replace(table, title=self._title(table))

    def _attachment(self, sheet: str) -> str:
        """Return the label of a sheet as one of those of the workbook, the cover not counted."""
        sheets = [key for key in self.contents if key != COVER]
        number = str(sheets.index(sheet) + 1) if len(sheets) > 1 and sheet in sheets else ""
        return "" if sheet == COVER else self.preset.block.attachment.replace("{number}", number)

    def _title(self, table: Table) -> str:
        """Return the plan's title with the table's own, on a second line where they don't fit on one."""
        plan, pattern = self.plan.head.title, self.preset.block.title
        if pattern:
            return pattern.replace("{plan}", plan).replace("{table}", table.title)
        if not plan:
            return table.title
        title = self.words(N_("{plan}{table}")).format(plan=plan, table=table.title)
        if fits_across(title, self.preset.fonts.title, table, self.preset):
            return title
        return f"{plan}\n{table.title}"

    def long_date(self, day: date) -> str:
        """Return a day as it is written in a heading."""
        return self.words(N_("{year}年{month}月{day}日")).format(
            year=day.year, month=day.month, day=day.day, iso=day.isoformat()
        )

    def cell(self, item: Item, key: str) -> Cell:
        """Return one field of an item, a number or a day where it is one, and text otherwise."""
        spec = item.kind.by_key.get(key)
        if spec is None:
            return self._own_cell(item, key)
        if spec.type in _PLAIN:
            text: str = getattr(item, key)
            return text
        return self._typed_cell(item, spec)

    def _typed_cell(self, item: Item, spec: Field) -> Cell:
        match cell_type(spec):
            case CellType.LIGHT:
                light = self.derived.verdict(item.id).light
                return LightSign(light, self.words(LIGHT_NAMES[light]))
            case CellType.NUMBER:
                value = item.value(spec.key)
                return value if isinstance(value, int | float) else None
            case CellType.PERCENT:
                return self._percent(item, spec)
            case CellType.DATE:
                return self._day(item, spec)
            case _:
                return self.cells.text(item, spec.key)

    def _own_cell(self, item: Item, key: str) -> Cell:
        """Return what an item says in a field of one's own; nothing where the field is not for its kind."""
        own = own_field(self.plan, key)
        if own is None or field_of(self.plan, item, key) is None:
            return None
        if own.holds == "formula":
            return formula_value(self.plan, self.derived, item, own)
        value = value_of(self.plan, item, key)
        if own.holds == "number":
            return value if isinstance(value, int | float) else None
        return period_cell(str(value)) if own.holds == "period" else self.cells.text(item, key)

    def responsible(self, measure: Measure) -> str:
        """Return who answers for a measure: its units, the first leading, and what is said of them all."""
        text = self._responsible.get(measure.id)
        if text is None:
            links = self.plan.links(measure.id, "unit")
            names = [
                self.cells.name(link.target)
                for role in RESPONSIBLE_ROLES
                for link in links
                if link.role == role
            ]
            text = "\n".join(part for part in (SEPARATOR.join(names), measure.duty) if part)
            self._responsible[measure.id] = text
        return text

    def _percent(self, item: Item, spec: Field) -> Cell:
        value = item.value(spec.key) if spec.stored else self.derived.progress(item.id).percent
        return value if isinstance(value, int | float) else None

    def _day(self, item: Item, spec: Field) -> Cell:
        if spec.stored:
            return period_cell(str(item.value(spec.key)))
        if isinstance(item, Measure | Milestone):
            deadline = self.derived.deadline(item)
            if deadline.kind is DeadlineKind.DATE and deadline.end:
                return deadline.end
        return self.cells.text(item, spec.key)


def period_cell(period: str) -> Cell:
    """Return a day as a day; a month, quarter or year is text."""
    if period and first_day(period) == last_day(period):
        return first_day(period)
    return period


def cell_type(spec: Field) -> CellType:
    """Return what a column of this field holds."""
    match spec.type:
        case FieldType.NUMBER:
            return CellType.NUMBER
        case FieldType.PERCENT:
            return CellType.PERCENT
        case FieldType.PERIOD:
            return CellType.DATE
        case FieldType.COMPUTED:
            computed = CellType.NUMBER if is_own(spec.key) else CellType.TEXT
            return {
                "light": CellType.LIGHT,
                "progress": CellType.PERCENT,
                "due_date": CellType.DATE,
            }.get(spec.key, computed)
        case _:
            return CellType.TEXT


def own_columns(plan: Plan, subject: type[Item] | None) -> dict[str, Column]:
    """Return a column for each field of one's own of a kind, by key; none where no kind is meant."""
    return field_columns(map(spec_of, own_fields(plan, kind_of(subject).key))) if subject else {}


def field_columns(specs: Iterable[Field]) -> dict[str, Column]:
    """Return a column for each row of the field table, by key, with the label in the source language."""
    columns = {}
    for spec in specs:
        kind = cell_type(spec)
        short = kind is not CellType.TEXT or spec.type in _SHORT
        align = Align.RIGHT if kind is CellType.NUMBER else Align.CENTRE if short else Align.LEFT
        columns[spec.key] = Column(
            spec.key,
            spec.label,
            spec.width,
            kind,
            align,
            choices=tuple(choice.label for choice in spec.choices if choice.code),
            several=spec.target == "unit",
        )
    return columns
