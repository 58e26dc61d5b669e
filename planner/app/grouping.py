"""Measures in groups for a flat list: by unit, facet, status, light, quarter, or a field of one's own.

A measure that stands for several things, as two leading units, is listed under each of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.app.conditions.model import FACET_PREFIX
from planner.app.derived import Derived
from planner.app.facet_terms import facet_of_key, terms_carried, terms_in_order
from planner.app.messages import LIGHT_NAMES
from planner.app.words import Words
from planner.domain.deadlines import DeadlineKind
from planner.domain.items import Measure, Unit, kind_of
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.domain.own_fields import field_of, is_own, own_field, stored_text, value_of
from planner.domain.plan import Plan

NOTHING = ""
"""The id of the group of those that stand for nothing; it comes last."""

_LATER = "~"
"""Sorts after every year: the groups of deadlines that are no quarter."""


class GroupBy(StrEnum):
    """By what rows can be grouped, beside `facet:` and a facet's key, and choices and units of one's own."""

    LEAD = "lead"
    SUPPORTING = "supporting"
    STATUS = "status"
    LIGHT = "light"
    QUARTER = "quarter"


GROUP_NAMES: Mapping[str, str] = {
    GroupBy.LEAD: N_("牵头单位"),
    GroupBy.SUPPORTING: N_("配合单位"),
    GroupBy.STATUS: N_("状态"),
    GroupBy.LIGHT: N_("状态灯"),
    GroupBy.QUARTER: N_("完成季度"),
}


@dataclass(frozen=True, slots=True)
class RowGroup:
    """One group: the id of what it stands for (a unit, term, code or quarter), its name and its rows."""

    id: str
    label: str
    rows: tuple[str, ...]


class Grouping:
    """Groups the rows of one plan in one language."""

    def __init__(self, plan: Plan, derived: Derived, words: Words) -> None:
        self._plan = plan
        self._derived = derived
        self._words = words

    def groups(self, by: str, rows: Iterable[str]) -> list[RowGroup]:
        """Return the groups that hold any of the rows; rows that are no measures are left out.

        Groups stand in the order of what they stand for, rows in theirs.
        """
        groups_of = self._groups_of(by)
        members: dict[str, list[str]] = {}
        for row in rows:
            item = self._plan[row]
            if isinstance(item, Measure):
                for group in groups_of(item) or (NOTHING,):
                    members.setdefault(group, []).append(row)
        order = {group: place for place, group in enumerate(self._order(by, members))}
        ids = sorted(members, key=lambda group: (group == NOTHING, order.get(group, len(order)), group))
        return [RowGroup(group, self._label(by, group), tuple(members[group])) for group in ids]

    def _groups_of(self, by: str) -> Callable[[Measure], Sequence[str]]:
        declared: Mapping[str, Callable[[Measure], Sequence[str]]] = {
            GroupBy.LEAD: self._leads,
            GroupBy.SUPPORTING: self._supports,
            GroupBy.STATUS: lambda item: (item.status,),
            GroupBy.LIGHT: lambda item: (self._derived.verdict(item.id).light.value,),
            GroupBy.QUARTER: self._quarter,
        }
        if by in declared:
            return declared[by]
        if is_own(by):
            return self._own_groups(by)
        facet = facet_of_key(self._plan, by.removeprefix(FACET_PREFIX))
        return lambda item: [] if facet is None else terms_carried(self._plan, item.id, facet)

    def _own_groups(self, by: str) -> Callable[[Measure], Sequence[str]]:
        def groups(item: Measure) -> Sequence[str]:
            if field_of(self._plan, item, by) is None:
                return ()
            text = stored_text(value_of(self._plan, item, by))
            return (text,) if text else ()

        return groups

    def _leads(self, item: Measure) -> list[str]:
        roles = ("lead", "co_lead", "undivided")
        return list(
            dict.fromkeys(unit for role in roles for unit in self._plan.targets(item.id, "unit", role))
        )

    def _supports(self, item: Measure) -> list[str]:
        return list(dict.fromkeys(self._plan.targets(item.id, "unit", "supporting")))

    def _quarter(self, item: Measure) -> Sequence[str]:
        deadline = self._derived.deadline(item)
        if deadline.kind in (DeadlineKind.RECURRING, DeadlineKind.OPEN_ENDED):
            return (_LATER + deadline.kind.value,)
        day = deadline.end
        return () if day is None else (quarter_of(day),)

    def _order(self, by: str, groups: Iterable[str]) -> Iterable[str]:
        match by:
            case GroupBy.LEAD | GroupBy.SUPPORTING:
                return self._plan.child_ids("", Unit)
            case GroupBy.STATUS:
                return [choice.code for choice in kind_of(Measure).by_key["status"].choices]
            case GroupBy.LIGHT:
                return sorted(Light, key=lambda light: -light.urgency)
            case GroupBy.QUARTER:
                return sorted(groups)
        own = own_field(self._plan, by)
        if own is not None:
            return self._plan.child_ids("", Unit) if own.holds == "unit" else own.options
        facet = facet_of_key(self._plan, by.removeprefix(FACET_PREFIX))
        return [] if facet is None else terms_in_order(self._plan, facet)

    def _label(self, by: str, group: str) -> str:
        words = self._words
        if group == NOTHING:
            return words(N_("（未填）"))
        match by:
            case GroupBy.STATUS:
                choices = kind_of(Measure).by_key["status"].choices
                return next((words(choice.label) for choice in choices if choice.code == group), group)
            case GroupBy.LIGHT:
                return words(LIGHT_NAMES[Light(group)])
            case GroupBy.QUARTER:
                return self._quarter_name(group)
        own = own_field(self._plan, by)
        if own is not None and own.holds != "unit":
            return words(N_("是")) if own.holds == "flag" else group
        item = self._plan.find(group)
        return item.display_name if isinstance(item, Unit) else str(getattr(item, "title", ""))

    def _quarter_name(self, group: str) -> str:
        match group.removeprefix(_LATER):
            case DeadlineKind.RECURRING:
                return self._words(N_("周期"))
            case DeadlineKind.OPEN_ENDED:
                return self._words(N_("长期"))
            case quarter:
                year, _, number = quarter.partition("-Q")
                return self._words(N_("{year}年{quarter}季度")).format(year=year, quarter=number)


def quarter_of(day: date) -> str:
    """Return the quarter in which a day lies, as 2025-Q3."""
    return f"{day.year}-Q{(day.month + 2) // 3}"
