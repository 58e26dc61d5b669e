import pytest
from PySide6.QtWidgets import QApplication

from planner.app.template import load
from planner.gui.drawing.painter import DrawingPainter
from planner.gui.drawing.pane import FiguresPane
from planner.gui.drawing.view import DrawingView
from planner.gui.fonts import application_font
from planner.reports.drawing import Box, Drawing, Rectangle, Spot
from tests.gui.bridges import RESOURCES, make_bridge, make_icons


@pytest.fixture
def painter(qapp):
    return DrawingPainter(make_icons(), application_font(qapp.font()))


@pytest.fixture
def grid():
    """Two rows of three spots a, b, c and d, e, f, each 100 units in a square of 200."""
    spots = [
        Spot(
            name,
            Box(column * 200 + 50, row * 200 + 50, 100, 100),
            f"第{name}项",
            f"第{name}项\n<b>{name}</b>",
        )
        for row, names in enumerate(("abc", "def"))
        for column, name in enumerate(names)
    ]
    return Drawing("格子", 600, 400, tuple(Rectangle(spot.box) for spot in spots), tuple(spots))


@pytest.fixture
def view(qtbot, grid):
    view = DrawingView(make_icons())
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.set_drawing(grid)
    view.show()
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    return view


@pytest.fixture
def bridge(qapp):
    return make_bridge(load(RESOURCES.parent / "data", "example"))


@pytest.fixture
def pane(qtbot, bridge):
    pane = FiguresPane(bridge, make_icons(), RESOURCES)
    qtbot.addWidget(pane)
    pane.resize(1000, 700)
    pane.show()
    QApplication.processEvents()
    return pane
