"""Layouts of exported tables that people saved under a name; they belong to the plan and travel with it."""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("layout", N_("版式"), table="layouts")
@dataclass(frozen=True, slots=True)
class Layout(Item):
    """A named layout; `spec` is the text of a preset's file, see `planner.reports.preset`."""

    title: str = fields.text(N_("名称"), width=24)
    spec: str = fields.paragraph(N_("定义"), system=True)
