"""A stage on the small plan, as the desk would make it, for the tests of the views."""

from contextlib import contextmanager

from planner.gui.bridge import Bridge
from planner.gui.tree.view import TreeView
from planner.gui.views.checking import CheckRunner
from planner.gui.views.stage import Errands, Stage
from tests.gui.bridges import RESOURCES, make_bridge, make_icons


@contextmanager
def staged(bridge: Bridge | None = None):
    """Yield a stage on a bridge; its tree is deleted with it."""
    bridge, icons = bridge or make_bridge(), make_icons()
    bridge.initials = _initials
    tree, checks = TreeView(bridge, icons), CheckRunner(bridge)
    yield Stage(bridge, icons, RESOURCES, Errands(), checks, tree, lambda: True)
    checks.close()
    tree.close()
    tree.deleteLater()


def _initials(text: str) -> str:
    return "".join({"科": "k", "教": "j", "委": "w", "市": "s"}.get(sign, "") for sign in text)
