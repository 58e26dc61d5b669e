"""The view of the matrix: counts, lights, gaps in words, the measures behind a cell."""

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest

from planner.app.commands.edit import set_field, set_relation
from planner.domain.changes import ChangeSet, Insert, Label
from planner.domain.items import Facet, Term
from planner.gui.views.matrix.model import FIRST, NAME, SUM
from planner.gui.views.matrix.view import MatrixView
from planner.reports.drawing import Text
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


def test_terms_that_measures_pass_by_are_explained_instead_of_shown_as_gaps(view, bridge, qtbot):
    symptoms = (
        Facet("f3", "", "C", key="symptoms", title="表现"),
        Term("t3", "f3", "A", title="<b>成果不多</b>", broader="t1"),
    )
    bridge.run(lambda: ChangeSet(Label("x"), tuple(Insert(item) for item in symptoms)))
    view.refresh()
    view.show_axes("facet:symptoms", "layer")
    assert not view.table.isVisible()
    assert view._hint.text().startswith("举措尚未与“表现”关联，无从判断缺口\n")
    assert texts(view, 0)[:2] == ["<b>成果不多</b>", "0"]
    bridge.run(lambda: set_field(bridge.plan, "t2", "broader", "t3", TODAY))
    qtbot.waitUntil(view.table.isVisible)
    assert view.summary.text() == "1 项都有举措"


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


def test_the_matrix_is_copied_as_a_table_and_as_a_picture(view, bridge, qtbot, tmp_path):
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["", "合计", "筑基"]
    assert lines[1].split("\t")[:3] == ["投入不足", "1", "1"]
    view.taker.copy_picture()
    assert QGuiApplication.clipboard().image().width() == 2400
    view.taker.save_picture(tmp_path / "矩阵.svg")
    assert QSvgRenderer(QByteArray((tmp_path / "矩阵.svg").read_bytes())).isValid()


def test_a_picture_shows_what_the_view_shows(view, bridge, qtbot):
    bridge.run(lambda: set_relation(bridge.plan, "m3", "terms", [], bridge.document.new_id))
    view.gaps.setChecked(True)
    drawing = view.taker._drawing()
    assert drawing.title.endswith("原因 × 框架层 覆盖矩阵")
    assert [spot.item_id for spot in drawing.spots] == ["t2"]
    assert "缺口：没有举措" in [
        line for shape in drawing.shapes if isinstance(shape, Text) for line in shape.lines
    ]


def test_keys_list_a_cell_a_row_and_a_column(view):
    view.table.setCurrentIndex(view.model.index(0, FIRST))
    view.table.setFocus()
    for key, modifier, ids in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ("m3",)),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier, ("m3",)),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier, ("m1", "m2", "m3")),
    ):
        view.drawer.close_list()
        QTest.keyClick(view.table, key, modifier)
        assert view.drawer.isVisible()
        assert view.drawer.ids == ids
