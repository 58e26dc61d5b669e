"""The numbers by which the sheets of one workbook speak of measures: `12`, and `12（1）` for a part of one.

Only `planner.reports` imports it.
"""

from collections.abc import Iterator
from itertools import count

from planner.domain.items import Measure
from planner.domain.numbering import outline_number
from planner.domain.plan import Plan

_FIRST_PART_DEPTH = 2
"""What is below a measure counts from （1） on, as under an outline's third level."""


def part_number(depth: int, position: int) -> str:
    """Return the number of a part `depth` levels below its measure: （1）, ① and so on."""
    return outline_number(_FIRST_PART_DEPTH + depth, position)


def task_numbers(plan: Plan) -> dict[str, int | str]:
    """Return the number of each measure and part by id, running on through the whole tree."""
    serials = count(1)
    numbers: dict[str, int | str] = {}
    for item_id in plan.walk():
        item = plan[item_id]
        if isinstance(item, Measure) and item_id not in numbers:
            serial = next(serials)
            numbers[item_id] = serial
            numbers |= _parts(plan, item_id, str(serial), 1)
    return numbers


def _parts(plan: Plan, measure_id: str, above: str, depth: int) -> Iterator[tuple[str, str]]:
    for position, part in enumerate(plan.child_ids(measure_id, Measure), 1):
        number = above + part_number(depth, position)
        yield part, number
        yield from _parts(plan, part, number, depth + 1)
