"""Rows of the tree on their way: what is carried, and where the pointer would drop it."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from planner.app.commands.placing import Drop, drop_spot
from planner.app.commands.structure import Spot
from planner.app.outline import Outline, Row
from planner.domain.plan import Plan

ROWS_TYPE = "application/x-policy-planner-rows"
_EDGE = 0.28  # of a row's height: nearer to its edge means beside, else into


@dataclass(frozen=True, slots=True)
class Target:
    """Where something would land: the spot in the plan, and what to draw.

    The line stands above the row at `line`, indented as deep as `depth`; a drop into a row has no line and
    frames the row `into`.
    """

    spot: Spot
    depth: int
    line: int | None = None
    into: int | None = None


def drag_data(item_ids: list[str]) -> QMimeData:
    """Return what is carried for these rows."""
    data = QMimeData()
    data.setData(ROWS_TYPE, json.dumps(item_ids).encode())
    return data


def dragged_ids(data: QMimeData) -> list[str]:
    """Return the rows that are carried; none for foreign data."""
    if not data.hasFormat(ROWS_TYPE):
        return []
    return [str(item_id) for item_id in json.loads(bytes(data.data(ROWS_TYPE).data()))]


def find_target(
    plan: Plan, outline: Outline, moved: list[str], place: int, height_part: float
) -> Target | None:
    """Return where rows dropped on the row at `place` would land, if they may.

    `height_part` says how far down the row the pointer is, from 0 to 1.
    """
    row = outline.rows[place]
    for drop in _drops(row, height_part):
        spot = drop_spot(plan, moved, row.id, drop)
        if spot is not None:
            return _target(outline, place, drop, spot)
    return None


def _drops(row: Row, height_part: float) -> tuple[Drop, ...]:
    if height_part < _EDGE:
        return Drop.BEFORE, Drop.LAST_BELOW
    if height_part > 1 - _EDGE:
        return (Drop.FIRST_BELOW, Drop.AFTER) if row.open else (Drop.AFTER, Drop.LAST_BELOW)
    return (Drop.LAST_BELOW,)


def _target(outline: Outline, place: int, drop: Drop, spot: Spot) -> Target:
    depth = outline.rows[place].depth
    match drop:
        case Drop.BEFORE:
            return Target(spot, depth, line=place)
        case Drop.AFTER:
            return Target(spot, depth, line=outline.end_of_branch(place))
        case Drop.FIRST_BELOW:
            return Target(spot, depth + 1, line=place + 1)
        case _:
            return Target(spot, depth + 1, into=place)
