"""Outline numbers 一、（一）1.（1）① from the position in the tree, as official documents write them."""

from collections.abc import Iterator

from planner.domain.items import ROOT
from planner.domain.plan import Plan

_DIGITS = "零一二三四五六七八九"
_CIRCLED_FIRST = ord("①")
_CIRCLED_COUNT = 20


def chinese_numeral(number: int) -> str:
    """Return a whole number from 1 to 9999 in Chinese numerals, as 十二 or 一百零三."""
    if not 1 <= number <= 9999:
        raise ValueError(f"no Chinese numeral for {number}")
    words, pending_zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit == 0:
            pending_zero = bool(words)
            continue
        words += ("零" if pending_zero else "") + _DIGITS[digit] + unit
        pending_zero = False
    return words.removeprefix("一") if 10 <= number <= 19 else words


def outline_number(depth: int, position: int) -> str:
    """Return the number of the item at `position` (from 1) among its siblings at `depth` (from 0)."""
    match depth:
        case 0:
            return f"{chinese_numeral(position)}、"
        case 1:
            return f"（{chinese_numeral(position)}）"
        case 2:
            return f"{position}."
        case 3:
            return f"（{position}）"
        case 4 if position <= _CIRCLED_COUNT:
            return chr(_CIRCLED_FIRST + position - 1)
        case _:
            return f"{position}）"


def number_of(plan: Plan, item_id: str) -> str:
    """Return the outline number of one row of the tree."""
    siblings = plan.branches(plan[item_id].parent)
    depth = sum(1 for _ in plan.ancestors(item_id))
    return outline_number(depth, siblings.index(item_id) + 1)


def outline_numbers(plan: Plan) -> dict[str, str]:
    """Return the outline numbers of all rows of the tree by id, in the order of the tree."""
    return dict(_numbers_under(plan, ROOT, 0))


def _numbers_under(plan: Plan, parent: str, depth: int) -> Iterator[tuple[str, str]]:
    for position, item_id in enumerate(plan.branches(parent), start=1):
        yield item_id, outline_number(depth, position)
        yield from _numbers_under(plan, item_id, depth + 1)
