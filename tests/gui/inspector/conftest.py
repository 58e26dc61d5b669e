"""An inspector on the small plan, shown and with the focus."""

import pytest
from PySide6.QtWidgets import QApplication

from planner.gui.inspector.inspector import Inspector
from tests.gui.bridges import make_bridge, make_icons


@pytest.fixture
def bridge(qapp):
    return make_bridge()


@pytest.fixture
def plan(bridge):
    return bridge.plan


@pytest.fixture
def inspector(qtbot, bridge):
    return shown(qtbot, bridge)


@pytest.fixture
def inspect(qtbot):
    """Show an inspector on another plan."""
    return lambda plan: shown(qtbot, make_bridge(plan))


def shown(qtbot, bridge):
    made = Inspector(bridge, make_icons())
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made
