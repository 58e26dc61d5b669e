"""The table of figures that a window offers: one row each."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.domain.marks import N_
from planner.reports.drawing import Drawing
from planner.reports.drawings.chain import chain
from planner.reports.drawings.countermeasures import countermeasures
from planner.reports.drawings.house import house
from planner.reports.drawings.roadmap import roadmap
from planner.reports.drawings.scene import Scene
from planner.reports.drawings.strengths import strengths


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its key, what it is called, its icon, and how it is laid out around an item.

    The layout is given the id of that item, empty for none; a figure that has no `focus` ignores it.
    """

    key: str
    label: str
    icon: str
    lay_out: Callable[[Scene, str], Drawing]
    focus: bool = False


def _whole(lay_out: Callable[[Scene], Drawing]) -> Callable[[Scene, str], Drawing]:
    return lambda scene, _focus: lay_out(scene)


FIGURES = (
    Figure("house", N_("框架"), "house", _whole(house)),
    Figure("roadmap", N_("路线图"), "timeline", _whole(roadmap)),
    Figure("countermeasures", N_("对策框架"), "group", _whole(countermeasures)),
    Figure("strengths", N_("优势与问题"), "strength", _whole(strengths)),
    Figure("chain", N_("逻辑链"), "chain", chain, focus=True),
)
