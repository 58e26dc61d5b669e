import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent

from planner.app.commands.structure import Spot
from planner.app.outline import Outline
from planner.domain.items import Measure
from planner.gui.tree.columns import TITLE
from planner.gui.tree.dragdrop import Target, drag_data, dragged_ids, find_target
from tests.plans import small_plan

TOP, MIDDLE, BOTTOM = 0.1, 0.5, 0.9


def target(moved, onto, height_part):
    plan = small_plan()
    outline = Outline(plan)
    return find_target(plan, outline, moved, outline.row_of(onto), height_part)


def test_rows_are_carried_as_ids():
    assert dragged_ids(drag_data(["m1", "m2"])) == ["m1", "m2"]
    foreign = QMimeData()
    foreign.setText("m1")
    assert dragged_ids(foreign) == []


@pytest.mark.parametrize(
    ("moved", "onto", "height_part", "expected"),
    [
        (["m2"], "m1", TOP, Target(Spot("component-1", first=True), 2, line=2)),
        (["m3"], "m2", BOTTOM, Target(Spot("component-1", "m2"), 2, line=6)),
        (["m3"], "m1", BOTTOM, Target(Spot("m1", first=True), 3, line=3)),
        (["m3"], "m1", MIDDLE, Target(Spot("m1", "m1b"), 3, into=2)),
        (["m3"], "component-1", TOP, Target(Spot("component-1", "m2"), 2, into=1)),
        (["component-1"], "layer-2", MIDDLE, Target(Spot("layer-2", first=True), 1, into=8)),
        (["component-1"], "m3", MIDDLE, None),
        (["m1"], "m1a", MIDDLE, None),
    ],
)
def test_the_pointer_says_beside_or_into(moved, onto, height_part, expected):
    assert target(moved, onto, height_part) == expected


def test_only_its_own_rows_are_dropped_on_a_tree(view, bridge):
    before = bridge.plan.copy()
    data = drag_data(["m2"])
    event = QDropEvent(
        QPoint(200, 40),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    assert not event.isAccepted()
    assert bridge.plan == before


def test_dropped_rows_move_in_one_step_and_stay_selected(view, bridge):
    view.select_all_of(["m1a", "m1b"])
    row = view.outline.row_of("m2")
    point = QPoint(
        view.columnViewportPosition(TITLE) + 80, view.rowViewportPosition(row) + view.rowHeight(row) // 2
    )
    view.drop_at(point, ["m1a", "m1b"])
    assert bridge.plan.child_ids("m2", Measure) == ["m1a", "m1b"]
    assert view.selected_ids() == ["m1a", "m1b"]
    bridge.document.undo()
    assert bridge.plan == small_plan()
