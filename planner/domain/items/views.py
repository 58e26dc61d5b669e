"""Views of the plan that people saved under a name; they belong to the plan and travel with it."""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("view", N_("视图"), table="views")
@dataclass(frozen=True, slots=True)
class View(Item):
    """A named way to look at the plan; `spec` is JSON text, see `planner.app.views`."""

    title: str = fields.text(N_("名称"), width=24)
    spec: str = fields.paragraph(N_("定义"), system=True)
