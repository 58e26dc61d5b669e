"""The view of the matrix: counts, lights, gaps in words, the measures behind a cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.app.commands.edit import set_field, set_relation
from planner.gui.views.matrix.model import FIRST, NAME, SUM
from planner.gui.views.matrix.view import MatrixView
from tests.gui.bridges import TODAY


@pytest.fixture
def view(stage, shown):
    made = MatrixView(stage)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return shown(made)


def texts(view, row):
    return [view.model.index(row, column).data() for column in range(view.model.columnCount())]


def test_causes_by_layers_at_first(view):
    assert [view.model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)] == [
        "",
        "合计",
        "筑基",
        "垒台",
    ]
    assert texts(view, 0) == ["投入不足", "1", "1", ""]
    assert view.summary.text() == "1 项都有举措"


def test_a_gap_is_said_in_words(view, bridge, qtbot):
    bridge.run(lambda: set_relation(bridge.plan, "m3", "terms", [], bridge.document.new_id))
    qtbot.waitUntil(lambda: texts(view, 0)[SUM] == "缺口：没有举措")
    assert view.summary.text() == "1 项中 1 项没有举措"
    view.gaps.setChecked(True)
    assert [texts(view, row)[NAME] for row in range(view.model.rowCount())] == ["投入不足"]


def test_a_cell_lists_its_measures(view, qtbot):
    index = view.model.index(0, FIRST)
    qtbot.mouseClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(index).center()
    )
    assert view.drawer.ids == ("m3",)
    assert view.drawer.title == "投入不足 × 筑基（1）"


def test_a_column_lists_its_measures(view):
    view.table.horizontalHeader().sectionClicked.emit(FIRST)
    assert view.drawer.ids == ("m1", "m2", "m3")


def test_a_name_without_measures_leads_to_its_item(view, bridge, asked, qtbot):
    bridge.run(lambda: set_relation(bridge.plan, "m3", "terms", [], bridge.document.new_id))
    qtbot.waitUntil(lambda: texts(view, 0)[SUM] != "1")
    view.list_at(0, NAME)
    assert asked == ["t2"]


def test_other_axes_and_lights(view, bridge, qtbot):
    view.show_axes("layer", "facet:causes")
    assert texts(view, 0)[:3] == ["筑基", "3", "1"]
    view.lights.setChecked(True)
    view.grab()
    said = view.model.index(0, FIRST).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("筑基 × 投入不足：1 项举措")
    bridge.run(lambda: set_field(bridge.plan, "layer-1", "title", "地基", TODAY))
    qtbot.waitUntil(lambda: texts(view, 0)[NAME] == "地基")
    assert view.columns.currentData() == "facet:causes"
