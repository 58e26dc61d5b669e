from unittest.mock import patch

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.reports.drawing import Drawing


def place(view, name):
    spot = next(spot for spot in view.drawing.spots if spot.item_id == name)
    return view.mapFromGlobal(
        view.viewport().mapToGlobal(QPoint(*(round(v * view.scale) for v in spot.box.centre)))
    )


def walk(view, *keys):
    for key in keys:
        QTest.keyClick(view, key)
    return view.current_id


def test_the_whole_drawing_fits(view):
    assert view.scale == pytest.approx(1.0)
    assert view.horizontalScrollBar().maximum() == view.verticalScrollBar().maximum() == 0


def test_a_click_activates_the_item_under_it(qtbot, view):
    with qtbot.waitSignal(view.activated) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, "e"))
    assert told.args == ["e"]
    assert view.current_id == "e"


def test_a_click_beside_all_items_leaves_them(qtbot, view):
    with qtbot.assertNotEmitted(view.activated), qtbot.waitSignal(view.left):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_dragging_moves_the_drawing_and_activates_nothing(qtbot, view):
    view.zoom(4)
    before = view.horizontalScrollBar().value()
    with qtbot.assertNotEmitted(view.activated):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
        QTest.mouseMove(view.viewport(), QPoint(250, 200))
        QTest.mouseMove(view.viewport(), QPoint(200, 200))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.horizontalScrollBar().value() > before


def test_arrows_walk_to_the_nearest_item_in_their_direction(view):
    assert walk(view, Qt.Key.Key_Right) == "a"
    assert walk(view, Qt.Key.Key_Right) == "b"
    assert walk(view, Qt.Key.Key_Down) == "e"
    assert walk(view, Qt.Key.Key_Left) == "d"
    assert walk(view, Qt.Key.Key_Left) == "d"
    assert walk(view, Qt.Key.Key_Up) == "a"
    assert walk(view, Qt.Key.Key_End) == "f"
    assert walk(view, Qt.Key.Key_Home) == "a"


def test_tab_walks_in_order_and_leaves_at_the_end(view):
    walk(view, Qt.Key.Key_Home)
    assert walk(view, Qt.Key.Key_Tab) == "b"
    assert walk(view, Qt.Key.Key_Backtab) == "a"
    walk(view, Qt.Key.Key_End)
    assert not view.focusNextPrevChild(True) or view.current_id == "f"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_activate_the_current_item(qtbot, view, key):
    walk(view, Qt.Key.Key_Home, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.activated) as told:
        walk(view, key)
    assert told.args == ["b"]


def test_the_wheel_zooms_with_control_and_keeps_the_point_under_it(view):
    point = QPointF(150, 100)
    event = QWheelEvent(
        point,
        view.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.scale == pytest.approx(1.44)
    moved = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    assert moved == pytest.approx((150 * 0.44, 100 * 0.44), abs=1)


def test_keys_zoom_and_fit(view):
    walk(view, Qt.Key.Key_Plus)
    assert view.scale == pytest.approx(1.2)
    walk(view, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert view.scale < 1
    walk(view, Qt.Key.Key_0)
    assert view.scale == pytest.approx(1.0)


def test_walking_brings_an_item_into_sight(view):
    view.zoom(6)
    walk(view, Qt.Key.Key_End)
    assert view.horizontalScrollBar().value() > 0
    assert view.verticalScrollBar().value() > 0


def test_the_tooltip_shows_markup_as_it_is_written(view):
    with patch.object(QToolTip, "showText") as shown:
        position = place(view, "b")
        event = QHelpEvent(QEvent.Type.ToolTip, position, view.viewport().mapToGlobal(position))
        QApplication.sendEvent(view.viewport(), event)
    assert shown.call_args.args[1] == "<b>第b项</b><br>&lt;b&gt;b&lt;/b&gt;"


def test_names_are_told_to_readers_of_the_screen(view):
    assert view.accessibleName() == "格子"
    walk(view, Qt.Key.Key_Home)
    assert view.accessibleDescription().startswith("第a项")


def test_the_current_item_survives_a_new_drawing_that_still_has_it(view, grid):
    walk(view, Qt.Key.Key_End)
    view.set_drawing(Drawing("别的", 600, 400, (), grid.spots[3:]))
    assert view.current_id == "f"
    view.set_drawing(Drawing("别的", 600, 400, (), grid.spots[:3]))
    assert view.current_id == ""


def test_a_tall_drawing_is_shown_at_a_size_that_can_be_read(view):
    view.set_drawing(Drawing("高", 600, 4000, ()))
    assert view.scale == 0.75
    assert view.verticalScrollBar().maximum() > 0


def test_a_drawing_that_almost_fits_is_shown_whole(view):
    view.set_drawing(Drawing("略高", 600, 580, ()))
    assert view.scale == pytest.approx(400 / 580)
    assert view.verticalScrollBar().maximum() == 0
