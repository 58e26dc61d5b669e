"""What a cell of the tree shows before it is painted: icons and colour roles by kind, layer and light."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.domain.items import ROOT, Item, Measure, Node
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.domain.plan import Plan

LAYER_COLOURS = 4


class Sign(NamedTuple):
    """An icon and the theme role that tints it."""

    icon: str
    role: str


LIGHT_SIGNS: Mapping[Light, Sign] = {
    Light.NONE: Sign("light-none", "light-none"),
    Light.DONE: Sign("light-done", "light-done"),
    Light.GREEN: Sign("light-on-track", "light-on-track"),
    Light.BLUE: Sign("deadline", "info"),
    Light.YELLOW: Sign("light-attention", "light-attention"),
    Light.RED: Sign("light-late", "light-late"),
}

UNTITLED = {"layer": N_("未命名层"), "component": N_("未命名要素"), "measure": N_("未命名举措")}
"""What stands in place of a title that is still empty, by `shape_of`."""


def shape_of(item: Item) -> str:
    """Return what a row is: `layer`, `component` or `measure`; empty for an item that is no row."""
    if isinstance(item, Node):
        return "layer" if item.parent == ROOT else "component"
    return "measure" if isinstance(item, Measure) else ""


def kind_sign(plan: Plan, item: Item) -> Sign:
    """Return the icon of a row's kind in the colour of its layer."""
    below_measure = isinstance(plan.find(item.parent), Measure)
    return Sign("sub-measure" if below_measure else shape_of(item), layer_role(plan, item))


def layer_role(plan: Plan, item: Item) -> str:
    """Return the colour role of the layer that a row stands in; a quiet one outside of layers."""
    top = item
    while top.parent != ROOT:
        top = plan[top.parent]
    if not isinstance(top, Node):
        return "text-muted"
    return f"layer-{plan.child_ids(ROOT, Node).index(top.id) % LAYER_COLOURS + 1}"
