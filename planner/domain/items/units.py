"""The register of units that lead and support measures."""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.fields import Group
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("unit", N_("单位"), table="units")
@dataclass(frozen=True, slots=True)
class Unit(Item):
    """A body that can be made responsible; `collective` for a name that stands for many, such as 各区政府."""

    title: str = fields.text(N_("全称"), width=30)
    short_names: tuple[str, ...] = fields.names(N_("简称"), width=18)
    aliases: tuple[str, ...] = fields.names(N_("别称"), width=18)
    collective: bool = fields.flag(N_("统称"))
    since: str = fields.period(N_("启用"), group=Group.TIME, width=11)
    until: str = fields.period(N_("停用"), group=Group.TIME, width=11)
    phone: str = fields.text(N_("联系电话"), group=Group.OWNERS, width=14)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)

    @property
    def display_name(self) -> str:
        """The name that stands in tables: the first short name, else the full one."""
        return self.short_names[0] if self.short_names else self.title

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name by which the unit is known, the full one first."""
        return (self.title, *self.short_names, *self.aliases)
