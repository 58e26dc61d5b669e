"""Which spot a key goes to: the next one in order, or the nearest one in a direction. Knows no widgets."""

from collections.abc import Sequence
from enum import Enum

from planner.reports.drawing import Spot

_ASIDE = 3.0
"""How much farther a step aside counts than a step ahead."""


class Direction(Enum):
    """Where to go from a spot: the unit steps across and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def nearest(spots: Sequence[Spot], current: Spot, direction: Direction) -> Spot | None:
    """Return the spot that lies nearest in a direction, None at the edge."""
    across, down = direction.value
    x, y = current.box.centre
    found: list[tuple[float, int]] = []
    for number, spot in enumerate(spots):
        to_x, to_y = spot.box.centre[0] - x, spot.box.centre[1] - y
        ahead, aside = to_x * across + to_y * down, abs(to_x * down) + abs(to_y * across)
        if ahead > 1 and ahead >= aside * 0.25:
            found.append((ahead + aside * _ASIDE, number))
    return spots[min(found)[1]] if found else None


def neighbour(spots: Sequence[Spot], current: Spot | None, step: int) -> Spot | None:
    """Return the next spot in order (`step` 1) or the one before (-1); None beyond either end."""
    if current is None or current not in spots:
        return spots[0 if step > 0 else -1] if spots else None
    place = spots.index(current) + step
    return spots[place] if 0 <= place < len(spots) else None
