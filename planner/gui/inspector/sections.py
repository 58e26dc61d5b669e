"""How the inspector divides a form, and what stands in the head of it instead."""

from collections.abc import Mapping

from planner.domain.fields import Group
from planner.domain.marks import N_

GROUP_LABELS: Mapping[Group, str] = {
    Group.MAIN: N_("基本信息"),
    Group.OWNERS: N_("责任"),
    Group.TIME: N_("时间"),
    Group.LINKS: N_("关联"),
    Group.SOURCE: N_("来源"),
    Group.NOTES: N_("备注"),
}
"""The heading of each group of fields."""

HEAD_FIELDS = frozenset(("number", "light"))
"""Computed fields that the head of the inspector shows."""
