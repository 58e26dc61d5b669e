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

FIRST_GROUPS = (Group.MAIN, Group.OWNERS, Group.TIME)
"""The groups above the tables of what belongs to an item."""

LAST_GROUPS = tuple(group for group in Group if group not in FIRST_GROUPS)
"""The groups below them."""

_HEAD_FIELDS = frozenset(("number", "light"))


def in_head(spec: Field) -> bool:
    """Say whether the head of the inspector shows a field, so that the form need not."""
    return spec.type is FieldType.COMPUTED and spec.key in _HEAD_FIELDS
