"""How the inspector divides a form, and what stands in the head of it instead."""

from collections.abc import Mapping

from planner.domain.fields import Field, FieldType, Group
from planner.domain.marks import N_

GROUP_LABELS: Mapping[Group, str] = {
    Group.MAIN: N_("基本信息"),
    Group.OWNERS: N_("责任"),
    Group.TIME: N_("时间"),
    Group.LINKS: N_("关联"),
    Group.RECORD: N_("督办"),
    Group.SOURCE: N_("来源"),
    Group.NOTES: N_("备注"),
}
"""The heading of each group of fields."""

BELONGING_TITLES: Mapping[str, str] = {
    "milestone": N_("里程碑安排"),
    "adjustment": N_("时限调整记录"),
    "goal": N_("分阶段目标"),
    "report": N_("历次进展"),
    "funding": N_("经费安排"),
    "value": N_("历次数值"),
    "term": N_("下属类目"),
    "figure": N_("支撑数据"),
}
"""The heading of each table of what belongs to an item, by the key of its kind."""

FIRST_GROUPS = (Group.MAIN, Group.OWNERS, Group.TIME)
"""The groups above the tables of what belongs to an item."""

LAST_GROUPS = tuple(group for group in Group if group not in FIRST_GROUPS)
"""The groups below them."""

_HEAD_FIELDS = frozenset(("number", "light"))


def in_head(spec: Field) -> bool:
    """Say whether the head of the inspector shows a field, so that the form need not."""
    return spec.type is FieldType.COMPUTED and spec.key in _HEAD_FIELDS
