"""责任清单 by unit, and how far each unit has completed what it leads.

A unit answers for what it leads, alone or with others; what it supports is listed and never counts in its
rate of completion. Tasks are counted, as the plan counts them: parts of tasks are listed and never counted,
so that the rates of all units speak of the tasks that the plan names. A cancelled measure counts for nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from planner.domain.items import ROOT, Link, Measure, Milestone, Unit, kind_of
from planner.domain.marks import N_
from planner.reports.computed import Share
from planner.reports.source import RESPONSIBLE_ROLES, SERIAL_COLUMN, Source, field_columns
from planner.reports.table import Align, Cell, CellType, Column, Role, Row, Table
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = "duty"
COMPLETION_SHEET = "completion"

NAMES = (N_("任务责任清单"), N_("任务责任清单"))
COMPLETION_NAMES = (N_("完成率统计"), N_("完成率统计表"))

_OF_THE_LEAD = ("nodes", "criterion", "leader", "office", "person", "supporting")
"""Columns that a supporting unit's list leaves to the list of the unit that leads."""

COMPLETED = ("done", "closed")
"""The statuses in which a measure counts as completed."""

_FIELDS = field_columns(kind_of(Measure).fields)
COLUMNS = {
    **_FIELDS,
    "number": NUMBER_COLUMN,
    "task": TASK_COLUMN,
    "role": Column("role", N_("职责"), 10, align=Align.CENTRE),
    "nodes": Column("nodes", N_("工作节点"), 30),
    "lead": LEAD_COLUMN,
    "deadline": replace(_FIELDS["due"], key="deadline"),
}
COMPLETION_COLUMNS = {
    "serial": SERIAL_COLUMN,
    "unit": replace(field_columns(kind_of(Unit).fields)["title"], key="unit", label=N_("单位")),
    "led": Column("led", N_("牵头（项）"), 12, CellType.NUMBER, Align.CENTRE),
    "done": Column("done", N_("已完成（项）"), 12, CellType.NUMBER, Align.CENTRE),
    "rate": Column("rate", N_("完成率"), 12, CellType.PERCENT, Align.CENTRE),
    "supported": Column("supported", N_("配合（项）"), 14, CellType.NUMBER, Align.CENTRE),
}


@dataclass(frozen=True, slots=True)
class _Task:
    """A measure in a unit's list, with the unit's role in it; the empty role where nobody is named."""

    measure: Measure
    role: str
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class _Duties:
    """What one unit leads and supports, each in the order of the tree."""

    unit: Unit | None
    led: list[_Task] = field(default_factory=list)
    supported: list[_Task] = field(default_factory=list)

    @property
    def counted(self) -> list[Measure]:
        """What counts in the unit's rate: tasks of the plan, not parts of them."""
        return [task.measure for task in self.led if not task.is_part and task.measure.status != "cancelled"]

    @property
    def helped(self) -> list[Measure]:
        """The tasks that the unit supports."""
        return [task.measure for task in self.supported if not task.is_part]

    @property
    def parts(self) -> int:
        """How many parts of tasks are the unit's own."""
        return sum(task.is_part for task in self.led)

    @property
    def done(self) -> int:
        return completed(self.counted)


def completed(measures: Iterable[Measure]) -> int:
    """Count the measures that are completed."""
    return sum(measure.status in COMPLETED for measure in measures)


def led_by_unit(source: Source) -> list[tuple[Unit, list[Measure]]]:
    """Return what each unit that has duties leads, as far as it counts in its rate."""
    return [(entry.unit, entry.counted) for entry in _duties(source) if entry.unit]


def duty_table(source: Source) -> Table:
    """Return what each unit leads, then what it supports; what nobody leads comes last."""
    columns = source.columns(SHEET, COLUMNS, Measure)
    rows = list(_duty_rows(source, columns))
    note = source.words(N_("注：完成率只计牵头任务，子任务、配合任务和已取消的任务不计入。"))
    table = source.table(SHEET, NAMES, columns, rows)
    return replace(table, notes=(note,)) if rows else table


def completion_table(source: Source) -> Table:
    """Return how many measures each unit leads and has completed; the total counts each measure once."""
    columns = source.columns(COMPLETION_SHEET, COMPLETION_COLUMNS)
    duties = [entry for entry in _duties(source) if entry.unit]
    rows = [
        _count_row(columns, serial, _unit_name(source, entry), entry.counted, len(entry.helped))
        for serial, entry in enumerate(duties, 1)
    ]
    if duties:
        led = {measure.id: measure for entry in duties for measure in entry.counted}
        supported = {measure.id for entry in duties for measure in entry.helped}
        total = _count_row(columns, None, source.words(N_("合计")), led.values(), len(supported))
        rows.append(replace(total, role=Role.TOTAL))
    note = source.words(N_("注：几家并列牵头的任务，各单位分别计数，合计只计一次；子任务不另计数。"))
    table = source.table(COMPLETION_SHEET, COMPLETION_NAMES, columns, rows)
    return replace(table, notes=(note,)) if rows else table


def _duties(source: Source) -> list[_Duties]:
    """Return the duties of all units that have any, in the order of the register, then what nobody leads.

    An export for one unit has the duties of that unit alone.
    """
    by_unit = {unit.id: _Duties(unit) for unit in source.plan.children(ROOT, Unit)}
    nobody = _Duties(None)
    for measure_id in source.numbers:
        measure = source.plan.get(measure_id, Measure)
        links = source.plan.links(measure_id, "unit")
        is_part = source.is_part(measure)
        for role in RESPONSIBLE_ROLES:
            for link in _in_role(links, role):
                by_unit[link.target].led.append(_Task(measure, role, is_part))
        for link in _in_role(links, "supporting"):
            by_unit[link.target].supported.append(_Task(measure, "supporting", is_part))
        if not _has_owner(source, measure):
            nobody.led.append(_Task(measure, ""))
    asked = source.options.unit
    entries = [by_unit[asked]] if asked else [*by_unit.values(), nobody]
    return [entry for entry in entries if entry.led or entry.supported]


def _in_role(links: Iterable[Link], role: str) -> Iterator[Link]:
    return (link for link in links if link.role == role)


def _has_owner(source: Source, measure: Measure) -> bool:
    """Whether somebody answers for the measure or for the one that it is part of."""
    parent = source.plan.find(measure.parent)
    return isinstance(parent, Measure) or bool(source.responsible(measure))


def _duty_rows(source: Source, columns: tuple[Column, ...]) -> Iterator[Row]:
    numbers = source.numbers
    for entry in _duties(source):
        band = (_band_text(source, entry), *[None] * (len(columns) - 1))
        yield Row(band, Role.BAND, source=entry.unit.id if entry.unit else "")
        for task in (*entry.led, *entry.supported):
            yield _task_row(source, task, numbers[task.measure.id], columns)


def _task_row(source: Source, task: _Task, number: Cell, columns: tuple[Column, ...]) -> Row:
    measure = task.measure
    cells: dict[str, Cell] = {
        "number": number,
        "task": measure.title,
        "role": _role_name(source, task.role),
        "nodes": _nodes(source, measure),
        "lead": source.responsible(measure),
        "deadline": source.derived.due_words(measure),
    }
    if task.role == "supporting":
        cells |= dict.fromkeys(_OF_THE_LEAD)
    for column in columns:
        if column.key not in cells:
            cells[column.key] = source.cell(measure, column.key)
    return Row(tuple(cells[column.key] for column in columns), level=1, source=measure.id)


def _unit_name(source: Source, entry: _Duties) -> str:
    return entry.unit.display_name if entry.unit else source.words(N_("未明确责任单位"))


def _band_text(source: Source, entry: _Duties) -> str:
    counts = {
        "unit": _unit_name(source, entry),
        "led": len(entry.counted),
        "done": entry.done,
        "supported": len(entry.helped),
    }
    if not entry.unit:
        return source.words(N_("{unit}：{led} 项")).format(**counts)
    pattern = N_("{unit}：配合 {supported} 项")
    if entry.counted:
        counts["rate"] = f"{100 * entry.done / len(entry.counted):.1f}%"
        pattern = N_("{unit}：牵头 {led} 项，已完成 {done} 项，完成率 {rate}；配合 {supported} 项")
    text = source.words(pattern).format(**counts)
    parts = source.words(N_("；另承担子任务 {parts} 项")).format(parts=entry.parts)
    return text + parts if entry.parts else text


def _role_name(source: Source, role: str) -> str:
    return source.cells.stored_text(kind_of(Link).by_key["role"], role) if role else ""


def _nodes(source: Source, measure: Measure) -> str:
    """Return the milestones of a measure, one a line with its deadline."""
    lines = []
    for milestone in source.plan.children(measure.id, Milestone):
        pattern = N_("{due}：{node}") if milestone.due else "{node}"
        lines.append(source.words(pattern).format(node=milestone.title, due=milestone.due))
    return "\n".join(lines)


def _count_row(
    columns: tuple[Column, ...], serial: int | None, name: str, led: Iterable[Measure], supported: int
) -> Row:
    measures = list(led)
    done = completed(measures)
    cells: dict[str, Cell] = {
        "serial": serial,
        "unit": name,
        "led": len(measures),
        "done": done,
        "rate": Share(100 * done / len(measures), "done", "led") if measures else None,
        "supported": supported,
    }
    return Row(tuple(cells[column.key] for column in columns))
