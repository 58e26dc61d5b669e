"""Tables of what has moved since the state compared with, and of the units by rank.

Only `planner.reports.status` imports it.
"""

from collections.abc import Iterable, Iterator

from planner.app.comparison import ARROWS, Comparison, Movement
from planner.domain.items import Measure
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.reports.progress import PACE_NAMES, Pace
from planner.reports.status.lists import (
    LEAD_COLUMN,
    NUMBER_COLUMN,
    TASK_COLUMN,
    centred,
    head_cells,
    list_table,
    number_column,
)
from planner.reports.status.order import Material, Order
from planner.reports.status.standings import UnitStanding, ranked_units
from planner.reports.status.table_parts import with_column
from planner.reports.table import Cell, CellType, Column, Row, Table

_RANKING = (
    number_column("place", N_("名次"), 6),
    Column("unit", N_("单位"), 22),
    number_column("led", N_("牵头（项）")),
    number_column("done", PACE_NAMES[Pace.DONE]),
    number_column("ahead", PACE_NAMES[Pace.AHEAD]),
    number_column("on", PACE_NAMES[Pace.ON]),
    number_column("behind", PACE_NAMES[Pace.BEHIND]),
    number_column("overdue", PACE_NAMES[Pace.OVERDUE]),
    centred("rate", N_("完成率"), 9, CellType.PERCENT),
    centred("keeping", N_("序时达标率"), 9, CellType.PERCENT),
)
_RISE = centred("rise", N_("较上期"), 7)
_CHANGES = (
    centred("change", N_("变化"), 10),
    NUMBER_COLUMN,
    TASK_COLUMN,
    LEAD_COLUMN,
    centred("before", N_("上期"), 16),
    centred("now", N_("本期"), 16),
)
_SIGNS = {
    Movement.BETTER: N_("好转"),
    Movement.WORSE: N_("变差"),
    Movement.NEW: N_("新增"),
    Movement.SAME: N_("持平"),
}


def movement_words(material: Material, movement: Movement) -> str:
    """Return where a measure has gone, as ↑ 好转."""
    return f"{ARROWS[movement]} {material.source.words(_SIGNS[movement])}"


def changes_table(material: Material, order: Order) -> Table:
    """Return what is better, worse, new, completed or gone since the state compared with."""
    rows = _change_rows(material, order) if material.comparison else ()
    return list_table(material, N_("变化情况"), _CHANGES, rows)


def _change_rows(material: Material, order: Order) -> Iterator[Row]:
    comparison = material.comparison
    if comparison is None:
        return
    completed = comparison.completed()
    done = f"✔ {material.source.words(N_('已完成'))}"
    yield from _change_group(material, order, done, completed)
    for movement in (Movement.WORSE, Movement.BETTER, Movement.NEW):
        rows = [row for row in comparison.gone(movement) if row not in completed]
        yield from _change_group(material, order, movement_words(material, movement), rows)
    gone = f"－ {material.source.words(N_('取消'))}"
    for row in comparison.dropped():
        measure = comparison.before_plan.get(row, Measure)
        was = _state(material, comparison, row, now=False)
        yield Row((gone, None, measure.title, _lead_in(comparison.before_plan, row), was, "—"))


def _change_group(material: Material, order: Order, sign: str, rows: Iterable[str]) -> Iterator[Row]:
    plan, comparison = material.source.plan, material.comparison
    for row in rows:
        measure = plan.get(row, Measure)
        if comparison is None or not material.concerns(order, measure):
            continue
        was, now = (_state(material, comparison, row, now=when) for when in (False, True))
        yield Row((sign, *head_cells(material, measure), was, now), source=row)


def _state(material: Material, comparison: Comparison, row: str, *, now: bool) -> str:
    derived = comparison.now if now else comparison.before
    if not now and comparison.before_plan.find(row) is None:
        return "—"
    sign = material.sign(derived.verdict(row).light)
    percent = derived.progress(row).percent
    return sign.word if percent is None else f"{sign.word} {percent:.0f}%"


def _lead_in(plan: Plan, row: str) -> str:
    units = (plan.find(unit) for unit in plan.targets(row, "unit", "lead"))
    return "、".join(str(getattr(unit, "display_name", "")) for unit in units)


def ranking_table(material: Material, _order: Order) -> Table:
    """Return the units by rank, with how far each rose or fell where compared."""
    ranked = ranked_units(material)
    rows = (Row(tuple(_ranked(entry)), source=entry.unit.id) for entry in ranked)
    table = list_table(material, N_("各单位完成情况"), _RANKING, rows)
    if material.before is None:
        return table
    places = {entry.unit.id: entry.place for entry in ranked_units(material.before)}
    moves = {entry.unit.id: _place_words(entry, places.get(entry.unit.id)) for entry in ranked}
    column = material.source.column(_RISE, _RISE.width)
    return with_column(table, column, lambda row: moves.get(row.source), "unit")


def _place_words(entry: UnitStanding, before: int | None) -> str:
    """Return by how many places a unit rose or fell, as ↑2."""
    if before is None:
        return ARROWS[Movement.NEW]
    if before == entry.place:
        return ARROWS[Movement.SAME]
    arrow = ARROWS[Movement.BETTER if entry.place < before else Movement.WORSE]
    return f"{arrow}{abs(before - entry.place)}"


def _ranked(entry: UnitStanding) -> Iterator[Cell]:
    yield from (entry.place, entry.unit.display_name, len(entry.measures), entry.done)
    yield from (entry.paces[pace] for pace in (Pace.AHEAD, Pace.ON, Pace.BEHIND, Pace.OVERDUE))
    yield from (entry.rate, entry.keeping)
