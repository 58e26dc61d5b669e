"""The table of figures that a window offers: one row each."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.domain.marks import N_
from planner.reports.drawing import Drawing
from planner.reports.drawings.house import house
from planner.reports.drawings.scene import Scene


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its key, what it is called, its icon and how it is laid out.

    One with a `focus` can be laid out around one item, whose id it is given (empty for none).
    """

    key: str
    label: str
    icon: str
    lay_out: Callable[[Scene], Drawing]
    focus: Callable[[Scene, str], Drawing] | None = None


FIGURES = (Figure("house", N_("框架"), "house", house),)
