"""Names items and fields in what the domain says by ids and keys, for people; the window's bridge uses it."""

from planner.app.cells import Cells
from planner.app.words import Words
from planner.domain.errors import Refused
from planner.domain.items import ROOT
from planner.domain.marks import N_
from planner.domain.own_fields import field_of
from planner.domain.plan import Plan

_ITEMS = ("item", "parent", "referrer", "target")


def with_names(refused: Refused, plan: Plan, cells: Cells, words: Words) -> Refused:
    """Return a refusal that tells items and fields by their names; what is unknown stays as it is."""
    details = dict(refused.details)
    about = plan.find(details.get("item", ""))
    if about is not None and (spec := field_of(plan, about, details.get("field", ""))) is not None:
        details["field"] = words(spec.label)
    for part in _ITEMS:
        item = plan.find(details.get(part, ""))
        if item is not None:
            details[part] = cells.name(item.id) or words(item.kind.label)
    if details.get("parent") == ROOT:
        details["parent"] = words(N_("最上层"))
    return Refused(refused.code, **details)
