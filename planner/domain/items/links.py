"""Links between items: who leads, which indicator is served, what rests on what."""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.fields import Group
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_

RELATION_TARGETS = {
    "unit": "unit",
    "indicator": "indicator",
    "term": "term",
    "document": "document",
    "after": "measure",
    "strength": "strength",
}
"""The kind of item that each relation points at."""


@kind("link", N_("关联"), table="links", under=("measure", "indicator"))
@dataclass(frozen=True, slots=True)
class Link(Item):
    """A link from its parent to `target`; `reading` marks one that interprets the source.

    For the relation `after`, the parent is the later measure and the target the earlier one.
    """

    relation: str = fields.choice(
        N_("关系"),
        ("unit", N_("单位")),
        ("indicator", N_("指标")),
        ("term", N_("类目")),
        ("document", N_("依据")),
        ("after", N_("前置")),
        ("strength", N_("优势")),
    )
    role: str = fields.choice(
        N_("角色"),
        ("", N_("无")),
        ("lead", N_("牵头")),
        ("co_lead", N_("并列牵头")),
        ("undivided", N_("责任")),
        ("supporting", N_("配合")),
    )
    target: str = fields.reference(N_("对象"), "")
    reading: bool = fields.flag(N_("解读"), group=Group.SOURCE)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)
