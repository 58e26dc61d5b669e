"""The tour: five bubbles at real widgets, by keys alone, in any look and language, once."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.gui.tour.placing import GAP, bubble_place
from planner.gui.tour.steps import STEPS


@pytest.fixture
def tour(open_window, qtbot):
    open_window.resize(1360, 860)
    open_window.start_tour()
    return open_window.tour


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_it_begins_by_itself_with_the_first_plan_and_never_again(context, window, saved_plan, qtbot):
    context.settings.set("tour", True)
    window.files.open_path(saved_plan)
    qtbot.waitUntil(lambda: window.tour is not None)
    qtbot.keyClick(window.tour.bubble.next, Qt.Key.Key_Escape)
    assert window.tour is None
    assert context.settings.value("tour") is False
    window.offer_tour()
    qtbot.wait(500)
    assert window.tour is None


def test_each_step_points_at_a_widget_that_is_there(tour, open_window, qtbot):
    for place, step in enumerate(STEPS):
        assert tour.place == place
        widget = open_window.findChild(QWidget, step.target)
        middle = QRect(widget.mapTo(open_window, QPoint()), widget.size()).center()
        assert tour.target().contains(middle)
        assert not tour.bubble.geometry().contains(middle)
        assert tour.rect().contains(tour.bubble.geometry())
        tour.move_on(1)
    assert open_window.tour is None


def test_keys_alone_go_on_back_and_out(tour, open_window, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Space)
    assert tour.place == 2
    press(qtbot, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is tour.bubble.back
    press(qtbot, Qt.Key.Key_Return)
    assert tour.place == 1
    assert QApplication.focusWidget() is tour.bubble.next
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tour.bubble.skip
    press(qtbot, Qt.Key.Key_Backtab)
    press(qtbot, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is tour.bubble.back
    press(qtbot, Qt.Key.Key_Escape)
    assert open_window.tour is None
    assert open_window.desk.panes.tree.hasFocus()


def test_the_last_step_is_finished_and_not_skipped(tour):
    tour.move_on(len(STEPS) - 1)
    assert not tour.bubble.skip.isVisible()
    assert tour.bubble.next.text() == "知道了"


def test_the_menu_starts_it_again(open_window):
    open_window._actions["tour"].trigger()
    assert open_window.tour.place == 0
    open_window._actions["tour"].trigger()
    assert len(open_window.findChildren(QWidget, "tour")) == 1


def test_it_follows_the_window(tour, open_window):
    open_window.resize(1024, 700)
    QApplication.processEvents()
    assert tour.size() == open_window.size()
    assert tour.rect().contains(tour.bubble.geometry())


def test_it_goes_on_in_another_language_at_the_same_step(tour, shell, open_window, context, qtbot):
    tour.move_on(1)
    context.settings.set("language", "en")
    qtbot.waitUntil(lambda: shell.windows[0] is not open_window)
    (new,) = shell.windows
    assert new.tour.place == 1
    assert new.tour.bubble.next.text() == new.context.words("下一步") != "下一步"


def test_it_ends_with_the_plan(tour, open_window):
    open_window.files.close()
    assert open_window.tour is None


@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(0, 100, 300, 400), "right"),
        (QRect(700, 100, 300, 400), "left"),
        (QRect(0, 0, 1000, 50), "below"),
        (QRect(0, 550, 1000, 50), "above"),
    ],
)
def test_a_bubble_stands_beside_its_target(target, side):
    place = bubble_place(QSize(200, 120), target, QRect(0, 0, 1000, 600))
    assert not place.intersects(target)
    assert {
        "right": place.left() == target.right() + GAP,
        "left": place.right() < target.left(),
        "below": place.top() == target.bottom() + GAP,
        "above": place.bottom() < target.top(),
    }[side]


def test_a_bubble_without_room_beside_stands_over_its_target():
    area = QRect(0, 0, 400, 300)
    assert area.contains(bubble_place(QSize(200, 120), area, area))
