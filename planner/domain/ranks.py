"""Ranks order siblings so that two people's insertions merge.

A rank is a text of base-62 digits read as a fraction after the point and compared as plain text: between any
two there is room for another. None ends in the zero digit, so that there is always room before one.
"""

from collections.abc import Callable, Iterator

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def rank_between(before: str, after: str) -> str:
    """Return a rank after `before` and before `after`; an empty text stands for the open end on that side.

    Raises ValueError when there is no room because `before` is not less than `after`.
    """
    if after and before >= after:
        raise ValueError(f"no rank between {before!r} and {after!r}")
    choose = _chooser(before, after)
    prefix = ""
    while True:
        low = _digit(before, len(prefix), 0)
        high = _digit(after, len(prefix), _BASE) if after else _BASE
        if high - low > 1:
            return prefix + _DIGITS[choose(low, high)]
        prefix += _DIGITS[low]
        if high > low:
            after = ""


def _chooser(before: str, after: str) -> Callable[[int, int], int]:
    """How to choose a digit between two: beside the neighbour at an open end, else halfway."""
    if before and not after:
        return lambda low, _high: low + 1
    if after and not before:
        return lambda _low, high: high - 1
    return lambda low, high: (low + high) // 2


def spread_ranks(count: int, before: str = "", after: str = "") -> list[str]:
    """Return `count` ascending ranks between `before` and `after`, evenly spread so that they stay short."""
    if count <= 0:
        return []
    if not before and not after:
        return list(_even_ranks(count))
    ranks: list[str] = [""] * count
    pending = [(0, count, before, after)]
    while pending:
        start, stop, low, high = pending.pop()
        if start >= stop:
            continue
        middle = (start + stop) // 2
        ranks[middle] = rank_between(low, high)
        pending += [(start, middle, low, ranks[middle]), (middle + 1, stop, ranks[middle], high)]
    return ranks


def _even_ranks(count: int) -> Iterator[str]:
    width = 1
    while _BASE**width <= count + 1:
        width += 1
    step = _BASE**width // (count + 1)
    for position in range(1, count + 1):
        yield _encode(position * step, width).rstrip(_DIGITS[0])


def _encode(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))


def _digit(rank: str, position: int, beyond: int) -> int:
    return _DIGITS.index(rank[position]) if position < len(rank) else beyond
