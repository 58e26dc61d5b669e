"""The part of a plan that an export of one branch or one unit takes in. Only `planner.reports` imports it.

Registers and facets stay whole, so that the part is laid out like the plan.
"""

from collections.abc import Collection, Iterable

from planner.domain.items import Indicator, Item, Link, Measure, Node, Unit
from planner.domain.plan import Plan


def part_of(plan: Plan, scope: str, unit: str, chosen: Collection[str] | None = None) -> Plan:
    """Return the plan with the rows of one branch in which one unit has any role; empty means all.

    Of these stay the `chosen` ones, None for all. A measure always comes with all its parts and with the
    framework above it. Indicators stay where a measure that stays serves them. Raises `Refused` where there
    is no such item or unit.
    """
    if not scope and not unit and chosen is None:
        return plan
    rows = set(plan.walk())
    if scope:
        rows &= _with_surroundings(plan, [plan[scope].id])
    if unit:
        target = plan.get(unit, Unit).id
        links = plan.of(Link).values()
        rows &= _with_surroundings(plan, [link.parent for link in links if link.target == target])
    if chosen is not None:
        rows &= _with_surroundings(plan, chosen)
    served = {target for row in rows for target in plan.targets(row, "indicator")}
    return Plan(item for item in plan.items() if _stays(plan, item, rows, served))


def _with_surroundings(plan: Plan, chosen: Iterable[str]) -> set[str]:
    """Return the rows with all that is above them, and all that is below the outermost measure or the row."""
    rows: set[str] = set()
    for row in chosen:
        line = [row, *plan.ancestors(row)]
        measures = [above for above in line if isinstance(plan[above], Measure)]
        rows |= {*line, *plan.walk(measures[-1] if measures else row)}
    return rows


def _stays(plan: Plan, item: Item, rows: Collection[str], served: Collection[str]) -> bool:
    if isinstance(item, Link) and not _in_part(plan[item.target], rows, served):
        return False
    line = (item, *(plan[above] for above in plan.ancestors(item.id)))
    return all(_in_part(owner, rows, served) for owner in line)


def _in_part(item: Item, rows: Collection[str], served: Collection[str]) -> bool:
    match item:
        case Node() | Measure():
            return item.id in rows
        case Indicator():
            return item.id in served
        case _:
            return True
