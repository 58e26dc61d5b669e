"""Which indicator of a plan a pasted name means, however it is numbered, spaced or followed by its unit."""

import re
from collections import defaultdict

from planner.app.paste.outline_marks import split_mark
from planner.domain.items import Indicator
from planner.domain.plain_text import folded
from planner.domain.plan import Plan

_WITH_UNIT = re.compile(r"(?P<name>.+?)\s*[（(](?P<unit>[^（）()]{1,12})[）)]\s*", re.DOTALL)


class IndicatorNames:
    """The names of a plan's indicators."""

    def __init__(self, plan: Plan) -> None:
        self._exact: defaultdict[str, list[str]] = defaultdict(list)
        self._bare: defaultdict[str, list[str]] = defaultdict(list)
        for indicator in plan.in_order(Indicator):
            self._exact[folded(indicator.title)].append(indicator.id)
            self._bare[_bare(indicator.title)].append(indicator.id)

    def find(self, name: str) -> list[str]:
        """Return the ids of the indicators that a name fits, whatever its mark, unit and last 量."""
        return self._exact.get(folded(name)) or self._bare.get(_bare(name), [])


def _bare(name: str) -> str:
    """Return a name as it is compared; 企业数量 and 企业数 are one."""
    return folded(bare_name(name)[0]).removesuffix("量")


def bare_name(name: str) -> tuple[str, str]:
    """Return a name without the number before it and the unit in brackets after it, and that unit."""
    without_mark = split_mark(name.strip().lstrip("*＊#"))[1].strip(" \t:：") or name.strip()
    found = _WITH_UNIT.fullmatch(without_mark)
    return (found["name"], found["unit"].strip()) if found else (without_mark, "")
