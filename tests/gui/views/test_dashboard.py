"""The dashboard: every number opens the list behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame

from planner.app.commands.edit import set_field
from planner.app.dashboard import dashboard
from planner.gui.views.dashboard.buttons import NumberTile, RowButton
from planner.gui.views.dashboard.tiles import TileRows
from planner.gui.views.dashboard.view import DashboardView
from tests.gui.bridges import TODAY


@pytest.fixture
def view(stage, shown):
    made = shown(DashboardView(stage))
    made.refresh()
    return made


def tile(view, label):
    return view.findChild(NumberTile, f"tile_{label}")


def row(view, key):
    return view.findChild(RowButton, f"row_{key}")


@pytest.mark.parametrize(
    ("label", "key"), [("举措总数", "measures"), ("里程碑总数", "milestones"), ("单位总数", "units")]
)
def test_a_count_opens_the_list_of_what_it_counts(view, bridge, qtbot, label, key):
    behind = dashboard(bridge.plan, bridge.derived).counts[key]
    qtbot.mouseClick(tile(view, label), Qt.MouseButton.LeftButton)
    assert view.drawer.ids == behind
    assert view.drawer.title == f"{label}（{len(behind)}）"
    assert tile(view, label).accessibleName() == f"{label} {len(behind)}"


def test_a_layer_opens_its_measures(view, qtbot):
    qtbot.mouseClick(row(view, "layer-1"), Qt.MouseButton.LeftButton)
    assert view.drawer.ids == ("m1", "m2", "m3")


def test_what_is_late_is_gone_to_with_a_click(view, asked):
    row(view, "s2").click()
    assert asked == ["s2"]


def test_lights_that_differ_stand_side_by_side(view):
    assert row(view, "differs_m1").accessibleName().endswith("自报正常，计算关注")


def test_numbers_follow_the_plan_and_the_focus_stays(view, bridge, qtbot):
    tile(view, "举措总数").setFocus()
    bridge.run(lambda: set_field(bridge.plan, "m2", "status", "cancelled", TODAY))
    bridge.run(lambda: set_field(bridge.plan, "layer-1", "title", "<b>地基</b>", TODAY))
    qtbot.waitUntil(lambda: row(view, "layer-1").accessibleName().startswith("<b>地基</b>"))
    assert view.focusWidget() is tile(view, "举措总数")


def test_an_item_of_the_list_is_shown_with_a_click_and_gone_to_with_enter(view, stage, asked, qtbot):
    places = []
    stage.errands.place_asked.connect(places.append)
    view.drawer.list_items("举措总数", ["m1", "m3"])
    drawer = view.drawer.list
    index = drawer.model().index(1, 0)
    qtbot.mouseClick(drawer.viewport(), Qt.MouseButton.LeftButton, pos=drawer.visualRect(index).center())
    qtbot.keyClick(drawer, Qt.Key.Key_Return)
    assert (asked, places) == (["m3"], ["m3"])


def test_escape_closes_the_list(view, qtbot):
    view.drawer.list_items("举措总数", ["m1"])
    qtbot.keyClick(view.drawer.list, Qt.Key.Key_Escape)
    assert not view.drawer.isVisible()


def test_the_list_drops_what_is_removed(view, bridge):
    from planner.app.commands.structure import remove

    view.drawer.list_items("举措总数", ["m1", "m3"])
    bridge.run(lambda: remove(bridge.plan, ["m1"]))
    assert view.drawer.ids == ("m3",)


def test_cards_stand_in_one_column_where_there_is_little_room(view, qtbot):
    cards = [card for card in view.findChildren(QFrame) if card.property("role") == "card"]
    assert len({card.x() for card in cards}) == 2
    view.resize(560, 640)
    qtbot.waitUntil(lambda: len({card.x() for card in cards}) == 1)


def test_every_number_has_a_name(view):
    assert all(button.accessibleName() for button in view.findChildren(QAbstractButton))


def test_the_window_does_not_wait_for_the_numbers(stage, qtbot):
    made = DashboardView(stage)
    qtbot.addWidget(made)
    made.show()
    assert tile(made, "举措总数") is None
    qtbot.waitUntil(lambda: tile(made, "举措总数") is not None)


def test_nothing_is_counted_out_of_sight(view, bridge, qtbot):
    bridge.run(lambda: set_field(bridge.plan, "layer-1", "title", "地基", TODAY))
    view.hide()
    qtbot.wait(300)
    assert row(view, "layer-1").accessibleName().startswith("筑基")
    view.show()
    view.hide()
    assert not view._filling.busy
    view.show()
    qtbot.waitUntil(lambda: row(view, "layer-1").accessibleName().startswith("地基"))


@pytest.mark.parametrize(("width", "most"), [(1400, 8), (560, 4), (300, 2)])
def test_large_numbers_take_more_rows_where_there_is_less_room(view, width, most):
    view.resize(width, 700)
    QApplication.processEvents()
    (rows,) = view.findChildren(TileRows)
    tiles = rows.findChildren(NumberTile)
    assert rows.columns <= most
    assert all(one.width() >= one.sizeHint().width() for one in tiles)
    assert all(rows.rect().contains(one.geometry()) for one in tiles)
