"""From one list of rows to another in few steps, so that a view keeps its selection and scrolls nowhere.

A step is what a list view can announce: rows come, go or move. Any room above may import it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InsertRows:
    """`count` rows come at place `at`."""

    at: int
    count: int


@dataclass(frozen=True, slots=True)
class RemoveRows:
    """`count` rows go from place `at` on."""

    at: int
    count: int


@dataclass(frozen=True, slots=True)
class MoveRows:
    """`count` rows from place `at` on move up, to before the row at `to`."""

    at: int
    count: int
    to: int


Step = InsertRows | RemoveRows | MoveRows


def steps_between(old: Sequence[str], new: Sequence[str], limit: int) -> list[Step] | None:
    """Return steps that turn the ids in `old` into those in `new`, each id being unique in each list.

    They are performed in their order, the rows of an insertion being `new[at : at + count]`. None when more
    than `limit` would be needed.
    """
    start = _common_length(old, new)
    end = _common_length(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    present, wanted = set(before), set(after)
    steps: list[Step] = [
        RemoveRows(start + at, count)
        for at, count in reversed(_runs(place for place, item in enumerate(before) if item not in wanted))
    ]
    insertions = _runs(place for place, item in enumerate(after) if item not in present)
    staying = [item for item in before if item in wanted]
    target = [item for item in after if item in present]
    for move in _moves(staying, target):
        steps.append(MoveRows(start + move.at, move.count, start + move.to))
        if len(steps) > limit:
            return None
    steps += [InsertRows(start + at, count) for at, count in insertions]
    return steps if len(steps) <= limit else None


def perform(rows: list[T], step: Step, new: Sequence[T]) -> None:
    """Do one step to a list that is on its way to `new`."""
    match step:
        case InsertRows(at, count):
            rows[at:at] = new[at : at + count]
        case RemoveRows(at, count):
            del rows[at : at + count]
        case MoveRows(at, count, to):
            rows[to : at + count] = rows[at : at + count] + rows[to:at]


def _common_length(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the common beginning; whole stretches are compared, each half of the last."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return ascending places as (first, count) of those that follow one another."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs


def _moves(rows: list[str], target: list[str]) -> Iterator[MoveRows]:
    """Yield moves of whole blocks that put `rows` into the order of `target`, which has the same ids."""
    place = 0
    while place < len(target):
        if rows[place] == target[place]:
            place += 1
            continue
        at = rows.index(target[place], place + 1)
        count = _common_length(rows[at:], target[place:])
        yield MoveRows(at, count, place)
        rows[place : at + count] = rows[at : at + count] + rows[place:at]
        place += count
