"""Windows stand where a person can reach them."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from planner.gui.placement import FIRST_SIZE, keep_on_screen, place_first


@pytest.fixture
def area(qapp):
    return qapp.primaryScreen().availableGeometry()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_first_place_is_the_middle_of_the_screen(window, area):
    place_first(window)
    assert window.size() == FIRST_SIZE.boundedTo(area.size() * 0.96)
    assert (window.geometry().center() - area.center()).manhattanLength() <= 2


@pytest.mark.parametrize(("x", "y"), [(5000, 100), (-3000, 0), (100, -900), (100, 4000)])
def test_row_45_a_window_on_a_screen_that_is_gone_comes_back(window, area, x, y):
    window.setGeometry(QRect(x, y, 600, 400))
    keep_on_screen(window)
    assert area.contains(window.geometry().topLeft())


def test_row_45_a_window_larger_than_its_screen_shrinks(window, area):
    window.setGeometry(QRect(area.x(), area.y(), area.width() * 2, area.height() * 2))
    keep_on_screen(window)
    assert area.size().expandedTo(window.size()) == area.size()


def test_a_window_in_reach_stays(window, area):
    place = QRect(area.x() + 20, area.y() + 30, 500, 400)
    window.setGeometry(place)
    keep_on_screen(window)
    assert window.geometry() == place
