"""What every view is given to work with. Only the desk makes it; every view may import it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.tree.view import TreeView
from planner.gui.views.checking import CheckRunner


class Errands(QObject):
    """What views ask of the desk.

    `item_asked` carries the id of an item to show beside the view, `place_asked` that of one to go to in the
    tree; `told` a tone of `planner.gui.banner` and a sentence for the person.
    """

    item_asked = Signal(str)
    place_asked = Signal(str)
    told = Signal(str, str)


@dataclass(frozen=True, slots=True)
class Stage:
    """One plan as the views see it; `tree` is the view that was there before all others.

    `may_edit` says whether the plan may be changed.
    """

    bridge: Bridge
    icons: Icons
    resources: Path
    errands: Errands
    checks: CheckRunner
    tree: TreeView
    may_edit: Callable[[], bool]
