"""When an action can be used: what the window's situation is, and the conditions that the table names."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which actions can be used now.

    `undo` and `redo` name the next step or are empty; `kind` is that of the current row of the tree: `layer`,
    `component`, `measure`, `sub-measure`, or empty without one.
    """

    plan: bool = False
    editable: bool = False
    undo: str = ""
    redo: str = ""
    selected: int = 0
    kind: str = ""


Need = Callable[[Situation], bool]


def always(_: Situation) -> bool:
    """Usable at any time."""
    return True


def plan_open(situation: Situation) -> bool:
    """Usable with a plan."""
    return situation.plan


def editable(situation: Situation) -> bool:
    """Usable with a plan that may be changed."""
    return situation.editable


def can_undo(situation: Situation) -> bool:
    """Usable with a step to take back."""
    return situation.editable and bool(situation.undo)


def can_redo(situation: Situation) -> bool:
    """Usable with a step to bring again."""
    return situation.editable and bool(situation.redo)


def row_selected(situation: Situation) -> bool:
    """Usable with rows of the tree selected."""
    return situation.selected > 0


def row_editable(situation: Situation) -> bool:
    """Usable with rows of the tree selected that may be changed."""
    return situation.editable and situation.selected > 0


def measure_editable(situation: Situation) -> bool:
    """Usable on a measure that may be changed."""
    return row_editable(situation) and situation.kind in ("measure", "sub-measure")


def below_layer(situation: Situation) -> bool:
    """Usable where a component has a layer to stand under."""
    return row_editable(situation) and situation.kind in ("layer", "component")
