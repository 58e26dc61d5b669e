"""A stage on the small plan, as the desk would make it."""

from pathlib import Path

import pytest

from planner.gui.tree.view import TreeView
from planner.gui.views.checking import CheckRunner
from planner.gui.views.stage import Errands, Stage
from tests.gui.bridges import RESOURCES, make_bridge, make_icons


@pytest.fixture
def stage(qtbot):
    bridge, icons = make_bridge(), make_icons()
    tree = TreeView(bridge, icons)
    qtbot.addWidget(tree)
    errands, checks = Errands(tree), CheckRunner(bridge, tree)
    yield Stage(bridge, icons, Path(RESOURCES), errands, checks, tree, lambda: True)
    checks.close()
